import { collectGroups } from "./collect-groups";
import type { Reading } from "./reading";
import type { OpenedWorkbook } from "./read-workbooks";
import {
  describeReturn,
  readSen2Collect,
  readSen2Sheets,
  readSen2Xml,
  type ReadReturn,
} from "./read-sen2";
import type { RecognisedInput } from "./recognise-files";

/** Reads every SEN2 return among the files and workbooks, in whatever form it is. */
export async function readReturns(
  files: readonly RecognisedInput[],
  workbooks: readonly OpenedWorkbook[],
  reading: Reading,
): Promise<ReadReturn[]> {
  const returns: ReadReturn[] = [];
  for (const { file, kind } of files)
    if (kind === "sen2-xml") returns.push(await readSen2Xml(file, reading.content(file)));
  for (const { file, sheets } of workbooks) {
    const read = readSen2Sheets(file, sheets);
    if (read) returns.push(read);
  }
  const tables = files.flatMap((found) =>
    found.kind === "sen2-csv"
      ? [{ file: found.file, name: found.file.name, table: found.table }]
      : [],
  );
  for (const group of collectGroups(tables))
    returns.push(await readSen2Collect(group, reading.content));
  for (const { ret, findings, rows } of returns) {
    reading.findings.push(...findings);
    reading.rows.push(...rows);
    for (const name of ret.files) reading.takenFor.set(name, describeReturn(ret));
  }
  return returns;
}
