import type { Day } from "../../../calendar/day";
import type { Place } from "../../../places/places";
import type { SchoolRegister } from "../../../sources/school-register/register";
import type { CodeMeanings } from "../fields/code-sets";
import { findCases, type RepeatedRequest } from "./cases";
import type { CaseloadSource } from "./caseload";
import type { Sen2Limits } from "./limits";
import { mergeCases, type Contradiction } from "./merge";
import type { People } from "../../../protect/people";
import { returnPeriod } from "./periods";
import {
  ceasedFacts,
  phaseTransferFacts,
  reviewFacts,
  type CeasedFacts,
  type ReviewFacts,
} from "./plan-facts";
import { planRecords } from "./plan-records";
import { requestFacts, type RequestFacts } from "./request-facts";
import { sen2EventRows, type Sen2EventRows } from "../views/event-rows";
import type { Sen2Return } from "../read/return";
import { findSettings } from "./settings";

interface Sen2Options {
  readonly authority: string;
  readonly asAt: Day | null;
  readonly limits: Sen2Limits;
  readonly register: SchoolRegister | null;
  /** What the authority's letters mean; as the SEN2 schemas have it where not given. */
  readonly meanings?: CodeMeanings;
  /** Settings that other collections name. */
  readonly otherSettings?: readonly Place[];
}

/**
 * All returns of one authority put together: cases, people, settings and facts, ready to become
 * tables and figures.
 */
export interface Sen2Model extends CaseloadSource {
  /** In the order of their reference dates. */
  readonly returns: readonly Sen2Return[];
  /** Person (from 0) of each person row of each return, -1 where left out. */
  readonly personOf: readonly Int32Array[];
  readonly people: People;
  readonly options: Sen2Options;
  readonly requests: RequestFacts;
  /** What happened, as rows that are counted. */
  readonly events: Sen2EventRows;
  readonly ceased: CeasedFacts;
  readonly reviews: ReviewFacts;
  readonly phaseTransfers: ReviewFacts;
  readonly repeated: readonly RepeatedRequest[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * Puts together the returns of one authority. `personOf[r][row]` is the person (from 0) of each
 * person row of return r, -1 where left out.
 */
export function sen2Model(
  returns: readonly Sen2Return[],
  personOf: readonly Int32Array[],
  people: People,
  options: Sen2Options,
): Sen2Model {
  const periods = returns.map((ret) => returnPeriod(ret, options.asAt));
  const until = options.asAt ?? Infinity;
  const { cases, repeated } = findCases(returns, personOf, until);
  const { merged, contradictions } = mergeCases(returns, periods, cases, until);
  const settings = findSettings(returns, options.register, options.otherSettings);
  const source: CaseloadSource = {
    cases,
    merged,
    periods,
    settings,
    records: planRecords(returns, settings, options.meanings),
    birth: people.birth,
    authority: options.authority,
    reviewMonths: options.limits.reviewMonths,
  };
  const facts = {
    requests: requestFacts(source, returns),
    ceased: ceasedFacts(source),
    reviews: reviewFacts(source, returns, until),
    phaseTransfers: phaseTransferFacts(source, returns, until),
  };
  return {
    ...source,
    returns,
    personOf,
    people,
    options,
    repeated,
    contradictions,
    ...facts,
    events: sen2EventRows(source, returns, people, { ...facts, limits: options.limits }),
  };
}
