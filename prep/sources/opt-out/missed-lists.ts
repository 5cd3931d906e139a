import type { ExtractFiles } from "../../extracts/read-workbooks";
import { openingOf } from "../../extracts/recognise";
import { detectEncoding } from "../../scan/encoding";
import { printedRows } from "../../scan/workbook/printed-rows";
import { isOptOutList, maybeOptOutList } from "./opt-out";

/** Lines at the beginning that may hold headings. */
const LOOKED_AT = 5;

/**
 * Names of files that nobody has taken and that may be meant as opt-out lists, by their names,
 * their headings or, of workbooks, their identifiers.
 */
export async function missedOptOutLists(
  { files, workbooks }: ExtractFiles,
  takenFor: ReadonlyMap<string, string | null>,
): Promise<ReadonlySet<string>> {
  const missed = new Set<string>();
  for (const { file, kind } of files) {
    if (takenFor.has(file.name)) continue;
    const opening = kind === "other-csv" ? await openingOf(file) : new Uint8Array();
    const text = new TextDecoder(detectEncoding(opening).encoding).decode(opening);
    if (maybeOptOutList(file.name, text.split(/\r\n|\r|\n/).slice(0, LOOKED_AT)))
      missed.add(file.name);
  }
  for (const { file, sheets } of workbooks) {
    if (takenFor.has(file.name)) continue;
    for (const sheet of sheets) {
      const rows = printedRows(sheet).rows.map((row) =>
        row.flatMap((cell) => (cell === null ? [] : [String(cell)])),
      );
      const isList =
        rows.every(({ length }) => length <= 1) &&
        isOptOutList([...rows.flat(), ""].join("\n"), rows[0] ?? []);
      if (isList || maybeOptOutList(file.name, rows.slice(0, LOOKED_AT).flat()))
        missed.add(file.name);
    }
  }
  return missed;
}
