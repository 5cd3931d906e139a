import type powerbi from "powerbi-visuals-api";
import { columnsOf, type Columns } from "./columns";
import type { Kpi, Scorecard, Warning } from "./kpi";
import { kpiOf } from "./kpi-of";
import { measuresAsRows } from "./measures-as-rows";
import { joinPeriodLevels } from "./period-levels";
import { plansOf } from "./plan-kpi";
import type { ModelRules } from "./rules";
import { maybeShares, scaleDoubts } from "./scales";

/**
 * All that the visual draws, from a data view. Pure: the same data view and rules give the same
 * scorecard. Wrong data gives a warning, never an exception.
 */
export function buildScorecard(
  dataView: powerbi.DataView | undefined,
  rules: ModelRules,
): Scorecard {
  const columns = columnsOf(measuresAsRows(joinPeriodLevels(dataView)));
  const warnings: Warning[] = [];
  if (columns.rows > 0 && !columns.has("indicator"))
    warnings.push({ key: "warning_no_indicator", count: 0 });
  if (dataView?.metadata?.segment) warnings.push({ key: "warning_more_rows", count: columns.rows });
  const plans = !columns.has("indicator") ? [] : plansOf(columns, rules);
  const unclear = scaleDoubts(
    columns,
    plans.map(({ group: { own }, row, scale }) => ({ rows: [row, ...own.slice(0, 1)], scale })),
  );
  const shares = maybeShares(plans.map(({ scale }) => scale));
  const kpis = plans.map((plan) => kpiOf({ columns, rules, unclear, shares, plan }));
  const doubled = plans.reduce((sum, { slots }) => sum + slots.more, 0);
  if (doubled > 0) warnings.push({ key: "warning_doubled_periods", count: doubled });
  const doubtful = kpis.filter(({ doubts }) => doubts.length > 0).length;
  if (doubtful > 0) warnings.push({ key: "warning_doubts", count: doubtful });
  if (columns.has("sort")) kpis.sort(bySortField(columns, kpis));
  return {
    kpis,
    asAt: latestDay(kpis.map(({ asAt }) => asAt)),
    refreshed: columns.has("refreshed")
      ? latestDay(kpis.map(({ latest }) => columns.day("refreshed", latest.row)))
      : null,
    regionName:
      columns.has("region") || columns.has("areaRole")
        ? (kpis.find(({ region }) => region?.name)?.region?.name ?? null)
        : null,
    headings: Object.fromEntries(
      ["ownStatus", "ownDirection"].map((well) => [well, columns.all(well)[0]?.heading]),
    ),
    wells: columns.roles,
    warnings,
  };
}

const latestDay = (days: readonly (number | null)[]): number | null =>
  days.reduce(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );

function bySortField(columns: Columns, kpis: readonly Kpi[]): (a: Kpi, b: Kpi) => number {
  if (!columns.has("sort")) return () => 0;
  const place = new Map(
    kpis.map((kpi) => [kpi, columns.number("sort", kpi.latest.row) ?? Number.MAX_SAFE_INTEGER]),
  );
  return (a, b) => place.get(a)! - place.get(b)!;
}
