import { PercentFigure } from "../../scan/workbook/printed-rows";
import type { KpiCell, RawCell } from "./cell";
import type { SheetRuleId } from "./sheet-rules";

/** The rule that a cell of a figure breaks; null where it was read without doubt. */
export function ruleOfCell(raw: RawCell, { status, range }: KpiCell): SheetRuleId | null {
  if (raw instanceof Date) return "B22";
  if (raw instanceof PercentFigure && raw.isTyped) return "B28";
  if (range !== null) return status === "ok" ? "B61" : "B59";
  return status === "unreadable" ? "B09" : null;
}
