import { isoOf } from "../../calendar/day";
import { workbookBytes, type WorkbookSheet } from "../../publish/workbook";
import type { CaseListOptions, CaseListResult } from "../case-list";
import type { AnnexLists } from "./annex-lists";
import { checkSheets, type CheckedAnnexList } from "./check-sheets";
import { annexColumns, columnsOfList, sheetName } from "./columns";
import type { AnnexList } from "./row";

const WIDTHS = { text: 18, day: 12, whole: 12, percent: 10 } as const;

/** A list as a sheet with exactly the headings that it is asked for with. */
function listSheet({ list, rows }: AnnexList): WorkbookSheet {
  const columns = columnsOfList(list);
  return {
    name: sheetName(list),
    columns: columns.map(({ heading, type }) => ({ heading, type, width: WIDTHS[type] })),
    rows: rows.map((row) => columns.map(({ field }) => row[field])),
  };
}

const found = ({ findings }: CheckedAnnexList, severity: "error" | "query"): number =>
  findings.filter(({ check }) => check.severity === severity).length;

const NOT_FILLED = annexColumns
  .filter(({ filledFrom }) => filledFrom === "")
  .map(({ heading }) => heading);

/**
 * Both lists as two workbooks: the lists as they are asked for, and beside them the checks and the
 * notes.
 */
export async function annexResult(
  { asAt, plans, support, about }: AnnexLists,
  { names }: Pick<CaseListOptions, "names">,
): Promise<CaseListResult> {
  const both = [plans, support];
  const count = (label: string, list: CheckedAnnexList): (string | number)[] => [
    label,
    list.rows.length,
    found(list, "error"),
    found(list, "query"),
  ];
  return {
    files: [
      { path: "annex-a.xlsx", chunks: [await workbookBytes(both.map(listSheet))] },
      { path: "annex-a-checks.xlsx", chunks: [await workbookBytes(checkSheets(about, both))] },
    ],
    rows: plans.rows.length + support.rows.length,
    counts: [
      ["List", "Rows", "Errors", "Queries"],
      count("List_1, EHC plans", plans),
      count("List_2, SEN support", support),
    ],
    notes: [
      `annex-a.xlsx holds the lists, as at ${isoOf(asAt)}; annex-a-checks.xlsx, which is for you alone, says what they are of, what the checks found and why cells are empty.`,
      `No source that is read has: ${NOT_FILLED.join("; ")} These columns are empty: fill them in from your own records. Until then checks 103 and 203 (disability) find every row.`,
      ...(names ? ["The lists have no columns for names: --names adds nothing to them."] : []),
    ],
  };
}
