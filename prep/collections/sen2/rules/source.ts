import { addMonths, dayOf, type Day } from "../../../calendar/day";
import type { Rule } from "../../../check/rule";
import type { RegisterForRules } from "../../school-register/register";
import type { Sen2Limits } from "../limits";
import type { Sen2Return } from "../return";

/** What the SEN2 rules look at. Without a register the checks that need one are not run. */
export interface Sen2Source {
  readonly ret: Sen2Return;
  readonly register?: RegisterForRules;
  readonly limits?: Pick<Sen2Limits, "planDays" | "reviewMonths">;
}

/** First day of the reference year: 1 January of the year before the collection year. */
export const periodStart = ({ year }: Sen2Return): Day => dayOf(year - 1, 1, 1);

/** Last day of the requests and assessments of a return: 31 December of the reference year, or the reference date of an in-year extract. */
export const periodEnd = ({ year, referenceDate }: Sen2Return): Day => Math.min(dayOf(year - 1, 12, 31), referenceDate);

/** The day on which someone who has just reached an age on `on` was born: born after it is younger. */
export const bornForAge = (age: number, on: Day): Day => addMonths(on, -12 * age);

export type Sen2Rule = Rule<Sen2Source>;
