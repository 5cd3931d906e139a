import type { ProblemList } from "../problems";
import type { Sheet } from "./sheet-cell";

const times = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/**
 * The sheets as a reader sees them: hidden sheets and rows are left out, and `problems` says so. A
 * hidden row stays as an empty one, so that rows keep
 * their numbers; a hidden sheet that `named` asks for is read.
 */
export function visibleSheets(
  sheets: readonly Sheet[],
  problems: ProblemList,
  named: (sheet: string) => boolean = () => false,
): Sheet[] {
  const shown = sheets.filter(({ state, name }) => state === "visible" || named(name));
  const hidden = sheets.filter(
    (sheet) => !shown.includes(sheet) && sheet.rows.some((cells) => cells.length > 0),
  );
  if (hidden.length > 0)
    problems.add(
      "workbook-hidden-sheets",
      "warning",
      `${times(hidden.length, "hidden sheet")} (${hidden.map(({ name }) => name).join(", ")}): not read. Unhide what should count and save the workbook.`,
      null,
    );
  return shown.map((sheet) => {
    const rows = [...sheet.hiddenRows].filter((row) => (sheet.rows[row] ?? []).length > 0);
    if (rows.length === 0) return sheet;
    problems.add(
      "workbook-hidden-rows",
      "warning",
      `${times(rows.length, "hidden row")} of sheet ${sheet.name} (by a filter, a group or by hand): not read. Show all rows and save the workbook.`,
      Math.min(...rows) + 1,
      null,
      rows.length,
    );
    return {
      ...sheet,
      rows: sheet.rows.map((cells, row) => (sheet.hiddenRows.has(row) ? [] : cells)),
    };
  });
}
