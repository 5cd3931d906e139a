import type { Day } from "../../../calendar/day";
import { childrenOf, type Children } from "../../../columns/children";
import { MISSING } from "../../../columns/column";
import { OUTCOME, outcomesOf } from "./outcomes";
import type { Sen2Return } from "../read/return";

/** The child whose day in `days` is the latest (no day counts as the earliest), or -1. */
function latestChild(children: Children, parent: number, days: Int32Array): number {
  let best = -1;
  for (let i = children.from[parent]; i < children.from[parent + 1]; i++) {
    const row = children.rows[i];
    if (best < 0 || days[row] > days[best]) best = row;
  }
  return best;
}

/**
 * The requests of a return with what stands for each under it: rows of other tables, -1 where there
 * are none.
 */
export interface RequestColumns {
  readonly count: number;
  readonly person: Int32Array;
  readonly received: Int32Array;
  readonly decision: Uint8Array;
  readonly assessed: Int32Array;
  readonly named: Int32Array;
  readonly active: Int32Array;
  readonly start: (row: number) => Day;
  readonly ended: (row: number) => Day;
  readonly assessment: (row: number) => number;
  readonly isTransfer: (row: number) => boolean;
}

/** Where a request has several assessments or named plans, the latest by its date stands for it. */
export function requestColumns({ tables }: Sen2Return, personOf: Int32Array): RequestColumns {
  const { requests, assessment, namedplan, activeplans } = tables;
  const count = requests.rowCount;
  const outcomeDate = assessment.day("assessmentoutcomedate").values;
  const outcome = outcomesOf(assessment.text("assessmentoutcome"));
  const start = namedplan.day("startdate").values;
  const review = activeplans.day("lastreview").values;
  const transferred = activeplans.text("transferla").codes;
  const assessments = childrenOf(assessment.parent, count);
  const namedPlans = childrenOf(namedplan.parent, assessment.rowCount);
  const activePlans = childrenOf(activeplans.parent, count);
  const latest = (children: Children, days: Int32Array, parents?: Int32Array): Int32Array =>
    Int32Array.from({ length: count }, (_, row) => {
      const parent = parents ? parents[row] : row;
      return parent < 0 ? -1 : latestChild(children, parent, days);
    });
  const assessed = latest(assessments, outcomeDate);
  const named = latest(namedPlans, start, assessed);
  const active = latest(activePlans, review);
  return {
    count,
    person: Int32Array.from(requests.parent, (row) => personOf[row]),
    received: requests.day("receiveddate").values,
    decision: outcomesOf(requests.text("requestoutcome")),
    assessed,
    named,
    active,
    start: (row) => (named[row] < 0 ? MISSING : start[named[row]]),
    ended: (row) => (assessed[row] < 0 ? MISSING : outcomeDate[assessed[row]]),
    assessment: (row) => (assessed[row] < 0 ? OUTCOME.none : outcome[assessed[row]]),
    isTransfer: (row) => active[row] >= 0 && transferred[active[row]] !== 0,
  };
}
