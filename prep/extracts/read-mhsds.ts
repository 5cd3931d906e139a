import { assembleMhsds, type ReadMhsds } from "../collections/mhsds/assemble";
import { tableFiles, type CodeTable } from "../collections/mhsds/code-table";
import { tableWords, type MhsdsTable } from "../collections/mhsds/tables";
import { sharedValues } from "../collections/mhsds/values";
import type { InputFile } from "../pipeline-contract";
import { scanCsv } from "../scan/scan";
import { scanFinding } from "./file-rules";
import type { Reading } from "./reading";
import type { RecognisedInput } from "./recognise-files";

/** Reads the MHSDS tables among the files; null where there are none. */
export async function readMhsds(files: readonly RecognisedInput[], reading: Reading): Promise<ReadMhsds | null> {
  const ofTable = new Map<MhsdsTable, InputFile[]>();
  const names: string[] = [];
  for (const found of files) {
    if (found.kind !== "mhsds-csv") continue;
    const { file, table } = found;
    names.push(file.name);
    reading.takenFor.set(file.name, table === "unused" ? "MHSDS, a table that is not used" : `MHSDS ${tableWords[table]} (${table})`);
    if (table !== "unused") ofTable.set(table, [...(ofTable.get(table) ?? []), file]);
  }
  if (ofTable.size === 0) return null;
  const values = sharedValues();
  const read = async (table: MhsdsTable): Promise<CodeTable | null> => {
    const parts = ofTable.get(table);
    if (!parts) return null;
    const gathered = tableFiles(table, values);
    for (const file of parts) {
      const { problems, rowsSeen } = await scanCsv(reading.content(file), { table, into: gathered.target });
      reading.findings.push(...problems.map((problem) => scanFinding(file.name, table, problem)));
      gathered.fileRead(file.name, rowsSeen.get(table) ?? 0);
    }
    return gathered.finish();
  };
  const result = await assembleMhsds(names, read, values);
  reading.rows.push(...result.rows);
  return result;
}
