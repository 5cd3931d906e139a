import { parse } from "csv-parse/sync";

/** Rows of a CSV text by its headings, for reading test data with a reader that is not ours. */
export const csvRows = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[];

/** The cells of a CSV text, headings included. */
export const csvCells = (text: string): string[][] =>
  parse(text, { bom: true, relax_column_count: true }) as string[][];
