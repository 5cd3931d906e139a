import type { Finding, RowCount } from "../../../check/finding";
import { records } from "../../../check/rows";
import { findingOf } from "../../../check/run";
import { doubtsOfFile } from "../../../extracts/doubts-of-file";
import { scanFinding } from "../../../extracts/file-rules";
import type { Gap } from "../../../indicators/gap";
import type { InputFile } from "../../../input-file";
import type { ByteDictionary } from "../../../scan/dictionary";
import { scanCsv, xmlReader, type XmlReader } from "../../../scan/scan";
import { censusForms, describeTerm } from "./census";
import {
  censusTables,
  isRead,
  mergedTables,
  parentOf,
  type CensusTableName,
  type MergedTableName,
} from "../fields/fields";
import { readingRules } from "../rules/reading-rules";
import { censusPart, type CensusPart } from "./assemble";
import { strangersOf, unknownItems } from "./known-items";
import { linkCollect, linkNested, type MergedRows, type ScannedTable } from "./link";
import { censusTableOfHeader, termInName, type CollectTable } from "./recognise";
import { censusContainers, censusRecords, censusRootRecord, isReadInXml } from "./xml";

export interface ReadCensusPart {
  /** Null when it does not say which term it is of. */
  readonly part: CensusPart | null;
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

/** What a file is said to be, such as `School census Spring 2025 (XML)`. */
export const describeCensus = (part: CensusPart): string =>
  `${describeTerm(part)} (${censusForms[part.form]})`;

const finished = (
  part: CensusPart | null,
  file: string,
  findings: readonly Finding[],
  rows: readonly RowCount[],
): ReadCensusPart => ({
  part,
  findings: part
    ? findings
    : [
        ...findings,
        findingOf(readingRules.H01, "schoolcensus", { file, record: "", line: null, field: null }),
      ],
  rows,
});

/** The dictionary of each column, shared by the files that are read together. */
type Dictionaries = (column: string) => ByteDictionary;

/** A reader of per-school XML files, one after the other. */
export const censusXmlReader = (dictionaries: Dictionaries): XmlReader =>
  xmlReader({
    records: censusRecords,
    root: censusRootRecord,
    containers: censusContainers,
    fields: isReadInXml,
    dictionaries,
  });

/** Reads the census of one school from its XML file. */
export async function readCensusXml(
  file: InputFile,
  chunks: AsyncIterable<Uint8Array>,
  read: XmlReader,
): Promise<ReadCensusPart> {
  const scan = await read(chunks);
  const { tables, problems, rowsSeen, passedOver, brokenOff } = scan;
  const { linked, untold } = linkNested(file.name, tables, rowsSeen);
  const told = censusPart("xml", [file.name], linked, null);
  const part = told && {
    ...told,
    ...(brokenOff ? { brokenOff: censusTables } : {}),
    strangers: strangersOf(passedOver),
    gaps: new Map([["pupilonroll", doubtsOfFile("pupilonroll", scan)]]),
  };
  const merged = tables.filter(
    ({ name, rowCount }) =>
      name.includes("attendance") && !name.startsWith("annual") && rowCount > 0,
  );
  const annual = tables
    .filter(({ name }) => name.startsWith("annual"))
    .reduce((sum, { rowCount }) => sum + rowCount, 0);
  const rows = merged.map(({ name, rowCount }): RowCount => ({
    file: file.name,
    table: name,
    rowsIn: rowsSeen.get(name) ?? rowCount,
    rowsOut: rowCount,
    rowsRejected: (rowsSeen.get(name) ?? rowCount) - rowCount,
  }));
  const findings = [
    ...problems.map((problem) => scanFinding(file.name, "", problem)),
    ...unknownItems(file.name, passedOver, 0),
  ];
  if (annual > 0)
    findings.push(
      findingOf(
        readingRules.A04,
        "pupilonroll",
        { file: file.name, record: "", line: null, field: "AnnualAttendance" },
        {
          message: `Attendance of a whole year (AnnualAttendance) is given for ${records(annual)} of the file; it covers no term and is not counted.`,
        },
      ),
    );
  if (untold > 0)
    findings.push(
      findingOf(readingRules.H07, "schoolcensus", {
        file: file.name,
        record: "",
        line: null,
        field: null,
      }),
    );
  return finished(part, file.name, findings, rows);
}

const isMerged = (table: CensusTableName | MergedTableName): table is MergedTableName =>
  Object.hasOwn(mergedTables, table);

/**
 * Whether a column of a COLLECT table is wanted: what is read, its own id where something hangs
 * under it,
 * its parent's id, and the school's.
 */
function wanted(table: CensusTableName | MergedTableName): (column: string) => boolean {
  const into = isMerged(table) ? mergedTables[table] : table;
  const above = isMerged(table) ? into : parentOf[into];
  const keys = new Set([
    `${above}tableid`,
    ...(above === null || above === "schoolcensus" ? [`${table}tableid`, "nativeid"] : []),
  ]);
  return (column) => keys.has(column) || isRead(into, column);
}

/** What the columns lack that have a file of their own, by `table.column`. */
function gapsOfMerged(
  merged: readonly MergedRows[],
  readingOf: (table: MergedTableName) => {
    readonly isBroken: boolean;
    readonly doubts: readonly Gap[];
  },
): ReadonlyMap<string, readonly Gap[]> {
  const gaps = new Map<string, readonly Gap[]>();
  for (const { name, into, columns, rows, lost, targets, bare } of merged) {
    const why = `rows of the table ${name} could not be read or placed`;
    const { isBroken, doubts } = readingOf(name);
    const found = [...doubts];
    if (isBroken) found.push({ kind: "unread", why: `The table ${name} was read only in part` });
    if (lost > 0) found.push({ kind: "rows", eligible: rows, leftOut: lost, why });
    // A pupil may have no address; a school has its characteristics.
    if (name === "school" && bare > 0)
      found.push({
        kind: "rows",
        eligible: targets,
        leftOut: bare,
        why: "schools have no row in the table school",
      });
    for (const column of columns)
      gaps.set(`${into}.${column}`, [...(gaps.get(`${into}.${column}`) ?? []), ...found]);
  }
  return gaps;
}

/** Reads the table files of a COLLECT export. */
export async function readCensusCollect(
  files: readonly { readonly file: InputFile; readonly table: Exclude<CollectTable, "unused"> }[],
  chunksOf: (file: InputFile) => AsyncIterable<Uint8Array>,
  dictionaries: Dictionaries,
): Promise<ReadCensusPart> {
  const tables: Partial<Record<CensusTableName | MergedTableName, ScannedTable>> = {};
  const findings: Finding[] = [];
  const rows: RowCount[] = [];
  const doubts = new Map<CensusTableName | MergedTableName, readonly Gap[]>();
  const broken: (CensusTableName | MergedTableName)[] = [];
  for (const { file, table } of files) {
    const scan = await scanCsv(chunksOf(file), {
      table,
      columns: wanted(table),
      dictionaries,
      isHeading: (cells) => censusTableOfHeader(cells) === table,
      exported: true,
    });
    const {
      tables: [raw],
      problems,
      rowsSeen,
      passedOver,
    } = scan;
    findings.push(
      ...problems.map((problem) => scanFinding(file.name, table, problem)),
      ...unknownItems(file.name, passedOver, raw?.columns.size ?? 0),
    );
    if (scan.brokenOff) broken.push(table);
    doubts.set(table, doubtsOfFile(table, scan));
    if (!raw) continue;
    const seen = rowsSeen.get(table) ?? raw.rowCount;
    tables[table] = { file: file.name, raw, rowsSeen: seen };
    if (isMerged(table))
      rows.push({
        file: file.name,
        table,
        rowsIn: seen,
        rowsOut: raw.rowCount,
        rowsRejected: seen - raw.rowCount,
      });
  }
  const first = files[0].file.name;
  const named =
    files.map(({ file }) => termInName(file.name)).find((told) => told !== null) ?? null;
  const { linked, merged } = linkCollect(tables);
  const part = censusPart(
    "collect-csv",
    files.map(({ file }) => file.name),
    linked,
    named,
  );
  if (part && !tables.schoolcensus)
    findings.push(
      findingOf(readingRules.H02, "schoolcensus", {
        file: first,
        record: "",
        line: null,
        field: null,
      }),
    );
  const brokenOff = censusTables.filter((table) => broken.includes(table));
  const gaps = new Map<string, readonly Gap[]>([
    ...[...doubts].filter(([table]) => !isMerged(table)),
    ...gapsOfMerged(merged, (table) => ({
      isBroken: broken.includes(table),
      doubts: doubts.get(table) ?? [],
    })),
  ]);
  return finished(part && { ...part, brokenOff, gaps }, first, findings, rows);
}
