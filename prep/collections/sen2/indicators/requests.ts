import { AWAITING_UNTIMED } from "./left-out";
import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { requestView } from "../views/request-view";
import { openRequestView } from "../views/open-request-view";
import { byHome, byDue, requestBreakdowns } from "./breakdowns";

const byReceived = {
  clock: "event",
  date: "received_date",
  known: "requests",
  breakdowns: requestBreakdowns,
  byYear: byHome,
} as const;
const byDecision = {
  clock: "event",
  date: "decision_date",
  known: "requests",
  breakdowns: requestBreakdowns,
  byYear: byHome,
} as const;
const onDay = { clock: "day", breakdowns: requestBreakdowns, byYear: byHome } as const;

/** Requests for an assessment and the decisions on them. */
export const requestIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: requestView, source: "SEN2" }, [
    {
      id: "ehc_requests_received",
      name: "Requests for an EHC needs assessment received",
      section: "Requests and assessments",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Requests by date received, outcome Y, N, A or W" },
      listedIn: ["SHR-002", "BCP-A05"],
      count: { ...byReceived, statistic: "count", numerator: "received" },
      relations: [{ toldBy: "ehc_requests_by_parents_pct" }],
      rowMeasure: "Requests received",
      foi: {
        numerator: {
          id: "requests_received",
          heading: "Requests received",
          definition:
            "Requests for an EHC needs assessment, by the date received. A request whose " +
            "outcome lies before the extracts is not among them.",
          groups: ["request received"],
        },
      },
    },
    {
      id: "ehc_requests_by_parents_pct",
      name: "Requests made by parents or young people",
      section: "Requests and assessments",
      unit: "percent",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator: "Requests whose source is the young person or parent",
        denominator: "Requests with a source",
        note: "From the 2025 return, which covers 2024",
      },
      listedIn: ["BCP-A06"],
      count: {
        ...byReceived,
        statistic: "percent",
        numerator: "source_parent",
        denominator: "source_given",
        known: "request_source",
      },
      relations: [
        { whole: "received", parts: ["source_given"] },
        {
          flag: "source_parent",
          of: "received",
          breakdown: "request_source",
          groups: ["parent_or_young_person"],
        },
        {
          flag: "source_given",
          of: "received",
          breakdown: "request_source",
          groups: ["parent_or_young_person", "education_setting", "health", "social_care", "other"],
        },
      ],
      rowMeasure: "Requests by parents",
    },
    {
      id: "ehc_request_decisions",
      name: "Decisions on requests",
      section: "Requests and assessments",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Decisions to assess or not, by the date the requester was informed" },
      count: { ...byDecision, statistic: "count", numerator: "decided" },
      relations: [{ whole: "decided", parts: ["agreed", "refused"], exact: true }],
      rowMeasure: "Decisions on requests",
      foi: {
        numerator: {
          id: "decisions",
          heading: "Decisions on requests",
          definition:
            "Decisions whether to carry out an assessment, by the date the requester was informed.",
          groups: ["request refused", "request agreed"],
        },
      },
    },
    {
      id: "ehc_request_decisions_within_6_weeks_pct",
      name: "Decisions on requests within 6 weeks",
      section: "Timeliness",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Decisions within 42 days of the request",
        denominator: "Decisions with a date received",
      },
      listedIn: ["BCP-A11"],
      count: {
        ...byDecision,
        statistic: "percent",
        numerator: "decided_in_time",
        denominator: "decision_timed",
        leftOut: { flag: "decision_untimed", lacking: "decisions have no date of receipt" },
      },
      relations: [{ whole: "decided", parts: ["decision_timed"] }],
      rowMeasure: "Decisions within 6 weeks",
    },
    {
      id: "ehc_requests_due_decided_within_6_weeks_pct",
      name: "Requests due for a decision, decided within 6 weeks",
      section: "Timeliness",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Decided within 42 days of the request",
        denominator:
          "Requests whose 42 days ended in the period, decided by then or still awaiting a decision",
        note: "By the day the decision was due, so that what has waited longer counts as late at once. Withdrawn by then is left out. From 42 days after the first day that a return covers",
      },
      count: {
        clock: "event",
        date: "decision_due_date",
        statistic: "percent",
        numerator: "decided_by_due",
        denominator: "decision_fell_due",
        known: "decisions_due",
        breakdowns: byDue,
      },
      relations: [{ whole: "decision_fell_due", parts: ["decided_by_due"] }],
    },
    {
      id: "ehc_requests_refused_pct",
      name: "Requests refused",
      section: "Requests and assessments",
      unit: "percent",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Decisions not to assess", denominator: "Decisions to assess or not" },
      count: { ...byDecision, statistic: "percent", numerator: "refused", denominator: "decided" },
      relations: [{ toldBy: "ehc_request_decisions" }],
      rowMeasure: "Requests refused",
      foi: {
        numerator: {
          id: "refusals",
          heading: "Requests refused",
          definition: "Of the decisions, those not to carry out an assessment.",
          groups: ["request refused"],
        },
      },
    },
  ]),
  ...defineIndicators({ view: openRequestView, source: "SEN2" }, [
    {
      id: "ehc_requests_awaiting_decision",
      name: "Requests awaiting a decision",
      section: "Requests and assessments",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: { numerator: "Received on or before the day and not decided or withdrawn by then" },
      count: {
        ...onDay,
        statistic: "count",
        numerator: "awaiting",
        leftOut: { flag: "awaiting_untimed", of: "awaiting_in_all", lacking: AWAITING_UNTIMED },
      },
      relations: [{ toldBy: "ehc_requests_awaiting_over_6_weeks" }],
    },
    {
      id: "ehc_requests_awaiting_over_6_weeks",
      name: "Requests awaiting a decision over 6 weeks",
      section: "Timeliness",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: { numerator: "Of those awaiting, received more than 42 days before" },
      count: {
        ...onDay,
        statistic: "count",
        numerator: "awaiting_over_6_weeks",
        leftOut: { flag: "awaiting_untimed", of: "awaiting_in_all", lacking: AWAITING_UNTIMED },
      },
      relations: [{ whole: "awaiting", parts: ["awaiting_over_6_weeks"], restTells: true }],
    },
  ]),
];
