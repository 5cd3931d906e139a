import type { Gap } from "../indicators/gap";
import type { Scanned } from "../scan/scan";

/** Problems of XML for which values may stand where nobody looks for them. */
const MISPLACED: Readonly<Record<string, string>> = {
  "xml-attributes": "Elements have attributes, which are not read",
  "xml-field-with-elements": "Fields hold elements in place of values",
  "xml-repeated-field": "Fields are more than once in a record",
};

/** What was read of a file of a table, and may have been read wrongly. */
export function doubtsOfFile(
  table: string,
  { problems, rowsSeen, uneven }: Pick<Scanned, "problems" | "rowsSeen" | "uneven">,
): readonly Gap[] {
  const gaps: Gap[] = [];
  if (problems.some(({ code }) => code === "csv-no-last-line-end"))
    gaps.push({ kind: "doubt", why: `A file of the table ${table} may have been cut off` });
  if (uneven > 0)
    gaps.push({
      kind: "rows",
      eligible: rowsSeen.get(table) ?? uneven,
      leftOut: uneven,
      why: `rows of the table ${table} have another number of fields than the others`,
    });
  for (const code of new Set(problems.map((problem) => problem.code)))
    if (Object.hasOwn(MISPLACED, code)) gaps.push({ kind: "doubt", why: MISPLACED[code] });
  return gaps;
}
