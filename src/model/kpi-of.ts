import { adverseDistance } from "../kpi/adverse-distance";
import { defaultProfile } from "../kpi/rating-profile";
import { isStale } from "../kpi/stale";
import { buildComparators, rankAmong } from "./build-comparators";
import { Series } from "./build-series";
import { profileAt } from "./rate-figure";
import { targetWordsIn, type SeriesContext } from "./series-context";
import { isTrue, textIn } from "./cell";
import type { Columns } from "./columns";
import { doubtsOf } from "./doubts";
import { endStatusOf } from "./end-status";
import type { KpiRows } from "./group-rows";
import type { Kpi, Notes, Point } from "./kpi";
import { lazily } from "./lazily";
import { movementOf } from "./movement";
import { secondaryFormOf } from "./number-form";
import { ownView } from "./own-view";
import { missingPoint, type Plan } from "./plan-kpi";
import { isBetween, processChart } from "./process-chart";
import { polarityOf } from "./rule-words";
import type { ModelRules } from "./rules";
import type { ScaleOf, Unclear } from "./scales";

/** What a KPI is read from, and by which rules. */
interface Reading {
  readonly columns: Columns;
  readonly rules: ModelRules;
  readonly unclear: Unclear;
  /** Whether percentages may be shares of 1: see `maybeShares`. */
  readonly shares: boolean;
  readonly plan: Plan;
}

/** What several fields of a KPI are worked out from. */
interface Parts {
  readonly reading: Reading;
  readonly said: ReturnType<typeof polarityOf>;
  readonly comparators: ReturnType<typeof buildComparators>;
  readonly points: Series;
  readonly movement: ReturnType<typeof movementOf>;
}

const partsOf = lazily<Reading, Parts>({
  reading: (reading) => reading,
  said: ({ columns, rules, plan: { row, unit } }) => polarityOf(columns, row, rules, unit),
  comparators: ({ columns, rules, unclear, plan }) => {
    const { group, slots, last, row, unit, reader, order, scale } = plan;
    return buildComparators({
      columns,
      group,
      latestRow: last < 0 ? null : row,
      latestEnd: last < 0 ? null : slots.at(last).period.end,
      rules,
      unit,
      reader,
      order,
      scale,
      unclear,
    });
  },
  points: ({ columns, rules, unclear, plan }, parts) =>
    new Series(plan.slots, {
      columns,
      rules,
      ...parts.said,
      unit: plan.unit,
      frequency: plan.frequency,
      comparators: besideOf(parts),
      scale: plan.scale,
      unclear,
    }),
  movement: ({ columns, rules, unclear, plan }, { points, said }) => {
    const { last, row, frequency, scale } = plan;
    const latest = latestOf(plan, points);
    return movementOf(points, last, row, {
      value: latest.value,
      frequency,
      columnFrequency: latest.period.frequency ?? "month",
      base: rules.base,
      polarity: said.polarity,
      form: plan.form(),
      given: givenPrevious(columns, last < 0 ? null : row, scale, unclear),
      by: rules.judgedBy,
    });
  },
});

/** The comparators that a target may point at. */
const besideOf = (parts: Parts): SeriesContext["comparators"] => ({
  get england() {
    return parts.comparators.england ?? undefined;
  },
  get region() {
    return parts.comparators.region ?? undefined;
  },
  get neighbours() {
    return parts.comparators.average ?? undefined;
  },
});

const latestOf = (plan: Plan, points: Series): Point =>
  plan.last < 0 ? missingPoint(plan) : points.at(plan.last);

/** What the row that speaks for the KPI says in a well. */
const said =
  (role: string) =>
  ({ reading: { columns, plan } }: Parts): string | null =>
    columns.text(role, plan.row);

/** The field of each note. */
const NOTES: Readonly<Record<keyof Notes, string>> = {
  owner: "owner",
  commentary: "commentary",
  action: "action",
  dueDate: "dueDate",
  progress: "progress",
  definition: "definition",
  source: "source",
  cohort: "cohort",
  footprint: "footprint",
  comparability: "comparabilityNote",
};

const notesOf = lazily<Parts, Notes>(
  Object.fromEntries(Object.entries(NOTES).map(([name, role]) => [name, said(role)])) as Record<
    keyof Notes,
    (parts: Parts) => string | null
  >,
);

/** A KPI by its plan, each of its fields worked out when it is first asked for. */
const fieldsOf = lazily<Parts, Kpi>({
  key: ({ reading }) => reading.plan.group.key,
  indicatorKey: ({ reading }) => reading.plan.group.indicatorKey,
  indicator: ({ reading }) => reading.plan.group.name,
  area: ({ reading }) => reading.plan.group.area,
  name: (_, { area, indicator }) => (area === null ? indicator : `${indicator} (${area})`),
  number: said("number"),
  priority: said("priority"),
  section: said("section"),
  subsection: said("subsection"),
  lens: said("lens"),
  headline: ({ reading: { columns, plan } }) => isTrue(columns.raw("headline", plan.row)),
  notes: (parts) => notesOf(parts),
  tooltips: ({ reading: { columns, plan } }) =>
    columns.all("tooltips").flatMap((column) => {
      const text = textIn(column.cells[plan.row]);
      return text === null ? [] : [{ name: column.heading, text }];
    }),
  lit: ({ reading: { columns, plan } }) => isLit(columns, plan.group),
  colour: ({ reading: { columns, plan } }) => colourOf(columns, plan.row, "value"),
  background: ({ reading: { columns, plan } }) => colourOf(columns, plan.row, "row"),
  previous: ({ movement }) => movement.previous,
  baseline: ({ movement }) => movement.baseline,
  direction: ({ movement }) => movement.direction,
  judgedOver: ({ movement }) => movement.judgedOver,
  own: ({ reading: { columns, plan, rules } }) => ownView(columns, plan, rules),
  rows: ({ reading }) => reading.plan.group.own,
  polarity: ({ said: { polarity } }) => polarity,
  form: ({ reading }) => reading.plan.form(),
  secondaryForm: ({ reading: { columns, plan } }) => secondaryFormOf(columns, plan.row),
  frequency: ({ reading }) => reading.plan.frequency,
  series: ({ reading: { plan }, points }) => points.from(0, plan.last + 1),
  ahead: ({ reading: { plan }, points }) => points.from(plan.last + 1, plan.slots.length),
  latest: ({ reading: { plan }, points }) => latestOf(plan, points),
  lastKnown: (_, { latest, series }) => (latest.value === null ? lastKnownOf(series) : null),
  targetWords: ({ reading: { columns, plan } }, { latest }) =>
    plan.last < 0 ? null : wordsOfTarget(columns, latest),
  rule: ({ reading: { columns, rules, plan } }) => ruleOf(columns, rules, plan.row),
  endStatus: said("endStatus"),
  end: ({ reading: { plan }, points }) => endStatusOf(points, plan.last),
  distance: (_, { latest: { rating, target } }) => adverseDistance(rating, target),
  england: ({ comparators }) => comparators.england,
  region: ({ comparators }) => comparators.region,
  average: ({ comparators }) => comparators.average,
  neighbours: ({ reading: { columns, plan }, comparators }, { latest, polarity }) =>
    rankAmong(
      { name: columns.text("area", plan.row) ?? "", value: latest.value },
      comparators,
      polarity,
    ),
  others: ({ comparators }) => comparators.others,
  history: ({ comparators }) => comparators.history,
  spc: ({ reading: { columns, plan, rules } }, kpi) =>
    processChart(kpi, {
      polarity: kpi.polarity,
      target: kpi.latest.target,
      unit: plan.unit,
      between: isBetween(columns.text("unit", plan.row)),
      baselinePoints: rules.baselinePoints,
    }),
  asAt: ({ reading: { columns, plan } }, { latest: { period } }) =>
    columns.day("asAt", plan.row) ?? (period.sure ? period.end : null),
  nextDue: ({ reading: { columns, plan } }) => columns.day("nextDue", plan.row),
  stale: ({ reading: { rules } }, { nextDue }) => isStale(nextDue, rules.today),
  begins: ({ reading }) => reading.plan.begins,
  doubts: ({ reading: { columns, plan, shares }, said: { fault } }, { latest }) =>
    doubtsOf(columns, plan, { latest, fault, shares }),
});

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

/** The latest figure that is there, or null. */
const lastKnownOf = (series: readonly Point[]): Point | null =>
  [...series].reverse().find(({ value }) => value !== null) ?? null;

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

export const kpiOf = (reading: Reading): Kpi => fieldsOf(partsOf(reading));
