import { dayOf } from "../../../prep/calendar/day";
import { rateRows, type RatedIndicator } from "../../../prep/compare/rate-rows";
import { readTargetSetting, type IndicatorTarget } from "../../../prep/compare/targets";
import { withShown } from "../../../prep/star/shown-figures";
import type { Status } from "../../../src/kpi/status";
import { kpiValueRow, type KpiValueRow } from "../../../prep/star/kpi-value-row";

const NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A figure, why there is none, or nothing at all: no row. */
export type Given = number | Status | undefined;

/** Monthly figures of one KPI of authority 839 from January of a year on. */
export function months(
  id: string,
  given: readonly Given[],
  { from = 2025, more = {} }: { from?: number; more?: Partial<KpiValueRow> } = {},
): KpiValueRow[] {
  return given.flatMap((figure, i): KpiValueRow[] => {
    if (figure === undefined) return [];
    const [year, month] = [from + Math.floor(i / 12), (i % 12) + 1];
    const end = dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1;
    const found = typeof figure === "number" ? { value: figure } : { value: null, status: figure };
    return [
      kpiValueRow({
        indicator_id: id,
        area_code: "839",
        area_code_type: "authority",
        area_role: "own",
        for_area_code: "839",
        period_start: dayOf(year, month, 1),
        period_end: end,
        period_label: `${NAMES[month - 1]} ${year}`,
        frequency: "month",
        method: "counted",
        origin: "counted",
        source_key: 1,
        as_at: end,
        ...found,
        ...more,
      }),
    ];
  });
}

export function target(
  indicator: string,
  wanted: string | number,
  tolerance?: string | number,
): IndicatorTarget {
  const read = readTargetSetting({
    indicator,
    target: wanted,
    ...(tolerance === undefined ? {} : { tolerance }),
  });
  if (typeof read === "string") throw new Error(read);
  return read[0];
}

const usual: RatedIndicator = {
  unit: "percent",
  decimals: 1,
  polarity: "higher",
  cumulative: false,
};

/** The rows with the ratings that a build gives them. */
export const rated = (
  rows: readonly KpiValueRow[],
  indicators: Readonly<Record<string, Partial<RatedIndicator>>>,
  targets: readonly IndicatorTarget[],
): KpiValueRow[] =>
  withShown(
    rateRows(rows, {
      indicators: new Map(
        Object.entries(indicators).map(([id, one]) => [id, { ...usual, ...one }]),
      ),
      targets,
    }),
  );
