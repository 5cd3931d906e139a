import type { Finding } from "../check/finding";
import { findingOf } from "../check/run";
import { assembleMhsds, type ReadMhsds } from "../collections/mhsds/read/assemble";
import { tableFiles, type CodeTable } from "../collections/mhsds/read/code-table";
import { mhsdsRules } from "../collections/mhsds/rules/mhsds-rules";
import { nhsLikeColumns } from "../collections/mhsds/rules/file-findings";
import { tableWords, type MhsdsTable } from "../collections/mhsds/fields/fields";
import { sharedValues } from "../collections/mhsds/read/values";
import type { InputFile } from "../input-file";
import { scanCsv } from "../scan/scan";
import { scanFinding } from "./file-rules";
import type { Reading } from "./reading";
import { openingOf } from "./recognise";
import type { RecognisedInput } from "./recognise-files";

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

/** Reads the MHSDS tables among the files; null where there are none. */
export async function readMhsds(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<ReadMhsds | null> {
  const ofTable = new Map<MhsdsTable, InputFile[]>();
  const names: string[] = [];
  for (const found of files) {
    if (found.kind !== "mhsds-csv") continue;
    const { file, table } = found;
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
  if (ofTable.size === 0) return null;
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
  return result;
}
