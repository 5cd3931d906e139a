import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { caseloadView } from "../views/caseload-view";
import { caseloadOnDay } from "./breakdowns";

/** What is arranged for those with a plan: personal budgets, and training and education from 16. */
export const arrangementIndicators: readonly Indicator[] = [
  ...defineIndicators({ view: caseloadView, source: "SEN2" }, [
    {
      id: "ehc_personal_budget_pct",
      name: "Plans with a personal budget",
      section: "Money and personal budgets",
      unit: "percent",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "Personal budget taken up", denominator: "Plans in force" },
      listedIn: ["CDC-066"],
      count: {
        ...caseloadOnDay,
        statistic: "percent",
        numerator: "personal_budget",
        denominator: "in_force",
      },
      relations: [{ toldBy: "ehc_plans_maintained" }],
      rowMeasure: "With a personal budget",
    },
    {
      id: "personal_budgets_by_component",
      name: "Personal budgets by component",
      section: "Money and personal budgets",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: {
        numerator: "Plans with direct payments, by what they are for",
        note: "Education, social care, health or integrated. A budget that is not paid directly has no component in SEN2",
      },
      listedIn: ["CDC-067"],
      count: {
        ...caseloadOnDay,
        statistic: "count",
        numerator: "direct_payment",
        needs: "direct_payment_codes",
        breakdowns: [...caseloadOnDay.breakdowns, "direct_payment"],
      },
      relations: [{ whole: "in_force", parts: ["direct_payment"] }],
    },
    {
      id: "integrated_personal_budgets",
      name: "Integrated personal budgets",
      section: "Money and personal budgets",
      unit: "count",
      polarity: "higher",
      frequency: "month",
      words: { numerator: "Plans with integrated direct payments" },
      listedIn: ["CDC-077"],
      count: {
        ...caseloadOnDay,
        statistic: "count",
        numerator: "integrated_payment",
        needs: "direct_payment_codes",
      },
      relations: [
        { whole: "direct_payment", parts: ["integrated_payment"] },
        {
          flag: "integrated_payment",
          of: "direct_payment",
          breakdown: "direct_payment",
          groups: ["integrated"],
        },
      ],
    },
    {
      id: "in_training_with_plan",
      name: "In training, employment or internships",
      section: "Preparing for adulthood",
      unit: "count",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "Aged 16 and over on the 31 August before, with work-based learning",
        note: "Apprenticeship, traineeship or supported internship; SEN2 has no other employment",
      },
      listedIn: ["SHR-036"],
      count: {
        ...caseloadOnDay,
        statistic: "count",
        numerator: "in_training",
        needs: "work_based_codes",
        breakdowns: [...caseloadOnDay.breakdowns, "work_based_learning"],
      },
      relations: [{ whole: "in_force", parts: ["in_training"] }],
    },
    {
      id: "ehc_16_18_in_education_pct",
      name: "Aged 16 to 18 with a plan in education or training",
      section: "Preparing for adulthood",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      words: {
        numerator: "… in education or training",
        denominator: "Plans in force, aged 16 to 18 on the 31 August before",
      },
      listedIn: ["BCP-A58"],
      count: {
        ...caseloadOnDay,
        statistic: "percent",
        numerator: "aged_16_18_in_education",
        denominator: "aged_16_18",
      },
      relations: [{ whole: "in_force", parts: ["aged_16_18"] }],
    },
  ]),
];
