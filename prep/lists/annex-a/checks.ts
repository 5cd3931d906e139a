import { ageOn, type Day } from "../../calendar/day";
import type { AnnexField, AnnexRow, ListNumber } from "./row";

/** What a check may look at beside its row. */
export interface CheckedList {
  /** Ages are of this day, and what is dated after it lies in the future. */
  readonly asAt: Day;
  /** How often each UPN stands in the list. */
  readonly upns: ReadonlyMap<string, number>;
}

export interface AnnexCheck {
  /** As Data to Insight numbers them: 1 and two digits for list 1, 2 and two digits for list 2. */
  readonly id: string;
  readonly list: ListNumber;
  /** A query may be right. */
  readonly severity: "error" | "query";
  readonly fields: readonly AnnexField[];
  /** What is wrong, in plain words, without values. */
  readonly message: string;
  readonly action: string;
  readonly isAtFault: (row: AnnexRow, list: CheckedList) => boolean;
}

type Shared = Omit<AnnexCheck, "id" | "list"> & { readonly number: string };

const CHECK_BIRTH = "Check the date of birth.";

/** True for completed years of age from one to another on the day of the list. */
const aged =
  (from: number, to = Infinity): AnnexCheck["isAtFault"] =>
  ({ birth }, { asAt }) =>
    birth !== null && ageOn(birth, asAt) >= from && ageOn(birth, asAt) <= to;

/** School age as the checks reckon it: from the fifth birthday to the day before the sixteenth. */
const ofSchoolAge = aged(5, 15);
const aged6 = aged(6);

const missing = (
  number: string,
  field: AnnexField,
  message: string,
  action = "Fill it in at the source, so that it is in the next list too.",
): Shared => ({
  number,
  severity: "error",
  fields: [field],
  message,
  action,
  isAtFault: (row) => row[field] === null,
});

const future = (
  number: string,
  field: "birth" | "initialPlan" | "updatedPlan" | "lastReview",
  message: string,
): Shared => ({
  number,
  severity: "query",
  fields: [field],
  message,
  action: "Check the date at the source.",
  isAtFault: (row, { asAt }) => row[field] !== null && row[field] > asAt,
});

/** Checks that both lists have, by their last two digits. */
const shared: readonly Shared[] = [
  missing("01a", "birth", "Date of birth is missing."),
  missing("01b", "gender", "Gender is missing."),
  missing("01c", "ethnicity", "Ethnicity is missing."),
  missing("01d", "need", "Primary need is missing."),
  {
    number: "02a",
    severity: "query",
    fields: ["birth"],
    message: "Aged 25.",
    action: `${CHECK_BIRTH} A plan may run to the end of the academic year in which the young person turns 25.`,
    isAtFault: aged(25, 25),
  },
  {
    number: "02b",
    severity: "error",
    fields: ["birth"],
    message: "Aged 26 or over.",
    action: `${CHECK_BIRTH} Cease what has ended.`,
    isAtFault: aged(26),
  },
  missing(
    "03",
    "disability",
    "No disability status is given.",
    "Fill it in from the council's own records: no source that is read has it.",
  ),
  future("05a", "birth", "Date of birth is in the future."),
  {
    number: "07",
    severity: "error",
    fields: ["birth", "upn", "uln"],
    message: "Aged 6 or over with neither UPN nor ULN.",
    action: "Find the UPN or ULN and record it at the source.",
    isAtFault: (row, list) => row.upn === null && row.uln === null && aged6(row, list),
  },
  {
    number: "08a",
    severity: "error",
    fields: ["birth", "urn", "subsidiaryPhase"],
    message: "Of school age (5 to 16) without a main or a subsidiary education establishment.",
    action: "Record where the child is educated, or be ready to say why there is no establishment.",
    isAtFault: (row, list) =>
      row.urn === null && row.subsidiaryPhase === null && ofSchoolAge(row, list),
  },
  {
    number: "08b",
    severity: "error",
    fields: ["birth", "urn", "subsidiaryPhase"],
    message: "Of school age (5 to 16) with a subsidiary education establishment and no main one.",
    action: "Record the main establishment.",
    isAtFault: (row, list) =>
      row.urn === null && row.subsidiaryPhase !== null && ofSchoolAge(row, list),
  },
  {
    number: "09",
    severity: "error",
    fields: ["upn"],
    message: "The UPN is in the list more than once.",
    action:
      "Keep one row for each child, with the newest initial plan; where they are two children, correct the UPN.",
    isAtFault: ({ upn }, { upns }) => upn !== null && upns.get(upn)! > 1,
  },
];

/** Checks on the dates of plans. */
const ofPlans: readonly Shared[] = [
  future("05b", "initialPlan", "The date that the initial plan was issued is in the future."),
  future("05c", "updatedPlan", "The date that the updated plan was issued is in the future."),
  future("05d", "lastReview", "The date that the plan was last reviewed is in the future."),
  {
    number: "06a",
    severity: "error",
    fields: ["initialPlan", "updatedPlan"],
    message: "The initial plan was issued after the updated one.",
    action: "Check both dates at the source.",
    isAtFault: ({ initialPlan, updatedPlan }) =>
      initialPlan !== null && updatedPlan !== null && initialPlan > updatedPlan,
  },
  {
    number: "06b",
    severity: "error",
    fields: ["initialPlan", "lastReview"],
    message: "The initial plan was issued after the last review.",
    action: "Check both dates at the source.",
    isAtFault: ({ initialPlan, lastReview }) =>
      initialPlan !== null && lastReview !== null && initialPlan > lastReview,
  },
];

const checksOf = (list: ListNumber, checks: readonly Shared[]): AnnexCheck[] =>
  checks.map(({ number, ...check }) => ({ ...check, list, id: `${list}${number}` }));

/** The 29 published checks of Data to Insight on the two lists, in the order of their ids. */
export const annexChecks: readonly AnnexCheck[] = [
  ...checksOf(1, [...shared, ...ofPlans]),
  ...checksOf(2, shared),
].sort((a, b) => (a.id < b.id ? -1 : 1));
