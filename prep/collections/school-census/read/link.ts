import { TextColumn } from "../../../columns/column";
import { rowsOfSame } from "../../../columns/look-up";
import type { RawTable } from "../../../columns/raw-table";
import {
  censusTables,
  isRead,
  mergedTables,
  parentOf,
  type CensusTableName,
  type MergedTableName,
} from "../fields/fields";
import { attendanceKinds, censusContainers, pupilTable, rolls, xmlSchools } from "./xml";

/**
 * A raw table of one file or export, and for each row the row of its parent (-1: there is none).
 */
export interface LinkedTable {
  readonly file: string;
  readonly raw: RawTable;
  readonly parents: Int32Array;
  /** Rows that the file held, where the scanner had to give some up. */
  readonly rowsSeen: number;
  /** Column that holds the row's own id, where the layout has ids. */
  readonly idColumn: string | null;
}

/** How the rows of a table whose columns become those of another found their place. */
export interface MergedRows {
  readonly into: CensusTableName;
  readonly name: MergedTableName;
  /** The columns that it gives. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** Rows that the scanner gave up, or that lie under no row of the other table. */
  readonly lost: number;
  /** Rows of the other table, and those without one of this. */
  readonly targets: number;
  readonly bare: number;
}

export type LinkedTables = Partial<Record<CensusTableName, LinkedTable>>;

/** A table over several files: rows of file f are `starts[f]` to `starts[f + 1] - 1`. */
export interface AppendedTable {
  readonly raw: RawTable;
  readonly parents: Int32Array;
  readonly parts: readonly Pick<LinkedTable, "file" | "rowsSeen" | "idColumn">[];
  readonly starts: Int32Array;
}

export type AppendedTables = Partial<Record<CensusTableName, AppendedTable>>;

/** A table as it was scanned. */
export interface ScannedTable {
  readonly file: string;
  readonly raw: RawTable;
  readonly rowsSeen: number;
}

/** The first value that the children of each row give. */
function gathered(column: TextColumn, parents: Int32Array, length: number): TextColumn {
  const codes = new Int32Array(length);
  for (let row = 0; row < parents.length; row++)
    if (parents[row] >= 0 && codes[parents[row]] === 0) codes[parents[row]] = column.codes[row];
  return new TextColumn(codes, column.texts);
}

/**
 * A table with the columns of a table under it, one value a row; its own columns stay as they are.
 */
function withColumnsOf(
  raw: RawTable,
  child: RawTable,
  parents: Int32Array,
  name: (column: string) => string,
): RawTable {
  const columns = new Map(raw.columns);
  for (const [column, values] of child.columns)
    if (!columns.has(name(column)))
      columns.set(name(column), gathered(values, parents, raw.rowCount));
  return { ...raw, columns };
}

/**
 * The tables of a per-school XML file in the shape of the COLLECT tables: the school's and the
 * attendance's
 * fields become columns.
 */
export function linkNested(
  file: string,
  tables: readonly RawTable[],
  rowsSeen: ReadonlyMap<string, number>,
): { readonly linked: LinkedTables; readonly untold: number } {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const linked: LinkedTables = {};
  const put = (name: CensusTableName, raw: RawTable, parents: Int32Array): void =>
    void (linked[name] = {
      file,
      raw,
      parents,
      rowsSeen: Math.max(raw.rowCount, rowsSeen.get(name) ?? 0),
      idColumn: null,
    });
  for (const name of censusTables) {
    const raw = byName.get(name);
    if (raw) put(name, raw, raw.parents ?? new Int32Array(raw.rowCount));
  }
  const [messages, sources, characteristics, lists] = censusContainers.map((name) =>
    byName.get(name)!,
  );
  const {
    table: schools,
    schoolOf,
    untold,
  } = xmlSchools(messages, sources, characteristics, lists);
  linked.schoolcensus = {
    file,
    raw: schools,
    parents: new Int32Array(schools.rowCount),
    rowsSeen: schools.rowCount,
    idColumn: null,
  };
  for (const roll of rolls) {
    const pupils = linked[pupilTable[roll]];
    if (pupils)
      put(
        pupilTable[roll],
        pupils.raw,
        pupils.parents.map((list) => schoolOf[list] ?? -1),
      );
  }
  for (const kind of attendanceKinds)
    for (const roll of rolls) {
      const attendance = byName.get(`${kind}attendance${roll}`);
      const pupils = linked[pupilTable[roll]];
      if (!attendance || !pupils) continue;
      put(
        pupilTable[roll],
        withColumnsOf(pupils.raw, attendance, attendance.parents!, (column) => `${kind}${column}`),
        pupils.parents,
      );
      const details = linked[`${kind}sessiondetails${roll}`];
      if (details)
        put(
          `${kind}sessiondetails${roll}`,
          details.raw,
          details.parents.map((row) => attendance.parents![row]),
        );
    }
  return { linked, untold };
}

/** The distinct texts of a column's rows. */
const textsIn = (column: TextColumn | undefined): string[] =>
  column
    ? Array.from(new Set(column.codes)).flatMap((code) =>
        code === 0 ? [] : column.dictionary[code],
      )
    : [];

/**
 * One row for each school that the pupils of an export without a header table name by their
 * NativeId.
 */
function schoolsByNativeId(pupils: readonly ScannedTable[]): ScannedTable {
  const ids = [
    ...new Set(pupils.flatMap(({ raw }) => textsIn(raw.columns.get("nativeid")))),
  ].sort();
  const column = new TextColumn(
    Int32Array.from(ids, (_, i) => i + 1),
    ["", ...ids],
  );
  const raw: RawTable = {
    name: "schoolcensus",
    rowCount: ids.length,
    columns: new Map([["nativeid", column]]),
    spelling: new Map(),
    lines: new Int32Array(ids.length),
    parents: null,
  };
  return { file: pupils[0]?.file ?? "", raw, rowsSeen: 0 };
}

const mergedRows = (
  [name, into]: readonly [MergedTableName, CensusTableName],
  { raw, rowsSeen }: ScannedTable,
  target: RawTable,
  parents: Int32Array,
): MergedRows => {
  const placed = new Set(parents.filter((row) => row >= 0));
  return {
    name,
    into,
    columns: [...raw.columns.keys()].filter((column) => isRead(into, column)),
    rows: rowsSeen,
    lost: Math.max(0, rowsSeen - raw.rowCount) + parents.filter((row) => row < 0).length,
    targets: target.rowCount,
    bare: target.rowCount - placed.size,
  };
};

/**
 * Links the tables of a COLLECT export by their `…tableid` keys. Without a header table the schools
 * are
 * told apart by NativeId.
 */
export function linkCollect(
  tables: Partial<Record<CensusTableName | MergedTableName, ScannedTable>>,
): { readonly linked: LinkedTables; readonly merged: readonly MergedRows[] } {
  const header = tables.schoolcensus;
  const schools =
    header ?? schoolsByNativeId(rolls.flatMap((roll) => tables[pupilTable[roll]] ?? []));
  const parentsOf = (raw: RawTable, above: CensusTableName): Int32Array => {
    const key = above === "schoolcensus" && !header ? "nativeid" : `${above}tableid`;
    const [own, others] = [
      raw.columns.get(key),
      (above === "schoolcensus" ? schools : tables[above])?.raw.columns.get(key),
    ];
    return own && others ? rowsOfSame(own, others) : new Int32Array(raw.rowCount).fill(-1);
  };
  const linked: LinkedTables = {};
  for (const name of censusTables) {
    const table = name === "schoolcensus" ? schools : tables[name];
    if (!table) continue;
    const above = parentOf[name];
    const isPupil = name === "pupilonroll" || name === "pupilnolongeronroll";
    const idColumn = isPupil || (name === "schoolcensus" && header) ? `${name}tableid` : null;
    linked[name] = {
      ...table,
      parents: above === null ? new Int32Array(table.raw.rowCount) : parentsOf(table.raw, above),
      idColumn,
    };
  }
  const merged: MergedRows[] = [];
  for (const [name, into] of Object.entries(mergedTables) as [MergedTableName, CensusTableName][]) {
    const [table, target] = [tables[name], linked[into]];
    if (!table || !target) continue;
    const parents = parentsOf(table.raw, into);
    merged.push(mergedRows([name, into], table, target.raw, parents));
    linked[into] = {
      ...target,
      raw: withColumnsOf(target.raw, table.raw, parents, (column) => column),
    };
  }
  return { linked, merged };
}
