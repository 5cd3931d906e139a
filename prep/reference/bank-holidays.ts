import text from "./bank-holidays.csv";
import { reference } from "./read-reference";

const list = reference({
  file: "bank-holidays.csv",
  text,
  columns: ["date", "name"],
  row: ({ date }) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`"${date}" is no ISO date.`);
    return date;
  },
});

/** Bank holidays of England and Wales as ISO dates, substitute days included, in order. */
export const bankHolidays = (): readonly string[] => list().rows;
