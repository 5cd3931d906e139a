import { ageOn, type Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import type { CaseloadSource } from "./caseload";
import { coveringReturn } from "./periods";
import { needOn } from "./request-facts";
import type { Sen2Return } from "../read/return";

/**
 * Plans that ceased: for each case with a plan, whether it ceased inside a loaded period, and the
 * age and need on that day.
 */
export interface CeasedFacts {
  readonly ceased: Uint8Array;
  /** Completed years, MISSING where not known. */
  readonly age: Int32Array;
  /** An index into `needs` from 1; 0 where it is not known. */
  readonly need: Uint8Array;
}

export function ceasedFacts(source: CaseloadSource): CeasedFacts {
  const { merged, periods, birth } = source;
  const facts: CeasedFacts = {
    ceased: new Uint8Array(merged.count),
    age: new Int32Array(merged.count).fill(MISSING),
    need: new Uint8Array(merged.count),
  };
  for (let c = 0; c < merged.count; c++) {
    const day = merged.cease[c];
    if (day === MISSING || coveringReturn(periods, day) < 0) continue;
    facts.ceased[c] = 1;
    const born = birth[merged.person[c]];
    if (born !== MISSING) facts.age[c] = ageOn(born, day);
    facts.need[c] = needOn(source, c, day);
  }
  return facts;
}

/** Reviews and phase transfers, one row each, in the order of the cases. */
export interface ReviewFacts {
  readonly count: number;
  readonly caseOf: Int32Array;
  /** Observation that it was last seen in. */
  readonly observation: Int32Array;
  readonly date: Int32Array;
  /** Decision of a review, final plan of a phase transfer. */
  readonly done: Int32Array;
  /** Last day that the return it was last seen in speaks of. */
  readonly shownUntil: Int32Array;
  /** 1 where a loaded reference period contains the date. */
  readonly inPeriod: Uint8Array;
}

interface DatedColumns {
  readonly date: readonly Int32Array[];
  readonly done: readonly Int32Array[];
  /** Collection year that the items begin with. */
  readonly since: number;
  /** What is dated later has not happened yet. */
  readonly until: Day;
}

/** Distinct dates of a case over the returns, each as the newest return that shows it has it. */
function datedFacts(source: CaseloadSource, columns: DatedColumns): ReviewFacts {
  const { cases, periods } = source;
  const { order, observations } = cases;
  const rows: { c: number; observation: number; date: number; done: number }[] = [];
  for (let c = 0; c < cases.count; c++) {
    const newest = new Map<number, (typeof rows)[number]>();
    for (let i = cases.from[c]; i < cases.from[c + 1]; i++) {
      const observation = order[i];
      const active = observations.activePlan[observation];
      const ret = observations.ret[observation];
      if (active < 0 || periods[ret].year < columns.since || columns.date[ret][active] === MISSING)
        continue;
      const date = columns.date[ret][active];
      const done = columns.done[ret][active];
      if (date <= columns.until)
        newest.set(date, { c, observation, date, done: done > columns.until ? MISSING : done });
    }
    rows.push(...newest.values());
  }
  const known = (day: number): boolean =>
    periods.some(
      (period) => period.year >= columns.since && day >= period.start && day <= period.plansEnd,
    );
  return {
    count: rows.length,
    caseOf: Int32Array.from(rows, ({ c }) => c),
    observation: Int32Array.from(rows, ({ observation }) => observation),
    date: Int32Array.from(rows, ({ date }) => date),
    done: Int32Array.from(rows, ({ done }) => done),
    shownUntil: Int32Array.from(
      rows,
      ({ observation }) => periods[observations.ret[observation]].plansEnd,
    ),
    inPeriod: Uint8Array.from(rows, ({ date }) => Number(known(date))),
  };
}

/** Annual review meetings, from the 2024 return. */
export function reviewFacts(
  source: CaseloadSource,
  returns: readonly Sen2Return[],
  until: Day,
): ReviewFacts {
  return datedFacts(source, {
    date: returns.map(({ tables }) => tables.activeplans.day("reviewmeeting").values),
    done: returns.map(({ tables }) => tables.activeplans.day("lastreview").values),
    since: 2024,
    until,
  });
}

/** Phase transfers by due date, from the 2025 return. */
export function phaseTransferFacts(
  source: CaseloadSource,
  returns: readonly Sen2Return[],
  until: Day,
): ReviewFacts {
  return datedFacts(source, {
    date: returns.map(({ tables }) => tables.activeplans.day("phasetransferduedate").values),
    done: returns.map(({ tables }) => tables.activeplans.day("phasetransferfinaldate").values),
    since: 2025,
    until,
  });
}
