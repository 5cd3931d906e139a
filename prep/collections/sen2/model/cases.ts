import type { Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { childrenOf } from "../../../columns/children";
import { caseFinder } from "./case-finder";
import { leavesOpen, openCases, openMatches } from "./open-cases";
import { requestColumns } from "./request-columns";
import type { Sen2Return } from "../read/return";

/**
 * One request of one return, with the records that hang under it: row numbers in the return's
 * tables, or -1.
 */
interface Observations {
  readonly count: number;
  /** Index of the return, in the order of the reference dates. */
  readonly ret: Int32Array;
  readonly person: Int32Array;
  readonly request: Int32Array;
  readonly assessment: Int32Array;
  readonly namedPlan: Int32Array;
  readonly activePlan: Int32Array;
  /** Case that the observation belongs to. */
  readonly caseOf: Int32Array;
}

/** Observations by case, in the order of the returns: `order[from[c]] … order[from[c + 1] - 1]`. */
export interface Cases {
  readonly count: number;
  readonly from: Int32Array;
  readonly order: Int32Array;
  readonly observations: Observations;
}

/** A request that is there twice in one return: the place of the second one. */
export interface RepeatedRequest {
  readonly ret: number;
  readonly request: number;
}

/**
 * Finds the same request over all returns: person and ReceivedDate; without it, person and plan
 * StartDate; with outcome H and without the date received, the only request
 * that earlier returns leave open of the person (the guide asks for no date received of H); without
 * all of these, the n-th request without dates of the person in its
 * return. `personOf[r][row]` is the person of each person row of return r, or -1 where the person
 * is left out. A request received after `until` has not happened yet, nor has
 * a plan of unknown request that starts after it, unless its assessment may have been open before.
 */
export function findCases(
  returns: readonly Sen2Return[],
  personOf: readonly Int32Array[],
  until: Day,
): { cases: Cases; repeated: RepeatedRequest[] } {
  const size = returns.reduce((sum, ret) => sum + ret.tables.requests.rowCount, 0);
  const make = (): Int32Array => new Int32Array(size);
  const all = {
    ret: make(),
    person: make(),
    request: make(),
    assessment: make(),
    namedPlan: make(),
    activePlan: make(),
    caseOf: make(),
  };
  const finder = caseFinder();
  const open = openCases();
  const lastReturn: number[] = [];
  const repeated: RepeatedRequest[] = [];
  let n = 0;

  returns.forEach((source, r) => {
    const rows = requestColumns(source, personOf[r]);
    const matchOf = openMatches(rows, finder, open);
    const first = n;
    for (let row = 0; row < rows.count; row++) {
      const [person, received, start] = [rows.person[row], rows.received[row], rows.start(row)];
      if (person < 0) continue;
      const matched = matchOf(row);
      const isToCome =
        received > until ||
        (received === MISSING &&
          matched === undefined &&
          rows.ended(row) === MISSING &&
          start > until);
      if (isToCome) continue;
      const request = { person, received, start };
      const found = matched ?? finder.find(request, r);
      if (matched !== undefined) finder.remember(matched, request);
      if (lastReturn[found] === r) repeated.push({ ret: r, request: row });
      lastReturn[found] = r;
      all.ret[n] = r;
      all.person[n] = person;
      all.request[n] = row;
      all.assessment[n] = rows.assessed[row];
      all.namedPlan[n] = rows.named[row];
      all.activePlan[n] = rows.active[row];
      all.caseOf[n++] = found;
    }
    for (let i = first; i < n; i++)
      open.set(all.person[i], all.caseOf[i], leavesOpen(rows, all.request[i]));
  });
  const cut = (values: Int32Array): Int32Array => values.subarray(0, n);
  const observations: Observations = {
    count: n,
    ret: cut(all.ret),
    person: cut(all.person),
    request: cut(all.request),
    assessment: cut(all.assessment),
    namedPlan: cut(all.namedPlan),
    activePlan: cut(all.activePlan),
    caseOf: cut(all.caseOf),
  };
  const { from, rows } = childrenOf(observations.caseOf, finder.count);
  return { cases: { count: finder.count, from, order: rows, observations }, repeated };
}
