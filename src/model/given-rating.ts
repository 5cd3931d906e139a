import type { RatingResult } from "../kpi/rate";
import type { NotRatedReason, Rating } from "../kpi/rating";
import { REASON_WORDS } from "../kpi/words";
import type { Columns } from "./columns";

const RATINGS: Readonly<Partial<Record<string, Exclude<Rating, "not_rated">>>> = {
  met: "met",
  near: "near",
  missed: "missed",
};

const isReason = (code: string): code is NotRatedReason => Object.hasOwn(REASON_WORDS, code);

/**
 * The rating that the data gives a figure, in place of the one that is worked out: met, near,
 * missed, not rated, or the code of why it is not rated. A blank leaves the one that is worked out;
 * a word that is none of these leaves the figure unrated.
 */
export function givenRating(columns: Columns, row: number, worked: RatingResult): RatingResult {
  const text = columns.text("rating", row);
  if (text === null || worked.reason === "no_value") return worked;
  const code = text.toLowerCase().replace(/[\s-]+/g, "_");
  const rating = RATINGS[code];
  if (rating === undefined) {
    const because = isReason(code) ? code : null;
    const reason = because ?? (code === "not_rated" ? "given_not_rated" : "rating_not_understood");
    return { ...worked, rating: "not_rated", reason, tolerance: null, lower: null, upper: null };
  }
  const lower = columns.number("lower", row) ?? worked.lower;
  const upper = columns.number("upper", row) ?? worked.upper;
  const tolerance = lower === null || upper === null ? worked.tolerance : upper - lower;
  return { ...worked, rating, reason: null, tolerance, lower, upper };
}
