import type { CountedColumn, ImpliedMeasure } from "../../../indicators/foi-source";
import type { FoiColumn } from "../../../indicators/indicator";
import { sen2Indicators } from "../indicators/indicators";

/** What a pack counts of events in a period. */
export interface FoiMeasure extends CountedColumn {
  /** View, date and flag that the indicators of the scorecard count by. */
  readonly fact: string;
  readonly date: string;
  readonly flag: string;
  /** Name of the days that it is known for. */
  readonly known: string;
  /** Indicator whose figures rest on the same columns. */
  readonly restsAs: string;
}

/**
 * The columns that are the denominator and the numerator of an indicator: a whole stands before its
 * part.
 */
const fromIndicators: readonly FoiMeasure[] = sen2Indicators.flatMap(({ id, count, foi }) => {
  if (!foi || count?.clock !== "event") return [];
  const { view, date, known, numerator, denominator } = count;
  const common = {
    fact: view.name,
    date,
    known,
    restsAs: id,
  };
  const of = (column: FoiColumn | undefined, flag: string | undefined): FoiMeasure[] =>
    column && flag !== undefined
      ? [{ ...column, ...common, measure: `${view.name}.${date}.${flag}`, flag }]
      : [];
  return [...of(foi.denominator, denominator), ...of(foi.numerator, numerator)];
});

/**
 * The columns of a pack, in their order. Meetings held are counted by no indicator: the scorecard
 * counts those with a decision.
 */
export const foiMeasures: readonly FoiMeasure[] = [
  ...fromIndicators,
  {
    id: "reviews_held",
    heading: "Annual reviews held",
    measure: "review.meeting_date.held",
    fact: "review",
    date: "meeting_date",
    flag: "held",
    known: "reviews",
    restsAs: "annual_review_decision_within_4_weeks_pct",
    groups: ["review held"],
    definition:
      "Annual review meetings by the date of the meeting, from the 2024 return. A return " +
      "keeps only the latest meeting of each plan: an earlier one of the same plan is " +
      "missing unless another return has it.",
  },
];

/** Agreed requests, late plans, plans with exceptions. */
export const impliedMeasures: readonly ImpliedMeasure[] = [
  { whole: "decisions", part: "refusals" },
  { whole: "plans_timed", part: "plans_in_time" },
  { whole: "plans_timed_no_exception", part: "plans_in_time_no_exception" },
  { whole: "plans_timed", part: "plans_timed_no_exception" },
  { whole: "plans_in_time", part: "plans_in_time_no_exception" },
];
