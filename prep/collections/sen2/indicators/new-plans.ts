import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { requestView } from "../views/request-view";
import { byHome, byDue, requestBreakdowns } from "./breakdowns";

const EXCEPTIONS_IN =
  "Cases with exceptions are included. A plan without a date received counts as " +
  "issued but in no figure of time";
/** Groups that the columns of the freedom of information pack are sums of. */
const IN_TIME = "plan in time, no exception";
const IN_TIME_EXCEPTED = "plan in time, exception";
const LATE = "plan late, no exception";
const LATE_EXCEPTED = "plan late, exception";
const UNTIMED = "plan without a date received";

const byIssue = {
  clock: "event",
  date: "assessment_outcome_date",
  known: "requests",
  breakdowns: [...requestBreakdowns, "primary_need"],
  byYear: byHome,
} as const;

const ISSUED_WITHOUT_DATE = "plans issued have no date of receipt";

/** The new plans that assessments end with, and how long they took. */
export const newPlanIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: requestView, source: "SEN2" }, [
    {
      id: "ehc_plans_issued",
      name: "New EHC plans issued",
      section: "Plans",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Plans by the date they were issued" },
      listedIn: ["SHR-001"],
      count: { ...byIssue, statistic: "count", numerator: "issued" },
      relations: [{ toldBy: "ehc_assessments_completed" }],
      rowMeasure: "Plans issued",
      foi: {
        numerator: {
          id: "plans_issued",
          heading: "New plans issued",
          definition:
            "Final EHC plans issued for the first time, by the date of issue. Plans that " +
            "came with a child from another authority are not among them.",
          groups: [IN_TIME, IN_TIME_EXCEPTED, LATE, LATE_EXCEPTED, UNTIMED],
        },
      },
    },
    {
      id: "ehc_plans_within_20_weeks_pct",
      name: "New EHC plans issued within 20 weeks",
      section: "Timeliness",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Plans issued within 140 days of the request",
        denominator: "Plans issued with a date received",
        note: EXCEPTIONS_IN,
      },
      listedIn: ["CDC-043", "SHR-004", "BCP-A12", "BHM-001", "BHM-002"],
      count: {
        ...byIssue,
        statistic: "percent",
        numerator: "issued_in_time",
        denominator: "issued_timed",
        leftOut: { flag: "issued_untimed", lacking: ISSUED_WITHOUT_DATE },
      },
      relations: [{ toldBy: "ehc_assessments_completed" }],
      rowMeasure: "Plans issued within 20 weeks",
      foi: {
        denominator: {
          id: "plans_timed",
          heading: "New plans with a date received",
          definition:
            "Of the new plans, those whose date of request is known: what the plans within " +
            "20 weeks are a share of, exceptions included.",
          groups: [IN_TIME, IN_TIME_EXCEPTED, LATE, LATE_EXCEPTED],
        },
        numerator: {
          id: "plans_in_time",
          heading: "Within 20 weeks",
          definition: "Of the new plans with a date received, those issued within the time limit.",
          groups: [IN_TIME, IN_TIME_EXCEPTED],
        },
      },
    },
    {
      id: "ehc_plans_due_issued_within_20_weeks_pct",
      name: "EHC plans due, issued within 20 weeks",
      section: "Timeliness",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Plans issued within 140 days of the request",
        denominator:
          "Requests whose 140 days ended in the period, with a plan by then or still open",
        note: "By the day the plan was due, so that what is open past it counts as late at once; the figure of plans issued holds ended cases alone. Refused, withdrawn or ended without a plan by then is left out. Exceptions are included. From 140 days after the first day that a return covers",
      },
      count: {
        clock: "event",
        date: "plan_due_date",
        statistic: "percent",
        numerator: "issued_by_due",
        denominator: "plan_fell_due",
        known: "plans_due",
        breakdowns: byDue,
      },
      relations: [{ whole: "plan_fell_due", parts: ["issued_by_due"] }],
    },
    {
      id: "ehc_plans_within_20_weeks_excl_exceptions_pct",
      name: "New EHC plans issued within 20 weeks, without exceptions",
      section: "Timeliness",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Plans issued within 140 days of the request where no exception applies",
        denominator: "Plans issued with a date received where no exception applies",
      },
      count: {
        ...byIssue,
        statistic: "percent",
        numerator: "issued_in_time_no_exception",
        denominator: "issued_timed_no_exception",
        leftOut: { flag: "issued_untimed_no_exception", lacking: ISSUED_WITHOUT_DATE },
      },
      relations: [{ toldBy: "ehc_assessments_completed" }],
      rowMeasure: "Plans issued within 20 weeks without exceptions",
      foi: {
        denominator: {
          id: "plans_timed_no_exception",
          heading: "New plans with a date received, without exceptions",
          definition:
            "Of the new plans with a date received, those to which no exception to the " +
            "time limit applies (SEND Regulations 2014, regulation 13(3)): what the next " +
            "column is a share of.",
          groups: [IN_TIME, LATE],
        },
        numerator: {
          id: "plans_in_time_no_exception",
          heading: "Within 20 weeks, without exceptions",
          definition: "Of those without exceptions, those issued within the time limit.",
          groups: [IN_TIME],
        },
      },
    },
    {
      id: "ehc_plan_weeks_mean",
      name: "Weeks from request to plan, mean",
      section: "Timeliness",
      unit: "weeks",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Weeks from request to plan, summed",
        denominator: "Plans issued with a date received",
      },
      count: {
        ...byIssue,
        statistic: "mean",
        numerator: "days_to_issue",
        denominator: "issued_timed",
        leftOut: { flag: "issued_untimed", lacking: ISSUED_WITHOUT_DATE },
        per: 7,
      },
      relations: [{ measure: "days_to_issue", restsOn: "issued_timed" }],
    },
    {
      id: "ehc_plan_weeks_median",
      name: "Weeks from request to plan, median",
      section: "Timeliness",
      unit: "weeks",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Median weeks from request to plan",
        denominator: "Plans issued with a date received",
      },
      count: {
        ...byIssue,
        statistic: "median",
        numerator: "issued_timed",
        leftOut: { flag: "issued_untimed", lacking: ISSUED_WITHOUT_DATE },
        measure: "days_to_issue",
        per: 7,
      },
      relations: [{ toldBy: "ehc_assessments_completed" }],
    },
    {
      id: "ehc_plan_weeks_p90",
      name: "Weeks from request to plan, 90th centile",
      section: "Timeliness",
      unit: "weeks",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Weeks within which nine in ten plans were issued (nearest rank)",
        denominator: "Plans issued with a date received",
      },
      count: {
        ...byIssue,
        statistic: "p90",
        numerator: "issued_timed",
        leftOut: { flag: "issued_untimed", lacking: ISSUED_WITHOUT_DATE },
        measure: "days_to_issue",
        per: 7,
      },
      relations: [{ toldBy: "ehc_assessments_completed" }],
    },
    {
      id: "ehc_plan_weeks_longest",
      name: "Weeks from request to plan, longest",
      section: "Timeliness",
      unit: "weeks",
      polarity: "lower",
      frequency: "month",
      words: {
        numerator: "Weeks of the longest case",
        denominator: "Plans issued with a date received",
      },
      count: {
        ...byIssue,
        statistic: "longest",
        numerator: "issued_timed",
        leftOut: { flag: "issued_untimed", lacking: ISSUED_WITHOUT_DATE },
        measure: "days_to_issue",
        per: 7,
      },
      relations: [{ toldBy: "ehc_assessments_completed" }],
    },
  ]),
];
