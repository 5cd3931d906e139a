import type powerbi from "powerbi-visuals-api";
import { columnsOf, type Columns } from "./columns";
import { groupRows, type KpiRows } from "./group-rows";
import type { Kpi, Scorecard, Warning } from "./kpi";
import { kpiOf } from "./kpi-of";
import { measuresAsRows } from "./measures-as-rows";
import { joinPeriodLevels } from "./period-levels";
import { planOf, type Plan } from "./plan-kpi";
import { renewColumns, type Changes } from "./renew-columns";
import type { ModelRules } from "./rules";
import { maybeShares, scaleDoubts, unclearBy, type ScaleDoubts } from "./scales";
import { periodReader, type PeriodReader } from "./timeline";

/** Reads data views one after the other. */
type ScorecardReader = (dataView: powerbi.DataView | undefined, rules: ModelRules) => Scorecard;

/** What was read of a data view: where the next one says the same, it is not read again. */
interface Known {
  readonly columns: Columns;
  readonly rules: string;
  readonly groups: readonly KpiRows[];
  readonly reader: PeriodReader;
  readonly plans: readonly Plan[];
  readonly doubts: ScaleDoubts;
  readonly shares: boolean;
  /** In the order of the plans. */
  readonly kpis: readonly Kpi[];
}

/**
 * A reader of all that the visual draws, from a data view. The same data view and rules give the
 * same scorecard, whatever was read before; a KPI whose rows say what they said, by the same rules,
 * is the same object. Wrong data gives a warning, never an exception.
 */
export function scorecardReader(): ScorecardReader {
  let known: Known | null = null;
  return (dataView, rules) => {
    const table = measuresAsRows(joinPeriodLevels(dataView));
    const by = JSON.stringify(rules);
    const changes = known?.rules === by ? renewColumns(known.columns, table) : null;
    known = known && changes ? renewed(known, changes, rules) : read(columnsOf(table), rules, by);
    return scorecardOf(known, dataView);
  };
}

function read(columns: Columns, rules: ModelRules, by: string): Known {
  const groups = columns.has("indicator") ? groupRows(columns) : [];
  const reader = periodReader(columns);
  const plans = groups.map((group) => planOf(columns, rules, group, reader));
  const doubts = doubtsIn(columns, plans);
  const shares = maybeShares(plans.map(({ scale }) => scale));
  const unclear = unclearBy(doubts);
  const kpis = plans.map((plan) => kpiOf({ columns, rules, unclear, shares, plan }));
  return { columns, rules: by, groups, reader, plans, doubts, shares, kpis };
}

/** What is known after rows of the same KPIs and periods changed. */
function renewed(before: Known, changes: Changes, rules: ModelRules): Known {
  if (!changes.any) return before;
  const { columns, groups, reader } = before;
  const isSame = groups.map(
    ({ own, compared }) => !changes.in(own) && !compared.some(({ row }) => changes.in([row])),
  );
  const plans = groups.map((group, i) =>
    isSame[i] ? before.plans[i] : planOf(columns, rules, group, reader),
  );
  const doubts = doubtsIn(columns, plans);
  const shares = maybeShares(plans.map(({ scale }) => scale));
  const isSameScale =
    shares === before.shares &&
    sameSets(doubts.found, before.doubts.found) &&
    sameSets(doubts.mixed, before.doubts.mixed);
  const unclear = unclearBy(doubts);
  const kpis = plans.map((plan, i) =>
    isSame[i] && isSameScale ? before.kpis[i] : kpiOf({ columns, rules, unclear, shares, plan }),
  );
  return { ...before, plans, doubts, shares, kpis };
}

const doubtsIn = (columns: Columns, plans: readonly Plan[]): ScaleDoubts =>
  scaleDoubts(
    columns,
    plans.map(({ group: { own }, row, scale }) => ({ rows: [row, ...own.slice(0, 1)], scale })),
  );

const sameSets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

function scorecardOf({ columns, plans, kpis }: Known, dataView?: powerbi.DataView): Scorecard {
  const warnings: Warning[] = [];
  const warn = (key: Warning["key"], count: number): void => void warnings.push({ key, count });
  if (columns.rows > 0 && !columns.has("indicator")) warn("warning_no_indicator", 0);
  if (dataView?.metadata?.segment) warn("warning_more_rows", columns.rows);
  const doubled = plans.reduce((sum, { slots }) => sum + slots.more, 0);
  if (doubled > 0) warn("warning_doubled_periods", doubled);
  const doubtful = kpis.filter(({ doubts }) => doubts.length > 0).length;
  if (doubtful > 0) warn("warning_doubts", doubtful);
  return {
    kpis: columns.has("sort") ? [...kpis].sort(bySortField(columns, kpis)) : kpis,
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
  const place = new Map(
    kpis.map((kpi) => [kpi, columns.number("sort", kpi.latest.row) ?? Number.MAX_SAFE_INTEGER]),
  );
  return (a, b) => place.get(a)! - place.get(b)!;
}
