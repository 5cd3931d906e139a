import { unzipSync } from "fflate";
import type { ScanProblem } from "./raw-table";

/** A cell with a formula, from its opening to its closing tag. */
const CELL =
  /<(?:\w+:)?c\b[^>]*>(?:(?!<\/(?:\w+:)?c>)[\s\S])*?<(?:\w+:)?f\b[\s\S]*?<\/(?:\w+:)?c>/g;
const FORMULA = /<(?:\w+:)?f\b/;
const RESULT = /<(?:\w+:)?v>[^<]/;

const problem = (
  code: string,
  severity: ScanProblem["severity"],
  message: string,
): ScanProblem => ({ code, severity, message, line: null, offset: null, rowsRejected: 0 });

/** What to know of the formulas of a workbook that `guardWorkbook` let through: their results are as old as the last calculation, and some may have none. */
export function formulaProblems(guarded: Uint8Array): ScanProblem[] {
  let [formulas, empty] = [0, 0];
  const sheets = unzipSync(guarded, {
    filter: ({ name }) => /worksheets\/[^/]+\.xml$/i.test(name),
  });
  for (const sheet of Object.values(sheets)) {
    const text = new TextDecoder().decode(sheet);
    if (!FORMULA.test(text)) continue;
    for (const [cell] of text.matchAll(CELL)) {
      formulas += 1;
      if (!RESULT.test(cell)) empty += 1;
    }
  }
  return [
    ...(formulas > empty
      ? [
          problem(
            "workbook-formulas",
            "warning",
            `Cells with formulas: ${formulas - empty}. They are read as last calculated and may be out of date: open the workbook in Excel, let it calculate and save it.`,
          ),
        ]
      : []),
    ...(empty > 0
      ? [
          problem(
            "workbook-formulas-without-result",
            "error",
            `Cells with formulas that were never calculated: ${empty}. They are read as empty: open the workbook in Excel, let it calculate and save it.`,
          ),
        ]
      : []),
  ];
}
