import { monthOf, type MonthIndex } from "../../../calendar/periods";
import { readDay } from "../../../calendar/read-day";
import { keepOne } from "../../../columns/row-index";
import type { ByteDictionary } from "../../../scan/dictionary";
import { fileOf, type CodeTable, type FileRows } from "./code-table";
import { isOrganisation, readInstant, readInteger } from "./read-value";
import type { Values } from "./values";
import type { Submission } from "./extract";
import { monthOfNumber, versionOfMonth } from "./month-number";
import { latestSubmission } from "./plans";
import type { Tally } from "../rules/tally";
import { columnsOf, type ColumnKind, type MhsdsTable } from "../fields/fields";

/** One submission as it is known from a header, or from the rows of people and referrals. */
interface KnownSubmission extends Submission {
  /** Code of its id; 0 where the extract has none. */
  readonly id: number;
  readonly providerCode: number;
  readonly fileType: number;
  /** Seconds since 1970; 0 where it is not said. */
  readonly effectiveFrom: number;
  /** The file of its header; null where it is known from other rows only. */
  readonly headerFile: string | null;
  /** False where a later submission of the same provider and month is loaded. */
  readonly isLatest: boolean;
}

/** All submissions that are loaded, numbered in the order in which they were found. */
export interface Submissions {
  readonly all: readonly KnownSubmission[];
  /** ODS codes by provider code; `[0]` is empty. */
  readonly providers: readonly string[];
  /**
   * Puts the number of its submission in place of each row's id, and says why rows without one, or
   * of one that was replaced, are left out.
   */
  readonly resolve: (table: CodeTable) => void;
}

/** The values of a kind, read once each, by code. */
const readAll = <T>(
  values: Values,
  table: MhsdsTable,
  kind: ColumnKind,
  read: (text: string) => T,
): T[] => {
  const column = columnsOf[table].find((candidate) => candidate.kind === kind);
  return column ? values.of(table, column).strings().map(read) : [];
};

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/") + 1);

/** Months of a few thousand years, to make one number of provider and month. */
const MONTHS = 1 << 20;

/** What headers say, read once a value, by code. */
interface HeaderValues {
  readonly numbers: readonly (number | null)[];
  readonly dates: readonly (number | null)[];
  readonly instants: readonly (number | null)[];
  readonly versions: readonly number[];
  /** ODS codes; empty where a value is none. */
  readonly providers: readonly string[];
}

const headerValues = (values: Values): HeaderValues => ({
  numbers: readAll(values, "MHS000Header", "integer", readInteger),
  dates: readAll(values, "MHS000Header", "date", readDay),
  instants: readAll(values, "MHS000Header", "instant", readInstant),
  versions: readAll(values, "MHS000Header", "version", (text) => Number.parseInt(text, 10)),
  providers: values
    .domain("provider")
    .strings()
    .map((text) => (isOrganisation(text) ? text : "")),
});

type Found = { -readonly [K in keyof KnownSubmission]: KnownSubmission[K] };

/** The submissions found so far. */
interface Search {
  readonly values: HeaderValues;
  readonly tally: Tally;
  readonly all: Found[];
  /** Ids, and providers with months, that were seen. */
  readonly seen: Set<number>;
  readonly places: Set<number>;
  /** Which submission a row of the headers is. */
  readonly headers: { readonly table: CodeTable; readonly row: number; readonly number: number }[];
}

/** Adds a row of the headers that breaks a rule to the tally. */
function tallyHeader(
  { tally }: Search,
  rule: "MH07" | "MH08",
  [table, row]: readonly [table: CodeTable, row: number],
  field: string,
): void {
  const { file } = fileOf(table, row);
  const line = table.lines[row];
  tally.add(rule, { file, table: table.table, field, line, provider: null });
}

function monthOfRow(search: Search, table: CodeTable, row: number): MonthIndex | null {
  const { numbers, dates } = search.values;
  const number = numbers[table.column("monthNumber")[row]] ?? null;
  const told = number === null ? null : monthOfNumber(number);
  const start = dates[table.column("periodStart")[row]] ?? null;
  if (start === null) return told;
  const month = monthOf(start);
  if (told !== null && told !== month) tallyHeader(search, "MH07", [table, row], "UniqMonthID");
  return month;
}

/** Takes the submission of a row, unless it is known; a header without provider or month is none. */
function take(search: Search, table: CodeTable, row: number): void {
  const { values, all, seen, places } = search;
  const isHeader = table.table === "MHS000Header";
  const id = table.column("submission")[row];
  if (id !== 0 && seen.has(id)) {
    if (isHeader) table.why[row] = 5;
    return;
  }
  const providerCode = table.column("provider")[row];
  const month = monthOfRow(search, table, row);
  const isWhole = values.providers[providerCode] !== "" && month !== null;
  const place = isWhole ? providerCode * MONTHS + month : -1;
  if (!isWhole || (id === 0 && places.has(place))) {
    if (isHeader) table.why[row] = isWhole ? 5 : 3;
    return;
  }
  if (id !== 0) seen.add(id);
  places.add(place);
  const told = values.versions[table.column("version")[row]] ?? NaN;
  if (isHeader && !Number.isNaN(told) && told !== versionOfMonth(month))
    tallyHeader(search, "MH08", [table, row], "DatSetVer");
  all.push({
    id,
    providerCode,
    month,
    provider: values.providers[providerCode],
    version: Number.isNaN(told) ? versionOfMonth(month) : told,
    fileType: values.numbers[table.column("fileType")[row]] ?? 0,
    effectiveFrom: values.instants[table.column("effectiveFrom")[row]] ?? 0,
    headerFile: isHeader ? fileOf(table, row).file : null,
    isLatest: true,
  });
  if (isHeader) search.headers.push({ table, row, number: all.length - 1 });
}

/** Looks at each row but those that repeat the keys of the row before; at each header. */
function takeAll(search: Search, table: CodeTable): void {
  const [submission, provider, month] = ["submission", "provider", "monthNumber"].map(table.column);
  for (let row = 0; row < table.rowCount; row++) {
    const repeats =
      row > 0 &&
      submission[row] === submission[row - 1] &&
      provider[row] === provider[row - 1] &&
      month[row] === month[row - 1];
    if (!repeats || table.table === "MHS000Header") take(search, table, row);
  }
}

/** Marks the submissions that a later one of the same provider and month takes the place of. */
function markReplaced({ all, headers }: Search, ids: ByteDictionary): void {
  const difference = (
    key: (typeof latestSubmission.highest)[number],
    a: Found,
    b: Found,
  ): number => (key === "submission" ? ids.compareAsNumbers(a.id, b.id) : a[key] - b[key]);
  keepOne(
    all.length,
    latestSubmission.by.map((key) =>
      Int32Array.from(all, (one) => one[key === "provider" ? "providerCode" : key]),
    ),
    {
      isIn: () => true,
      drop: (i) => (all[i].isLatest = false),
      compare: (a, b) =>
        latestSubmission.highest.reduce(
          (order, key) => order || difference(key, all[a], all[b]),
          0,
        ),
    },
  );
  for (const { table, row, number } of headers) if (!all[number].isLatest) table.why[row] = 1;
}

/**
 * The one submission that rows of a file without any key belong to: that of the header in the same
 * folder, else the only one of all.
 */
function soleOf(all: readonly KnownSubmission[], { file }: FileRows): number {
  const inFolder = all.flatMap(({ headerFile }, i) =>
    headerFile !== null && folderOf(headerFile) === folderOf(file) ? [i] : [],
  );
  if (inFolder.length === 1) return inFolder[0];
  return all.length === 1 ? 0 : -1;
}

/** What `Submissions.resolve` is of these submissions. */
function resolver(
  all: readonly KnownSubmission[],
  values: Values,
  idCount: number,
): Submissions["resolve"] {
  const byId = new Int32Array(idCount).fill(-1);
  const byPlace = new Map<number, number>();
  all.forEach(({ id, providerCode, month, isLatest }, i) => {
    if (id !== 0) byId[id] = i;
    if (isLatest) byPlace.set(providerCode * MONTHS + month, i);
  });
  return (table) => {
    const [submission, provider, monthNumber] = ["submission", "provider", "monthNumber"].map(
      table.column,
    );
    const known = readAll(values, table.table, "integer", readInteger);
    for (const part of table.files) {
      const sole = soleOf(all, part);
      for (let row = part.from; row < part.to; row++) {
        if (table.why[row] !== 0) continue;
        let number = sole;
        if (submission[row] !== 0)
          number = submission[row] < byId.length ? byId[submission[row]] : -1;
        else if (provider[row] !== 0) {
          const month = known[monthNumber[row]] ?? null;
          const place = month === null ? -1 : provider[row] * MONTHS + monthOfNumber(month);
          number = byPlace.get(place) ?? -1;
        }
        submission[row] = number;
        if (number === -1) table.why[row] = 2;
        else if (!all[number].isLatest) table.why[row] = 1;
      }
    }
  };
}

/**
 * Finds all submissions: from the headers, else from the people and referrals (`tables` in this
 * order), and which are the latest of their provider and month. A header without provider or month
 * is left out.
 */
export function findSubmissions(
  tables: readonly CodeTable[],
  values: Values,
  tally: Tally,
): Submissions {
  const search: Search = {
    values: headerValues(values),
    tally,
    all: [],
    seen: new Set(),
    places: new Set(),
    headers: [],
  };
  for (const table of tables) takeAll(search, table);
  const ids = values.domain("submission");
  markReplaced(search, ids);
  const { all } = search;
  return {
    all,
    providers: search.values.providers,
    resolve: resolver(all, values, ids.size),
  };
}
