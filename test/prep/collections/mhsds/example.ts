import { fixture } from "../../../fixture";
import { text, type MemoryFile } from "../../pipeline/run";

type Row = Readonly<Record<string, string>>;

interface Example {
  /** Columns with spaces between, and of each row the cells that are not empty. */
  readonly tables: Readonly<
    Record<string, { readonly columns: string; readonly rows: readonly Row[] }>
  >;
  readonly figures: Readonly<Record<string, number>> & {
    readonly MHS58a: Readonly<Record<string, number>>;
  };
}

/** The invented MHSDS extract of version 6, and the figures that it must count to. */
export const mhsdsExample = (): Example => fixture("mhsds-example.json");

/** The extract as CSV files, one a table. */
export const exampleFiles = (): MemoryFile[] =>
  Object.entries(mhsdsExample().tables).map(([name, { columns, rows }]) => {
    const headings = columns.split(" ");
    const lines = rows.map((row) => headings.map((heading) => row[heading] ?? "").join(","));
    return text(`${name}.csv`, [headings.join(","), ...lines, ""].join("\n"));
  });
