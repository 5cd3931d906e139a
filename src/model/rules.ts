import type { AverageMethod } from "../kpi/average";
import type { DirectionBase } from "../kpi/direction-base";
import type { JudgedBy } from "../kpi/judge";
import type { StatusLevel } from "../kpi/own-status";
import type { Polarity } from "../kpi/polarity";
import type { RatingProfile } from "../kpi/rating-profile";
import type { Tolerance } from "../kpi/tolerance";

/** What the author chose that changes figures and ratings; fields of the data come before these. */
export interface ModelRules {
  /** Null takes the rating and the rule that the data gives. */
  readonly profile: RatingProfile | null;
  /** For KPIs whose data gives no tolerance. */
  readonly tolerance: Tolerance | null;
  readonly polarity: Polarity;
  /**
   * Null leaves it to the KPI: the same point last year where it is cumulative, else the period
   * before.
   */
  readonly base: DirectionBase | null;
  /** Words of the author's own status by level, apart by commas; they go before usual ones. */
  readonly ownWords: Readonly<Partial<Record<StatusLevel, string>>>;
  /** What "improving" and "worsening" are judged by. */
  readonly judgedBy: JudgedBy;
  /** Points at the start of a process that its limits come from; null for all. */
  readonly baselinePoints: number | null;
  /** Periods, in lower case, from which limits are worked out anew for all KPIs. */
  readonly steps: readonly string[];
  readonly averageMethod: AverageMethod;
  /** What `2023/24` is a year of, where the data does not say; null leaves it open. */
  readonly years: "academic" | "financial" | null;
  /** The month, from 1, that a year of months without years begins with. */
  readonly firstMonth: number;
  /** Day by which a figure past due is stale, since 1970-01-01. */
  readonly today: number;
}
