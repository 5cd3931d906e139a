import { addMonths, civilOf, dayOf, isoOf, type Day } from "../../prep/calendar/day";
import type { History } from "../../prep/sample/history";
import { countAlerts } from "./count-alerts";
import { countCaseload, countPlanEvents } from "./count-plans";
import { countRequestEvents, countWaiting } from "./count-requests";
import { GROUPS, type Breakdown } from "./groups";
import { INDICATORS, type ExpectedIndicator } from "./indicators";
import { knowableOf, type Knowable } from "./knowable";
import { periodsIn, type Period } from "./periods";
import { makeTally, monthOf, type Cell, type Tally } from "./tally";

/** One figure that a build of the sample must give. */
export interface ExpectedValue {
  readonly indicator_id: string;
  /** month, quarter, calendar_year, academic_year, financial_year, rolling_12_months or census. */
  readonly frequency: string;
  /** ISO date of the period's last day, or of the data end where that comes first. */
  readonly period_end: string;
  readonly breakdown: string;
  readonly breakdown_value: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Unrounded; percentages from 0 to 100, weeks as days / 7. */
  readonly value: number | null;
  readonly status: "ok" | "not_available" | "not_applicable";
}

export interface ExpectedOptions {
  /** Everything after this day counts as not happened. */
  readonly asAt?: Day | null;
  /** Whether the build has the sample's school register. */
  readonly withRegister?: boolean;
  /** Whether it has the sample's postcode directory. */
  readonly withPostcodes?: boolean;
}

type Figure = Pick<ExpectedValue, "numerator" | "denominator" | "value" | "status">;

const NOT_AVAILABLE: Figure = {
  numerator: null,
  denominator: null,
  value: null,
  status: "not_available",
};

/**
 * More than one case in a hundred left out is to be said, more than one in five leaves no figure.
 */
const MOST_LEFT_OUT = 20;
const LEFT_OUT_SAID = 1;
/**
 * What leaves out too many of those that should have been counted has a row for each group, without
 * a figure.
 */
const TOO_FEW: Figure = { ...NOT_AVAILABLE };

/** From sorted days: the middle, the nearest-rank 90th centile, or the longest, in weeks. */
function place(
  form: "median" | "p90" | "longest" | "longest_days",
  sorted: readonly number[],
): number {
  const n = sorted.length;
  if (form === "longest_days") return sorted[n - 1];
  const days =
    form === "longest"
      ? sorted[n - 1]
      : form === "p90"
        ? sorted[Math.ceil(0.9 * n) - 1]
        : (sorted[Math.floor((n - 1) / 2)] + sorted[Math.floor(n / 2)]) / 2;
  return days / 7;
}

/**
 * A figure, unless too many are left out of it. Where it is of nobody, those left out are whom it
 * is about.
 */
function figure(indicator: ExpectedIndicator, cells: readonly Cell[]): Figure {
  const found = countedFigure(indicator, cells);
  const missed = cells.reduce((sum, cell) => sum + cell.missed, 0);
  const known = cells.reduce((sum, cell) => sum + (cell.looked || cell.denominator), 0);
  const share = missed === 0 ? 0 : (100 * missed) / (known + missed);
  return share > (found.status === "not_applicable" ? LEFT_OUT_SAID : MOST_LEFT_OUT)
    ? TOO_FEW
    : found;
}

function countedFigure({ form }: ExpectedIndicator, cells: readonly Cell[]): Figure {
  const numerator = cells.reduce((sum, cell) => sum + cell.numerator, 0);
  const denominator = cells.reduce((sum, cell) => sum + cell.denominator, 0);
  if (form === "count") return { numerator, denominator: null, value: numerator, status: "ok" };
  if (form === "percent")
    return {
      numerator,
      denominator,
      value: denominator === 0 ? null : (100 * numerator) / denominator,
      status: denominator === 0 ? "not_applicable" : "ok",
    };
  const days = cells.flatMap((cell) => cell.days).sort((a, b) => a - b);
  const weeks = form === "mean" ? days.reduce((sum, each) => sum + each, 0) / 7 : null;
  if (days.length === 0)
    return { numerator: weeks, denominator: 0, value: null, status: "not_applicable" };
  return {
    numerator: weeks,
    denominator: days.length,
    value: form === "mean" ? weeks! / days.length : place(form, days),
    status: "ok",
  };
}

const cellsAt = (tally: Tally, id: string, moments: readonly number[], group: string): Cell[] =>
  moments
    .map((moment) => tally.get(id, moment, group))
    .filter((cell): cell is Cell => cell !== undefined);

/**
 * First day from which a figure is known for a breakdown: the source of requests only since the
 * return of 2025.
 */
const firstKnown = (indicator: ExpectedIndicator, breakdown: Breakdown, known: Knowable): Day =>
  breakdown === "request_source"
    ? Math.max(known.spans[indicator.knows].first, dayOf(2024, 1, 1))
    : known.spans[indicator.knows].first;

/** Whether what an indicator tells can be known on a day. */
const isKnown = ({ knows }: ExpectedIndicator, day: Day, known: Knowable): boolean =>
  knows === "review_days"
    ? known.hasReviews(day)
    : knows === "phase_days"
      ? known.hasTransfers(day)
      : true;

/** Figure of a period, or null where there is no row for it. */
function ofPeriod(
  indicator: ExpectedIndicator,
  period: Period,
  breakdown: Breakdown,
  group: string,
  known: Knowable,
  tally: Tally,
): Figure | null {
  const first = firstKnown(indicator, breakdown, known);
  const { last } = known.spans[indicator.knows];
  if (indicator.kind === "snapshot") {
    if (period.end > last || period.frequency === "rolling_12_months") return null;
    const available = period.end >= first && isKnown(indicator, period.end, known);
    return available
      ? figure(indicator, cellsAt(tally, indicator.id, [period.end], group))
      : NOT_AVAILABLE;
  }
  if (period.start > last) return null;
  if (period.frequency === "rolling_12_months" && (period.start < first || period.end > last))
    return null;
  if (indicator.yearly && !period.frequency.endsWith("_year")) return null;
  if (period.start < first) return NOT_AVAILABLE;
  const months = Array.from(
    { length: monthOf(Math.min(period.end, last)) - monthOf(period.start) + 1 },
    (_, n) => monthOf(addMonths(period.start, n)),
  );
  return figure(indicator, cellsAt(tally, indicator.id, months, group));
}

const isMonthEnd = (day: Day): boolean => civilOf(day + 1).day === 1;

/** What is told up to the end of the requests' time, not of the plans'. */
const OF_REQUESTS: readonly ExpectedIndicator["knows"][] = [
  "requests",
  "decisions_due",
  "plans_due",
  "source",
];

function* valuesOf(
  indicator: ExpectedIndicator,
  known: Knowable,
  tally: Tally,
  { withRegister, withPostcodes }: ExpectedOptions,
): Generator<ExpectedValue> {
  const { first: firstDay, last: lastDay } = known.spans[indicator.knows];
  if (firstDay > lastDay) return;
  const base = known.spans[OF_REQUESTS.includes(indicator.knows) ? "requests" : "plans"];
  const breakdowns: Breakdown[] = [
    "all",
    ...indicator.breakdowns.filter(
      (breakdown) =>
        (withRegister || !breakdown.startsWith("setting_group")) &&
        (withPostcodes || breakdown !== "ward"),
    ),
  ];
  const missing = indicator.register && !withRegister ? NOT_AVAILABLE : null;
  for (const breakdown of breakdowns)
    for (const breakdown_value of missing && breakdown !== "all" ? [] : GROUPS[breakdown]) {
      const group = `${breakdown}|${breakdown_value}`;
      const row = (frequency: string, end: Day, found: Figure): ExpectedValue => ({
        indicator_id: indicator.id,
        frequency,
        period_end: isoOf(end),
        breakdown,
        breakdown_value,
        ...(missing ?? found),
      });
      for (const period of periodsIn(base.first, base.last)) {
        const found = ofPeriod(indicator, period, breakdown, group, known, tally);
        if (found && (found !== NOT_AVAILABLE || breakdown === "all"))
          yield row(
            period.frequency,
            Math.min(period.end, known.spans[indicator.knows].last),
            found,
          );
      }
      const { last } = known.spans[indicator.knows];
      if (indicator.atDataEnd && !isMonthEnd(last)) {
        if (isKnown(indicator, last, known))
          yield row("month", last, figure(indicator, cellsAt(tally, indicator.id, [last], group)));
        else if (breakdown === "all") yield row("month", last, NOT_AVAILABLE);
      }
      if (indicator.kind === "flow" || indicator.knows === "requests") continue;
      for (const day of known.censusDays) {
        if (isKnown(indicator, day, known))
          yield row("census", day, figure(indicator, cellsAt(tally, indicator.id, [day], group)));
        else if (breakdown === "all") yield row("census", day, NOT_AVAILABLE);
      }
    }
}

/**
 * What every SEN2 indicator must come to for every knowable period and every group (what is not
 * available, for the whole authority
 * only), worked out person by person and day by day from what truly happened, as far as the returns
 * can tell it. It shares no code with the reading and counting of files. Rules:
 * docs/counting.md.
 */
export function expectedIndicators(
  whole: History,
  { asAt = null, withRegister = false, withPostcodes = false }: ExpectedOptions = {},
): ExpectedValue[] {
  // A return whose reference year begins after the day tells nothing: not even of the plans that
  // came from elsewhere later.
  const history = {
    ...whole,
    returns: whole.returns.filter(({ start }) => asAt === null || start <= asAt),
  };
  const known = knowableOf(history, asAt);
  const tally = makeTally();
  for (const life of history.lives()) {
    countCaseload(life, history.returns, known, tally, withRegister);
    countPlanEvents(life, history.returns, known, tally);
    countRequestEvents(life, history.returns, known, tally);
    countWaiting(life, history.returns, known, tally);
    countAlerts(life, history.returns, known, tally);
  }
  return INDICATORS.flatMap((indicator) => [
    ...valuesOf(indicator, known, tally, { withRegister, withPostcodes }),
  ]);
}
