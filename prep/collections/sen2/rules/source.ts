import { addMonths, type Day } from "../../../calendar/day";
import type { Rule } from "../../../check/rule";
import type { RegisterForRules } from "../../../sources/school-register/register";
import type { CodeSetName } from "../fields/code-sets";
import type { Sen2Limits } from "../model/limits";
import type { Sen2Return } from "../read/return";

/**
 * What the SEN2 rules look at. Without a register the checks that need one are not run; without
 * limits the statutory ones hold.
 */
export interface Sen2Source {
  readonly ret: Sen2Return;
  readonly register?: RegisterForRules;
  readonly limits?: Pick<Sen2Limits, "planDays" | "reviewMonths">;
  /**
   * Codes of the sets that the settings may name (WorkBased, DirectPayments); those of the SEN2
   * schemas where they do not.
   */
  readonly namedCodes?: Readonly<Partial<Record<CodeSetName, readonly string[]>>>;
}

export type Sen2Rule = Rule<Sen2Source>;

/** The latest birthday of those who have reached an age by a day. */
export const bornForAge = (age: number, on: Day): Day => addMonths(on, -12 * age);
