import type { Kpi } from "../../model/kpi";
import { columnIds, type ColumnId } from "../../settings/column-ids";
import { settingsTable, type Settings } from "../../settings/settings-table";
import { columnOf, type ScorecardColumn } from "./columns";

export interface PlacedColumn extends ScorecardColumn {
  /** Pixels on screen. */
  readonly room: number;
  readonly heading: string;
}

const LEAST_INDICATOR = 230;
/** Below this width a status is its icon alone, with the word for screen readers. */
export const ICONS_ONLY = 520;

/**
 * The columns that are shown, in the author's order and with their widths. Columns that no row
 * fills are left out; where the
 * width does not do for the rest, those that matter least go first. The indicator takes what is
 * left.
 */
export function layOutColumns(
  kpis: readonly Kpi[],
  settings: Settings,
  width: number,
  headings: (id: ColumnId) => string,
): PlacedColumn[] {
  const scale = settings.text.size / 13;
  const { columns } = settings;
  let shown = columnIds
    .map(columnOf)
    .filter(
      (column) =>
        column.id === "indicator" || (columns[`${column.id}Show`] && column.present(kpis)),
    )
    .sort((a, b) => columns[`${a.id}Place`] - columns[`${b.id}Place`]);
  const roomOf = (column: ScorecardColumn): number =>
    columns[`${column.id}Width`] ||
    Math.round(((width < ICONS_ONLY && column.narrow) || column.width) * scale);
  // A column that is hidden by default and shown was asked for: it stays as long as the target
  // does.
  const dropOf = ({ id, drop }: ScorecardColumn): number =>
    settingsTable.columns[`${id}Show`].value ? drop : 1;
  const taken = (): number => shown.reduce((sum, column) => sum + roomOf(column), 0);
  while (taken() + (columns.indicatorWidth > 0 ? 0 : LEAST_INDICATOR) > width) {
    const last = shown.reduce((worst, column) => (dropOf(column) > dropOf(worst) ? column : worst));
    if (dropOf(last) === 0) break;
    shown = shown.filter((column) => column !== last);
  }
  const rest = Math.max(columns.indicatorWidth || 120, width - taken());
  return shown.map((column) => ({
    ...column,
    room: column.id === "indicator" && columns.indicatorWidth === 0 ? rest : roomOf(column),
    heading: columns[`${column.id}Heading`] || headings(column.id),
  }));
}
