import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { requestView } from "../views/request-view";
import { byHome, requestBreakdowns } from "./breakdowns";

const byDecision = {
  clock: "event",
  date: "decision_date",
  known: "requests",
  breakdowns: requestBreakdowns,
  byYear: byHome,
} as const;
const byOutcome = {
  clock: "event",
  date: "assessment_outcome_date",
  known: "requests",
  breakdowns: requestBreakdowns,
  byYear: byHome,
} as const;

/** Assessments that were agreed, and how they ended. */
export const assessmentIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: requestView, source: "SEN2" }, [
    {
      id: "ehc_assessments_agreed",
      name: "Assessments agreed",
      section: "Requests and assessments",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Decisions to assess" },
      listedIn: ["SHR-003", "BCP-A10"],
      count: { ...byDecision, statistic: "count", numerator: "agreed" },
      relations: [{ toldBy: "ehc_request_decisions" }],
      rowMeasure: "Assessments agreed",
    },
    {
      id: "ehc_assessments_completed",
      name: "Assessments completed",
      section: "Requests and assessments",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Assessments that ended with a plan or a decision not to issue one" },
      count: { ...byOutcome, statistic: "count", numerator: "completed" },
      relations: [
        { whole: "completed", parts: ["issued", "not_issued"], exact: true },
        { whole: "issued", parts: ["issued_timed"] },
        { whole: "issued_timed", parts: ["issued_timed_no_exception"] },
        { whole: "issued_in_time", parts: ["issued_in_time_no_exception"] },
        { whole: "not_issued", parts: ["not_issued_timed"] },
      ],
      rowMeasure: "Assessments completed",
    },
    {
      id: "ehc_assessments_not_issued_pct",
      name: "Assessments that ended without a plan",
      section: "Requests and assessments",
      unit: "percent",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Decisions not to issue a plan", denominator: "Assessments completed" },
      count: {
        ...byOutcome,
        statistic: "percent",
        numerator: "not_issued",
        denominator: "completed",
      },
      relations: [{ toldBy: "ehc_assessments_completed" }],
      rowMeasure: "Assessments without a plan",
    },
    {
      id: "ehc_not_issued_within_16_weeks_pct",
      name: "Decisions not to issue within 16 weeks",
      section: "Timeliness",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Decisions not to issue within 112 days of the request",
        denominator: "Decisions not to issue with a date received",
      },
      count: {
        ...byOutcome,
        statistic: "percent",
        numerator: "not_issued_in_time",
        denominator: "not_issued_timed",
        leftOut: {
          flag: "not_issued_untimed",
          lacking: "assessments without a plan have no date of receipt",
        },
      },
      relations: [{ toldBy: "ehc_assessments_completed" }],
      rowMeasure: "Decisions not to issue within 16 weeks",
    },
  ]),
];
