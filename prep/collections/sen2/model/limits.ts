/**
 * Statutory limits in calendar days and months; the limit day itself is in time. Defaults as the
 * regulations' weeks give them (SEND Regulations 2014; docs/counting.md).
 */
export interface Sen2Limits {
  /** Decision on a request: 6 weeks. */
  readonly requestDays: number;
  /** Decision not to issue a plan: 16 weeks. */
  readonly notIssuedDays: number;
  /** Final plan: 20 weeks. */
  readonly planDays: number;
  /** Annual review: 12 months after the last one or the start of the plan. */
  readonly reviewMonths: number;
  /** Decision after a review meeting: 4 weeks. */
  readonly reviewDecisionDays: number;
  /**
   * Final amended plan after a review meeting: 12 weeks (R (L, M and P) v Devon [2022] EWHC 493
   * (Admin)).
   */
  readonly amendedPlanDays: number;
  /**
   * Month and day, such as `02-15`, by which a plan is amended before a move to or between schools,
   * and from school to post-16 (SEND Regulations 2014, regulation 18).
   */
  readonly phaseTransferSchool: string;
  readonly phaseTransferPost16: string;
}

export const defaultLimits: Sen2Limits = {
  requestDays: 42,
  notIssuedDays: 112,
  planDays: 140,
  reviewMonths: 12,
  reviewDecisionDays: 28,
  amendedPlanDays: 84,
  phaseTransferSchool: "02-15",
  phaseTransferPost16: "03-31",
};
