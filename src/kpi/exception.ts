import type { Judgement } from "./direction";
import type { Rating } from "./rating";

/**
 * What makes a KPI one to report: `worsening_not_rated` has no rating to be an exception by, and is
 * told apart.
 */
export type ExceptionKind = "missed" | "missed_and_worsening" | "worsening" | "worsening_not_rated";

/**
 * Why a KPI is to be reported, or null: it misses its target, or is getting worse. A figure that is
 * met or near and worsening is `worsening`.
 */
export function exceptionKind(
  rating: Rating | null,
  judgement: Judgement | null,
): ExceptionKind | null {
  if (rating === "missed") return judgement === "worsening" ? "missed_and_worsening" : "missed";
  if (judgement !== "worsening") return null;
  return rating === "met" || rating === "near" ? "worsening" : "worsening_not_rated";
}

const RATING_ORDER: Readonly<Record<Rating, number>> = { missed: 0, near: 1, met: 2, not_rated: 3 };

/** What the order of severity needs of a row; `distance` as `adverseDistance` gives it. */
export interface RowSeverity {
  readonly rating: Rating;
  readonly distance: number | null;
}

/**
 * A missed target of 0 without a tolerance has no scale to be measured on: it stands before those
 * that have one, so that no list cuts it off.
 */
const measured = ({ rating, distance }: RowSeverity): number =>
  distance ?? (rating === "missed" ? Infinity : -Infinity);

/**
 * Orders rows of any unit: missed, near, met, not rated; in each the furthest from its target
 * first. 0 where neither is before the other.
 */
export function bySeverity(a: RowSeverity, b: RowSeverity): number {
  const [first, second] = [measured(a), measured(b)];
  return RATING_ORDER[a.rating] - RATING_ORDER[b.rating] || (first === second ? 0 : second - first);
}
