import text from "./extended-ethnicities.csv";
import { reference } from "./read-reference";

const list = reference({
  file: "extended-ethnicities.csv",
  text,
  columns: ["code"],
  row: ({ code }) => {
    if (!/^[A-Z]{4}$/.test(code)) throw new Error(`"${code}" is no code of four letters.`);
    return code;
  },
});

/**
 * Extended ethnicity codes that councils may use instead of the main ones; their first letter gives
 * the group.
 */
export const extendedEthnicities = (): readonly string[] => list().rows;
