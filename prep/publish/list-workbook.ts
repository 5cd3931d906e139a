import { unzipSync, zipSync } from "fflate";
import writeXlsx from "write-excel-file/universal";
import { isMissing } from "../star/frame";
import type { ListColumn } from "./list";

const DAY_MS = 86_400_000;
/** A time that every archive carries, so that the same list gives the same bytes: zip has none before 1980. */
const STAMP = new Date(2020, 0, 1);
const WIDEST = 60;

type Cell = string | number | boolean | { readonly value: Date; readonly type: DateConstructor; readonly format: string } | null;

function cellOf<Row>({ type, value }: ListColumn<Row>, row: Row): Cell {
  const found = value(row);
  if (isMissing(found) || found === undefined) return null;
  return type === "date" ? { value: new Date((found as number) * DAY_MS), type: Date, format: "dd/mm/yyyy" } : (found as string | number | boolean);
}

/** A list as an Excel workbook of one sheet: bold headings that stay in view, dates as dates, texts as texts (Excel runs none of them as a formula). The same list gives the same bytes. */
export async function listWorkbook<Row>(sheet: string, list: readonly ListColumn<Row>[], rows: readonly Row[]): Promise<Uint8Array> {
  const cells = rows.map((row) => list.map((column) => cellOf(column, row)));
  const width = (i: number): number => Math.min(WIDEST, cells.reduce((widest, row) => Math.max(widest, typeof row[i] === "string" ? row[i].length : 10), list[i].name.length) + 2);
  const heading = list.map(({ name }) => ({ value: name, type: String, fontWeight: "bold" as const }));
  const blob = await writeXlsx([{ sheet, data: [heading, ...cells], columns: list.map((_, i) => ({ width: width(i) })), stickyRowsCount: 1 }]).toBlob();
  return zipSync(unzipSync(new Uint8Array(await blob.arrayBuffer())), { mtime: STAMP });
}
