import { TextColumn } from "../../columns/column";
import type { RawTable } from "../../scan/raw-table";
import { censusTables, parentOf, type CensusTableName } from "./fields";
import type { LinkedTable, LinkedTables } from "./link";

/** A table over several files: rows of file f are `starts[f]` to `starts[f + 1] - 1`. */
export interface AppendedTable {
  readonly raw: RawTable;
  readonly parents: Int32Array;
  readonly parts: readonly Pick<LinkedTable, "file" | "rowsSeen" | "idColumn">[];
  readonly starts: Int32Array;
}

export type AppendedTables = Partial<Record<CensusTableName, AppendedTable>>;

/** One column from the columns of several tables. Where they do not share their texts, each distinct one of each part is looked up once. */
function appendColumn(parts: readonly (TextColumn | undefined)[], starts: Int32Array): TextColumn {
  if (parts.length === 1) return parts[0]!;
  const codes = new Int32Array(starts[parts.length]);
  const texts = parts.find((part) => part !== undefined)!.texts;
  if (parts.every((part) => part === undefined || part.texts === texts)) {
    parts.forEach((part, p) => part && codes.set(part.codes, starts[p]));
    return new TextColumn(codes, texts);
  }
  const dictionary = [""];
  const codeOf = new Map<string, number>([["", 0]]);
  parts.forEach((part, p) => {
    if (!part) return;
    const recode = Int32Array.from(part.dictionary, (value) => {
      let code = codeOf.get(value);
      if (code === undefined) codeOf.set(value, (code = dictionary.push(value) - 1));
      return code;
    });
    for (let row = 0; row < part.length; row++) codes[starts[p] + row] = recode[part.codes[row]];
  });
  return new TextColumn(codes, dictionary);
}

function appendTables(
  parts: readonly LinkedTable[],
  parentStarts: readonly number[],
): AppendedTable {
  const starts = new Int32Array(parts.length + 1);
  parts.forEach(({ raw }, p) => (starts[p + 1] = starts[p] + raw.rowCount));
  const count = starts[parts.length];
  const [lines, parents] = [new Int32Array(count), new Int32Array(count)];
  const names = new Set<string>();
  const spelling = new Map<string, string>();
  parts.forEach(({ raw, parents: of }, p) => {
    lines.set(raw.lines, starts[p]);
    for (let row = 0; row < of.length; row++)
      parents[starts[p] + row] = of[row] < 0 ? -1 : of[row] + parentStarts[p];
    for (const name of raw.columns.keys()) names.add(name);
    for (const [name, spelt] of raw.spelling) if (!spelling.has(name)) spelling.set(name, spelt);
  });
  const columns = new Map(
    [...names].map((name) => [
      name,
      appendColumn(
        parts.map(({ raw }) => raw.columns.get(name)),
        starts,
      ),
    ]),
  );
  const raw: RawTable = {
    name: parts[0].raw.name,
    rowCount: count,
    columns,
    spelling,
    lines,
    parents: null,
  };
  return { raw, parents, parts, starts };
}

/** Puts the tables of several files or exports one after the other; parents follow. */
export function appendLinked(list: readonly LinkedTables[]): AppendedTables {
  const appended: AppendedTables = {};
  for (const name of censusTables) {
    const having = list.filter((tables) => tables[name]);
    if (having.length === 0) continue;
    const above = parentOf[name];
    const before = new Map<LinkedTables, number>();
    let rows = 0;
    for (const tables of list) {
      before.set(tables, rows);
      rows += above === null ? 0 : (tables[above]?.raw.rowCount ?? 0);
    }
    appended[name] = appendTables(
      having.map((tables) => tables[name]!),
      having.map((tables) => before.get(tables)!),
    );
  }
  return appended;
}
