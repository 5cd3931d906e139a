import { addMonths, type Day } from "../calendar/day";
import { columnOf, type StarData } from "./frame";

/**
 * Years before the first and after the last day of the extracts within which a date is taken for
 * one: nobody with a plan is older than 25, and due dates lie within two years.
 */
const [YEARS_BEFORE, YEARS_AFTER] = [30, 3];

/**
 * The days that the date table must have: those the extracts speak of, and every date in the tables
 * that refers to it but typing slips far off.
 */
export function dateSpan(
  tables: readonly StarData[],
  first: Day,
  last: Day,
): { readonly from: Day; readonly to: Day } {
  const [earliest, latest] = [
    addMonths(first, -12 * YEARS_BEFORE),
    addMonths(last, 12 * YEARS_AFTER),
  ];
  let [from, to] = [first, last];
  for (const { declaration, frame } of tables)
    for (const { name } of declaration.columns.filter(
      ({ references }) => references === "date.date",
    )) {
      const days = columnOf(frame, name);
      for (let row = 0; row < days.length; row++) {
        const day = days.at(row);
        if (typeof day !== "number" || Number.isNaN(day) || day < earliest || day > latest)
          continue;
        if (day < from) from = day;
        if (day > to) to = day;
      }
    }
  return { from, to };
}
