import type { DateYears } from "../../../calendar/read-day";
import type { RowCount } from "../../../check/finding";
import { isPrintableKey } from "../../../check/identifiers/record-key";
import type { RawTable } from "../../../columns/raw-table";
import { lostIds } from "../../../scan/spreadsheet-damage";
import { parentOf, sen2Tables, type Sen2TableName } from "../fields/fields";
import type { Gap } from "../../../indicators/gap";
import type { LinkedTable } from "./link";
import type { Sen2Table } from "./return";
import { sen2Table, unknownColumns } from "./table";

/**
 * Something noticed while the tables were put together; the rule's words stand in the table of
 * rules.
 */
export interface ReadingHit {
  readonly rule: "K01" | "K02" | "K04" | "K05" | "K06" | "K07" | "C03";
  readonly file: string;
  readonly table: Sen2TableName;
  readonly record: string;
  readonly line: number | null;
  readonly field: string | null;
  readonly message?: string;
}

interface BoundTables {
  readonly tables: Readonly<Record<Sen2TableName, Sen2Table>>;
  readonly gaps: Readonly<Record<Sen2TableName, readonly Gap[]>>;
  readonly strangers: Readonly<Record<Sen2TableName, readonly string[]>>;
  readonly hits: readonly ReadingHit[];
  readonly rows: readonly RowCount[];
}

/**
 * Tables whose rows may be thrown away when they repeat another row of the same parent word for
 * word: nothing hangs under them.
 */
const leaves: ReadonlySet<Sen2TableName> = new Set(["plandetail", "placementdetail", "senneed"]);

/** How a table was read. */
export interface TableReading {
  /** Rows that the file held, where the scanner had to give some up. */
  readonly rowsSeen?: number;
  /** Its file breaks off. */
  readonly brokenOff?: boolean;
  /** What of its file may have been read wrongly. */
  readonly doubts?: readonly Gap[];
  /** A return of this form may be without it. */
  readonly isOptional?: boolean;
}

/** What a table lacks as a whole. */
function tableGaps(
  name: Sen2TableName,
  { brokenOff, doubts = [] }: TableReading,
  rowsIn: number,
  lost: number,
): Gap[] {
  const gaps: Gap[] = [];
  if (brokenOff) gaps.push({ kind: "unread", why: `The table ${name} was read only in part` });
  if (lost > 0)
    gaps.push({
      kind: "rows",
      eligible: rowsIn,
      leftOut: lost,
      why: `rows of the table ${name} could not be read or placed`,
    });
  return [...gaps, ...doubts];
}

const emptyRaw = (name: string): RawTable => ({
  name,
  rowCount: 0,
  columns: new Map(),
  spelling: new Map(),
  lines: new Int32Array(0),
  parents: null,
});

const isFilled = ({ columns }: RawTable, column: string): boolean =>
  columns.get(column)!.codes.some((code) => code !== 0);

/** The rank of each row among the rows of its parent, from 1. */
function ordinals(parents: Int32Array): Int32Array {
  const seen = new Map<number, number>();
  return parents.map((parent) => {
    const n = (seen.get(parent) ?? 0) + 1;
    seen.set(parent, n);
    return n;
  });
}

/** Key of a row that repeats another one exactly: its parent and every value but the table ids. */
function rowKey(raw: RawTable, parents: Int32Array): (row: number) => string {
  const columns = [...raw.columns]
    .filter(
      ([name]) =>
        !name.endsWith("tableid") && !name.endsWith("orderseqcolumn") && name !== "nativeid",
    )
    .map(([, column]) => column.codes);
  return (row) => `${parents[row]}|${columns.map((codes) => codes[row]).join(",")}`;
}

/** A table that is bound now, and how findings call its rows. */
interface TableToBind extends LinkedTable {
  /** New rows of the table above it; null where that is the return. */
  readonly newParentRow: Int32Array | null;
  readonly label: (row: number) => string;
}

function tableToBind(
  table: LinkedTable,
  tables: Readonly<Record<Sen2TableName, Sen2Table>>,
  newRow: ReadonlyMap<Sen2TableName, Int32Array>,
): TableToBind {
  const { name, raw, parents, idColumn } = table;
  const above = parentOf[name];
  const isTop = above === null || above === "sen2";
  const newParentRow = isTop ? null : (newRow.get(above) ?? new Int32Array(0));
  const ids = idColumn === null ? undefined : raw.columns.get(idColumn);
  const nth = ordinals(parents);
  const label = (row: number): string => {
    if (ids) {
      const id = ids.at(row);
      return id !== null && isPrintableKey(id) ? id : `line ${raw.lines[row]}`;
    }
    const own = `${name} ${isTop ? row + 1 : nth[row]}`;
    const parentRow = newParentRow === null ? -1 : (newParentRow[parents[row]] ?? -1);
    return parentRow < 0 || above === null ? own : `${tables[above].record(parentRow)} / ${own}`;
  };
  return { ...table, newParentRow, label };
}

/** Which rows of a table are kept. */
interface Kept {
  readonly rows: Int32Array;
  /** Their rows in the table above. */
  readonly parent: Int32Array;
  /** New row of each row, -1 where it is left out. */
  readonly moved: Int32Array;
  /** Rows left out because another says the same. */
  readonly repeats: number;
}

/** What tells people and schools apart, beside the ids of the records. */
const IDENTIFIERS: ReadonlySet<string> = new Set(["upn", "uniquelearnernumber", "urn", "ukprn"]);

/** Columns that tell the records, people and schools of a table apart, or say whose its rows are. */
const idColumnsOf = ({ raw, idColumn }: LinkedTable): string[] =>
  [...raw.columns.keys()].filter(
    (column) => column === idColumn || IDENTIFIERS.has(column) || column.endsWith("tableid"),
  );

/** Refuses a table whose ids a spreadsheet has changed; false where it has not. */
function isRefused(table: TableToBind, hits: ReadingHit[]): boolean {
  const { name, file, raw } = table;
  const lost = lostIds(raw, idColumnsOf(table));
  for (const column of lost) {
    const field = raw.spelling.get(column) ?? column;
    hits.push({ rule: "K07", file, table: name, record: "", line: null, field });
  }
  return lost.length > 0;
}

/** Keeps the rows that can be placed and repeat no other; the others become hits. */
function keepRows(table: TableToBind, hits: ReadingHit[]): Kept {
  const { name, file, raw, parents, idColumn, newParentRow, label } = table;
  if (isRefused(table, hits)) {
    const none = new Int32Array(0);
    return { rows: none, parent: none, moved: new Int32Array(raw.rowCount).fill(-1), repeats: 0 };
  }
  const isUnderReturn = parentOf[name] === "sen2";
  const ids = idColumn === null ? undefined : raw.columns.get(idColumn);
  const usedIds = new Set<string>();
  const usedRows = new Set<string>();
  const keyOf = leaves.has(name) ? rowKey(raw, parents) : null;
  const kept: number[] = [];
  const parent: number[] = [];
  const moved = new Int32Array(raw.rowCount).fill(-1);
  let repeats = 0;
  const reject = (rule: ReadingHit["rule"], row: number, field: string | null): void => {
    hits.push({ rule, file, table: name, record: label(row), line: raw.lines[row], field });
  };
  for (let row = 0; row < raw.rowCount; row++) {
    const id = ids?.at(row) ?? null;
    if (ids && (id === null || usedIds.has(id)))
      reject("K01", row, raw.spelling.get(idColumn!) ?? idColumn);
    else if (newParentRow !== null && (parents[row] < 0 || newParentRow[parents[row]] < 0))
      reject("K02", row, null);
    else if (isUnderReturn && parents[row] < 0) reject("K02", row, null);
    else if (keyOf && usedRows.has(keyOf(row))) {
      repeats++;
      reject("K04", row, null);
    } else {
      if (id !== null) usedIds.add(id);
      if (keyOf) usedRows.add(keyOf(row));
      moved[row] = kept.length;
      kept.push(row);
      parent.push(newParentRow === null ? 0 : newParentRow[parents[row]]);
    }
  }
  return { rows: Int32Array.from(kept), parent: Int32Array.from(parent), moved, repeats };
}

/** What was noticed of the columns of a table: dates in doubt, headings that nobody knows. */
function columnHits(table: Sen2Table, { name, file, raw }: LinkedTable): ReadingHit[] {
  const of = { file, table: name, record: "", line: null };
  const doubts = table.datesInDoubt().map(({ column, verdict }): ReadingHit => ({
    rule: verdict === "refuse" ? "K05" : "K06",
    ...of,
    field: table.spelling(column),
  }));
  const unknown = unknownColumns(name, raw.columns.keys());
  // Where most headings are unknown they may be a record that stands in their place: only their
  // position is told.
  const isHeading = unknown.length * 2 <= raw.columns.size;
  const position = new Map([...raw.columns.keys()].map((column, i) => [column, `column ${i + 1}`]));
  return [
    ...doubts,
    ...unknown.map((column): ReadingHit => ({
      rule: "C03",
      ...of,
      field: isHeading ? (raw.spelling.get(column) ?? column) : position.get(column)!,
    })),
  ];
}

/**
 * Puts linked raw tables together as the tables of one return. Rows are rejected when their id is
 * missing or repeated, when their
 * parent is not there (or was rejected), or when they repeat a row of the same parent exactly; each
 * gives a hit, and the counts say
 * rows in = rows out + rows rejected. `yearsOf` tells where years of two digits lie, once the header
 * is read.
 */
export function bindTables(
  linked: readonly LinkedTable[],
  files: readonly string[],
  readingOf: (table: Sen2TableName) => TableReading,
  yearsOf: () => DateYears | undefined,
): BoundTables {
  const hits: ReadingHit[] = [];
  const rows: RowCount[] = [];
  const tables = {} as Record<Sen2TableName, Sen2Table>;
  const gaps = {} as Record<Sen2TableName, readonly Gap[]>;
  const strangers = {} as Record<Sen2TableName, readonly string[]>;
  const newRow = new Map<Sen2TableName, Int32Array>();
  const file = files[0] ?? "";
  const nothing = { file, parents: new Int32Array(0), idColumn: null };

  for (const name of sen2Tables) {
    const given = linked.find((t) => t.name === name);
    const reading = readingOf(name);
    const table = tableToBind(given ?? { ...nothing, name, raw: emptyRaw(name) }, tables, newRow);
    const { raw, label } = table;
    const kept = keepRows(table, hits);
    newRow.set(name, kept.moved);
    tables[name] = sen2Table(table, kept, (row) => label(kept.rows[row]), yearsOf);
    hits.push(...columnHits(tables[name], table));
    strangers[name] = unknownColumns(name, raw.columns.keys()).filter((column) =>
      isFilled(raw, column),
    );
    const rowsIn = Math.max(raw.rowCount, reading.rowsSeen ?? 0);
    const rowsOut = kept.rows.length;
    gaps[name] =
      given || reading.isOptional
        ? tableGaps(name, reading, rowsIn, rowsIn - rowsOut - kept.repeats)
        : [{ kind: "unread", why: `The return has no table ${name}` }];
    if (rowsIn > 0)
      rows.push({
        file: table.file,
        table: name,
        rowsIn,
        rowsOut,
        rowsRejected: rowsIn - rowsOut,
      });
  }
  return { tables, gaps, strangers, hits, rows };
}
