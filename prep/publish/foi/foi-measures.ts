/** What a pack counts of events in a period. */
export interface FoiMeasure {
  readonly id: string;
  /** Heading of its column. */
  readonly heading: string;
  /** What it counts, for the covering note. */
  readonly definition: string;
  /** Fact, date and flag that the indicators of the scorecard count by. */
  readonly fact: "request" | "plan" | "review";
  readonly date: string;
  readonly flag: string;
  /** Name of the days that it is known for. */
  readonly known: "requests" | "plans" | "reviews";
  /** Groups that it is the sum of: measures that share one hang together when small numbers are hidden. */
  readonly groups: readonly string[];
}

const ofRequests = { fact: "request", known: "requests" } as const;

const IN_TIME = "plan in time, no exception";
const IN_TIME_EXCEPTED = "plan in time, exception";
const LATE = "plan late, no exception";
const LATE_EXCEPTED = "plan late, exception";
const UNTIMED = "plan without a date received";

/** The columns of a pack, in their order. */
export const foiMeasures: readonly FoiMeasure[] = [
  {
    ...ofRequests,
    id: "requests_received",
    heading: "Requests received",
    definition:
      "Requests for an EHC needs assessment, by the date received. A request whose " +
      "outcome lies before the extracts is not among them.",
    date: "received_date",
    flag: "received",
    groups: ["request received"],
  },
  {
    ...ofRequests,
    id: "decisions",
    heading: "Decisions on requests",
    definition: "Decisions whether to carry out an assessment, by the date the requester was told.",
    date: "decision_date",
    flag: "decided",
    groups: ["request refused", "request agreed"],
  },
  {
    ...ofRequests,
    id: "refusals",
    heading: "Requests refused",
    definition: "Of the decisions, those not to carry out an assessment.",
    date: "decision_date",
    flag: "refused",
    groups: ["request refused"],
  },
  {
    ...ofRequests,
    id: "plans_issued",
    heading: "New plans issued",
    definition:
      "Final EHC plans issued for the first time, by the date of issue. Plans that came " +
      "with a child from another authority are not among them.",
    date: "assessment_outcome_date",
    flag: "issued",
    groups: [IN_TIME, IN_TIME_EXCEPTED, LATE, LATE_EXCEPTED, UNTIMED],
  },
  {
    ...ofRequests,
    id: "plans_timed",
    heading: "New plans with a date received",
    definition:
      "Of the new plans, those whose date of request is known: what the plans within 20 " +
      "weeks are a share of, exceptions included.",
    date: "assessment_outcome_date",
    flag: "issued_timed",
    groups: [IN_TIME, IN_TIME_EXCEPTED, LATE, LATE_EXCEPTED],
  },
  {
    ...ofRequests,
    id: "plans_in_time",
    heading: "Within 20 weeks",
    definition: "Of the new plans with a date received, those issued within the time limit.",
    date: "assessment_outcome_date",
    flag: "issued_in_time",
    groups: [IN_TIME, IN_TIME_EXCEPTED],
  },
  {
    ...ofRequests,
    id: "plans_timed_no_exception",
    heading: "New plans with a date received, without exceptions",
    definition:
      "Of the new plans with a date received, those to which no exception to the time " +
      "limit applies (SEND Regulations 2014, regulation 13(3)): what the next column is a " +
      "share of.",
    date: "assessment_outcome_date",
    flag: "issued_timed_no_exception",
    groups: [IN_TIME, LATE],
  },
  {
    ...ofRequests,
    id: "plans_in_time_no_exception",
    heading: "Within 20 weeks, without exceptions",
    definition: "Of those without exceptions, those issued within the time limit.",
    date: "assessment_outcome_date",
    flag: "issued_in_time_no_exception",
    groups: [IN_TIME],
  },
  {
    id: "plans_ceased",
    heading: "Plans ceased",
    definition: "EHC plans by the date they ceased, for any reason.",
    fact: "plan",
    date: "cease_date",
    flag: "ceased",
    known: "plans",
    groups: ["plan ceased"],
  },
  {
    id: "reviews_held",
    heading: "Annual reviews held",
    fact: "review",
    date: "meeting_date",
    flag: "held",
    known: "reviews",
    groups: ["review held"],
    definition:
      "Annual review meetings by the date of the meeting, from the 2024 return. A return " +
      "keeps only the latest meeting of each plan: an earlier one of the same plan is " +
      "missing unless another return has it.",
  },
];

/** A number that is not published and follows from two that are. */
export interface ImpliedMeasure {
  readonly whole: string;
  readonly part: string;
}

/** Agreed requests, late plans, plans with exceptions. */
export const impliedMeasures: readonly ImpliedMeasure[] = [
  { whole: "decisions", part: "refusals" },
  { whole: "plans_timed", part: "plans_in_time" },
  { whole: "plans_timed_no_exception", part: "plans_in_time_no_exception" },
  { whole: "plans_timed", part: "plans_timed_no_exception" },
  { whole: "plans_in_time", part: "plans_in_time_no_exception" },
];
