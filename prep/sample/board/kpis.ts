/** A KPI of the invented board. What is not given is left to the catalogue or the sheet. */
export interface SampleKpi {
  /** Name of the catalogue's indicator by its id, or the name that the sheet prints. */
  readonly kpi: string;
  readonly printed?: string;
  readonly headline?: true;
  readonly better?: "higher" | "lower";
  /** Targets with the days that they hold from. */
  readonly targets?: readonly (readonly [target: string, from?: string])[];
  readonly tolerance?: string;
  readonly baseline?: readonly [value: string, date: string];
  readonly owner?: string;
  readonly words?: string;
}

/** KPIs under one heading of the board, with the post that answers for them. */
interface SampleSection {
  readonly section: string;
  readonly owner: string;
  readonly kpis: readonly SampleKpi[];
}

/** The board of Sampleshire: everything in it is invented. */
export const SECTIONS: readonly SampleSection[] = [
  {
    section: "Plans and requests",
    owner: "Head of SEND",
    kpis: [
      { kpi: "ehc_plans_maintained", printed: "Number of EHC plans", headline: true },
      {
        kpi: "ehc_requests_received",
        printed: "Requests for assessment",
        better: "lower",
        targets: [["28"]],
        tolerance: "5",
      },
      { kpi: "ehc_requests_refused_pct", printed: "Requests refused, share" },
      {
        kpi: "ehc_assessments_open",
        printed: "Assessments under way",
        better: "lower",
        targets: [["60"]],
        tolerance: "15",
      },
    ],
  },
  {
    section: "Timeliness",
    owner: "Head of SEND",
    kpis: [
      {
        kpi: "ehc_request_decisions_within_6_weeks_pct",
        printed: "Decisions to assess within 6 weeks",
        headline: true,
        targets: [["90%"]],
        tolerance: "5 points",
        baseline: ["62%", "2023"],
      },
      {
        kpi: "ehc_plans_within_20_weeks_pct",
        printed: "New plans within 20 weeks",
        headline: true,
        targets: [["40%"], ["50%", "01/09/2025"], ["60%", "01/09/2026"]],
        tolerance: "5 points",
        baseline: ["31%", "2023"],
      },
      {
        kpi: "ehc_plans_due_issued_within_20_weeks_pct",
        printed: "Plans due that were in time",
        targets: [["50%"]],
        tolerance: "5 points",
      },
      {
        kpi: "ehc_plan_weeks_median",
        printed: "Weeks from request to plan (median)",
        targets: [["24"]],
        tolerance: "4",
      },
      {
        kpi: "ehc_assessments_open_over_20_weeks",
        printed: "Children waiting over 20 weeks",
        headline: true,
        targets: [["20"]],
        tolerance: "5",
        baseline: ["44", "31/12/2024"],
      },
      {
        kpi: "ehc_assessments_open_over_52_weeks",
        printed: "Children waiting over a year",
        targets: [["0"]],
        tolerance: "2",
      },
      {
        kpi: "health_advice_within_6_weeks_pct",
        targets: [["95%"]],
        tolerance: "5 points",
        owner: "Designated clinical officer",
      },
      {
        kpi: "phase_transfer_on_time_pct",
        printed: "Phase transfer plans on time",
        targets: [["95%"]],
        tolerance: "3 points",
      },
    ],
  },
  {
    section: "Annual reviews",
    owner: "Annual review manager",
    kpis: [
      {
        kpi: "annual_review_held_12_months_pct",
        printed: "Plans reviewed within 12 months",
        headline: true,
        targets: [["90%"]],
        tolerance: "5 points",
      },
      {
        kpi: "annual_reviews_overdue",
        printed: "Annual reviews overdue",
        targets: [["100"]],
        tolerance: "20",
      },
      {
        kpi: "annual_review_decision_within_4_weeks_pct",
        printed: "Decisions within 4 weeks of the review",
        targets: [["80%"]],
        tolerance: "5 points",
      },
      {
        kpi: "annual_reviews_awaiting_decision",
        printed: "Reviews held and awaiting a decision",
        targets: [["150"]],
        tolerance: "25",
      },
    ],
  },
  {
    section: "Placements",
    owner: "Head of commissioning",
    kpis: [
      {
        kpi: "ehc_mainstream_pct",
        printed: "Plans in mainstream schools",
        targets: [["at least neighbours"]],
        tolerance: "3 points",
      },
      { kpi: "ehc_special_pct", printed: "Plans in state special schools" },
      {
        kpi: "ehc_inmss_pct",
        printed: "Plans in independent and non-maintained special schools",
        targets: [["8%"], ["7%", "01/04/2026"]],
        tolerance: "1 points",
      },
      {
        kpi: "ehc_out_of_area_pct",
        printed: "Plans placed outside the authority",
        targets: [["12%"]],
        tolerance: "1 points",
      },
      {
        kpi: "ehc_awaiting_provision",
        printed: "Children awaiting a place",
        headline: true,
        targets: [["30"]],
        tolerance: "5",
      },
    ],
  },
  {
    section: "Attendance and exclusion",
    owner: "Head of inclusion",
    kpis: [
      { kpi: "persistent_absence_pct", targets: [["15%"]], tolerance: "2 points" },
      { kpi: "severe_absence_pct", targets: [["4%"]], tolerance: "2 points" },
      { kpi: "suspension_rate", targets: [["10"]], tolerance: "10% of target" },
      { kpi: "permanent_exclusions", targets: [["25"]], tolerance: "5" },
    ],
  },
  {
    section: "Health",
    owner: "Designated clinical officer",
    kpis: [
      {
        kpi: "mh_within_4_weeks_pct",
        printed: "Mental health: seen within 4 weeks",
        targets: [["85%"]],
        tolerance: "5 points",
      },
      {
        kpi: "mh_wait_first_contact_days_median",
        printed: "Mental health: days to first contact (median)",
        targets: [["28"]],
        tolerance: "7",
      },
      {
        kpi: "mh_not_attended_pct",
        printed: "Mental health: contacts not attended",
        targets: [["10%"]],
        tolerance: "2 points",
      },
      {
        kpi: "Speech and language therapy: % seen within 18 weeks",
        targets: [["92%"]],
        tolerance: "4 points",
      },
      { kpi: "neurodevelopment_school_wait", targets: [["12"]], tolerance: "3" },
    ],
  },
  {
    section: "Preparing for adulthood",
    owner: "Post-16 manager",
    kpis: [
      {
        kpi: "ehc_16_18_in_education_pct",
        printed: "Aged 16 to 18 with a plan in education or training",
        targets: [["92%"]],
        tolerance: "3 points",
      },
      {
        kpi: "ehc_neet",
        printed: "Young people with a plan who are NEET",
        targets: [["15"]],
        tolerance: "3",
      },
      { kpi: "young_people_neet_not_known_pct", targets: [["below national"]] },
    ],
  },
  {
    section: "Disagreement and quality",
    owner: "Quality manager",
    kpis: [
      {
        kpi: "ehc_mediation_cases",
        printed: "Cases with mediation",
        targets: [["30"]],
        tolerance: "5",
      },
      { kpi: "ehc_tribunal_cases", printed: "Cases with an appeal", targets: [["TBC"]] },
      { kpi: "complaints", targets: [["8"]], tolerance: "2" },
      {
        kpi: "plan_audits_good_pct",
        headline: true,
        targets: [["60%"], ["75%", "Jan 2026"]],
        tolerance: "10 points",
      },
      {
        kpi: "What families say",
        words: "Families say that they are heard earlier; the survey repeats in the summer term.",
      },
    ],
  },
  {
    section: "Workforce",
    owner: "Head of SEND",
    kpis: [
      { kpi: "permanent_case_officers_pct", targets: [["90%"]], tolerance: "10 points" },
      { kpi: "ep_vacancies", targets: [["1"]], tolerance: "1" },
      { kpi: "law_training_pct", targets: [["100%"]], tolerance: "10 points" },
    ],
  },
];
