import type { Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { childrenOf, type Children } from "../../../columns/children";
import type { Sen2Return } from "../read/return";

/** One request of one return, with the records that hang under it: row numbers in the return's tables, or -1. */
export interface Observations {
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

/** A request that stands twice in one return: the place of the second one. */
export interface RepeatedRequest {
  readonly ret: number;
  readonly request: number;
}

const OFFSET = 40_000;
const SPAN = 120_000;
/** A number that a person and a day make together; days from 1860 to 2189. */
const keyOf = (person: number, day: number): number => person * SPAN + day + OFFSET;

/** The child whose day in `days` is the latest (no day counts as the earliest), or -1. */
function latestChild(children: Children, parent: number, days: Int32Array): number {
  let best = -1;
  for (let i = children.from[parent]; i < children.from[parent + 1]; i++) {
    const row = children.rows[i];
    if (best < 0 || days[row] > days[best]) best = row;
  }
  return best;
}

/** Gives the number of the case that a person's request belongs to, by the dates it carries, making a new one where there is none. */
function caseFinder(): {
  find(person: number, received: number, start: number, ret: number): number;
  readonly count: number;
} {
  const received: number[] = [];
  const byReceived = new Map<number, number>();
  const byStart = new Map<number, number>();
  const undated = new Map<string, number>();
  const undatedSeen = new Map<string, number>();
  const make = (): number => received.push(MISSING) - 1;

  const undatedCase = (person: number, ret: number): number => {
    const nth = (undatedSeen.get(`${ret}|${person}`) ?? 0) + 1;
    undatedSeen.set(`${ret}|${person}`, nth);
    const key = `${person}|${nth}`;
    const found = undated.get(key) ?? make();
    undated.set(key, found);
    return found;
  };
  const known = (person: number, day: number, start: number): number | undefined => {
    const exact = day === MISSING ? undefined : byReceived.get(keyOf(person, day));
    if (exact !== undefined || start === MISSING) return exact;
    const sameStart = byStart.get(keyOf(person, start));
    return sameStart !== undefined && (day === MISSING || received[sameStart] === MISSING)
      ? sameStart
      : undefined;
  };
  return {
    find(person, day, start, ret) {
      if (day === MISSING && start === MISSING) return undatedCase(person, ret);
      const found = known(person, day, start) ?? make();
      if (day !== MISSING) {
        byReceived.set(keyOf(person, day), found);
        received[found] = day;
      }
      if (start !== MISSING && !byStart.has(keyOf(person, start)))
        byStart.set(keyOf(person, start), found);
      return found;
    },
    get count() {
      return received.length;
    },
  };
}

/**
 * Finds the same request over all returns (design section 4): person and ReceivedDate; without it, person and plan StartDate; without
 * both, the n-th request without dates of the person in its return. `personOf[r][row]` is the person of each person row of return r,
 * or -1 where the person is left out. A request received after `until` has not happened yet, nor has a plan
 * of unknown request that starts after it, unless its assessment may have been open before. Where a request has several assessments or named plans, the latest by its date stands for it.
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
  const lastReturn: number[] = [];
  const repeated: RepeatedRequest[] = [];
  let n = 0;

  returns.forEach((source, r) => {
    const { requests, assessment, namedplan, activeplans } = source.tables;
    const received = requests.day("receiveddate").values;
    const outcomeDate = assessment.day("assessmentoutcomedate").values;
    const start = namedplan.day("startdate").values;
    const review = activeplans.day("lastreview").values;
    const assessmentsOf = childrenOf(assessment.parent, requests.rowCount);
    const namedPlansOf = childrenOf(namedplan.parent, assessment.rowCount);
    const activePlansOf = childrenOf(activeplans.parent, requests.rowCount);
    for (let row = 0; row < requests.rowCount; row++) {
      const person = personOf[r][requests.parent[row]];
      if (person < 0) continue;
      const assessed = latestChild(assessmentsOf, row, outcomeDate);
      const named = assessed < 0 ? -1 : latestChild(namedPlansOf, assessed, start);
      const started = named < 0 ? MISSING : start[named];
      const wasOpen = assessed >= 0 && outcomeDate[assessed] !== MISSING;
      if (received[row] > until || (received[row] === MISSING && !wasOpen && started > until))
        continue;
      const found = finder.find(person, received[row], started, r);
      if (lastReturn[found] === r) repeated.push({ ret: r, request: row });
      lastReturn[found] = r;
      all.ret[n] = r;
      all.person[n] = person;
      all.request[n] = row;
      all.assessment[n] = assessed;
      all.namedPlan[n] = named;
      all.activePlan[n] = latestChild(activePlansOf, row, review);
      all.caseOf[n++] = found;
    }
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
