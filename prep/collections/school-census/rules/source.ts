import type { Rule, RuleText } from "../../../check/rule";
import type { SchoolRegister } from "../../../sources/school-register/register";
import type { Census, CensusLags, CensusTable } from "../census";
import type { CensusTableName } from "../fields";

/** What the census rules look at. Without a register the check that needs one is not run. */
export interface CensusSource {
  readonly census: Census;
  readonly register: SchoolRegister | null;
  readonly lags: CensusLags;
}

export type CensusRule = Rule<CensusSource>;

type Words = Pick<RuleText, "severity" | "table" | "field" | "message" | "action" | "basis">;

/** A census rule; ids begin with SC so that they do not meet those of SEN2. */
export const censusRule = (id: string, words: Words, find: CensusRule["find"]): CensusRule => ({
  id: `SC-${id}`,
  ...words,
  find,
});

/** Some tables of a census, those that are there. */
export const tablesOf = ({ tables }: Census, ...names: readonly CensusTableName[]): CensusTable[] =>
  names.map((name) => tables[name]);
