import type { Polarity } from "../../src/kpi/polarity";
import type { Target } from "../../src/kpi/target";
import { strictSign } from "../../src/kpi/target-words";
import { toleranceWords } from "../sources/board-file/tolerance-words";
import type { Boards } from "../sources/board-file/placed";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import type { IndicatorTarget } from "../compare/targets";
import { kpiTarget } from "../star/dimensions";
import type { StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";

const comparatorWords = {
  england: "level with England",
  region: "level with the region",
  neighbours: "level with the statistical neighbours",
} as const;
const reasonWords = {
  no_target: "no target",
  target_not_set: "to be confirmed",
  target_not_applicable: "not applicable",
} as const;

const targetWords = (target: Target, polarity: Polarity | null): string =>
  target.kind === "number"
    ? [strictSign(target.strict === true, polarity ?? "neutral"), String(target.value)]
        .filter(Boolean)
        .join(" ")
    : target.kind === "comparator"
      ? comparatorWords[target.comparator]
      : reasonWords[target.reason];

/**
 * Targets of the boards and of the sheets, in their order, then those of the settings. A KPI without
 * any target has no row.
 */
export function targetRows(
  sheets: readonly KpiSheet[],
  targets: readonly IndicatorTarget[],
  { kpis }: Pick<Boards, "kpis">,
): StarData {
  const fromBoards = kpis.flatMap(({ id, targets: set, tolerance, polarity, file, board }) =>
    set.map(
      ({ target, words, from }) =>
        [
          id,
          from,
          target.kind === "number" ? target.value : null,
          words,
          toleranceWords(tolerance),
          polarity,
          `Board file ${file}${board === null ? "" : `: ${board}`}`,
        ] as const,
    ),
  );
  const fromSheets = sheets.flatMap(({ rows, file }) =>
    rows
      .filter(({ target }) => target.kind !== "none" || target.reason !== "no_target")
      .map(
        ({ id, target, targetCell, tolerance, polarity }) =>
          [
            id,
            null,
            target.kind === "number" ? target.value : null,
            targetCell.words || targetWords(target, polarity),
            toleranceWords(tolerance),
            polarity,
            `KPI sheet ${file}`,
          ] as const,
      ),
  );
  const fromSettings = targets.map(
    ({ indicator, target, tolerance, polarity, asked, from }) =>
      [
        indicator,
        from,
        target.kind === "number" ? target.value : null,
        targetWords(target, asked ?? polarity),
        toleranceWords(tolerance),
        polarity,
        "settings",
      ] as const,
  );
  return rowsTable(kpiTarget, [...fromBoards, ...fromSheets, ...fromSettings]);
}
