import { isNhsNumber } from "../../check/identifiers/nhs-number";
import type { RawTable } from "../../scan/raw-table";

/** How many distinct values of ten digits a column must have, and which share of them, and of all its values, must pass the check digit: one number in eleven does by chance. */
const FEWEST = 5;
const SHARE = 0.8;

/** Headings of columns most of whose values are NHS numbers by their check digit, though they go by another name: pseudonyms that are none. */
export function nhsLikeColumns({ columns, spelling }: RawTable): string[] {
  return [...columns].flatMap(([name, { dictionary }]) => {
    const values = dictionary.slice(1);
    const passing = values.filter(isNhsNumber).length;
    return name !== "nhsnumber" && passing >= FEWEST && passing >= values.length * SHARE
      ? [spelling.get(name) ?? name]
      : [];
  });
}
