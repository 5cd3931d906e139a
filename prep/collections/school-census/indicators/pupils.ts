import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { pupilView } from "../views/views";

const shares = [
  "phase",
  "year_group",
  "sex",
  "ethnicity_group",
  "free_meals",
  "school",
  "ward",
  "locality",
] as const;
const deciles = ["deprivation_decile", "idaci_decile"] as const;
const numbers = ["primary_need", ...shares] as const;
/** Two at once, of numbers of pupils. */
const pairs = ["primary_need_by_phase", "year_group_by_primary_need"] as const;

const section = "SEN support and pupils";

/** Pupils on roll on a census day. */
export const pupilIndicators: readonly Indicator[] = defineIndicators(
  { view: pupilView, source: "School census" },
  [
    {
      id: "pupils_on_roll",
      name: "Pupils on roll",
      section,
      unit: "count",
      polarity: "neutral",
      frequency: "term",
      words: { numerator: "Pupils on roll on census day, enrolment status C or M" },
      count: {
        clock: "day",
        statistic: "count",
        numerator: "on_roll",
        breakdowns: ["sen_provision", ...numbers, "sen_provision_by_primary_need", ...pairs],
        byYear: deciles,
      },
      relations: [{ whole: "on_roll", parts: ["sen_support", "ehc_plan"] }],
      rowMeasure: "Pupils on roll",
    },
    {
      id: "sen_support_pupils",
      name: "Pupils on SEN support",
      section,
      unit: "count",
      polarity: "neutral",
      frequency: "term",
      words: { numerator: "SEN provision K" },
      listedIn: ["BCP-A03", "SHR-011", "CDC-082"],
      count: {
        clock: "day",
        statistic: "count",
        numerator: "sen_support",
        breakdowns: [...numbers, ...pairs],
        byYear: deciles,
      },
      relations: [
        {
          flag: "sen_support",
          of: "on_roll",
          breakdown: "sen_provision",
          groups: ["sen_support"],
        },
      ],
    },
    {
      id: "sen_support_pct",
      name: "Pupils on SEN support, share",
      section,
      unit: "percent",
      polarity: "neutral",
      frequency: "term",
      words: { numerator: "SEN provision K", denominator: "Pupils on roll" },
      listedIn: ["BCP-B21", "BCP-B22"],
      count: {
        clock: "day",
        statistic: "percent",
        numerator: "sen_support",
        denominator: "on_roll",
        breakdowns: shares,
        byYear: deciles,
      },
      relations: [{ toldBy: "pupils_on_roll" }],
      rowMeasure: "Pupils on SEN support",
    },
    {
      id: "ehc_pupils_pct",
      name: "Pupils with an EHC plan, share",
      section,
      unit: "percent",
      polarity: "neutral",
      frequency: "term",
      words: { numerator: "SEN provision E", denominator: "Pupils on roll" },
      listedIn: ["BCP-A02"],
      count: {
        clock: "day",
        statistic: "percent",
        numerator: "ehc_plan",
        denominator: "on_roll",
        breakdowns: shares,
        byYear: deciles,
      },
      relations: [
        { toldBy: "pupils_on_roll" },
        { flag: "ehc_plan", of: "on_roll", breakdown: "sen_provision", groups: ["ehc_plan"] },
      ],
      rowMeasure: "Pupils with an EHC plan",
    },
    {
      id: "sen_unit_or_resourced_pupils",
      name: "Pupils in SEN units or resourced provision",
      section,
      unit: "count",
      polarity: "neutral",
      frequency: "term",
      words: { numerator: "Members of a SEN unit or resourced provision" },
      listedIn: ["CDC-009"],
      count: {
        clock: "day",
        statistic: "count",
        numerator: "unit_or_resourced",
        breakdowns: ["sen_provision", ...numbers],
        byYear: deciles,
      },
      relations: [{ whole: "on_roll", parts: ["unit_or_resourced"] }],
    },
  ],
);

/** Plans that schools report, looked for in SEN2. */
export const planMatchIndicators: readonly Indicator[] = defineIndicators(
  { view: pupilView, source: "SEN2 and school census" },
  [
    {
      id: "ehc_census_match_pct",
      name: "Pupils with a plan that the SEN2 return knows",
      section: "Data and systems",
      unit: "percent",
      polarity: "higher",
      frequency: "term",
      words: {
        numerator: "Pupils with SEN provision E found among plans in force by UPN",
        denominator: "Pupils with SEN provision E and a valid UPN",
      },
      count: {
        clock: "day",
        statistic: "percent",
        numerator: "ehc_matched",
        denominator: "ehc_linkable",
        needs: "sen2",
        breakdowns: ["school", "phase"],
        byYear: deciles,
      },
      relations: [{ whole: "ehc_plan", parts: ["ehc_linkable"] }],
    },
  ],
);
