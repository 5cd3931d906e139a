/** A list of this folder: its rows, and from its header where it comes from and on what terms. */
export interface Reference<Row> {
  readonly source: string;
  readonly licence: string;
  readonly rows: readonly Row[];
}

interface ReferenceFile<Column extends string, Row> {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly text: string;
  /** The columns that it must have, in this order. */
  readonly columns: readonly Column[];
  /** Makes a row of its cells; what it throws is told with the line. */
  readonly row: (cells: Readonly<Record<Column, string>>) => Row;
}

/**
 * A list of this folder, read when it is first asked for and kept. Asking throws, with file and
 * line, where a line of
 * the header is missing or empty (`# source:`, `# licence:`, `# columns:`), the columns are others,
 * a line has more or
 * fewer cells, or `row` refuses one.
 */
export function reference<Column extends string, Row>(
  file: ReferenceFile<Column, Row>,
): () => Reference<Row> {
  let read: Reference<Row> | null = null;
  return () => (read ??= readReference(file));
}

/** Something worked out when it is first asked for, and kept. */
export function readOnce<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function readReference<Column extends string, Row>({
  file,
  text,
  columns,
  row,
}: ReferenceFile<Column, Row>): Reference<Row> {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => !line.startsWith("#"));
  const about = (key: string): string => {
    const line = lines.slice(0, start).find((one) => one.startsWith(`# ${key}: `));
    if (line === undefined) throw new Error(`${file}: the header has no line "# ${key}: ".`);
    return line.slice(key.length + 4).trim();
  };
  about("columns");
  const head = { source: about("source"), licence: about("licence") };
  if (lines[start] !== columns.join(","))
    throw new Error(`${file}, line ${start + 1}: the columns are not ${columns.join(",")}.`);
  const rows: Row[] = [];
  for (let i = start + 1; i < lines.length; i++) {
    if (lines[i] === "" && i === lines.length - 1) break;
    try {
      rows.push(row(named(columns, cellsOf(lines[i]))));
    } catch (error) {
      throw new Error(`${file}, line ${i + 1}: ${(error as Error).message}`, { cause: error });
    }
  }
  return { ...head, rows };
}

function named<Column extends string>(
  columns: readonly Column[],
  cells: readonly string[],
): Record<Column, string> {
  if (cells.length !== columns.length)
    throw new Error(`${cells.length} cells are there where ${columns.length} are due.`);
  return Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Record<
    Column,
    string
  >;
}

/** Cells of a line; one in quotes may hold commas, and a quote as two. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  if (!/^(?:[^",]*|"(?:[^"]|"")*")(?:,(?:[^",]*|"(?:[^"]|"")*"))*$/.test(line))
    throw new Error("A quotation mark has no partner.");
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}
