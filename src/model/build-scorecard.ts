import type powerbi from "powerbi-visuals-api";
import { adverseDistance } from "../kpi/adverse-distance";
import { directionOf } from "../kpi/direction";
import { baseOf, defaultBase, previousPoint } from "../kpi/direction-base";
import type { Frequency } from "../kpi/frequency";
import { decimalsOf } from "../kpi/number-format";
import { spcChart, type SpcChart } from "../kpi/spc";
import { isStale } from "../kpi/stale";
import { isUpdated } from "../kpi/updated";
import { FEWEST_POINTS } from "../kpi/xmr";
import { buildComparators, rankAmong } from "./build-comparators";
import { buildSeries, datedRows, ofFrequency, type DatedRow } from "./build-series";
import { isTrue, textIn } from "./cell";
import { columnsOf, type Columns } from "./columns";
import { groupRows, type KpiRows } from "./group-rows";
import type { Kpi, Notes, Point, Scorecard, Warning } from "./kpi";
import { numberFormOf, secondaryFormOf } from "./number-form";
import type { Period } from "./period";
import { frequencyNamed, polarityNamed } from "./rule-words";
import type { ModelRules } from "./rules";

/**
 * All that the visual draws, from a data view. Pure: the same data view and rules give the same
 * scorecard. Wrong data gives a warning, never an exception.
 */
export function buildScorecard(
  dataView: powerbi.DataView | undefined,
  rules: ModelRules,
): Scorecard {
  const columns = columnsOf(dataView);
  const warnings: Warning[] = [];
  if (columns.rows > 0 && !columns.has("indicator"))
    warnings.push({ key: "warning_no_indicator", count: 0 });
  if (dataView?.metadata?.segment) warnings.push({ key: "warning_more_rows", count: columns.rows });
  const periods = new Map<unknown, Period>();
  let doubled = 0;
  const kpis = !columns.has("indicator")
    ? []
    : groupRows(columns).map((group) => {
        const { dated, doubled: more } = datedRows(columns, group.own, periods);
        doubled += more;
        return buildKpi({ columns, rules, periods }, group, dated);
      });
  if (doubled > 0) warnings.push({ key: "warning_doubled_periods", count: doubled });
  kpis.sort(bySortField(columns, kpis));
  return {
    kpis,
    asAt: latestDay(kpis.map(({ asAt }) => asAt)),
    refreshed: columns.has("refreshed")
      ? latestDay(kpis.map(({ latest }) => columns.day("refreshed", latest.row)))
      : null,
    regionName: kpis.find(({ region }) => region?.name)?.region?.name ?? null,
    warnings,
  };
}

/** What all KPIs are read from, and by which rules. */
interface Reading {
  readonly columns: Columns;
  readonly rules: ModelRules;
  /** Periods read so far. */
  readonly periods: Map<unknown, Period>;
}

function buildKpi(
  { columns, rules, periods }: Reading,
  group: KpiRows,
  all: readonly DatedRow[],
): Kpi {
  const named = all.length === 0 ? null : frequencyNamed(columns.text("frequency", all[0].row));
  const dated = named === null ? all : ofFrequency(all, named);
  const row = dated.length > 0 ? dated[dated.length - 1].row : (group.compared[0]?.row ?? 0);
  const form = numberFormOf(
    columns,
    dated.map((item) => item.row),
    row,
  );
  const polarity = polarityNamed(columns.text("polarity", row)) ?? rules.polarity;
  const frequency = named ?? latestFrequency(dated);
  const comparators = buildComparators(columns, group, {
    latestRow: dated.length > 0 ? row : null,
    rules,
    unit: form.unit,
    known: periods,
  });
  const { england, region, average, others, history } = comparators;
  const series = buildSeries(dated, {
    columns,
    rules,
    polarity,
    form,
    frequency,
    comparators: {
      england: england ?? undefined,
      region: region ?? undefined,
      neighbours: average ?? undefined,
    },
  });
  const latest = series[series.length - 1] ?? emptyPoint(row);
  const { target } = latest;
  const nextDue = columns.day("nextDue", row);
  const spc = spcOf(series, polarity, target);
  return {
    ...aboutOf(columns, group, row),
    ...movementOf(series, columns, row, {
      value: latest.value,
      frequency,
      columnFrequency: latestFrequency(dated),
      base: rules.base,
      polarity,
      form,
    }),
    polarity,
    form,
    secondaryForm: secondaryFormOf(columns, row),
    frequency,
    series,
    latest,
    lastKnown: latest.value === null ? lastKnownOf(series) : null,
    targetWords:
      target !== null && columns.number("target", row) !== null
        ? null
        : (columns.text("targetRule", row) ?? textIn(columns.raw("target", row))),
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
    get spc() {
      return spc();
    },
    asAt: columns.day("asAt", row) ?? latest.period.end,
    nextDue,
    stale: isStale(nextDue, rules.today),
  };
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
> => ({
  key: group.key,
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
  colour: colourOf(columns, row),
});

/** The latest figure and how its movement is read. */
interface Moving extends Pick<Kpi, "polarity" | "form" | "frequency"> {
  readonly value: number | null;
  /** The frequency that the figures themselves name. */
  readonly columnFrequency: Frequency;
  /** What movement is from; null where the KPI's frequency decides. */
  readonly base: ModelRules["base"];
}

/** The figures before the latest one, and which way it moved from them. */
function movementOf(
  series: readonly Point[],
  columns: Columns,
  row: number,
  { value, frequency, columnFrequency, base: chosen, polarity, form }: Moving,
): Pick<Kpi, "previous" | "baseline" | "direction"> {
  const points = series.map((point, index) => ({
    value: point.value,
    end: point.period.end ?? index,
  }));
  const last = series.length - 1;
  const before = last < 0 ? null : previousPoint(points, last, frequency);
  const given = columns.number("previous", row);
  const baseline = columns.number("baseline", row);
  const base = chosen ?? defaultBase(frequency, isTrue(columns.raw("cumulative", row)));
  const fromSeries = last < 0 ? null : baseOf(points, last, base, { frequency, baseline });
  const previous = last >= 0 && base === "previous_period" ? (given ?? fromSeries) : fromSeries;
  return {
    previous: {
      value: given ?? before?.value ?? null,
      secondary: before ? series[last - 1].secondary : null,
      period: before ? series[last - 1].period.label : null,
    },
    baseline:
      baseline === null ? null : { value: baseline, date: columns.text("baselineDate", row) },
    direction: directionOf({
      value,
      base: previous,
      polarity,
      decimals: decimalsOf(form),
      updated: isUpdated({ value, previous, frequency, columnFrequency }),
    }),
  };
}

/**
 * The control chart of a series, worked out when first asked for: most of a thousand rows are never
 * in sight.
 */
function spcOf(
  series: readonly Point[],
  polarity: Kpi["polarity"],
  target: number | null,
): () => SpcChart | null {
  let known: { readonly chart: SpcChart | null } | null = null;
  const work = (): SpcChart | null => {
    const values = series.map(({ value }) => value);
    const count = values.filter((value) => value !== null).length;
    return count >= FEWEST_POINTS ? spcChart(values, { polarity, target }) : null;
  };
  return () => (known ??= { chart: work() }).chart;
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

const emptyPoint = (row: number): Point => ({
  row,
  period: { label: "", end: null, frequency: null },
  value: null,
  secondary: null,
  numerator: null,
  denominator: null,
  target: null,
  rating: {
    rating: "not_rated",
    reason: "no_value",
    gap: null,
    tolerance: null,
    lower: null,
    upper: null,
  },
  words: "status_missing",
  comparability: "comparable",
});

/** The frequency that the latest period names; months where it names none. */
const latestFrequency = (dated: readonly DatedRow[]): Frequency =>
  dated[dated.length - 1]?.period.frequency ?? "month";

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
function colourOf(columns: Columns, row: number): string | null {
  const fill = columns.all("indicator")[0]?.objects?.[row]?.colours?.value as
    { solid?: { color?: string } } | undefined;
  return fill?.solid?.color ?? null;
}
