import type { Finding, RowCount } from "../../../check/finding";
import { findingOf } from "../../../check/run";
import { assembleReturn, type AssembledReturn } from "./assemble";
import type { TableReading } from "./bind";
import { sen2Tables, type Sen2TableName } from "../fields/fields";
import { formNames } from "./return";
import { linkCollect, linkNested, type LinkedTable, type RawTables } from "./link";
import { readSubmissionWorkbook, readTemplate } from "./read-workbook";
import { sen2TableOfHeader, sen2WorkbookForm } from "./recognise";
import type { Sen2Return } from "./return";
import { reportedElsewhere } from "../rules/reported-elsewhere";
import type { InputFile } from "../../../input-file";
import { problemList } from "../../../scan/problems";
import { scanCsv, scanXml, type Scanned } from "../../../scan/scan";
import type { Sheet } from "../../../scan/workbook/sheet-cell";
import { sheetRows } from "../../../scan/workbook/sheet-rows";
import { doubtsOfFile } from "../../../extracts/doubts-of-file";
import { fileFinding, scanFinding } from "../../../extracts/file-rules";

/**
 * XML elements of a SEN2 return that are records: lower-cased name to table. Everything else is a
 * field of the record around it, or transparent.
 */
const sen2Records: Readonly<Record<string, string>> = Object.fromEntries(
  sen2Tables.filter((name) => name !== "sen2").map((name) => [name, name]),
);

/**
 * The root element (Message, whatever its name) is the record of the header fields, wherever they
 * stand in it.
 */
const sen2RootRecord = "sen2";

export interface ReadReturn {
  readonly ret: Sen2Return;
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

/** What a file is said to be, such as `SEN2 return 2025 (XML)`. */
export const describeReturn = ({ year, form }: Sen2Return): string =>
  `SEN2 return ${year} (${formNames[form]})`;

function finished({ ret, hits, rows }: AssembledReturn, scanned: readonly Finding[]): ReadReturn {
  const reading = hits.map(({ rule, table, message, ...place }) =>
    findingOf(reportedElsewhere[rule], table, place, message === undefined ? {} : { message }),
  );
  return { ret, findings: [...scanned, ...reading], rows };
}

/** How a table was read from one of the files. */
const byTable =
  (scans: readonly Scanned[], more: Pick<TableReading, "isOptional"> = {}) =>
  (table: Sen2TableName): TableReading => {
    const scan = scans.find(({ rowsSeen }) => rowsSeen.has(table));
    return scan
      ? {
          ...more,
          rowsSeen: scan.rowsSeen.get(table),
          brokenOff: scan.brokenOff,
          doubts: doubtsOfFile(table, scan),
        }
      : more;
  };

/** Reads a SEN2 return from its XML file. */
export async function readSen2Xml(
  file: InputFile,
  chunks: AsyncIterable<Uint8Array>,
): Promise<ReadReturn> {
  const scan = await scanXml(chunks, { records: sen2Records, root: sen2RootRecord });
  const tables: RawTables = Object.fromEntries(
    scan.tables.map((raw) => [raw.name, { file: file.name, raw }]),
  );
  return finished(
    assembleReturn("xml", linkNested(tables), byTable([scan], { isOptional: true })),
    scan.problems.map((problem) => scanFinding(file.name, "", problem)),
  );
}

/** Reads a SEN2 return from the table files of a COLLECT export. */
export async function readSen2Collect(
  files: readonly { readonly file: InputFile; readonly table: Sen2TableName }[],
  chunksOf: (file: InputFile) => AsyncIterable<Uint8Array>,
): Promise<ReadReturn> {
  const tables: RawTables = {};
  const scans: Scanned[] = [];
  const findings: Finding[] = [];
  for (const { file, table } of files) {
    const scan = await scanCsv(chunksOf(file), {
      table,
      isHeading: (cells) => sen2TableOfHeader(cells) === table,
      exported: true,
    });
    scans.push(scan);
    findings.push(...scan.problems.map((problem) => scanFinding(file.name, table, problem)));
    if (scan.tables[0]) tables[table] = { file: file.name, raw: scan.tables[0] };
  }
  for (const needed of sen2Tables)
    if (!tables[needed])
      findings.push(
        fileFinding("F04", files[0].file.name, `The export has no ${needed} file beside it.`),
      );
  return finished(assembleReturn("collect-csv", linkCollect(tables), byTable(scans)), findings);
}

/** Reads a SEN2 return from the sheets of a workbook; null when they are none. */
export function readSen2Sheets(file: InputFile, opened: readonly Sheet[]): ReadReturn | null {
  const sheets = opened.map(sheetRows);
  const form = sen2WorkbookForm(sheets);
  if (form === null) return null;
  const problems = problemList();
  const linked: LinkedTable[] =
    form === "template"
      ? sheets.flatMap((sheet) => readTemplate(file.name, sheet, problems))
      : readSubmissionWorkbook(file.name, sheets, problems);
  return finished(
    assembleReturn(form, linked, () => ({})),
    problems.finish().map((problem) => scanFinding(file.name, "", problem)),
  );
}
