import type { CsvTarget } from "../../../scan/csv";
import { TableBuilder } from "../../../scan/table-builder";
import { columnsIn } from "../fields/headings";
import { columnsOf, type MhsdsColumn, type MhsdsTable } from "../fields/fields";
import { rowNumberHeading, rowNumbers } from "./row-numbers";
import type { Values } from "./values";

/** The rows of one file in a table. */
export interface FileRows {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** Rows begun in the file, those that the scanner left out included. */
  readonly seen: number;
  /** Names of the columns that the file has. */
  readonly has: ReadonlySet<string>;
}

/** Column of the number that the platform gives each row; 0 where it gives none. */
export const ROW_NUMBER = "rowNumber";

/** Why a row is left out; 0 where it is not. */
export const KEPT = 0;

/**
 * All files of one table: whole numbers by column. Ids are codes of their numbering; the other
 * columns are codes until they are decoded in place.
 */
export interface CodeTable {
  readonly table: MhsdsTable;
  readonly rowCount: number;
  readonly files: readonly FileRows[];
  readonly lines: Int32Array;
  /** By column name; a column that no file has is all 0. */
  readonly column: (name: string) => Int32Array;
  /** Index of the reason in the list of rules of `why`, by row; 0 where the row is kept. */
  readonly why: Uint8Array;
}

/** Gathers the files of one table. */
interface TableFiles {
  /** Where the rows of the next file go. */
  readonly target: CsvTarget;
  /** Ends a file. */
  fileRead(file: string, seen: number): void;
  finish(): CodeTable;
}

export function tableFiles(table: MhsdsTable, values: Values): TableFiles {
  const builder = new TableBuilder(table);
  const files: FileRows[] = [];
  let has: ReadonlySet<string> = new Set();
  return {
    target: {
      table: builder,
      columns(headings) {
        const found = columnsIn(table, headings);
        has = new Set([...found.values()].map(({ name }) => name));
        return headings.map((_, position) => {
          const column = found.get(position);
          if (column) return builder.column(column.name, values.of(table, column));
          return headings[position].trim().toLowerCase() === rowNumberHeading(table)
            ? builder.column(ROW_NUMBER, rowNumbers)
            : null;
        });
      },
    },
    fileRead(file, seen) {
      files.push({ file, from: files.at(-1)?.to ?? 0, to: builder.rowCount, seen, has });
      has = new Set();
    },
    finish() {
      const { columns, lines } = builder.codes();
      const { rowCount } = builder;
      const made = new Map([...columns].map(([name, codes]) => [name.toLowerCase(), codes]));
      const column = (name: string): Int32Array => {
        const key = name.toLowerCase();
        let codes = made.get(key);
        if (codes === undefined) made.set(key, (codes = new Int32Array(rowCount)));
        return codes;
      };
      return { table, rowCount, files, lines, column, why: new Uint8Array(rowCount) };
    },
  };
}

/** The columns of a table that are no ids. */
export const fieldsOf = (table: MhsdsTable): readonly MhsdsColumn[] =>
  columnsOf[table].filter(({ kind }) => kind !== "id");

/** The file that a row stands in. */
export function fileOf({ files }: Pick<CodeTable, "files">, row: number): FileRows {
  let [low, high] = [0, files.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (files[middle].to > row) high = middle;
    else low = middle + 1;
  }
  return files[low];
}

/** The rows that are kept, in order. */
export function keptRows({ why, rowCount }: Pick<CodeTable, "why" | "rowCount">): Int32Array {
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (why[row] === KEPT) count++;
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; row < rowCount; row++) if (why[row] === KEPT) rows[at++] = row;
  return rows;
}
