/** Statutory limits in calendar days and months; the limit day itself is in time. Defaults as the regulations' weeks give them (SEND Regulations 2014; education-extracts 1.9). */
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
}

export const defaultLimits: Sen2Limits = { requestDays: 42, notIssuedDays: 112, planDays: 140, reviewMonths: 12, reviewDecisionDays: 28 };
