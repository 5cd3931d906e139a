import type powerbi from "powerbi-visuals-api";
import { adverseDistance } from "../kpi/adverse-distance";
import { directionOf } from "../kpi/direction";
import { baseOf, defaultBase, previousPoint } from "../kpi/direction-base";
import type { Frequency } from "../kpi/frequency";
import { judgedOver, judgementOf, type JudgedSeries } from "../kpi/judge";
import { decimalsOf } from "../kpi/number-format";
import { isStale } from "../kpi/stale";
import { isUpdated } from "../kpi/updated";
import { buildComparators, rankAmong } from "./build-comparators";
import { defaultProfile } from "../kpi/rating-profile";
import { buildSeries, profileAt, targetWordsIn, type SeriesContext } from "./build-series";
import { endStatusOf } from "./end-status";
import { isTrue, textIn } from "./cell";
import { columnsOf, type Columns } from "./columns";
import { doubtsOf } from "./doubts";
import type { KpiRows } from "./group-rows";
import type { Kpi, Notes, Point, Scorecard, Warning } from "./kpi";
import { secondaryFormOf } from "./number-form";
import { processChart } from "./process-chart";
import { ownView } from "./own-view";
import { measuresAsRows } from "./measures-as-rows";
import { missingPoint, plansOf, type Plan } from "./plan-kpi";
import { joinPeriodLevels } from "./period-levels";
import { polarityOf } from "./rule-words";
import type { ModelRules } from "./rules";
import { maybeShares, scaleDoubts, type ScaleOf, type Unclear } from "./scales";

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
  const kpis = plans.map((plan) => buildKpi({ columns, rules, unclear, shares }, plan));
  const doubled = plans.reduce(
    (sum, { slots }) => slots.reduce((more, slot) => more + slot.more, sum),
    0,
  );
  if (doubled > 0) warnings.push({ key: "warning_doubled_periods", count: doubled });
  const doubtful = kpis.filter(({ doubts }) => doubts.length > 0).length;
  if (doubtful > 0) warnings.push({ key: "warning_doubts", count: doubtful });
  kpis.sort(bySortField(columns, kpis));
  return {
    kpis,
    asAt: latestDay(kpis.map(({ asAt }) => asAt)),
    refreshed: columns.has("refreshed")
      ? latestDay(kpis.map(({ latest }) => columns.day("refreshed", latest.row)))
      : null,
    regionName: kpis.find(({ region }) => region?.name)?.region?.name ?? null,
    headings: Object.fromEntries(
      ["ownStatus", "ownDirection"].map((well) => [well, columns.all(well)[0]?.heading]),
    ),
    warnings,
  };
}

/** What all KPIs are read from, and by which rules. */
interface Reading {
  readonly columns: Columns;
  readonly rules: ModelRules;
  readonly unclear: Unclear;
  /** Whether percentages may be shares of 1: see `maybeShares`. */
  readonly shares: boolean;
}

function buildKpi({ columns, rules, unclear, shares }: Reading, plan: Plan): Kpi {
  const { group, slots, last, row, form, frequency, scale } = plan;
  const { polarity, fault } = polarityOf(columns, row, rules, form.unit);
  const comparators = buildComparators(columns, group, {
    latestRow: last < 0 ? null : row,
    latestEnd: slots[last]?.period.end ?? null,
    rules,
    unit: form.unit,
    reader: plan.reader,
    order: plan.order,
    scale,
    unclear,
  });
  const { england, region, average, others, history } = comparators;
  const context: SeriesContext = {
    columns,
    rules,
    polarity,
    fault,
    form,
    frequency,
    comparators: {
      england: england ?? undefined,
      region: region ?? undefined,
      neighbours: average ?? undefined,
    },
    scale,
    unclear,
  };
  const points = buildSeries(slots, context);
  const series = points.slice(0, last + 1);
  const latest = series[last] ?? missingPoint(plan);
  const { target } = latest;
  const nextDue = columns.day("nextDue", row);
  return {
    ...aboutOf(columns, group, row),
    ...movementOf(series, columns, row, {
      value: latest.value,
      frequency,
      columnFrequency: latest.period.frequency ?? "month",
      base: rules.base,
      polarity,
      form,
      given: givenPrevious(columns, last < 0 ? null : row, scale, unclear),
      by: rules.judgedBy,
    }),
    own: ownView(columns, plan, rules),
    rows: group.own,
    polarity,
    form,
    secondaryForm: secondaryFormOf(columns, row),
    frequency,
    series,
    ahead: points.slice(last + 1),
    latest,
    lastKnown: latest.value === null ? lastKnownOf(series) : null,
    targetWords: last < 0 ? null : wordsOfTarget(columns, latest),
    rule: ruleOf(columns, rules, row),
    endStatus: columns.text("endStatus", row),
    end: endStatusOf(points, last, context),
    distance: adverseDistance(latest.rating, target),
    england,
    region,
    average,
    neighbours: rankAmong(
      { name: columns.text("area", row) ?? "", value: latest.value },
      comparators,
      polarity,
    ),
    others,
    history,
    spc: processChart(series, { polarity, target, unit: form.unit }),
    asAt: columns.day("asAt", row) ?? (latest.period.sure ? latest.period.end : null),
    nextDue,
    stale: isStale(nextDue, rules.today),
    begins: plan.begins,
    doubts: doubtsOf(columns, plan, { latest, fault, shares }),
  };
}

/** The rule of a KPI that is not rated by the usual one. */
function ruleOf(columns: Columns, rules: ModelRules, row: number): Kpi["rule"] {
  const profile = profileAt({ columns, rules }, row);
  return profile === null || profile === defaultProfile ? null : profile.id;
}

/** Words of a target that is no number of its own, or none that is certain. */
function wordsOfTarget(columns: Columns, { row, rating }: Point): string | null {
  const own = columns.number("target", row) !== null;
  if (own && rating.reason === "scale_unclear") return `${columns.text("target", row)} ?`;
  return own ? null : targetWordsIn(columns, row);
}

/** The previous figure that the row gives, where it is on the scale of the value. */
function givenPrevious(
  columns: Columns,
  row: number | null,
  scale: ScaleOf | null,
  unclear: Unclear,
): number | null {
  const given = row === null ? null : columns.number("previous", row);
  const value = row === null ? null : columns.number("value", row);
  return unclear("previous", given, { scale, value }) ? null : given;
}

/** The latest figure that is there, or null. */
const lastKnownOf = (series: readonly Point[]): Point | null =>
  [...series].reverse().find(({ value }) => value !== null) ?? null;

/** What a row says of the KPI itself, whatever its figures are. */
const aboutOf = (
  columns: Columns,
  group: KpiRows,
  row: number,
): Pick<
  Kpi,
  | "key"
  | "name"
  | "indicator"
  | "indicatorKey"
  | "area"
  | "number"
  | "priority"
  | "section"
  | "subsection"
  | "lens"
  | "headline"
  | "notes"
  | "tooltips"
  | "lit"
  | "colour"
  | "background"
> => ({
  key: group.key,
  indicatorKey: group.indicatorKey,
  indicator: group.name,
  area: group.area,
  name: group.area === null ? group.name : `${group.name} (${group.area})`,
  number: columns.text("number", row),
  priority: columns.text("priority", row),
  section: columns.text("section", row),
  subsection: columns.text("subsection", row),
  lens: columns.text("lens", row),
  headline: isTrue(columns.raw("headline", row)),
  notes: notesOf(columns, row),
  tooltips: columns.all("tooltips").flatMap((column) => {
    const text = textIn(column.cells[row]);
    return text === null ? [] : [{ name: column.heading, text }];
  }),
  lit: isLit(columns, group),
  colour: colourOf(columns, row, "value"),
  background: colourOf(columns, row, "row"),
});

/** The latest figure and how its movement is read. */
interface Moving extends Pick<Kpi, "polarity" | "form" | "frequency"> {
  readonly value: number | null;
  /** The frequency that the figures themselves name. */
  readonly columnFrequency: Frequency;
  /** What movement is from; null where the KPI's frequency decides. */
  readonly base: ModelRules["base"];
  /** The previous figure that the row gives. */
  readonly given: number | null;
  /** What the movement is judged by. */
  readonly by: ModelRules["judgedBy"];
}

/** The figures before the latest one, and which way it moved from them. */
function movementOf(
  series: readonly Point[],
  columns: Columns,
  row: number,
  { value, frequency, columnFrequency, base: chosen, polarity, form, given, by }: Moving,
): Pick<Kpi, "previous" | "baseline" | "direction" | "judgedOver"> {
  const last = series.length - 1;
  // A month is not held against the quarter before it.
  const points = series.map(({ value: figure, period }, index) => ({
    value: period.frequency === series[last].period.frequency ? figure : null,
    end: period.end ?? index,
  }));
  const before = last < 0 ? null : previousPoint(points, last, frequency);
  const baseline = columns.number("baseline", row);
  const base = chosen ?? defaultBase(frequency, isTrue(columns.raw("cumulative", row)));
  const fromSeries = last < 0 ? null : baseOf(points, last, base, { frequency, baseline });
  const previous = last >= 0 && base === "previous_period" ? (given ?? fromSeries) : fromSeries;
  const direction = directionOf({
    value,
    base: previous,
    polarity,
    decimals: decimalsOf(form),
    updated: isUpdated({ value, previous, frequency, columnFrequency }),
  });
  const judged: JudgedSeries = {
    values: points.map((point) => point.value),
    polarity,
    frequency,
    cumulative: base !== "previous_period",
    by,
  };
  return {
    previous: {
      value: given ?? before?.value ?? null,
      secondary: before ? series[last - 1].secondary : null,
      period: before ? series[last - 1].period.label : null,
    },
    baseline:
      baseline === null ? null : { value: baseline, date: columns.text("baselineDate", row) },
    direction: { ...direction, judgement: judgementOf(direction, judged) },
    judgedOver: direction.movement === null ? null : judgedOver(judged),
  };
}

const NOTES: readonly (keyof Notes)[] = [
  "owner",
  "commentary",
  "action",
  "dueDate",
  "progress",
  "definition",
  "source",
  "cohort",
  "footprint",
];

const notesOf = (columns: Columns, row: number): Notes =>
  Object.fromEntries([
    ...NOTES.map((name) => [name, columns.text(name, row)]),
    ["comparability", columns.text("comparabilityNote", row)],
  ]) as Record<keyof Notes, string | null>;

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

function isLit(columns: Columns, group: KpiRows): boolean {
  const highlights = (columns.all("value")[0] ?? columns.all("statusWords")[0])?.highlights;
  return (
    !highlights ||
    group.own.some((row) => highlights[row] !== null && highlights[row] !== undefined)
  );
}

/**
 * The colour that a rule of the author's gives this row, from the format objects of the first
 * grouping column.
 */
function colourOf(columns: Columns, row: number, name: "value" | "row"): string | null {
  const fill = columns.all("indicator")[0]?.objects?.[row]?.colours?.[name] as
    { solid?: { color?: string } } | undefined;
  return fill?.solid?.color ?? null;
}
