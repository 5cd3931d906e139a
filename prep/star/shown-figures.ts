import type { KpiValueRow, Origin } from "./kpi-value-row";

/** Where the figure that a board shows is taken from where several origins have one, first first. */
export type OriginOrder = readonly Origin[];

/** What the board prints, else what is counted, else what is published. */
const PRINTED_FIRST: OriginOrder = ["sheet", "counted", "published"];
const COUNTED_FIRST: OriginOrder = ["counted", "sheet", "published"];

/** Which of the origins goes first, as the settings name it. */
export type ShownFirst = "printed_first" | "counted_first";

export const originOrder = (first: ShownFirst): OriginOrder =>
  first === "counted_first" ? COUNTED_FIRST : PRINTED_FIRST;

const hasFigure = ({ status, value, text_value: words }: KpiValueRow): boolean =>
  status === "ok" && (value !== null || words !== null);

/** What own figures of one KPI, group and period share, whatever their origin. */
const keyOf = (row: KpiValueRow): string =>
  [
    row.indicator_id,
    row.area_code,
    row.service,
    row.breakdown,
    row.breakdown_value,
    row.frequency,
    row.period_end,
  ].join("\0");

/**
 * Own figures with the mark of those that a board shows: of each period the one of the first origin
 * that has a figure for it; where none has, the words of the first. Rows of other areas have no
 * mark.
 */
export function withShown(
  rows: readonly KpiValueRow[],
  order: OriginOrder = PRINTED_FIRST,
): KpiValueRow[] {
  const isBefore = (one: KpiValueRow, other: KpiValueRow): boolean => {
    if (hasFigure(one) !== hasFigure(other)) return hasFigure(one);
    const places = order.indexOf(one.origin) - order.indexOf(other.origin);
    return places === 0 ? one.source_key > other.source_key : places < 0;
  };
  const several = ofSeveralOrigins(rows);
  const best = new Map<string, KpiValueRow>();
  for (const row of rows) {
    if (row.area_role !== "own" || !several.has(row.indicator_id)) continue;
    const key = keyOf(row);
    const known = best.get(key);
    if (known === undefined || isBefore(row, known)) best.set(key, row);
  }
  return rows.map((row): KpiValueRow => {
    if (row.area_role !== "own") return row.is_shown === null ? row : { ...row, is_shown: null };
    const shown = !several.has(row.indicator_id) || best.get(keyOf(row)) === row ? 1 : 0;
    return row.is_shown === shown ? row : { ...row, is_shown: shown };
  });
}

/** Indicators whose own figures are of several origins or sources: only there is a choice. */
function ofSeveralOrigins(rows: readonly KpiValueRow[]): ReadonlySet<string> {
  const first = new Map<string, KpiValueRow>();
  const several = new Set<string>();
  for (const row of rows) {
    if (row.area_role !== "own") continue;
    const known = first.get(row.indicator_id);
    if (known === undefined) first.set(row.indicator_id, row);
    else if (known.origin !== row.origin || known.source_key !== row.source_key)
      several.add(row.indicator_id);
  }
  return several;
}
