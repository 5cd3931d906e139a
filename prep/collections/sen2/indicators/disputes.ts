import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { disputeView } from "../views/dispute-view";
import { byHome, requestBreakdowns } from "./breakdowns";

const RECORDS =
  "Counts records: a case flagged at the request and at the assessment counts " +
  "twice. Given for years only";

const byDecision = {
  clock: "event",
  date: "decision_date",
  known: "requests",
  yearly: true,
  breakdowns: requestBreakdowns,
  byYear: byHome,
} as const;

/** Cases that went to mediation or tribunal. */
export const disputeIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: disputeView, source: "SEN2" }, [
    {
      id: "ehc_mediation_cases",
      name: "Cases with mediation",
      section: "Disagreement",
      unit: "count",
      polarity: "lower",
      frequency: "calendar_year",
      words: {
        numerator: "Requests and assessments with mediation, by the date of the decision",
        note: RECORDS,
      },
      listedIn: ["CDC-046", "SHR-008"],
      count: { ...byDecision, statistic: "count", numerator: "mediation" },
      relations: [
        { apart: ["mediation", "tribunal"], because: "A case may go to both, or to neither" },
      ],
    },
    {
      id: "ehc_tribunal_cases",
      name: "Cases with a tribunal appeal",
      section: "Disagreement",
      unit: "count",
      polarity: "lower",
      frequency: "calendar_year",
      words: {
        numerator: "Requests and assessments with a tribunal appeal, by the date of the decision",
        note: `${RECORDS}. Registered appeals come from the tribunal's own statistics`,
      },
      listedIn: ["SHR-007"],
      count: { ...byDecision, statistic: "count", numerator: "tribunal" },
      relations: [
        { apart: ["mediation", "tribunal"], because: "A case may go to both, or to neither" },
      ],
    },
  ]),
];
