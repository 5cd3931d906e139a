import { csvCells } from "../csv-rows";

/** A CSV file as its cells, the headings first. */
export type Cells = string[][];

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const bytesOfText = (text: string): Uint8Array => new TextEncoder().encode(text);

export const cellsOf = (bytes: Uint8Array): Cells => csvCells(textOf(bytes));

export interface Writing {
  readonly separator?: string;
  readonly quoteAll?: boolean;
  readonly lineEnd?: string;
}

/** The cells as CSV text, quoted where they must be or everywhere. */
export function csvText(
  cells: readonly (readonly string[])[],
  { separator = ",", quoteAll = false, lineEnd = "\r\n" }: Writing = {},
): string {
  const written = (cell: string): string =>
    quoteAll || cell.includes(separator) || /["\r\n]/.test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  return cells.map((row) => row.map(written).join(separator) + lineEnd).join("");
}

/** What the values of a column look like. */
export type ColumnKind = "date" | "number" | "long id" | "other" | "blank";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const DATE = /^(\d{4})-(\d{2}|[A-Z][a-z]{2})-(\d{2})( 00:00:00)?$/;

export interface Written {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/**
 * Year, month and day of a date as the sample writes it: `2025-01-16`, `2025-Jan-16 00:00:00`; null
 * for another text.
 */
export function dateIn(cell: string): Written | null {
  const [, year, month, day] = DATE.exec(cell) ?? [];
  if (year === undefined) return null;
  const number = MONTHS.indexOf(month) + 1;
  return { year, day, month: number === 0 ? month : String(number).padStart(2, "0") };
}

export const monthName = (month: string): string => MONTHS[Number(month) - 1];

/** The kind of each column, from all of its values. */
export const columnKinds = ([headings, ...rows]: Cells): ColumnKind[] =>
  headings.map((_, column) => {
    const values = rows.map((row) => row[column] ?? "").filter((value) => value !== "");
    if (values.length === 0) return "blank";
    const all = (is: (value: string) => boolean): boolean => values.every(is);
    if (all((value) => dateIn(value) !== null)) return "date";
    if (all((value) => /^\d{16,}$/.test(value))) return "long id";
    return all((value) => /^\d+(\.\d+)?$/.test(value)) ? "number" : "other";
  });

/** The columns of a kind, by position. */
export const columnsOfKind = (cells: Cells, kind: ColumnKind): number[] =>
  columnKinds(cells).flatMap((one, column) => (one === kind ? [column] : []));

/** The cells with those of some columns written anew; headings and blank cells stay. */
export const withColumns = (
  [headings, ...rows]: Cells,
  columns: readonly number[],
  write: (cell: string, row: number) => string,
): Cells => {
  const wanted = new Set(columns);
  return [
    headings,
    ...rows.map((row, at) =>
      row.map((cell, column) => (wanted.has(column) && cell !== "" ? write(cell, at) : cell)),
    ),
  ];
};
