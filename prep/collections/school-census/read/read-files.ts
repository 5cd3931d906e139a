import type { Finding, RowCount } from "../../../check/finding";
import { records } from "../../../check/rows";
import { findingOf } from "../../../check/run";
import { scanFinding } from "../../../extracts/file-rules";
import type { InputFile } from "../../../input-file";
import type { ByteDictionary } from "../../../scan/dictionary";
import { scanCsv, xmlReader, type XmlReader } from "../../../scan/scan";
import { censusForms, describeTerm } from "../census";
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
import { unknownItems } from "./known-items";
import { linkCollect, linkNested, type ScannedTable } from "./link";
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
export type Dictionaries = (column: string) => ByteDictionary;

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
  const { tables, problems, rowsSeen, passedOver, brokenOff } = await read(chunks);
  const { linked, untold } = linkNested(file.name, tables, rowsSeen);
  const told = censusPart("xml", [file.name], linked, null);
  const part = told && brokenOff ? { ...told, brokenOff: censusTables } : told;
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
          message: `Attendance of a whole year (AnnualAttendance) is given for ${records(annual)} of the file; it speaks of no term and is not counted.`,
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

/** Reads the table files of a COLLECT export. */
export async function readCensusCollect(
  files: readonly { readonly file: InputFile; readonly table: Exclude<CollectTable, "unused"> }[],
  chunksOf: (file: InputFile) => AsyncIterable<Uint8Array>,
  dictionaries: Dictionaries,
): Promise<ReadCensusPart> {
  const tables: Partial<Record<CensusTableName | MergedTableName, ScannedTable>> = {};
  const findings: Finding[] = [];
  const rows: RowCount[] = [];
  const broken: CensusTableName[] = [];
  for (const { file, table } of files) {
    const {
      tables: [raw],
      problems,
      rowsSeen,
      passedOver,
      brokenOff: breaksOff,
    } = await scanCsv(chunksOf(file), {
      table,
      columns: wanted(table),
      dictionaries,
      isHeading: (cells) => censusTableOfHeader(cells) === table,
      exported: true,
    });
    findings.push(
      ...problems.map((problem) => scanFinding(file.name, table, problem)),
      ...unknownItems(file.name, passedOver, raw?.columns.size ?? 0),
    );
    if (breaksOff) broken.push(isMerged(table) ? mergedTables[table] : table);
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
  const part = censusPart(
    "collect-csv",
    files.map(({ file }) => file.name),
    linkCollect(tables),
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
  return finished(part && { ...part, brokenOff: broken }, first, findings, rows);
}
