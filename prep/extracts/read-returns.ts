import type { InputFile } from "../pipeline-contract";
import { readWorkbook } from "../scan/workbook";
import { collectGroups } from "./collect-groups";
import { scanFinding } from "./file-rules";
import type { Reading } from "./reading";
import { describeReturn, readSen2Collect, readSen2Sheets, readSen2Xml, type ReadReturn } from "./read-sen2";
import type { RecognisedInput } from "./recognise-files";

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  // Whoever gives the chunks may use their memory again.
  for await (const chunk of chunks) parts.push(chunk.slice());
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads the return of a workbook; null when it holds none, with what kept it from being read as findings. */
async function readSen2Workbook(file: InputFile, { content, findings, takenFor }: Reading): Promise<ReadReturn | null> {
  const { sheets, problems } = await readWorkbook(await bytesOf(content(file)));
  findings.push(...problems.map((problem) => scanFinding(file.name, "", problem)));
  if (problems.length > 0) takenFor.set(file.name, null);
  return readSen2Sheets(file, sheets);
}

/** Reads every SEN2 return among the files, in whatever form it is. */
export async function readReturns(files: readonly RecognisedInput[], reading: Reading): Promise<ReadReturn[]> {
  const returns: ReadReturn[] = [];
  for (const { file, kind } of files) {
    if (kind === "sen2-xml") returns.push(await readSen2Xml(file, reading.content(file)));
    if (kind === "workbook") {
      const read = await readSen2Workbook(file, reading);
      if (read) returns.push(read);
    }
  }
  const tables = files.flatMap((found) => (found.kind === "sen2-csv" ? [{ file: found.file, name: found.file.name, table: found.table }] : []));
  for (const group of collectGroups(tables)) returns.push(await readSen2Collect(group, reading.content));
  for (const { ret, findings, rows } of returns) {
    reading.findings.push(...findings);
    reading.rows.push(...rows);
    for (const name of ret.files) reading.takenFor.set(name, describeReturn(ret));
  }
  return returns;
}
