import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { reviewView } from "../views/review-views";
import { caseloadView } from "../views/caseload-view";
import { caseloadOnDay } from "./breakdowns";
import { LATER_REVIEW } from "./left-out";

const LATEST_REVIEW =
  "SEN2 keeps only the latest review of each plan: given at 31 December and at " +
  "the census date, from the 2024 return";

/** Annual reviews. */
export const reviewIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: caseloadView, source: "SEN2" }, [
    {
      id: "annual_review_held_12_months_pct",
      name: "Plans reviewed in the last 12 months",
      section: "Annual reviews",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Plans with a review meeting or decision in the 12 months to the day",
        denominator: "Plans in force for 12 months or more",
        note: LATEST_REVIEW,
      },
      listedIn: ["SHR-050", "BCP-A17", "BCP-A18", "BCP-A19", "BHM-005"],
      count: {
        ...caseloadOnDay,
        statistic: "percent",
        numerator: "review_held",
        denominator: "review_expected",
        leftOut: { flag: "expected_review_unknown", lacking: LATER_REVIEW },
        known: "reviews",
      },
      relations: [{ whole: "in_force", parts: ["review_expected"] }],
      rowMeasure: "Reviewed in 12 months",
    },
    {
      id: "annual_reviews_overdue",
      name: "Annual reviews overdue",
      section: "Annual reviews",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Plans whose last review, or start, is more than 12 months before the day",
        note: LATEST_REVIEW,
      },
      count: {
        ...caseloadOnDay,
        statistic: "count",
        numerator: "review_overdue",
        leftOut: { flag: "review_unknown", lacking: LATER_REVIEW },
        known: "reviews",
      },
      relations: [{ whole: "in_force", parts: ["review_overdue"] }],
      rowMeasure: "Reviews overdue",
    },
    {
      id: "annual_reviews_awaiting_decision",
      name: "Annual reviews awaiting a decision",
      section: "Annual reviews",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Plans with a review meeting and no decision on or after it by the day",
        note: LATEST_REVIEW,
      },
      count: {
        ...caseloadOnDay,
        statistic: "count",
        numerator: "review_awaiting_decision",
        leftOut: { flag: "review_unknown", lacking: LATER_REVIEW },
        known: "reviews",
      },
      relations: [{ whole: "in_force", parts: ["review_awaiting_decision"] }],
      rowMeasure: "Reviews awaiting a decision",
    },
  ]),
  ...defineIndicators({ view: reviewView, source: "SEN2" }, [
    {
      id: "annual_review_decision_within_4_weeks_pct",
      name: "Annual review decisions within 4 weeks",
      section: "Annual reviews",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Decisions within 28 days of the meeting",
        denominator:
          "Review meetings with a decision on or after them, or whose 28 days had passed without one, by the month of the meeting",
        note: "From the 2024 return. A review last shown before its 28 days were over, without a decision, is in neither part",
      },
      count: {
        clock: "event",
        date: "meeting_date",
        statistic: "percent",
        numerator: "decided_in_time",
        denominator: "decision_expected",
        leftOut: {
          flag: "decision_unknown",
          lacking: "reviews were last shown before their time was over",
        },
        known: "reviews",
        settlesAfterDays: 28,
        breakdowns: [],
      },
      relations: "independent",
      rowMeasure: "Review decisions within 4 weeks",
    },
  ]),
];
