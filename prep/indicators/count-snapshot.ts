import type { Day } from "../calendar/day";
import { dayLabel, monthEnd, monthStart, periodsOf, type MonthIndex } from "../calendar/periods";
import type { Breakdown, Clocked, PopulationView, SnapshotDefinition } from "./definition";
import { gapOf, notAvailable, valued, type Emit, type Figure } from "./figure";

/** A day to count on and the periods that it stands for. */
export interface Spot {
  readonly day: Day;
  readonly about: readonly Pick<Figure, "frequency" | "start" | "end" | "label">[];
}

/** The days on which a population is counted and what can be known on each. */
export interface SnapshotDays {
  /** First and last month whose last day is not after the data end. */
  readonly months: { readonly first: MonthIndex; readonly last: MonthIndex } | null;
  /** Census dates: reference dates of the returns. */
  readonly census: readonly Day[];
  /** Days of periods that are not of whole months, such as terms. */
  readonly spots?: readonly Spot[];
  /** The population on a day, or null when no return covers it. */
  readonly population: (day: Day) => PopulationView | null;
  /** Why an indicator cannot be known on a day that a return covers; null when it can. */
  readonly unknown: (
    needed: Pick<SnapshotDefinition, "needs" | "known">,
    day: Day,
  ) => string | null;
}

interface Counts {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array | null;
  /** Largest measure among the rows of the numerator, -Infinity where there are none. */
  readonly longest: Float64Array | null;
  /** Who could not be counted, and everybody. */
  readonly missed: { readonly of: Float64Array; readonly all: Float64Array } | null;
}

const frequencies = [
  "month",
  "quarter",
  "calendar_year",
  "academic_year",
  "financial_year",
] as const;

function countGroups(groups: Breakdown, flag: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(groups.values.length);
  for (let row = 0; row < groups.groups.length; row++) if (flag[row]) counts[groups.groups[row]]++;
  return counts;
}

function longestOfGroups(
  groups: Breakdown,
  flag: ArrayLike<number>,
  measure: ArrayLike<number>,
): Float64Array {
  const longest = new Float64Array(groups.values.length).fill(-Infinity);
  for (let row = 0; row < groups.groups.length; row++)
    if (flag[row])
      longest[groups.groups[row]] = Math.max(longest[groups.groups[row]], measure[row]);
  return longest;
}

/** The longest of those counted; nobody to count gives no value. */
const longestValue = (count: number, longest: number): ReturnType<typeof valued> =>
  count === 0
    ? {
        numerator: null,
        denominator: 0,
        value: null,
        status: "not_applicable",
        statusText: "Nobody to count",
      }
    : { numerator: null, denominator: count, value: longest, status: "ok", statusText: null };

function emitCounts(
  definition: Clocked<SnapshotDefinition>,
  about: Omit<
    Figure,
    "indicator" | "breakdown" | "breakdownValue" | keyof ReturnType<typeof valued>
  >,
  { view, cache }: { view: PopulationView; cache: Map<string, Counts> },
  emit: Emit,
): void {
  for (const name of ["all", ...definition.breakdowns]) {
    const groups =
      name === "all"
        ? { values: ["all"], groups: new Uint8Array(view.count) }
        : view.breakdowns[name];
    if (!groups) continue;
    let counts = cache.get(name);
    if (!counts) {
      const flag = view.flags[definition.numerator];
      const measure =
        definition.measure === undefined ? undefined : view.measures?.[definition.measure];
      counts = {
        numerator: countGroups(groups, flag),
        denominator:
          definition.denominator === undefined
            ? null
            : countGroups(groups, view.flags[definition.denominator]),
        longest: measure ? longestOfGroups(groups, flag, measure) : null,
        missed: definition.leftOut
          ? {
              of: countGroups(groups, view.flags[definition.leftOut.flag]),
              all: countGroups(groups, new Uint8Array(view.count).fill(1)),
            }
          : null,
      };
      cache.set(name, counts);
    }
    const { numerator, denominator, longest, missed } = counts;
    const { statistic } = definition;
    groups.values.forEach((breakdownValue, group) =>
      emit({
        indicator: definition.id,
        ...about,
        breakdown: name,
        breakdownValue,
        ...gapOf(
          definition,
          missed?.of[group],
          denominator?.[group] ?? (missed ? missed.all[group] - missed.of[group] : 0),
        ),
        ...(statistic === "longest"
          ? longestValue(numerator[group], longest![group])
          : valued(statistic, numerator[group], denominator && denominator[group])),
      }),
    );
  }
}

/**
 * Counts snapshot indicators of one population: at the end of each month, quarter and year up to
 * the data end, and
 * at the census dates.
 * A day that no return covers, or that an indicator is not known on, is not_available for the whole
 * authority.
 */
export function countSnapshots(
  definitions: readonly Clocked<SnapshotDefinition>[],
  days: SnapshotDays,
  emit: Emit,
): void {
  const spots: Spot[] = [...(days.spots ?? [])];
  if (days.months) {
    const { first, last } = days.months;
    const periods = frequencies.flatMap((frequency) =>
      periodsOf(frequency, first, last).filter((period) => period.last <= last),
    );
    for (let month = first; month <= last; month++) {
      const about = periods
        .filter((period) => period.last === month)
        .map(({ frequency, first: from, label }) => ({
          frequency,
          start: monthStart(from),
          end: monthEnd(month),
          label,
        }));
      spots.push({ day: monthEnd(month), about });
    }
  }
  for (const day of days.census)
    spots.push({
      day,
      about: [{ frequency: "census", start: day, end: day, label: dayLabel(day) }],
    });

  for (const { day, about } of spots) {
    const view = days.population(day);
    for (const definition of definitions) {
      const why = view === null ? "No return loaded covers the day" : days.unknown(definition, day);
      const cache = new Map<string, Counts>();
      for (const where of about) {
        if (why !== null || view === null)
          emit({
            indicator: definition.id,
            ...where,
            breakdown: "all",
            breakdownValue: "all",
            ...notAvailable(why ?? ""),
            asAt: null,
          });
        else
          emitCounts(
            definition,
            { ...where, caution: view.caution, asAt: day },
            { view, cache },
            emit,
          );
      }
    }
  }
}
