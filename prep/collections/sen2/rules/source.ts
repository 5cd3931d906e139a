import { addMonths, dayOf, type Day } from "../../../calendar/day";
import type { Rule } from "../../../check/rule";
import type { Sen2Return } from "../return";

/** What the rules ask of a school register. Each answer is for a six-digit URN. */
export interface SchoolRegister {
  has(urn: string): boolean;
  /** The day it closed, or null. */
  closeDate(urn: string): Day | null;
  /** Whether its type is one that children with plans are placed in (it has a published setting group). */
  isExpectedType(urn: string): boolean;
  hasUnitOrResourced(urn: string): boolean;
}

/** Statutory limits; the configuration may change them. */
export interface Sen2Limits {
  /** Days from the request to the plan, the last of them in time (20 weeks). */
  readonly planDays: number;
  /** Months from one annual review to the next. */
  readonly reviewMonths: number;
}

export const defaultLimits: Sen2Limits = { planDays: 140, reviewMonths: 12 };

/** What the SEN2 rules look at. Without a register the checks that need one are not run. */
export interface Sen2Source {
  readonly ret: Sen2Return;
  readonly register?: SchoolRegister;
  readonly limits?: Sen2Limits;
}

/** First day of the reference year: 1 January of the year before the collection year. */
export const periodStart = ({ year }: Sen2Return): Day => dayOf(year - 1, 1, 1);

/** Last day of the requests and assessments of a return: 31 December of the reference year, or the reference date of an in-year extract. */
export const periodEnd = ({ year, referenceDate }: Sen2Return): Day => Math.min(dayOf(year - 1, 12, 31), referenceDate);

/** The day on which someone who has just reached an age on `on` was born: born after it is younger. */
export const bornForAge = (age: number, on: Day): Day => addMonths(on, -12 * age);

export type Sen2Rule = Rule<Sen2Source>;
