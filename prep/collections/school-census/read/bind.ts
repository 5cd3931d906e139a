import type { DateYears } from "../../../calendar/read-day";
import type { Gap } from "../../../indicators/gap";
import type { Finding, RowCount } from "../../../check/finding";
import { isPrintableKey } from "../../../check/identifiers/record-key";
import { findingOf } from "../../../check/run";
import { childrenOf } from "../../../columns/children";
import { decodedColumns } from "../../../columns/decoded-columns";
import type { RawTable } from "../../../columns/raw-table";
import { lostIds } from "../../../scan/spreadsheet-damage";
import type { CensusTable } from "./census";
import { censusTables, fieldsOf, parentOf, type CensusTableName } from "../fields/fields";
import { readingRules } from "../rules/reading-rules";
import type { AppendedTable, AppendedTables } from "./link";

interface BoundCensus {
  readonly gaps: ReadonlyMap<CensusTableName, readonly Gap[]>;
  readonly tables: Readonly<Record<CensusTableName, CensusTable>>;
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

type Why = "K01" | "K02" | "K04" | "K07" | "H03" | "under H03";

/** Tables whose rows are told apart only by what they say. */
const leaves: ReadonlySet<CensusTableName> = new Set(
  censusTables.filter(
    (name) => parentOf[name] === "pupilonroll" || parentOf[name] === "pupilnolongeronroll",
  ),
);

const nothing: AppendedTable = {
  raw: {
    name: "",
    rowCount: 0,
    columns: new Map(),
    spelling: new Map(),
    lines: new Int32Array(0),
    parents: null,
  },
  parents: new Int32Array(0),
  parts: [],
  starts: new Int32Array(1),
};

/** Part (file) of each row. */
function partOfRow({ starts }: AppendedTable): (row: number) => number {
  return (row) => {
    let [low, high] = [0, starts.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

/** Rows whose own id is missing or repeated within its export. */
function withoutId({ raw, parts, starts }: AppendedTable, why: (Why | null)[]): void {
  parts.forEach(({ idColumn }, p) => {
    const ids = idColumn === null ? undefined : raw.columns.get(idColumn);
    if (!ids) return;
    const seen = new Set([0]);
    for (let row = starts[p]; row < starts[p + 1]; row++) {
      if (seen.has(ids.codes[row])) why[row] = "K01";
      seen.add(ids.codes[row]);
    }
  });
}

const IDENTIFIERS: ReadonlySet<string> = new Set(
  "nativeid upn uniquelearnernumber urn estab lea".split(" "),
);

/** Columns that tell the rows of a table, its people or its schools apart, or say whose they are. */
const isIdColumn = (name: string): boolean => name.endsWith("tableid") || IDENTIFIERS.has(name);

/** Rows of a file whose ids a spreadsheet has changed. */
function withLostIds({ raw, parts, starts }: AppendedTable, why: (Why | null)[]): void {
  const names = [...raw.columns.keys()].filter(isIdColumn);
  parts.forEach((_, p) => {
    if (lostIds(raw, names, [starts[p], starts[p + 1]]).length > 0)
      why.fill("K07", starts[p], starts[p + 1]);
  });
}

/** Rows that repeat an earlier one of the same parent in every field that is read. */
function repeats(
  raw: RawTable,
  parents: Int32Array,
  parentCount: number,
  why: (Why | null)[],
): void {
  const columns = [...raw.columns]
    .filter(([name]) => !name.endsWith("tableid") && name !== "nativeid")
    .map(([, { codes }]) => codes);
  const own = parents.map((parent, row) => (why[row] === null ? parent : parentCount));
  const { from, rows } = childrenOf(own, parentCount + 1);
  const same = (a: number, b: number): boolean => columns.every((codes) => codes[a] === codes[b]);
  for (let parent = 0; parent < parentCount; parent++)
    for (let i = from[parent] + 1; i < from[parent + 1]; i++)
      for (let j = from[parent]; j < i; j++)
        if (same(rows[i], rows[j])) {
          why[rows[i]] = "K04";
          break;
        }
}

/**
 * Of rows of the same school keeps the one whose header is dated last. Gives a gap of the schools of
 * which no header says which of their censuses is the later: nobody knows which was submitted.
 */
function olderSchools({ raw }: AppendedTable, why: (Why | null)[]): readonly Gap[] {
  const [lea, estab, date] = ["lea", "estab", "datetime"].map((name) => raw.columns.get(name));
  const newest = new Map<string, number>();
  const undecided = new Set<string>();
  for (let row = 0; row < raw.rowCount; row++) {
    if (why[row] !== null || !estab?.at(row)) continue;
    const key = `${lea?.at(row)} ${estab.at(row)}`;
    const other = newest.get(key);
    if (other !== undefined) {
      const [one, before] = [date?.at(row) ?? "", date?.at(other) ?? ""];
      if (one === "" || before === "" || one === before) undecided.add(key);
    }
    if (other !== undefined && (date?.at(row) ?? "") <= (date?.at(other) ?? "")) why[row] = "H03";
    else {
      if (other !== undefined) why[other] = "H03";
      newest.set(key, row);
    }
  }
  if (undecided.size === 0) return [];
  const reason = "schools have two censuses of the term, and no header says which is the later";
  return [{ kind: "rows", eligible: newest.size, leftOut: undecided.size, why: reason }];
}

/** What the tables that are bound so far gave. */
interface Binding {
  readonly tables: Record<CensusTableName, CensusTable>;
  /** New row of each row by table: -1 where left out, -2 where a newer census holds its school. */
  readonly moved: Map<CensusTableName, Int32Array>;
  readonly found: Map<string, Finding[]>;
  readonly rows: RowCount[];
  readonly gaps: Map<CensusTableName, readonly Gap[]>;
  /** Where years of two digits lie. */
  readonly years: DateYears;
}

/** A table that is bound now. */
interface TableToBind extends AppendedTable {
  readonly name: CensusTableName;
  /** New rows of the table above it; null where none is. */
  readonly parentRows: Int32Array | null;
  /** Part (file) of a row, and what findings call it. */
  readonly partOf: (row: number) => number;
  readonly label: (row: number) => string;
}

function tableToBind(
  name: CensusTableName,
  table: AppendedTable,
  moved: ReadonlyMap<CensusTableName, Int32Array>,
): TableToBind {
  const { raw, parts, starts } = table;
  const above = parentOf[name];
  const partOf = partOfRow(table);
  const label = (row: number): string => {
    const part = partOf(row);
    const { idColumn } = parts[part];
    const id = idColumn === null ? null : (raw.columns.get(idColumn)?.at(row) ?? null);
    if (id !== null && isPrintableKey(id)) return id;
    return leaves.has(name) ? `line ${raw.lines[row]}` : `${name} ${row - starts[part] + 1}`;
  };
  const parentRows = above === null ? null : moved.get(above)!;
  return { name, ...table, parentRows, partOf, label };
}

/** Why each row is left out, null where it is kept; and what is not known of those that are kept. */
function reasonsOf(table: TableToBind): {
  readonly why: readonly (Why | null)[];
  readonly doubts: readonly Gap[];
} {
  const { name, raw, parents, parentRows } = table;
  const why: (Why | null)[] = new Array(raw.rowCount).fill(null);
  withoutId(table, why);
  withLostIds(table, why);
  const doubts = parentRows === null ? olderSchools(table, why) : [];
  if (parentRows !== null)
    for (let row = 0; row < raw.rowCount; row++)
      if (why[row] === null && (parents[row] < 0 || parentRows[parents[row]] < 0))
        why[row] = parents[row] >= 0 && parentRows[parents[row]] === -2 ? "under H03" : "K02";
  if (parentRows !== null && leaves.has(name)) repeats(raw, parents, parentRows.length, why);
  return { why, doubts };
}

/** Which rows of a table are kept, and how many of each file. */
interface Kept {
  readonly rows: Int32Array;
  readonly byPart: readonly number[];
  /** Rows left out that nothing else in the return says again. */
  readonly lost: number;
}

/** Keeps the rows that nothing speaks against; the others become findings. */
function keepRows(
  { name, raw, parts, starts, label }: TableToBind,
  why: readonly (Why | null)[],
  { moved, found }: Binding,
): Kept {
  const rowOf = new Int32Array(raw.rowCount);
  const kept = new Int32Array(raw.rowCount);
  let count = 0;
  let lost = 0;
  const byPart = parts.map(({ file }, p) => {
    const before = count;
    for (let row = starts[p]; row < starts[p + 1]; row++) {
      const reason = why[row];
      if (reason === null) {
        kept[count] = row;
        rowOf[row] = count++;
        continue;
      }
      rowOf[row] = reason.endsWith("H03") ? -2 : -1;
      if (reason === "under H03") continue;
      if (reason !== "H03" && reason !== "K04") lost++;
      const key = `${reason} ${name}`;
      if (!found.has(key)) found.set(key, []);
      if (reason === "K07") {
        if (row > starts[p]) continue;
        const place = { file, record: "", line: null, field: null };
        found.get(key)!.push(findingOf(readingRules.K07, name, place));
        continue;
      }
      const place = { file, record: label(row), line: raw.lines[row] || null, field: null };
      found.get(key)!.push(findingOf(readingRules[reason], name, place));
    }
    return count - before;
  });
  moved.set(name, rowOf);
  return { rows: kept.subarray(0, count), byPart, lost };
}

/** The table of the rows that are kept. */
function censusTable(
  { name, raw, parents, parts, parentRows, partOf, label }: TableToBind,
  rows: Int32Array,
  { tables, years }: Binding,
): CensusTable {
  const above = parentOf[name];
  const parent =
    parentRows === null ? new Int32Array(rows.length) : rows.map((row) => parentRows[parents[row]]);
  return {
    name,
    rowCount: rows.length,
    parent,
    lines: rows.map((row) => raw.lines[row]),
    file: (row) => (row < 0 ? (parts[0]?.file ?? "") : parts[partOf(rows[row])].file),
    record: (row) => label(rows[row]),
    schoolRow: (row) => (above === null ? row : tables[above].schoolRow(parent[row])),
    ...decodedColumns(raw, rows, fieldsOf(name), () => years),
  };
}

/** Columns whose days and months could not be told apart. */
function findDoubts(table: CensusTable, file: string, found: Binding["found"]): void {
  for (const { column, verdict } of table.datesInDoubt()) {
    const rule = readingRules[verdict === "refuse" ? "K05" : "K06"];
    const field = table.spelling(column);
    const place = { file, record: "", line: null, field };
    found.set(`${rule.id} ${table.name} ${field}`, [findingOf(rule, table.name, place)]);
  }
}

/** Rows of a table that its files held and the scanner could not read. */
const unreadRows = ({ raw, parts, starts }: AppendedTable): number =>
  parts.reduce(
    (sum, { rowsSeen }, p) =>
      sum + Math.max(0, rowsSeen - ((starts[p + 1] ?? raw.rowCount) - starts[p])),
    0,
  );

/**
 * Puts the appended tables of one term together. Rows are rejected when their id is missing or
 * repeated,
 * when their parent is not there, when they repeat a row of the same pupil, or when a newer census
 * of their
 * school is loaded; the counts say rows in = rows out + rows rejected.
 */
export function bindCensus(appended: AppendedTables, years: DateYears): BoundCensus {
  const binding: Binding = {
    tables: {} as Record<CensusTableName, CensusTable>,
    moved: new Map(),
    found: new Map(),
    rows: [],
    gaps: new Map(),
    years,
  };
  const { tables, moved, found, rows, gaps } = binding;
  for (const name of censusTables) {
    const table = tableToBind(name, appended[name] ?? nothing, moved);
    const { raw, parts } = table;
    const { why, doubts } = reasonsOf(table);
    const kept = keepRows(table, why, binding);
    tables[name] = censusTable(table, kept.rows, binding);
    findDoubts(tables[name], parts[0]?.file ?? "", found);
    const unread = unreadRows(table);
    const lost: readonly Gap[] =
      kept.lost + unread === 0
        ? []
        : [
            {
              kind: "rows",
              eligible: raw.rowCount + unread,
              leftOut: kept.lost + unread,
              why: `rows of the table ${name} could not be read or placed`,
            },
          ];
    if (lost.length + doubts.length > 0) gaps.set(name, [...lost, ...doubts]);
    parts.forEach(({ file, rowsSeen }, p) => {
      const [rowsIn, rowsOut] = [Math.max(rowsSeen, 0), kept.byPart[p]];
      if (rowsIn > 0)
        rows.push({ file, table: name, rowsIn, rowsOut, rowsRejected: rowsIn - rowsOut });
    });
  }
  return { tables, gaps, findings: [...found.values()].flat(), rows };
}
