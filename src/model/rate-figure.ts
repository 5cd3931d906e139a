import { targetInForce } from "../kpi/dated-target";
import { lastYearPoint, previousPoint, type SeriesPoint } from "../kpi/direction-base";
import { rate } from "../kpi/rate";
import type { NotRatedReason } from "../kpi/rating";
import { defaultProfile, profileNamed, type RatingProfile } from "../kpi/rating-profile";
import { sameNumber } from "../kpi/same-number";
import { resolveTarget } from "../kpi/target";
import type { Unit } from "../kpi/unit";
import { givenRating } from "./given-rating";
import type { Point } from "./kpi";
import { targetsNamed, toleranceIn } from "./rule-words";
import { targetWordsIn, type SeriesContext } from "./series-context";

/** The figures among which one is rated. */
interface RatedSeries {
  readonly context: SeriesContext;
  at(index: number): Pick<Point, "value">;
  readonly ends: readonly SeriesPoint[];
}

/** A target with why it is none. */
export interface Asked {
  readonly value: number | null;
  readonly reason: NotRatedReason | null;
  readonly strict?: true;
}

/** Whether the words of a target are those of a number, and leave it out themselves. */
const isStrictIn = (words: string | null, number: number, unit: Unit): boolean =>
  words !== null &&
  (targetsNamed(words, unit) ?? []).some(
    ({ target }) => target.kind === "number" && target.strict && sameNumber(target.value, number),
  );

export function targetAt(
  row: number,
  end: number | null,
  { columns, unit, comparators, scale, unclear }: SeriesContext,
): Asked {
  const number = columns.number("target", row);
  const beside = { scale, value: columns.number("value", row) };
  if (unclear("target", number, beside)) return { value: null, reason: "scale_unclear" };
  if (number !== null) {
    const words = columns.text("targetRule", row);
    return {
      value: number,
      reason: null,
      ...(isStrictIn(words, number, unit) && { strict: true }),
    };
  }
  const targets = targetsNamed(targetWordsIn(columns, row), unit);
  if (targets === null) return { value: null, reason: "target_not_understood" };
  const held = targetInForce(targets, end ?? -Infinity);
  if (held === null) return { value: null, reason: "target_not_due" };
  const { target } = held;
  const resolved = resolveTarget(target, comparators);
  return target.kind === "number" && unclear("target", resolved.value, beside)
    ? { value: null, reason: "scale_unclear" }
    : resolved;
}

/** Why a figure with a target cannot be rated by it, or null. */
function faultAt(
  row: number,
  tolerance: ReturnType<typeof toleranceIn>,
  { columns, fault, scale, unclear }: SeriesContext,
): NotRatedReason | null {
  const lower = columns.number("lower", row);
  const upper = columns.number("upper", row);
  const beside = { scale, value: columns.number("value", row) };
  if (unclear("lower", lower, beside) || unclear("upper", upper, beside)) return "scale_unclear";
  return tolerance === undefined && lower === null && upper === null
    ? "tolerance_not_understood"
    : fault;
}

/** The rule of a row: the author's, else the one that the data names; null for a name of none. */
export function profileAt(
  { columns, rules }: Pick<SeriesContext, "columns" | "rules">,
  row: number,
): RatingProfile | null {
  if (rules.profile !== null) return rules.profile;
  const named = columns.text("ratingProfile", row);
  return named === null ? defaultProfile : profileNamed(named);
}

/** Whether the rating rule compares with an earlier figure. */
const asksFor = (profile: RatingProfile, base: "previous" | "last_year"): boolean =>
  profile.rules.some(({ when }) =>
    when.some((condition) => condition.test === "better_than" && condition.base === base),
  );

/** A row with its target. */
interface RatedRow {
  readonly row: number;
  readonly target: Asked;
}

/** The rating of the figure at an index of a series: the data's own, else ours. */
export function ratingAt(rated: RatedRow, series: RatedSeries, index: number): Point["rating"] {
  const { rating, isOurs } = workedOut(rated, series, index);
  return isOurs ? rating : givenRating(series.context.columns, rated.row, rating);
}

/** The rating of the figure at an index against a target, whatever the data says of it. */
export const rateRow = (...rated: Parameters<typeof workedOut>): Point["rating"] =>
  workedOut(...rated).rating;

/** Our rating, and whether it goes before the data's own. */
function workedOut(
  { row, target }: RatedRow,
  series: RatedSeries,
  index: number,
): { readonly rating: Point["rating"]; readonly isOurs: boolean } {
  const { context } = series;
  const { columns, rules, polarity, unit, frequency } = context;
  const lower = columns.number("lower", row);
  const upper = columns.number("upper", row);
  const given = toleranceIn(columns.raw("tolerance", row), unit, columns.scale("tolerance", row));
  const profile = profileAt(context, row);
  const wrong =
    target.value === null
      ? null
      : profile === null
        ? "rating_not_understood"
        : faultAt(row, given, context);
  const bases = profile ?? defaultProfile;
  const worked = rate(
    {
      value: series.at(index).value,
      target: wrong === null ? target.value : null,
      strict: target.strict,
      targetReason: wrong ?? target.reason,
      polarity,
      unit,
      tolerance:
        lower !== null || upper !== null
          ? { kind: "bounds", lower, upper }
          : (given ?? rules.tolerance),
      previous: asksFor(bases, "previous")
        ? (columns.number("previous", row) ??
          previousPoint(series.ends, index, frequency)?.value ??
          null)
        : null,
      lastYear: asksFor(bases, "last_year")
        ? (lastYearPoint(series.ends, index)?.value ?? null)
        : null,
    },
    bases,
  );
  return { rating: worked, isOurs: rules.profile !== null || (wrong !== null && profile !== null) };
}
