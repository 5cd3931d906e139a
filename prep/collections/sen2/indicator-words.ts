/** What an indicator is in words, for the indicator dimension and whoever reads the figures. */
export interface IndicatorWords {
  readonly name: string;
  readonly unit: "count" | "percent" | "weeks" | "days";
  readonly polarity: "higher" | "lower" | "neutral";
  readonly frequency: "month" | "year";
  readonly numerator: string;
  readonly denominator?: string;
  readonly note?: string;
}

type Row = readonly [id: string, name: string, unit: IndicatorWords["unit"], polarity: IndicatorWords["polarity"], numerator: string, denominator?: string, note?: string];

const EXCEPTIONS_IN = "Cases with exceptions are included. A plan without a date received counts as issued but in no figure of time";
const LATEST_REVIEW = "SEN2 keeps only the latest review of each plan: given at 31 December and at the census date, from the 2024 return";
const WITH_REGISTER = "Needs a school register";
const RECORDS = "Counts records: a case flagged at the request and at the assessment counts twice. Given for years only";

const monthly: readonly Row[] = [
  ["ehc_requests_received", "Requests for an EHC needs assessment received", "count", "neutral", "Requests by date received, outcome Y, N, A or W"],
  ["ehc_requests_by_parents_pct", "Requests made by parents or young people", "percent", "neutral", "Requests whose source is the young person or parent", "Requests with a source", "From the 2025 return, which covers 2024"],
  ["ehc_request_decisions", "Decisions on requests", "count", "neutral", "Decisions to assess or not, by the date the requester was told"],
  ["ehc_request_decisions_within_6_weeks_pct", "Decisions on requests within 6 weeks", "percent", "higher", "Decisions within 42 days of the request", "Decisions with a date received"],
  ["ehc_requests_refused_pct", "Requests refused", "percent", "neutral", "Decisions not to assess", "Decisions to assess or not"],
  ["ehc_requests_awaiting_decision", "Requests awaiting a decision", "count", "lower", "Received on or before the day and not decided or withdrawn by then"],
  ["ehc_requests_awaiting_over_6_weeks", "Requests awaiting a decision over 6 weeks", "count", "lower", "Of those awaiting, received more than 42 days before"],
  ["ehc_assessments_agreed", "Assessments agreed", "count", "neutral", "Decisions to assess"],
  ["ehc_assessments_completed", "Assessments completed", "count", "neutral", "Assessments that ended with a plan or a decision not to issue one"],
  ["ehc_assessments_not_issued_pct", "Assessments that ended without a plan", "percent", "neutral", "Decisions not to issue a plan", "Assessments completed"],
  ["ehc_not_issued_within_16_weeks_pct", "Decisions not to issue within 16 weeks", "percent", "higher", "Decisions not to issue within 112 days of the request", "Decisions not to issue with a date received"],
  ["ehc_plans_issued", "New EHC plans issued", "count", "neutral", "Plans by the date they were issued"],
  ["ehc_plans_within_20_weeks_pct", "New EHC plans issued within 20 weeks", "percent", "higher", "Plans issued within 140 days of the request", "Plans issued with a date received", EXCEPTIONS_IN],
  ["ehc_plans_within_20_weeks_excl_exceptions_pct", "New EHC plans issued within 20 weeks, without exceptions", "percent", "higher", "Plans issued within 140 days of the request where no exception applies", "Plans issued with a date received where no exception applies"],
  ["ehc_plan_weeks_mean", "Weeks from request to plan, mean", "weeks", "lower", "Weeks from request to plan, summed", "Plans issued with a date received"],
  ["ehc_plan_weeks_median", "Weeks from request to plan, median", "weeks", "lower", "Median weeks from request to plan", "Plans issued with a date received"],
  ["ehc_plan_weeks_p90", "Weeks from request to plan, 90th centile", "weeks", "lower", "Weeks within which nine in ten plans were issued (nearest rank)", "Plans issued with a date received"],
  ["ehc_plan_weeks_longest", "Weeks from request to plan, longest", "weeks", "lower", "Weeks of the longest case", "Plans issued with a date received"],
  ["ehc_assessments_open", "Assessments open", "count", "neutral", "Assessment agreed by the day and no plan, decision or withdrawal by then", undefined, "Decided to issue but not issued is still open"],
  ["ehc_assessments_open_over_20_weeks", "Assessments open over 20 weeks", "count", "lower", "Of those open, requested more than 140 days before"],
  ["ehc_assessments_open_over_30_weeks", "Assessments open over 30 weeks", "count", "lower", "Of those open, requested more than 210 days before"],
  ["ehc_assessments_open_over_52_weeks", "Assessments open over 52 weeks", "count", "lower", "Of those open, requested more than 364 days before"],
  ["ehc_plans_maintained", "EHC plans maintained", "count", "neutral", "People with a plan in force on the day", undefined, "One plan a person. Days before the return that first shows a plan transferred in are to be read with care"],
  ["ehc_plans_ceased", "EHC plans ceased", "count", "neutral", "Plans by the date they ceased"],
  ["annual_review_held_12_months_pct", "Plans reviewed in the last 12 months", "percent", "higher", "Plans with a review meeting or decision in the 12 months to the day", "Plans in force for 12 months or more", LATEST_REVIEW],
  ["annual_reviews_overdue", "Annual reviews overdue", "count", "lower", "Plans whose last review, or start, is more than 12 months before the day", undefined, LATEST_REVIEW],
  ["annual_reviews_awaiting_decision", "Annual reviews awaiting a decision", "count", "lower", "Plans with a review meeting and no decision on or after it by the day", undefined, LATEST_REVIEW],
  ["annual_review_decision_within_4_weeks_pct", "Annual review decisions within 4 weeks", "percent", "higher", "Decisions within 28 days of the meeting", "Review meetings with a decision on or after them, by the month of the meeting", "From the 2024 return"],
  ["ehc_mainstream_pct", "Plans with a mainstream placement", "percent", "higher", "Placed in a mainstream school, SEN units and resourced provision included", "Plans with a known placement", WITH_REGISTER],
  ["ehc_special_pct", "Plans with a state-funded special school placement", "percent", "neutral", "Placed in a state-funded special school", "Plans with a known placement", WITH_REGISTER],
  ["ehc_inmss_pct", "Plans with an independent or non-maintained special school placement", "percent", "lower", "Placed in a non-maintained or independent special school", "Plans with a known placement", WITH_REGISTER],
  ["ehc_alternative_provision_pct", "Plans with an alternative provision placement", "percent", "neutral", "Placed in alternative provision or a pupil referral unit", "Plans with a known placement", WITH_REGISTER],
  ["ehc_further_education_pct", "Plans with a further education placement", "percent", "neutral", "Placed in further education or a specialist post-16 institution", "Plans with a known placement", WITH_REGISTER],
  ["ehc_elective_home_education", "Plans with elective home education", "count", "neutral", "SEN setting EHE"],
  ["ehc_eotas", "Plans with education otherwise than at school", "count", "neutral", "SEN setting OLA"],
  ["ehc_neet", "Plans of young people not in education, employment or training", "count", "lower", "SEN setting NEET"],
  ["ehc_awaiting_provision", "Plans awaiting provision", "count", "lower", "SEN setting NIEO, or no placement open on the day"],
  ["ehc_out_of_area_pct", "Plans with a placement in another authority", "percent", "lower", "Placed at a school in another authority", "Plans placed at a school with a URN", WITH_REGISTER],
  ["ehc_residential", "Plans with a residential placement", "count", "neutral", "Residential 38 to 51 weeks or 52 weeks"],
  ["ehc_personal_budget_pct", "Plans with a personal budget", "percent", "neutral", "Personal budget taken up", "Plans in force"],
  ["ehc_16_18_in_education_pct", "Aged 16 to 18 with a plan in education or training", "percent", "higher", "… in education or training", "Plans in force, aged 16 to 18 on the 31 August before"],
];

const CALENDAR_DAYS = "Calendar days after the last day in time. A case without a date received has no due date and is left out";
const BY_AGE = "From the 2025 return. Plans that the return shows as active on its reference date. Where it gives no due date, the age tells it (into reception, year 7 and post-16)";

const alerts: readonly Row[] = [
  ["ehc_request_decisions_due_14_days", "Decisions on requests due within 14 days", "count", "neutral", "Awaiting a decision, and the six weeks end on the day or within 14 days after it"],
  ["ehc_request_decisions_due_28_days", "Decisions on requests due within 28 days", "count", "neutral", "Awaiting a decision, and the six weeks end on the day or within 28 days after it"],
  ["ehc_request_decision_longest_overdue", "Longest overdue decision on a request", "days", "lower", "Days overdue of the request that has waited longest", "Requests awaiting a decision over six weeks", CALENDAR_DAYS],
  ["ehc_assessments_undecided_over_16_weeks", "Assessments over 16 weeks without a decision whether to issue", "count", "lower", "Of the assessments open and not yet decided, requested more than 112 days before", undefined, "If there is to be no plan, these decisions are late"],
  ["ehc_plans_due_14_days", "Final plans due within 14 days", "count", "neutral", "Assessments open, and the twenty weeks end on the day or within 14 days after it", undefined, "Some end without a plan. Cases with exceptions are included"],
  ["ehc_plans_due_28_days", "Final plans due within 28 days", "count", "neutral", "Assessments open, and the twenty weeks end on the day or within 28 days after it", undefined, "Some end without a plan. Cases with exceptions are included"],
  ["ehc_plans_overdue_excl_exceptions", "Final plans overdue, without exceptions", "count", "lower", "Assessments open over twenty weeks to which no exception applies"],
  ["ehc_plan_longest_overdue", "Longest overdue final plan", "days", "lower", "Days overdue of the assessment that is open longest", "Assessments open over twenty weeks", `${CALENDAR_DAYS}. Cases with exceptions are included`],
  ["cases_near_deadline", "Cases near or past a statutory deadline", "count", "lower", "Requests and assessments with a limit of 6, 16 or 20 weeks that has passed or ends within 14 days", undefined, "A case counts once. Reviews and phase transfers have figures of their own"],
  ["annual_reviews_due_14_days", "Annual reviews due within 14 days", "count", "neutral", "Plans whose twelve months since the last review, or start, end on the day or within 14 days after it", undefined, LATEST_REVIEW],
  ["annual_reviews_due_28_days", "Annual reviews due within 28 days", "count", "neutral", "Plans whose twelve months since the last review, or start, end on the day or within 28 days after it", undefined, LATEST_REVIEW],
  ["annual_review_longest_overdue", "Longest overdue annual review", "days", "lower", "Days overdue of the plan whose review is overdue longest", "Annual reviews overdue", LATEST_REVIEW],
  ["annual_review_decisions_overdue", "Annual review decisions overdue", "count", "lower", "Plans with a review meeting more than 28 days before and no decision on or after it by the day", undefined, LATEST_REVIEW],
  ["annual_review_decision_longest_overdue", "Longest overdue annual review decision", "days", "lower", "Days overdue of the decision that is overdue longest", "Annual review decisions overdue", LATEST_REVIEW],
  ["amended_plans_due_28_days", "Final amended plans due within 28 days", "count", "neutral", "Plans to be amended after a review, and the twelve weeks since the meeting end on the day or within 28 days after it", undefined, `SEN2 does not say whether the amended plan is out already. ${LATEST_REVIEW}`],
  ["phase_transfers_due_28_days", "Phase transfer plans due within 28 days", "count", "neutral", "No final plan, and the due date is the day or within 28 days after it", undefined, BY_AGE],
  ["phase_transfers_overdue", "Phase transfer plans overdue", "count", "lower", "No final plan, and the due date lies before the day", undefined, BY_AGE],
  ["phase_transfer_longest_overdue", "Longest overdue phase transfer plan", "days", "lower", "Days overdue of the plan that is overdue longest", "Phase transfer plans overdue", BY_AGE],
];

const yearly: readonly Row[] = [
  ["ehc_mediation_cases", "Cases with mediation", "count", "lower", "Requests and assessments with mediation, by the date of the decision", undefined, RECORDS],
  ["ehc_tribunal_cases", "Cases with a tribunal appeal", "count", "lower", "Requests and assessments with a tribunal appeal, by the date of the decision", undefined, `${RECORDS}. Registered appeals come from the tribunal's own statistics`],
  ["phase_transfer_on_time_pct", "Phase transfer plans final on time", "percent", "higher", "Final plan on or before the due date", "Phase transfers due", "From the 2025 return. Given for years only"],
];

const words = (rows: readonly Row[], frequency: IndicatorWords["frequency"]): [string, IndicatorWords][] =>
  rows.map(([id, name, unit, polarity, numerator, denominator, note]) => [id, { name, unit, polarity, frequency, numerator, ...(denominator === undefined ? {} : { denominator }), ...(note === undefined ? {} : { note }) }]);

/** The SEN2 indicators in words, by id. */
export const sen2IndicatorWords: ReadonlyMap<string, IndicatorWords> = new Map([...words([...monthly, ...alerts], "month"), ...words(yearly, "year")]);
