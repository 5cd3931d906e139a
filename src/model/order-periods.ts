import type { Frequency } from "../kpi/frequency";
import { civilDay } from "../kpi/day-number";
import {
  dayPeriod,
  monthOfDay,
  periodOf,
  timeless,
  type Period,
  type PeriodReading,
} from "./period";

/** A period with its place in the order; spellings of one period share a place. */
export interface PlacedPeriod {
  readonly period: Period;
  readonly place: number;
}

export interface Ordered {
  readonly placed: readonly PlacedPeriod[];
  /**
   * What periods without a year were taken to begin with, where they fill a year: a month from 1, or
   * the first quarter.
   */
  readonly begins: number | "Q1" | null;
}

/** Why periods have no order, with the label that shows it. */
export interface NoOrder {
  readonly why: "unread" | "overlap";
  readonly label: string;
}

export interface OrderOptions {
  /** What `2023/24` is a year of, where the data or the author says. */
  readonly years: "academic" | "financial" | null;
  /** The month, from 1, that months without a year begin with where all twelve are there. */
  readonly firstMonth: number;
}

/**
 * The order in time of the different labels of one series, given in the order of the data. It is
 * never a guess: one label that is no time, or periods that lie in one another, leave all without.
 */
export function orderPeriods(
  readings: readonly PeriodReading[],
  { years, firstMonth }: OrderOptions,
): Ordered | NoOrder {
  const alone = readings.length === 1 ? readings[0] : null;
  if (alone && alone.kind !== "period")
    return certain([
      {
        period: alone.kind === "day" ? dayPeriod(alone.day, "month", false) : timeless(alone.label),
        place: 0,
      },
    ]);
  const odd = readings.find(({ kind }) => kind === "unread" || kind === "blank");
  if (odd) return { why: "unread", label: odd.label };
  const days = readings.flatMap((one) => (one.kind === "day" ? [one.day] : []));
  if (days.length === readings.length) return certain(ofDays(days));
  const numbers = readings.flatMap((one) =>
    one.kind === "month" || one.kind === "quarter" ? [one.number] : [],
  );
  return numbers.length === 0
    ? ofPeriods(readings, years)
    : numbers.length < readings.length
      ? { why: "unread", label: readings[0].label }
      : ofCycle(readings, numbers, firstMonth);
}

const certain = (placed: readonly PlacedPeriod[]): Ordered => ({ placed, begins: null });

/** Months or quarters without a year. */
function ofCycle(
  readings: readonly PeriodReading[],
  numbers: readonly number[],
  firstMonth: number,
): Ordered | NoOrder {
  const { kind } = readings[0];
  const months = kind === "month";
  const first = readings.some((one) => one.kind !== kind)
    ? null
    : months
      ? firstOfMonths(numbers, firstMonth)
      : firstOfQuarters(numbers);
  if (first === null) return { why: "unread", label: readings[0].label };
  const [length, frequency] = months ? [12, "month" as const] : [4, "quarter" as const];
  return {
    placed: readings.map(({ label }, index) => ({
      period: timeless(label, frequency),
      place: (numbers[index] - first.number + length) % length,
    })),
    begins: first.sure ? null : months ? first.number : "Q1",
  };
}

/** What a run without years begins with, and whether that is certain. */
interface First {
  readonly number: number;
  readonly sure: boolean;
}

/** Quarters that go on from the first are taken as those of one year. */
const firstOfQuarters = (numbers: readonly number[]): First | null =>
  new Set(numbers).size === Math.max(...numbers) ? { number: 1, sure: false } : null;

/** With fewer months missing than this, a year with a gap looks like a run that begins elsewhere. */
const RUN = 3;

/**
 * Months that follow one another without a gap begin where they do. All twelve begin as the data
 * does where that is in order, though from January on they may be sorted by number; else with the
 * author's first month, which is not certain. Null where neither is known.
 */
function firstOfMonths(numbers: readonly number[], firstMonth: number): First | null {
  const there = [...new Set(numbers)];
  if (there.length === 12) {
    const follows = (step: number): boolean =>
      there.every((one, i) => i === 0 || (there[i - 1] + step + 11) % 12 === one - 1);
    const first = follows(1) ? there[0] : follows(-1) ? there[11] : 1;
    return first === 1 ? { number: firstMonth, sure: false } : { number: first, sure: true };
  }
  const firsts = there.filter((one) => !there.includes(one === 1 ? 12 : one - 1));
  const known = firsts[0] === firstMonth || 12 - there.length >= RUN;
  return firsts.length === 1 && known ? { number: firsts[0], sure: true } : null;
}

/** Dates: by month where no two are in one, else by day; how often follows from their gaps. */
function ofDays(days: readonly number[]): PlacedPeriod[] {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const months = new Set(sorted.map((day) => monthOfDay(day).label));
  const byMonth = months.size === sorted.length;
  const gaps = sorted.slice(1).map((day, i) => day - sorted[i]);
  const gap = [...gaps].sort((a, b) => a - b)[gaps.length >> 1];
  const frequency = STEPS.find(([most]) => gap <= most)![1];
  const firsts = byMonth && sorted.every((day) => civilDay(day).day === 1) && frequency === "month";
  return days.map((day) => ({
    period: firsts ? monthOfDay(day) : dayPeriod(day, frequency, !byMonth),
    place: sorted.indexOf(day),
  }));
}

/** The most days between two figures of each frequency, a little more than the calendar has. */
const STEPS: readonly (readonly [number, Frequency])[] = [
  [4, "day"],
  [10, "week"],
  [45, "month"],
  [100, "quarter"],
  [200, "term"],
  [Infinity, "calendar_year"],
];

/** Periods with a start and an end, and dates among months. */
function ofPeriods(
  readings: readonly PeriodReading[],
  years: OrderOptions["years"],
): Ordered | NoOrder {
  const monthly = readings.every(
    (one) => one.kind !== "period" || one.academic.frequency === "month",
  );
  const byDay = (day: number, label: string): Period =>
    monthly ? monthOfDay(day) : { ...dayPeriod(day, "census", true), label };
  const read = (by: "academic" | "financial"): Period[] =>
    readings.map((one) => {
      if (one.kind === "period") return periodOf(one, by);
      return one.kind === "day" ? byDay(one.day, one.label) : timeless(one.label);
    });
  // Without more to go by, a year with a slash is academic and one with a dash financial.
  const dashed = readings.some(
    (one) =>
      one.kind === "period" &&
      one.financial.frequency === "financial_year" &&
      !one.label.includes("/"),
  );
  const by = years ?? (dashed ? "financial" : "academic");
  const periods = read(by).map((period) => (years === null ? period : { ...period, sure: true }));
  const places = placesOf(periods);
  const other = placesOf(read(by === "academic" ? "financial" : "academic"));
  const differs = places.findIndex((place, i) => place !== other[i]);
  if (differs >= 0 && years === null) return { why: "overlap", label: periods[differs].label };
  const clash = overlap(periods, places);
  return clash
    ? { why: "overlap", label: clash.label }
    : certain(periods.map((period, i) => ({ period, place: places[i] })));
}

const before = (a: Period, b: Period): number => a.end! - b.end! || a.start! - b.start!;

/** The place of each in order of time; those of the same days share one. */
function placesOf(periods: readonly Period[]): number[] {
  const sorted = [...periods].sort(before);
  let place = 0;
  const known = new Map(
    sorted.map((period, i) => [
      period,
      i === 0 || before(sorted[i - 1], period) === 0 ? place : ++place,
    ]),
  );
  return periods.map((period) => known.get(period)!);
}

/** Periods that go on from one start, or up to each month, lie in one another by nature. */
const RUNNING: ReadonlySet<Frequency | null> = new Set<Frequency>([
  "year_to_date",
  "rolling_12_months",
]);

/** The first period that begins before the one before it has ended, if one does. */
function overlap(periods: readonly Period[], places: readonly number[]): Period | null {
  const sorted = periods
    .map((period, i) => ({ period, place: places[i] }))
    .sort((a, b) => a.place - b.place);
  for (let i = 1; i < sorted.length; i++) {
    const [one, next] = [sorted[i - 1].period, sorted[i].period];
    if (sorted[i - 1].place === sorted[i].place || next.start! > one.end!) continue;
    const running = RUNNING.has(one.frequency) || RUNNING.has(next.frequency);
    const alike = one.frequency === next.frequency || one.start === next.start;
    if (!running || !alike) return next;
  }
  return null;
}
