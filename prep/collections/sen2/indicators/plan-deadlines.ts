import { LATER_REVIEW } from "./left-out";
import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { caseloadView } from "../views/caseload-view";
import { atOnce } from "./breakdowns";

const LATEST_REVIEW =
  "SEN2 keeps only the latest review of each plan: given at 31 December and at " +
  "the census date, from the 2024 return";
const BY_AGE =
  "From the 2025 return. Plans that the return shows as active on its reference " +
  "date. Where it gives no due date, it follows from the age (into reception, year 7 " +
  "and post-16)";

/**
 * What the law wants done of plans by a day: reviews, their decisions and amended plans, and phase
 * transfers. For the whole authority.
 */
export const planDeadlineIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: caseloadView, source: "SEN2" }, [
    {
      id: "annual_reviews_due_14_days",
      name: "Annual reviews due within 14 days",
      section: "Annual reviews",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator:
          "Plans whose twelve months since the last review, or start, end on the day or " +
          "within 14 days after it",
        note: LATEST_REVIEW,
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "annual_review_due_14",
        leftOut: { flag: "review_unknown", lacking: LATER_REVIEW },
        known: "reviews",
      },
      relations: [
        { whole: "review_overdue", parts: ["annual_review_overdue"], exact: true },
        { whole: "in_force", parts: ["review_overdue", "annual_review_due_28"] },
        { whole: "annual_review_due_28", parts: ["annual_review_due_14"], restTells: true },
      ],
    },
    {
      id: "annual_reviews_due_28_days",
      name: "Annual reviews due within 28 days",
      section: "Annual reviews",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator:
          "Plans whose twelve months since the last review, or start, end on the day or " +
          "within 28 days after it",
        note: LATEST_REVIEW,
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "annual_review_due_28",
        leftOut: { flag: "review_unknown", lacking: LATER_REVIEW },
        known: "reviews",
      },
      relations: [{ toldBy: "annual_reviews_due_14_days" }],
    },
    {
      id: "annual_review_longest_overdue",
      name: "Longest overdue annual review",
      section: "Annual reviews",
      unit: "days",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Days overdue of the plan whose review is overdue longest",
        denominator: "Annual reviews overdue",
        note: LATEST_REVIEW,
      },
      count: {
        ...atOnce,
        statistic: "longest",
        numerator: "annual_review_overdue",
        leftOut: { flag: "review_unknown", lacking: LATER_REVIEW },
        measure: "annual_review_days_overdue",
        known: "reviews",
      },
      relations: [{ toldBy: "annual_reviews_due_14_days" }],
    },
    {
      id: "annual_review_decisions_overdue",
      name: "Annual review decisions overdue",
      section: "Annual reviews",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator:
          "Plans with a review meeting more than 28 days before and no decision on or " +
          "after it by the day",
        note: LATEST_REVIEW,
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "review_decision_overdue",
        leftOut: { flag: "review_unknown", lacking: LATER_REVIEW },
        known: "reviews",
      },
      relations: [
        { whole: "review_awaiting_decision", parts: ["review_decision_overdue"], restTells: true },
      ],
    },
    {
      id: "annual_review_decision_longest_overdue",
      name: "Longest overdue annual review decision",
      section: "Annual reviews",
      unit: "days",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Days overdue of the decision that is overdue longest",
        denominator: "Annual review decisions overdue",
        note: LATEST_REVIEW,
      },
      count: {
        ...atOnce,
        statistic: "longest",
        numerator: "review_decision_overdue",
        leftOut: { flag: "review_unknown", lacking: LATER_REVIEW },
        measure: "review_decision_days_overdue",
        known: "reviews",
      },
      relations: [{ toldBy: "annual_review_decisions_overdue" }],
    },
    {
      id: "amended_plans_due_28_days",
      name: "Final amended plans due within 28 days",
      section: "Annual reviews",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator:
          "Plans to be amended after a review, and the twelve weeks since the meeting " +
          "end on the day or within 28 days after it",
        note: `SEN2 does not say whether the amended plan is out already. ${LATEST_REVIEW}`,
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "amended_plan_due_28",
        leftOut: { flag: "review_unknown", lacking: LATER_REVIEW },
        known: "reviews",
      },
      relations: [{ whole: "in_force", parts: ["amended_plan_due_28"] }],
    },
    {
      id: "phase_transfers_due_28_days",
      name: "Phase transfer plans due within 28 days",
      section: "Timeliness",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator: "No final plan, and the due date is the day or within 28 days after it",
        note: BY_AGE,
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "phase_transfer_due_28",
        known: "phase_transfers",
      },
      relations: [
        { whole: "in_force", parts: ["phase_transfer_overdue", "phase_transfer_due_28"] },
      ],
    },
    {
      id: "phase_transfers_overdue",
      name: "Phase transfer plans overdue",
      section: "Timeliness",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: { numerator: "No final plan, and the due date lies before the day", note: BY_AGE },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "phase_transfer_overdue",
        known: "phase_transfers",
      },
      relations: [{ toldBy: "phase_transfers_due_28_days" }],
    },
    {
      id: "phase_transfer_longest_overdue",
      name: "Longest overdue phase transfer plan",
      section: "Timeliness",
      unit: "days",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Days overdue of the plan that is overdue longest",
        denominator: "Phase transfer plans overdue",
        note: BY_AGE,
      },
      count: {
        ...atOnce,
        statistic: "longest",
        numerator: "phase_transfer_overdue",
        measure: "phase_transfer_days_overdue",
        known: "phase_transfers",
      },
      relations: [{ toldBy: "phase_transfers_due_28_days" }],
    },
  ]),
];
