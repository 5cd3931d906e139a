import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { planView } from "../views/plan-view";
import { caseloadView } from "../views/caseload-view";
import { byHome, caseloadBreakdowns } from "./breakdowns";

const onDay = { clock: "day", breakdowns: caseloadBreakdowns } as const;

/** Plans in force and plans that ceased. */
export const planIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: caseloadView, source: "SEN2" }, [
    {
      id: "ehc_plans_maintained",
      name: "EHC plans maintained",
      section: "Plans",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator: "People with a plan in force on the day",
        note:
          "One plan a person. Days before the return that first shows a plan transferred " +
          "in are to be read with care",
      },
      listedIn: ["BCP-A01"],
      count: {
        ...onDay,
        statistic: "count",
        numerator: "in_force",
        breakdowns: [
          ...onDay.breakdowns,
          "ward",
          "locality",
          "age_band_by_primary_need",
          "setting_group_by_primary_need",
        ],
        byYear: ["school", "deprivation_decile", "idaci_decile"],
      },
      relations: [
        { whole: "in_force", parts: ["placement_known"] },
        {
          whole: "placement_known",
          parts: [
            "mainstream",
            "state_special",
            "independent_special",
            "alternative_provision",
            "further_education",
          ],
        },
        { whole: "in_force", parts: ["urn_known"] },
      ],
      rowMeasure: "Open plans",
    },
  ]),
  ...defineIndicators({ view: planView, source: "SEN2" }, [
    {
      id: "ehc_plans_ceased",
      name: "EHC plans ceased",
      section: "Plans",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Plans by the date they ceased" },
      count: {
        clock: "event",
        date: "cease_date",
        statistic: "count",
        numerator: "ceased",
        known: "plans",
        breakdowns: ["age_band", "sex", "ethnicity_group", "primary_need", "cease_reason"],
        byYear: byHome,
      },
      relations: "independent",
      rowMeasure: "Plans ceased",
      foi: {
        numerator: {
          id: "plans_ceased",
          heading: "Plans ceased",
          definition: "EHC plans by the date they ceased, for any reason.",
          groups: ["plan ceased"],
        },
      },
    },
  ]),
];
