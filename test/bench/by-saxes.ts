import { SaxesParser } from "saxes";

/** String columns with a dictionary each, filled as ours are, by row and field name. */
export function sink() {
  const columns = new Map<string, { codes: number[]; values: Map<string, number> }>();
  return (table: string, row: number, field: string, value: string): void => {
    const key = `${table}.${field}`;
    let column = columns.get(key);
    if (column === undefined) columns.set(key, (column = { codes: [], values: new Map() }));
    let code = column.values.get(value);
    if (code === undefined) column.values.set(value, (code = column.values.size + 1));
    column.codes[row] = code;
  };
}

/**
 * An element by its path: the table whose row its text goes into, and whether it opens a row of it.
 */
interface Kind {
  readonly name: string;
  readonly table: string;
  readonly opens: boolean;
  readonly children: Map<string, Kind>;
}

/**
 * Reads XML by saxes into the tables that `XmlOptions.records` names, into dictionary columns;
 * returns the rows of each table over all the files.
 */
export async function bySaxes(
  files: Iterable<AsyncIterable<Uint8Array>>,
  records: Readonly<Record<string, string>>,
  root: string,
): Promise<Map<string, number>> {
  const set = sink();
  const counts = new Map<string, number>();
  const top: Kind = { name: "", table: root, opens: false, children: new Map() };
  const childOf = (parent: Kind, spelling: string): Kind => {
    let kind = parent.children.get(spelling);
    if (kind === undefined) {
      const name = spelling.toLowerCase();
      const table =
        parent === top
          ? root
          : (records[`${parent.name}/${name}`] ??
            records[`${parent.table}//${name}`] ??
            records[name]);
      parent.children.set(
        spelling,
        (kind = {
          name,
          table: table ?? parent.table,
          opens: table !== undefined,
          children: new Map(),
        }),
      );
    }
    return kind;
  };
  for (const file of files) {
    const kinds = [top];
    const rows = [-1];
    let value = "";
    const parser = new SaxesParser();
    parser.on("opentag", ({ name }) => {
      const kind = childOf(kinds[kinds.length - 1], name);
      let row = rows[rows.length - 1];
      if (kind.opens) {
        row = counts.get(kind.table) ?? 0;
        counts.set(kind.table, row + 1);
      }
      kinds.push(kind);
      rows.push(row);
      value = "";
    });
    parser.on("text", (text) => (value += text));
    parser.on("closetag", () => {
      const { table, name } = kinds.pop()!;
      const row = rows.pop()!;
      const trimmed = value.trim();
      if (trimmed !== "") set(table, row, name, trimmed);
      value = "";
    });
    const decoder = new TextDecoder();
    for await (const chunk of file) parser.write(decoder.decode(chunk, { stream: true }));
    parser.close();
  }
  return counts;
}
