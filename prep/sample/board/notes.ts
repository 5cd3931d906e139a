/** What the invented board says of a KPI, by its printed name or id, for a period. */
interface SampleNote {
  readonly kpi: string;
  readonly period: string;
  readonly commentary?: string;
  readonly action?: string;
  readonly due?: string;
  readonly progress?: string;
}

/** The notes of two months: what was said before stays. */
export const NOTES: readonly SampleNote[] = [
  {
    kpi: "ehc_plans_within_20_weeks_pct",
    period: "Nov 25",
    commentary: "Late health advice holds up one plan in four.",
    action: "Second weekly panel; chase advice at week 4: SEND team manager.",
    due: "31/03/2026",
    progress: "begun",
  },
  {
    kpi: "ehc_plans_within_20_weeks_pct",
    period: "Dec 25",
    commentary: "Better than in the autumn, not yet at the milestone.",
    progress: "on track",
  },
  {
    kpi: "ehc_request_decisions_within_6_weeks_pct",
    period: "Dec 25",
    commentary: "The panel did not meet over the holidays.",
    action: "Panel by correspondence in holiday weeks: SEND team manager.",
    due: "28/02/2026",
    progress: "agreed",
  },
  {
    kpi: "ehc_assessments_open_over_20_weeks",
    period: "Dec 25",
    commentary: "Most wait for educational psychology advice.",
    action: "Locum psychologists for 30 assessments: principal psychologist.",
    due: "30/04/2026",
    progress: "two of three in post",
  },
  {
    kpi: "ehc_assessments_open_over_52_weeks",
    period: "Dec 25",
    action: "Each case reviewed weekly by the head of service.",
    due: "31/01/2026",
    progress: "on track",
  },
  {
    kpi: "phase_transfer_on_time_pct",
    period: "Dec 25",
    commentary: "Late reviews in the summer term.",
    action: "Reviews of year 5 and year 9 by May: annual review manager.",
    due: "29/05/2026",
    progress: "not begun",
  },
  {
    kpi: "annual_reviews_awaiting_decision",
    period: "Dec 25",
    commentary: "A backlog of papers from schools.",
    action: "Two temporary officers for decisions: annual review manager.",
    due: "31/03/2026",
    progress: "recruiting",
  },
  {
    kpi: "ehc_awaiting_provision",
    period: "Dec 25",
    action: "Forty places in resourced provision from September: head of commissioning.",
    due: "01/09/2026",
    progress: "on track",
  },
  {
    kpi: "suspension_rate",
    period: "Summer 25",
    commentary: "Four secondary schools account for half.",
    action: "Inclusion review in each of them: head of inclusion.",
    due: "31/03/2026",
    progress: "two done",
  },
  {
    kpi: "ehc_neet",
    period: "Dec 25",
    action: "A named adviser for each young person: post-16 manager.",
    due: "30/04/2026",
    progress: "on track",
  },
  {
    kpi: "neurodevelopment_school_wait",
    period: "Jan 26",
    commentary: "Referrals grew by a third in a year.",
    action: "Second assessment clinic: integrated care board.",
    due: "30/06/2026",
    progress: "funding agreed",
  },
  {
    kpi: "plan_audits_good_pct",
    period: "Jan 26",
    commentary: "Outcomes are vague in half of the audited plans.",
    action: "Training in writing outcomes: quality manager.",
    due: "30/04/2026",
    progress: "first group trained",
  },
];
