import type { ColumnTable } from "arquero";
import type { StarTable } from "../star/declaration";
import { columnOf } from "../star/frame";
import { cellsOf } from "./csv-cells";
import { csvField } from "./csv-text";

const CHUNK = 1 << 20;
const [COMMA, RETURN, LINE_FEED] = [44, 13, 10];
const BOM = "\uFEFF";

/**
 * A table as CSV: UTF-8, RFC 4180, CRLF, a header with the column names. Dates are ISO, numbers the
 * shortest decimal that reads back
 * the same, yes and no are `true` and `false`, no value is an empty field. Text that a spreadsheet
 * would run as a formula
 * gets an apostrophe in front (see csv-text). Yields chunks of about a megabyte; the same table
 * gives the same bytes.
 * With `bom` the file starts with a byte order mark, which Excel needs to read UTF-8 when a file is
 * opened by double-click.
 */
export function* csvChunks(
  { columns }: Pick<StarTable, "columns">,
  frame: ColumnTable,
  { bom = false } = {},
): Generator<Uint8Array> {
  const names = columns.map(({ name }) => csvField(name)).join(",");
  yield new TextEncoder().encode(`${bom ? BOM : ""}${names}\r\n`);
  const cells = columns.map(({ name, type }) => cellsOf[type](columnOf(frame, name)));
  const longestRow = cells.reduce((sum, { longest }) => sum + longest + 1, 1);
  const bytes = new Uint8Array(Math.min(CHUNK, frame.numRows() * longestRow) + longestRow);
  let at = 0;
  for (let row = 0; row < frame.numRows(); row++) {
    for (let i = 0; i < cells.length; i++) {
      if (i > 0) bytes[at++] = COMMA;
      at = cells[i].write(bytes, at, row);
    }
    bytes[at++] = RETURN;
    bytes[at++] = LINE_FEED;
    if (at >= CHUNK) {
      yield bytes.slice(0, at);
      at = 0;
    }
  }
  if (at > 0) yield bytes.slice(0, at);
}
