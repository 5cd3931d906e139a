import type { Finding, RowCount } from "../../../check/finding";
import { findingOf, type RulesResult } from "../../../check/run";
import { assembleMhsds, type ReadMhsds } from "./assemble";
import { tableFiles, type CodeTable } from "./code-table";
import { mhsdsRules } from "../rules/mhsds-rules";
import { damagedColumns } from "../rules/damaged-columns";
import { changedCodeColumns, lostIdColumns, sizesBefore } from "./lost-ids";
import type { LostRows } from "./reduce";
import { nhsLikeColumns } from "../rules/file-findings";
import { mhsdsTables, tableWords, type MhsdsTable } from "../fields/fields";
import { sharedValues } from "./values";
import type { InputFile } from "../../../input-file";
import { scanCsv, type Scanned } from "../../../scan/scan";
import type { Gap } from "../../../indicators/gap";
import { doubtsOfFile } from "../../../extracts/doubts-of-file";
import { scanFinding } from "../../../extracts/file-rules";
import type { Reading } from "../../../extracts/reading";
import { openingOf, type Recognise } from "../../../extracts/recognise";
import type { Mhsds } from "./extract";
import { mhsdsTableOfHeader } from "../fields/headings";
import type { ExtractFiles } from "../../../extracts/read-workbooks";

/**
 * What the beginning of a file shows: NHS numbers under other names, and ids and codes that a
 * spreadsheet has changed.
 */
async function openingFindings(
  file: InputFile,
  table: MhsdsTable | "unused",
): Promise<{ findings: Finding[]; isRefused: boolean }> {
  const opening = await openingOf(file);
  const {
    tables: [raw],
  } = await scanCsv(
    (async function* () {
      yield opening;
    })(),
    { table, isHeading: isMhsdsHeading },
  );
  const found = (rule: "MH20" | "MH25" | "MH26", field: string): Finding =>
    findingOf(mhsdsRules[rule], table, { file: file.name, record: "", line: null, field });
  const damaged = table === "unused" ? { ids: [], codes: [] } : damagedColumns(table, raw);
  return {
    findings: [
      ...nhsLikeColumns(raw).map((field) => found("MH20", field)),
      ...damaged.ids.map((field) => found("MH25", field)),
      ...damaged.codes.map((field) => found("MH26", field)),
    ],
    isRefused: damaged.ids.length > 0,
  };
}

const isMhsdsHeading = (cells: readonly string[]): boolean => mhsdsTableOfHeader(cells) !== null;

/** What a file of a table lacks. */
function fileGaps(table: MhsdsTable, scan: Scanned): readonly Gap[] {
  const { brokenOff, problems, rowsSeen } = scan;
  const seen = rowsSeen.get(table) ?? 0;
  const lost = problems.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
  const gaps: Gap[] = [];
  if (brokenOff) gaps.push({ kind: "unread", why: `The table ${table} was read only in part` });
  if (lost > 0)
    gaps.push({
      kind: "rows",
      eligible: Math.max(seen, lost),
      leftOut: lost,
      why: `rows of a file of the table ${table} could not be read`,
    });
  return [...gaps, ...doubtsOfFile(table, scan)];
}

/** A table with rows of which none could be placed. */
function placedGaps(table: MhsdsTable, rows: readonly RowCount[]): Gap[] {
  const ofTable = rows.filter((row) => row.table === table);
  const sum = (column: "rowsIn" | "rowsOut"): number =>
    ofTable.reduce((total, row) => total + row[column], 0);
  return sum("rowsIn") > 0 && sum("rowsOut") === 0
    ? [{ kind: "unread", why: `None of the rows of the table ${table} could be placed` }]
    : [];
}

/** Referrals of version 6 with a team that no row of MHS902 describes. */
function undescribedTeams({ referralTeams: { count, team, type, main } }: Mhsds): Gap[] {
  let [eligible, leftOut] = [0, 0];
  for (let row = 0; row < count; row++) {
    if (main[row] === 0 || team[row] === 0) continue;
    eligible++;
    if (type.codes[row] === 0) leftOut++;
  }
  const why = "referrals are with a team whose type is not known";
  return leftOut === 0 ? [] : [{ kind: "rows", eligible, leftOut, why }];
}

const LOST_IDS: Gap = {
  kind: "unread",
  why: "Ids went through a spreadsheet and can no longer be distinguished",
};

/** Rows that belong to no submission, person or referral that is there. */
const lostGaps = (table: MhsdsTable, lost: LostRows | undefined): Gap[] =>
  lost === undefined || lost.leftOut === 0
    ? []
    : [{ kind: "rows", ...lost, why: `rows of the table ${table} could not be placed` }];

/** Submissions whose month number and reporting period contradict each other (MH07). */
function monthsInDoubt({ summary }: RulesResult, rows: readonly RowCount[]): Gap[] {
  const leftOut = summary.reduce((sum, { rule, count }) => sum + (rule === "MH07" ? count : 0), 0);
  const eligible = rows
    .filter(({ table }) => table === "MHS000Header")
    .reduce((sum, { rowsIn }) => sum + rowsIn, 0);
  const why = "submissions name a month that is not that of their reporting period";
  return leftOut === 0
    ? []
    : [{ kind: "rows", eligible: Math.max(eligible, leftOut), leftOut, why }];
}

/** What the tables of an extract lack once they are put together, by table or column. */
function* gapsOfExtract(
  { checks, rows, lost, mhsds }: ReadMhsds,
  isDamaged: boolean,
): Generator<readonly [name: string, gaps: readonly Gap[]]> {
  for (const { rule, table, field } of checks.findings)
    if (rule === "MH24") {
      const why = `The dates of ${field} (${table}) may be day first or month first; they were read day first`;
      yield [`${table}.${field}`, [{ kind: "doubt", why }]];
    } else if (rule === "MH09")
      yield [table, [{ kind: "unread", why: `The extract has no table ${table}` }]];
  for (const table of mhsdsTables) {
    yield [table, placedGaps(table, rows)];
    yield [table, lostGaps(table, lost.get(table))];
    // The tables hang together by their ids.
    if (isDamaged) yield [table, [LOST_IDS]];
  }
  yield ["MHS000Header", monthsInDoubt(checks, rows)];
  if (mhsds) yield ["MHS902ServiceTeamDetails", undescribedTeams(mhsds)];
}

/** Whether the beginning of a file has shown that the codes of a column were changed. */
const isSaid = ({ findings }: Reading, { name }: InputFile, heading: string): boolean =>
  findings.some(
    ({ rule, file, field }) =>
      rule === "MH26" && file === name && field?.toLowerCase() === heading.toLowerCase(),
  );

/** A finding of a column that a spreadsheet has changed. */
const damagedFinding = (
  rule: "MH25" | "MH26",
  file: InputFile,
  table: string,
  field: string,
): Finding =>
  findingOf(mhsdsRules[rule], table, { file: file.name, record: "", line: null, field });

/** Counts the rows of a file that is refused. */
async function countRefused(file: InputFile, table: string, reading: Reading): Promise<void> {
  const { rowsSeen } = await scanCsv(reading.content(file), {
    table,
    columns: () => false,
    isHeading: isMhsdsHeading,
  });
  const rowsIn = rowsSeen.get(table) ?? 0;
  reading.rows.push({ file: file.name, table, rowsIn, rowsOut: 0, rowsRejected: rowsIn });
}

/** Tells the tables of an extract. */
export const recogniseMhsds: Recognise = ({ isXml, header }) => {
  const table = isXml ? null : mhsdsTableOfHeader(header);
  return table && { kind: "mhsds-csv", table };
};

/**
 * Reads the MHSDS tables among the files, all of them as one extract; none where there is no
 * submission.
 */
export async function readMhsds(
  { files }: Pick<ExtractFiles, "files">,
  reading: Reading,
): Promise<Mhsds[]> {
  const ofTable = new Map<MhsdsTable, InputFile[]>();
  const names: string[] = [];
  let refused = false;
  for (const found of files) {
    if (found.kind !== "mhsds-csv") continue;
    const { file } = found;
    const table = found.table as MhsdsTable | "unused";
    names.push(file.name);
    reading.takenFor.set(
      file.name,
      table === "unused"
        ? "MHSDS, a table that is not used"
        : `MHSDS ${tableWords[table]} (${table})`,
    );
    const { findings, isRefused } = await openingFindings(file, table);
    reading.findings.push(...findings);
    if (isRefused) {
      refused = true;
      await countRefused(file, table, reading);
    } else if (table !== "unused") ofTable.set(table, [...(ofTable.get(table) ?? []), file]);
  }
  if (ofTable.size === 0) return [];
  if (refused) {
    // The tables hang together by their ids: without people nothing is counted, rather than zeros.
    for (const file of ofTable.get("MHS001MPI") ?? [])
      await countRefused(file, "MHS001MPI", reading);
    ofTable.delete("MHS001MPI");
  }
  const values = sharedValues();
  const damaged = new Set<string>();
  const gaps = new Map<string, Gap[]>();
  const addGaps = (name: string, more: readonly Gap[]): void =>
    void gaps.set(name, [...(gaps.get(name) ?? []), ...more]);
  const read = async (table: MhsdsTable): Promise<CodeTable | null> => {
    const parts = ofTable.get(table);
    if (!parts) return null;
    const gathered = tableFiles(table, values);
    for (const file of parts) {
      const before = sizesBefore(table, values);
      const scan = await scanCsv(reading.content(file), {
        table,
        into: gathered.target,
        isHeading: isMhsdsHeading,
        exported: true,
      });
      const { problems, rowsSeen } = scan;
      reading.findings.push(...problems.map((problem) => scanFinding(file.name, table, problem)));
      addGaps(table, fileGaps(table, scan));
      gathered.fileRead(file.name, rowsSeen.get(table) ?? 0);
      for (const field of lostIdColumns(table, values, before)) {
        damaged.add(file.name);
        reading.findings.push(damagedFinding("MH25", file, table, field));
      }
      for (const field of changedCodeColumns(table, values, before))
        if (!isSaid(reading, file, field))
          reading.findings.push(damagedFinding("MH26", file, table, field));
    }
    return gathered.finish();
  };
  const result = await assembleMhsds(names, read, values);
  reading.rows.push(
    ...result.rows.map((row) =>
      damaged.has(row.file) ? { ...row, rowsOut: 0, rowsRejected: row.rowsIn } : row,
    ),
  );
  reading.checks.push(result.checks);
  for (const [name, more] of gapsOfExtract(result, damaged.size > 0)) addGaps(name, more);
  return result.mhsds ? [{ ...result.mhsds, gaps }] : [];
}
