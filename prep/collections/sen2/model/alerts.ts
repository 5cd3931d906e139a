import type { Sen2Limits } from "./limits";
import type { Day } from "../../../calendar/day";

/** Something that the law wants done by a day and that is not known to be done. */
export interface Alert {
  readonly kind: AlertKind;
  /** Row of what it is counted among: the requests (by case) or the caseload of the day. */
  readonly row: number;
  /** Number of the case in the model. */
  readonly caseOf: number;
  /** Day that the clock runs from; null where the due date itself is given. */
  readonly since: Day | null;
  /** Last day that is in time. */
  readonly due: Day;
  /** Day that it is told of. */
  readonly asAt: Day;
  /** The return says that an exception to the time limit applies. */
  readonly exception: boolean;
  /** Why the due date is what it is, where the return does not give it. */
  readonly inferred: "age" | null;
  /** Setting key of where the child is, 0 where not known. */
  readonly setting: number;
}

/** Days until the due date; negative once it has passed. */
export const daysLeft = ({ due, asAt }: Pick<Alert, "due" | "asAt">): number => due - asAt;

/** Alerts of plans in force. */
export const planAlertKinds = [
  "annual_review",
  "review_decision",
  "amended_plan",
  "phase_transfer",
] as const;
/** Those of requests and assessments, and of plans. */
export type AlertKind =
  "request_decision" | "not_issue_decision" | "final_plan" | (typeof planAlertKinds)[number];

interface AlertKindWords {
  readonly kind: AlertKind;
  readonly name: string;
  /** What the clock runs from. */
  readonly from: string;
  /** The limit in words. */
  readonly limit: (limits: Sen2Limits) => string;
  /** Where the limit stands. */
  readonly source: string;
}

const days = (count: number): string => (count % 7 === 0 ? `${count / 7} weeks` : `${count} days`);

/** Statutory time limits that a SEN2 return lets one watch, in the order of a case. */
export const alertKinds: readonly AlertKindWords[] = [
  {
    kind: "request_decision",
    name: "Decision whether to assess",
    from: "request received",
    limit: ({ requestDays }) => days(requestDays),
    source: "SEND Regulations 2014, regulation 5(1)",
  },
  {
    kind: "not_issue_decision",
    name: "Decision not to issue a plan, where there is to be none",
    from: "request received",
    limit: ({ notIssuedDays }) => days(notIssuedDays),
    source: "SEND Regulations 2014, regulation 10(1)",
  },
  {
    kind: "final_plan",
    name: "Final plan",
    from: "request received",
    limit: ({ planDays }) => days(planDays),
    source: "SEND Regulations 2014, regulation 13(2)",
  },
  {
    kind: "annual_review",
    name: "Annual review",
    from: "last review, else start of the plan",
    limit: ({ reviewMonths }) => `${reviewMonths} months`,
    source: "Children and Families Act 2014, section 44(1)",
  },
  {
    kind: "review_decision",
    name: "Decision after a review meeting",
    from: "review meeting",
    limit: ({ reviewDecisionDays }) => days(reviewDecisionDays),
    source: "SEND Regulations 2014, regulation 20(10)",
  },
  {
    kind: "amended_plan",
    name: "Final amended plan after a decision to amend",
    from: "review meeting",
    limit: ({ amendedPlanDays }) => days(amendedPlanDays),
    source: "SEND Regulations 2014, regulation 22; R (L, M and P) v Devon [2022] EWHC 493 (Admin)",
  },
  {
    kind: "phase_transfer",
    name: "Plan amended for a phase transfer",
    from: "due date",
    limit: ({ phaseTransferSchool, phaseTransferPost16 }) =>
      `${phaseTransferSchool} to or between schools, ${phaseTransferPost16} to post-16`,
    source: "SEND Regulations 2014, regulation 18",
  },
];
