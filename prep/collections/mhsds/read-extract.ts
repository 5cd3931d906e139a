import type { Finding } from "../../check/finding";
import { findingOf } from "../../check/run";
import { assembleMhsds } from "./read/assemble";
import { tableFiles, type CodeTable } from "./read/code-table";
import { mhsdsRules } from "./rules/mhsds-rules";
import { nhsLikeColumns } from "./rules/file-findings";
import { tableWords, type MhsdsTable } from "./fields/fields";
import { sharedValues } from "./read/values";
import type { InputFile } from "../../input-file";
import { scanCsv } from "../../scan/scan";
import { scanFinding } from "../../extracts/file-rules";
import type { Reading } from "../../extracts/reading";
import { openingOf, type Recognise } from "../../extracts/recognise";
import type { Mhsds } from "./extract";
import { mhsdsTableOfHeader } from "./fields/headings";
import type { ExtractFiles } from "../../extracts/read-workbooks";

/** Looks through every column of the beginning of a file for NHS numbers under other names. */
async function nhsLikeFindings(file: InputFile, table: string): Promise<Finding[]> {
  const opening = await openingOf(file);
  const {
    tables: [raw],
  } = await scanCsv(
    (async function* () {
      yield opening;
    })(),
    { table },
  );
  return nhsLikeColumns(raw).map((field) =>
    findingOf(mhsdsRules.MH20, table, { file: file.name, record: "", line: null, field }),
  );
}

/** Tells the tables of an extract. */
export const recogniseMhsds: Recognise = ({ isXml, header }) => {
  const table = isXml ? null : mhsdsTableOfHeader(header);
  return table && { kind: "mhsds-csv", table };
};

/** Reads the MHSDS tables among the files, all of them as one extract; none where there is no submission. */
export async function readMhsds(
  { files }: Pick<ExtractFiles, "files">,
  reading: Reading,
): Promise<Mhsds[]> {
  const ofTable = new Map<MhsdsTable, InputFile[]>();
  const names: string[] = [];
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
    reading.findings.push(...(await nhsLikeFindings(file, table)));
    if (table !== "unused") ofTable.set(table, [...(ofTable.get(table) ?? []), file]);
  }
  if (ofTable.size === 0) return [];
  const values = sharedValues();
  const read = async (table: MhsdsTable): Promise<CodeTable | null> => {
    const parts = ofTable.get(table);
    if (!parts) return null;
    const gathered = tableFiles(table, values);
    for (const file of parts) {
      const { problems, rowsSeen } = await scanCsv(reading.content(file), {
        table,
        into: gathered.target,
      });
      reading.findings.push(...problems.map((problem) => scanFinding(file.name, table, problem)));
      gathered.fileRead(file.name, rowsSeen.get(table) ?? 0);
    }
    return gathered.finish();
  };
  const result = await assembleMhsds(names, read, values);
  reading.rows.push(...result.rows);
  reading.checks.push(result.checks);
  return result.mhsds ? [result.mhsds] : [];
}
