import { OPEN_UNTIMED } from "./left-out";
import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { openRequestView } from "../views/open-request-view";
import { byHome, requestBreakdowns } from "./breakdowns";

const onDay = { clock: "day", breakdowns: requestBreakdowns, byYear: byHome } as const;

/** Assessments that are open on a day. */
export const openAssessmentIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: openRequestView, source: "SEN2" }, [
    {
      id: "ehc_assessments_open",
      name: "Assessments open",
      section: "Requests and assessments",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator: "Assessment agreed by the day and no plan, decision or withdrawal by then",
        note: "Decided to issue but not issued is still open",
      },
      listedIn: ["BCP-A04"],
      count: { ...onDay, statistic: "count", numerator: "open" },
      relations: [{ toldBy: "ehc_assessments_open_over_20_weeks" }],
    },
    {
      id: "ehc_assessments_open_over_20_weeks",
      name: "Assessments open over 20 weeks",
      section: "Timeliness",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: { numerator: "Of those open, requested more than 140 days before" },
      listedIn: ["BCP-A16"],
      count: {
        ...onDay,
        statistic: "count",
        numerator: "open_over_20_weeks",
        leftOut: { flag: "open_untimed", of: "open", lacking: OPEN_UNTIMED },
      },
      relations: [{ whole: "open", parts: ["open_over_20_weeks"], restTells: true }],
    },
    {
      id: "ehc_assessments_open_over_30_weeks",
      name: "Assessments open over 30 weeks",
      section: "Timeliness",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: { numerator: "Of those open, requested more than 210 days before" },
      listedIn: ["SHR-005"],
      count: {
        ...onDay,
        statistic: "count",
        numerator: "open_over_30_weeks",
        leftOut: { flag: "open_untimed", of: "open", lacking: OPEN_UNTIMED },
      },
      relations: [{ whole: "open_over_20_weeks", parts: ["open_over_30_weeks"], restTells: true }],
    },
    {
      id: "ehc_assessments_open_over_52_weeks",
      name: "Assessments open over 52 weeks",
      section: "Timeliness",
      unit: "count",
      polarity: "lower",
      frequency: "month",
      words: { numerator: "Of those open, requested more than 364 days before" },
      listedIn: ["SHR-006"],
      count: {
        ...onDay,
        statistic: "count",
        numerator: "open_over_52_weeks",
        leftOut: { flag: "open_untimed", of: "open", lacking: OPEN_UNTIMED },
      },
      relations: [{ whole: "open_over_30_weeks", parts: ["open_over_52_weeks"], restTells: true }],
    },
  ]),
];
