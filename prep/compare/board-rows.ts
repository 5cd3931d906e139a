import type { Finding } from "../check/finding";
import { boardFinding } from "../sources/board-file/board-rules";
import type { Boards } from "../sources/board-file/placed";
import { readCell } from "../sources/kpi-sheet/cell";
import { statusOfCell } from "../sources/kpi-sheet/sheet-values";
import { kpiValueRow, type KpiValueRow } from "../star/kpi-value-row";

/** Where rows of a board stand: under its authority, and under the key of its file. */
interface BoardRowOptions {
  readonly authority: string;
  readonly keyOf: (file: string) => number;
}

/**
 * A row for each KPI of a board that has no figure, with its words, under the latest period of the
 * other figures. None where there are no other figures: then nothing says which period it is.
 */
export function boardRows(
  { kpis }: Pick<Boards, "kpis">,
  values: readonly KpiValueRow[],
  { authority, keyOf }: BoardRowOptions,
): KpiValueRow[] {
  const own = values.filter(
    ({ area_role, breakdown }) => area_role === "own" && breakdown === "all",
  );
  const has = new Set(own.map(({ indicator_id }) => indicator_id));
  const monthly = own.filter(({ frequency }) => frequency === "month");
  const latest = (monthly.length > 0 ? monthly : own).reduce<KpiValueRow | null>(
    (best, row) => (best === null || row.period_end > best.period_end ? row : best),
    null,
  );
  if (latest === null) return [];
  const { period_start, period_end, period_label, frequency } = latest;
  return kpis.flatMap(({ id, words, footprint, nextDue, file }): KpiValueRow[] => {
    if (has.has(id)) return [];
    has.add(id);
    const cell = readCell(words, true);
    return [
      kpiValueRow({
        indicator_id: id,
        area_code: authority,
        area_code_type: "authority",
        area_role: "own",
        for_area_code: authority,
        ...{ period_start, period_end, period_label, frequency },
        method: "kpi_sheet",
        origin: "sheet",
        source_key: keyOf(file),
        value: null,
        status: statusOfCell(cell),
        status_text: cell.isText || cell.words === "" ? null : cell.words,
        text_value: cell.isText ? cell.words : null,
        next_due: nextDue,
        footprint,
        rating: "not_rated",
        rating_reason: "no_value",
      }),
    ];
  });
}

/** A finding for each KPI of a board of which there is neither a figure nor words for one. */
export const withoutFigure = (
  { kpis }: Pick<Boards, "kpis">,
  values: readonly KpiValueRow[],
): Finding[] => {
  const has = new Set(values.map(({ indicator_id }) => indicator_id));
  return kpis
    .filter(({ id, words }) => words === null && !has.has(id))
    .map(({ file, sheet, line }) => boardFinding("B88", { file, sheet, line, field: "KPI" }));
};
