import { AWAITING_UNTIMED, OPEN_UNTIMED } from "./left-out";
import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { openRequestView } from "../views/open-request-view";
import { atOnce } from "./breakdowns";

const CALENDAR_DAYS =
  "Calendar days after the last day in time. A case without a date received has " +
  "no due date and is left out";

/**
 * What the law wants done of requests and assessments by a day: due soon, overdue, and overdue the
 * longest. For the whole authority.
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
];
