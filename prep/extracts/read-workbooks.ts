import type { InputFile } from "../input-file";
import { problemList } from "../scan/problems";
import type { Sheet } from "../scan/workbook/sheet-cell";
import { readWorkbook } from "../scan/workbook/read-workbook";
import { visibleSheets } from "../scan/workbook/visible-sheets";
import { bytesOf } from "./bytes-of";
import { scanFinding } from "./file-rules";
import type { Reading } from "./reading";
import type { RecognisedInput } from "./recognise-files";

export interface OpenedWorkbook {
  readonly file: InputFile;
  /** Those that are not hidden. */
  readonly sheets: readonly Sheet[];
}

/** The files that were given, each with what it is, and the workbooks among them opened. */
export interface ExtractFiles {
  readonly files: readonly RecognisedInput[];
  readonly workbooks: readonly OpenedWorkbook[];
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
    const hidden = problemList();
    const visible = visibleSheets(sheets, hidden);
    for (const problem of [...problems, ...hidden.finish()])
      findings.push(scanFinding(file.name, "", problem));
    if (sheets.length === 0) takenFor.set(file.name, null);
    else opened.push({ file, sheets: visible });
  }
  return opened;
}
