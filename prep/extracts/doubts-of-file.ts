import type { Gap } from "../indicators/gap";
import type { Scanned } from "../scan/scan";

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
  return gaps;
}
