import type { Judgement } from "./direction";
import type { NotRatedReason, Rating } from "./rating";

/** What the summary needs of a row. */
interface SummaryRow {
  readonly rating: Rating;
  readonly reason: NotRatedReason | null;
  /** Left out where nobody counts directions. */
  readonly judgement?: Judgement | null;
}

export interface Summary {
  readonly total: number;
  readonly ratings: Readonly<Record<Rating, number>>;
  readonly judgements: Readonly<Record<Judgement, number>>;
  readonly withoutData: number;
  /** Why rows are not rated, most frequent first. */
  readonly notRatedReasons: readonly { readonly reason: NotRatedReason; readonly count: number }[];
}

/**
 * Counts of a scorecard or a section of it. A row that is not rated counts as that and nothing
 * else.
 */
export function summaryOf(rows: readonly SummaryRow[]): Summary {
  const ratings: Record<Rating, number> = { met: 0, near: 0, missed: 0, not_rated: 0 };
  const judgements: Record<Judgement, number> = { improving: 0, worsening: 0, steady: 0 };
  const reasons = new Map<NotRatedReason, number>();
  for (const { rating, reason, judgement } of rows) {
    ratings[rating] += 1;
    if (judgement) judgements[judgement] += 1;
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const notRatedReasons = [...reasons]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count);
  return {
    total: rows.length,
    ratings,
    judgements,
    withoutData: reasons.get("no_value") ?? 0,
    notRatedReasons,
  };
}
