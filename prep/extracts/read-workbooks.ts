import type { InputFile } from "../input-file";
import { readWorkbook, type Sheet } from "../scan/workbook";
import { bytesOf } from "./bytes-of";
import { scanFinding } from "./file-rules";
import type { Reading } from "./reading";
import type { RecognisedInput } from "./recognise-files";

export interface OpenedWorkbook {
  readonly file: InputFile;
  readonly sheets: readonly Sheet[];
}

/** Opens the workbooks among the files; what kept one from being read is a finding. */
export async function readWorkbooks(
  files: readonly RecognisedInput[],
  { content, findings, takenFor }: Reading,
): Promise<OpenedWorkbook[]> {
  const opened: OpenedWorkbook[] = [];
  for (const { file, kind } of files) {
    if (kind !== "workbook") continue;
    const { sheets, problems } = await readWorkbook(await bytesOf(content(file)));
    findings.push(...problems.map((problem) => scanFinding(file.name, "", problem)));
    if (problems.length > 0) takenFor.set(file.name, null);
    else opened.push({ file, sheets });
  }
  return opened;
}
