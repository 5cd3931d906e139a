import { ageOn } from "../../../calendar/day";
import { textBuilder } from "../../../columns/build";
import { MISSING, type TextColumn } from "../../../columns/column";
import type { CaseloadSource } from "./caseload";
import { OUTCOME } from "./outcomes";
import { coveringRequests, coveringReturn } from "./periods";
import type { Sen2Return } from "../read/return";

/**
 * What the returns say of every request, one row a case: the columns of `requestView` that are no
 * plain rule of the row.
 */
export interface RequestFacts {
  /**
   * 1 where a loaded reference period contains the day received, of the decision, of the outcome of
   * the assessment.
   */
  readonly receivedInPeriod: Uint8Array;
  readonly decidedInPeriod: Uint8Array;
  readonly endedInPeriod: Uint8Array;
  /** 1 where the return that covers the day received asks who made the request: from 2025 on. */
  readonly sourceAsked: Uint8Array;
  /** -1 not known, 0 no, 1 yes. */
  readonly mediationAtRequest: Int8Array;
  readonly tribunalAtRequest: Int8Array;
  readonly mediationAtAssessment: Int8Array;
  readonly tribunalAtAssessment: Int8Array;
  readonly source: TextColumn;
  readonly exported: TextColumn;
  /** -1 not known, 0 no, 1 yes. */
  readonly rya: Int8Array;
  readonly exception: Int8Array;
  /** Completed years on the received date, MISSING where not known. */
  readonly age: Int32Array;
  /** Need on the day of issue: an index into `needs` from 1, 0 where it is not known. */
  readonly needAtIssue: Uint8Array;
  readonly daysToDecision: Int32Array;
  readonly daysToOutcome: Int32Array;
}

const timed = (from: number, to: number): number =>
  from !== MISSING && to !== MISSING && to >= from ? to - from : MISSING;

/**
 * Value of a flag field in the observation that an event was taken from, else in the newest
 * observation that has it; -1 where none has.
 */
function flagReader(
  source: CaseloadSource,
  rowOf: Int32Array,
  columns: readonly Int8Array[],
): (c: number, from: number) => number {
  const { cases } = source;
  const value = (observation: number): number =>
    observation < 0 || rowOf[observation] < 0
      ? -1
      : columns[cases.observations.ret[observation]][rowOf[observation]];
  return (c, from) => {
    const own = value(from);
    if (own >= 0) return own;
    for (let i = cases.from[c + 1] - 1; i >= cases.from[c]; i--) {
      const other = value(cases.order[i]);
      if (other >= 0) return other;
    }
    return -1;
  };
}

/** Newest text of a field over the observations of a case. */
function textReader(
  source: CaseloadSource,
  rowOf: Int32Array,
  columns: readonly TextColumn[],
): (c: number) => string | null {
  const { cases } = source;
  return (c) => {
    for (let i = cases.from[c + 1] - 1; i >= cases.from[c]; i--) {
      const observation = cases.order[i];
      const text =
        rowOf[observation] < 0
          ? null
          : columns[cases.observations.ret[observation]].at(rowOf[observation]);
      if (text !== null) return text;
    }
    return null;
  };
}

/**
 * Primary need (an index into `needs` from 1) of a case in the return that covers a day, else in the
 * newest one before it; 0 where none gives one.
 */
export function needOn(
  { cases, periods, records }: CaseloadSource,
  c: number,
  day: number,
): number {
  const ret = coveringReturn(periods, day);
  for (let i = cases.from[c + 1] - 1; ret >= 0 && i >= cases.from[c]; i--) {
    const observation = cases.order[i];
    const active = cases.observations.activePlan[observation];
    const of = cases.observations.ret[observation];
    if (of > ret || active < 0) continue;
    const need = records[of].need[active];
    if (need > 0) return need;
  }
  return 0;
}

/** What reads, for a case, the fields that returns give beside its merged events. */
function readers(source: CaseloadSource, returns: readonly Sen2Return[]) {
  const { observations } = source.cases;
  const flagOf =
    (table: "requests" | "assessment", rowOf: Int32Array) =>
    (column: string): ReturnType<typeof flagReader> =>
      flagReader(
        source,
        rowOf,
        returns.map(({ tables }) => tables[table].flag(column).values),
      );
  const ofRequest = flagOf("requests", observations.request);
  const ofAssessment = flagOf("assessment", observations.assessment);
  const textOf = (column: string): ReturnType<typeof textReader> =>
    textReader(
      source,
      observations.request,
      returns.map(({ tables }) => tables.requests.code(column)),
    );
  return {
    rya: ofRequest("rya"),
    requestMediation: ofRequest("requestmediation"),
    requestTribunal: ofRequest("requesttribunal"),
    exception: ofAssessment("week20"),
    mediation: ofAssessment("assessmentmediation"),
    otherMediation: ofAssessment("othermediation"),
    tribunal: ofAssessment("assessmenttribunal"),
    otherTribunal: ofAssessment("othertribunal"),
    sourceOf: textOf("requestsource"),
    exportedOf: textOf("exported"),
  };
}

/** The request facts of so many cases, with nothing in them yet. */
function emptyFacts(n: number) {
  const days = (): Int32Array => new Int32Array(n).fill(MISSING);
  return {
    receivedInPeriod: new Uint8Array(n),
    decidedInPeriod: new Uint8Array(n),
    endedInPeriod: new Uint8Array(n),
    sourceAsked: new Uint8Array(n),
    mediationAtRequest: new Int8Array(n),
    tribunalAtRequest: new Int8Array(n),
    mediationAtAssessment: new Int8Array(n),
    tribunalAtAssessment: new Int8Array(n),
    rya: new Int8Array(n),
    exception: new Int8Array(n),
    age: days(),
    needAtIssue: new Uint8Array(n),
    daysToDecision: days(),
    daysToOutcome: days(),
  };
}

/** Works out the request facts. */
export function requestFacts(source: CaseloadSource, returns: readonly Sen2Return[]): RequestFacts {
  const { merged, periods, birth } = source;
  const n = merged.count;
  const read = readers(source, returns);
  const [sources, exported] = [textBuilder(n), textBuilder(n)];
  const facts = emptyFacts(n);
  const covering = (day: number): number => (day === MISSING ? -1 : coveringRequests(periods, day));

  for (let c = 0; c < n; c++) {
    const received = merged.received[c];
    const { decision, assessment } = merged;
    const [decided, ended] = [decision.date[c], assessment.date[c]];
    const [decidedFrom, endedFrom] = [decision.from[c], assessment.from[c]];
    const born = birth[merged.person[c]];
    sources.set(c, read.sourceOf(c));
    exported.set(c, read.exportedOf(c));
    facts.rya[c] = read.rya(c, decidedFrom);
    facts.exception[c] = read.exception(c, endedFrom);
    facts.mediationAtRequest[c] = read.requestMediation(c, decidedFrom);
    facts.tribunalAtRequest[c] = read.requestTribunal(c, decidedFrom);
    facts.mediationAtAssessment[c] = Math.max(
      read.mediation(c, endedFrom),
      read.otherMediation(c, endedFrom),
    );
    facts.tribunalAtAssessment[c] = Math.max(
      read.tribunal(c, endedFrom),
      read.otherTribunal(c, endedFrom),
    );
    if (born !== MISSING && received !== MISSING) facts.age[c] = ageOn(born, received);
    facts.daysToDecision[c] = timed(received, decided);
    facts.daysToOutcome[c] = timed(received, ended);

    const inPeriod = covering(received);
    facts.receivedInPeriod[c] = Number(inPeriod >= 0);
    facts.sourceAsked[c] = Number(inPeriod >= 0 && periods[inPeriod].year >= 2025);
    facts.decidedInPeriod[c] = Number(covering(decided) >= 0);
    facts.endedInPeriod[c] = Number(covering(ended) >= 0);
    if (facts.endedInPeriod[c] && assessment.outcome[c] === OUTCOME.Y)
      facts.needAtIssue[c] = needOn(source, c, ended);
  }
  return { source: sources.column(), exported: exported.column(), ...facts };
}
