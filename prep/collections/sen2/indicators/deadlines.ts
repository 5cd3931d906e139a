import { AWAITING_UNTIMED, LATER_REVIEW, OPEN_UNTIMED } from "./left-out";
import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { openRequestView } from "../views/open-request-view";
import { caseloadView } from "../views/caseload-view";

const LATEST_REVIEW =
  "SEN2 keeps only the latest review of each plan: given at 31 December and at " +
  "the census date, from the 2024 return";
const CALENDAR_DAYS =
  "Calendar days after the last day in time. A case without a date received has " +
  "no due date and is left out";
const BY_AGE =
  "From the 2025 return. Plans that the return shows as active on its reference " +
  "date. Where it gives no due date, the age tells it (into reception, year 7 " +
  "and post-16)";

/** Also on the last day known: the figure is of use only while it is new. */
const atOnce = { clock: "day", breakdowns: [], atDataEnd: true } as const;

/**
 * What the law wants done by a day: due soon, overdue, and overdue the longest. For the whole
 * authority.
 */
export const deadlineIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: openRequestView, source: "SEN2" }, [
    {
      id: "ehc_request_decisions_due_14_days",
      name: "Decisions on requests due within 14 days",
      section: "Timeliness",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator:
          "Awaiting a decision, and the six weeks end on the day or within 14 days after it",
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "request_decision_due_14",
        leftOut: { flag: "awaiting_untimed", of: "awaiting_in_all", lacking: AWAITING_UNTIMED },
      },
      relations: [
        { whole: "awaiting_over_6_weeks", parts: ["request_decision_overdue"], exact: true },
        { whole: "awaiting", parts: ["awaiting_over_6_weeks", "request_decision_due_28"] },
        { whole: "request_decision_due_28", parts: ["request_decision_due_14"], restTells: true },
        {
          whole: "near_deadline",
          parts: ["awaiting_over_6_weeks", "request_decision_due_14"],
          restTells: true,
        },
      ],
    },
    {
      id: "ehc_request_decisions_due_28_days",
      name: "Decisions on requests due within 28 days",
      section: "Timeliness",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator:
          "Awaiting a decision, and the six weeks end on the day or within 28 days after it",
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "request_decision_due_28",
        leftOut: { flag: "awaiting_untimed", of: "awaiting_in_all", lacking: AWAITING_UNTIMED },
      },
      relations: [{ toldBy: "ehc_request_decisions_due_14_days" }],
    },
    {
      id: "ehc_request_decision_longest_overdue",
      name: "Longest overdue decision on a request",
      section: "Timeliness",
      unit: "days",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Days overdue of the request that has waited longest",
        denominator: "Requests awaiting a decision over six weeks",
        note: CALENDAR_DAYS,
      },
      count: {
        ...atOnce,
        statistic: "longest",
        numerator: "request_decision_overdue",
        leftOut: { flag: "awaiting_untimed", of: "awaiting_in_all", lacking: AWAITING_UNTIMED },
        measure: "request_decision_days_overdue",
      },
      relations: [{ toldBy: "ehc_request_decisions_due_14_days" }],
    },
    {
      id: "ehc_assessments_undecided_over_16_weeks",
      name: "Assessments over 16 weeks without a decision whether to issue",
      section: "Timeliness",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator:
          "Of the assessments open and not yet decided, requested more than 112 days before",
        note: "If there is to be no plan, these decisions are late",
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "not_issue_decision_overdue",
        leftOut: { flag: "undecided_untimed", of: "undecided_in_all", lacking: OPEN_UNTIMED },
      },
      relations: [{ whole: "open", parts: ["not_issue_decision_overdue"] }],
    },
    {
      id: "ehc_plans_due_14_days",
      name: "Final plans due within 14 days",
      section: "Timeliness",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator:
          "Assessments open, and the twenty weeks end on the day or within 14 days after it",
        note: "Some end without a plan. Cases with exceptions are included",
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "final_plan_due_14",
        leftOut: { flag: "open_untimed", of: "open", lacking: OPEN_UNTIMED },
      },
      relations: [
        { whole: "open", parts: ["open_over_20_weeks", "final_plan_due_28"] },
        { whole: "final_plan_due_28", parts: ["final_plan_due_14"], restTells: true },
      ],
    },
    {
      id: "ehc_plans_due_28_days",
      name: "Final plans due within 28 days",
      section: "Timeliness",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator:
          "Assessments open, and the twenty weeks end on the day or within 28 days after it",
        note: "Some end without a plan. Cases with exceptions are included",
      },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "final_plan_due_28",
        leftOut: { flag: "open_untimed", of: "open", lacking: OPEN_UNTIMED },
      },
      relations: [{ toldBy: "ehc_plans_due_14_days" }],
    },
    {
      id: "ehc_plans_overdue_excl_exceptions",
      name: "Final plans overdue, without exceptions",
      section: "Timeliness",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: { numerator: "Assessments open over twenty weeks to which no exception applies" },
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "final_plan_overdue_no_exception",
        leftOut: { flag: "open_untimed", of: "open", lacking: OPEN_UNTIMED },
      },
      relations: [
        { whole: "open_over_20_weeks", parts: ["final_plan_overdue"], exact: true },
        {
          whole: "open_over_20_weeks",
          parts: ["final_plan_overdue_no_exception"],
          restTells: true,
        },
      ],
    },
    {
      id: "ehc_plan_longest_overdue",
      name: "Longest overdue final plan",
      section: "Timeliness",
      unit: "days",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Days overdue of the assessment that is open longest",
        denominator: "Assessments open over twenty weeks",
        note: `${CALENDAR_DAYS}. Cases with exceptions are included`,
      },
      count: {
        ...atOnce,
        statistic: "longest",
        numerator: "final_plan_overdue",
        leftOut: { flag: "open_untimed", of: "open", lacking: OPEN_UNTIMED },
        measure: "final_plan_days_overdue",
      },
      relations: [{ toldBy: "ehc_plans_overdue_excl_exceptions" }],
    },
    {
      id: "cases_near_deadline",
      name: "Cases near or past a statutory deadline",
      section: "Timeliness",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator:
          "Requests and assessments with a limit of 6, 16 or 20 weeks that has passed or " +
          "ends within 14 days",
        note: "A case counts once. Reviews and phase transfers have figures of their own",
      },
      listedIn: ["BHM-004"],
      count: {
        ...atOnce,
        statistic: "count",
        numerator: "near_deadline",
        leftOut: {
          flag: "untimed",
          of: "open_in_all",
          lacking: "open cases have no date of receipt",
        },
      },
      relations: [{ toldBy: "ehc_request_decisions_due_14_days" }],
    },
  ]),
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
