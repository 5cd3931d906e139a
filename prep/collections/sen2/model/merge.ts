import type { Day } from "../../../calendar/day";
import { dayOf } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import type { Cases } from "./cases";
import { OUTCOME, outcomesOf } from "./outcomes";
import { isInReferenceYear, type ReturnPeriod } from "./periods";
import type { Sen2Return } from "../read/return";

/** An outcome and its date, chosen over the returns. */
interface MergedEvent {
  readonly outcome: Uint8Array;
  readonly date: Int32Array;
  /** Observation that it was taken from, or -1. */
  readonly from: Int32Array;
  /**
   * First day of the reference year of the first return that shows H: the event had happened by
   * then. MISSING where no return shows H.
   */
  readonly before: Int32Array;
}

/**
 * What all returns together say of each case. Days are MISSING, flags -1 and texts null where
 * nothing is known.
 */
export interface MergedCases {
  readonly count: number;
  readonly person: Int32Array;
  readonly received: Int32Array;
  readonly decision: MergedEvent;
  readonly assessment: MergedEvent;
  readonly start: Int32Array;
  readonly cease: Int32Array;
  readonly firstReturn: Int32Array;
  readonly lastReturn: Int32Array;
  /**
   * Last day that an open request or assessment counts, where later returns leave it out; MISSING
   * else.
   */
  readonly requestShownUntil: Int32Array;
  /** The same for a plan that was not reported as ceased. */
  readonly planShownUntil: Int32Array;
}

/** A dated event that two returns give differently. */
export interface Contradiction {
  readonly observation: number;
  readonly event: "decision" | "assessment" | "cease";
}

interface EventColumns {
  readonly outcome: Uint8Array;
  readonly date: Int32Array;
}

/** What is put together, up to which day, and what returns say against each other so far. */
interface Merging {
  readonly cases: Cases;
  readonly periods: readonly ReturnPeriod[];
  readonly until: Day;
  readonly contradictions: Contradiction[];
}

/**
 * Chooses an event for every case (docs/counting.md): from the return whose reference year contains
 * its date; else the first that dates it;
 * an event without a date from the last return that does not say H. A dated outcome is never
 * overwritten by H; one dated after `until` is still awaited.
 */
function mergeEvent(
  { cases, periods, until, contradictions }: Merging,
  event: Contradiction["event"],
  rowOf: Int32Array,
  columns: readonly EventColumns[],
): MergedEvent {
  const { order, observations } = cases;
  const merged: MergedEvent = {
    outcome: new Uint8Array(cases.count),
    date: new Int32Array(cases.count).fill(MISSING),
    from: new Int32Array(cases.count).fill(-1),
    before: new Int32Array(cases.count).fill(MISSING),
  };
  for (let c = 0; c < cases.count; c++) {
    let dated = -1;
    let inYear = -1;
    let undated = -1;
    let historical = -1;
    for (let i = cases.from[c]; i < cases.from[c + 1]; i++) {
      const observation = order[i];
      const row = rowOf[observation];
      if (row < 0) continue;
      const ret = observations.ret[observation];
      const outcome = columns[ret].outcome[row];
      const date = columns[ret].date[row];
      if (outcome === OUTCOME.none) continue;
      if (outcome === OUTCOME.H) {
        historical = observation;
        if (merged.before[c] === MISSING) merged.before[c] = dayOf(periods[ret].year - 1, 1, 1);
        continue;
      }
      undated = observation;
      if (outcome === OUTCOME.A || date === MISSING) continue;
      if (dated < 0) dated = observation;
      else {
        const first = columns[observations.ret[dated]];
        if (first.outcome[rowOf[dated]] !== outcome || first.date[rowOf[dated]] !== date)
          contradictions.push({ observation, event });
      }
      if (inYear < 0 && isInReferenceYear(date, periods[ret])) inYear = observation;
    }
    const chosen = [inYear, dated, undated, historical].find((observation) => observation >= 0);
    if (chosen === undefined) continue;
    const { outcome, date } = columns[observations.ret[chosen]];
    merged.from[c] = chosen;
    merged.outcome[c] = date[rowOf[chosen]] > until ? OUTCOME.A : outcome[rowOf[chosen]];
    merged.date[c] =
      merged.outcome[c] === OUTCOME.A || merged.outcome[c] === OUTCOME.H
        ? MISSING
        : date[rowOf[chosen]];
  }
  return merged;
}

const firstDay = (cases: Cases, c: number, rowOf: Int32Array, days: readonly Int32Array[]): Day => {
  for (let i = cases.from[c]; i < cases.from[c + 1]; i++) {
    const observation = cases.order[i];
    const day =
      rowOf[observation] < 0
        ? MISSING
        : days[cases.observations.ret[observation]][rowOf[observation]];
    if (day !== MISSING) return day;
  }
  return MISSING;
};

const fill = (count: number): Int32Array => new Int32Array(count).fill(MISSING);

/**
 * Puts together what the returns, in the order of their reference dates, say of each case up to a
 * day.
 */
export function mergeCases(
  returns: readonly Sen2Return[],
  periods: readonly ReturnPeriod[],
  cases: Cases,
  until: Day,
): { merged: MergedCases; contradictions: Contradiction[] } {
  const { observations } = cases;
  const contradictions: Contradiction[] = [];
  const table = <V>(read: (ret: Sen2Return) => V): V[] => returns.map(read);
  const decisions = table(({ tables }) => ({
    outcome: outcomesOf(tables.requests.text("requestoutcome")),
    date: tables.requests.day("requestoutcomedate").values,
  }));
  const assessments = table(({ tables }) => ({
    outcome: outcomesOf(tables.assessment.text("assessmentoutcome")),
    date: tables.assessment.day("assessmentoutcomedate").values,
  }));
  const ceases = table(({ tables }) => {
    const date = tables.namedplan.day("ceasedate").values;
    return {
      outcome: Uint8Array.from(date, (day) => (day === MISSING ? OUTCOME.none : OUTCOME.Y)),
      date,
    };
  });
  const merging: Merging = { cases, periods, until, contradictions };
  const decision = mergeEvent(merging, "decision", observations.request, decisions);
  const assessment = mergeEvent(merging, "assessment", observations.assessment, assessments);
  const cease = mergeEvent(merging, "cease", observations.namedPlan, ceases).date;
  const received = table(({ tables }) => tables.requests.day("receiveddate").values);
  const starts = table(({ tables }) => tables.namedplan.day("startdate").values);

  const merged: MergedCases = {
    count: cases.count,
    person: new Int32Array(cases.count),
    received: fill(cases.count),
    decision,
    assessment,
    start: fill(cases.count),
    cease,
    firstReturn: new Int32Array(cases.count),
    lastReturn: new Int32Array(cases.count),
    requestShownUntil: fill(cases.count),
    planShownUntil: fill(cases.count),
  };
  const newest = returns.length - 1;
  for (let c = 0; c < cases.count; c++) {
    const [first, last] = [cases.order[cases.from[c]], cases.order[cases.from[c + 1] - 1]];
    merged.person[c] = observations.person[first];
    merged.firstReturn[c] = observations.ret[first];
    merged.lastReturn[c] = observations.ret[last];
    merged.received[c] = firstDay(cases, c, observations.request, received);
    const start = firstDay(cases, c, observations.namedPlan, starts);
    merged.start[c] = start > until ? MISSING : start;
    if (merged.lastReturn[c] === newest) continue;
    const shown = periods[merged.lastReturn[c]];
    if (cease[c] === MISSING && merged.start[c] !== MISSING)
      merged.planShownUntil[c] = shown.plansEnd;
    merged.requestShownUntil[c] = shown.requestsEnd;
  }
  return { merged, contradictions };
}
