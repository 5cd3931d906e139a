import { ageOn } from "../../../calendar/day";
import { textBuilder } from "../../../columns/build";
import { MISSING, type TextColumn } from "../../../columns/column";
import { ageBandOn } from "../../../star/age-bands";
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
  readonly ageBand: Uint8Array;
  /** Index into needs on the day of issue. */
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
 * Primary need (index into needs) of a case in the return that covers a day, else in the newest one
 * before it; 0 is not recorded.
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

/** Works out the request facts. */
export function requestFacts(source: CaseloadSource, returns: readonly Sen2Return[]): RequestFacts {
  const { merged, cases, periods, birth } = source;
  const { observations } = cases;
  const n = merged.count;
  const flagOf = (table: "requests" | "assessment", column: string) =>
    flagReader(
      source,
      observations[table === "requests" ? "request" : "assessment"],
      returns.map(({ tables }) => tables[table].flag(column).values),
    );
  const [rya, requestMediation, requestTribunal] = [
    "rya",
    "requestmediation",
    "requesttribunal",
  ].map((column) => flagOf("requests", column));
  const [exception, mediation, otherMediation, tribunal, otherTribunal] = [
    "week20",
    "assessmentmediation",
    "othermediation",
    "assessmenttribunal",
    "othertribunal",
  ].map((column) => flagOf("assessment", column));
  const textOf = (column: string) =>
    textReader(
      source,
      observations.request,
      returns.map(({ tables }) => tables.requests.code(column)),
    );
  const [sourceOf, exportedOf] = [textOf("requestsource"), textOf("exported")];
  const [sources, exported] = [textBuilder(n), textBuilder(n)];
  const days = (): Int32Array => new Int32Array(n).fill(MISSING);
  const facts = {
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
    ageBand: new Uint8Array(n),
    needAtIssue: new Uint8Array(n),
    daysToDecision: days(),
    daysToOutcome: days(),
  };
  const covering = (day: number): number => (day === MISSING ? -1 : coveringRequests(periods, day));

  for (let c = 0; c < n; c++) {
    const received = merged.received[c];
    const { decision, assessment } = merged;
    const [decided, ended] = [decision.date[c], assessment.date[c]];
    const [decidedFrom, endedFrom] = [decision.from[c], assessment.from[c]];
    const person = merged.person[c];
    sources.set(c, sourceOf(c));
    exported.set(c, exportedOf(c));
    facts.rya[c] = rya(c, decidedFrom);
    facts.exception[c] = exception(c, endedFrom);
    facts.mediationAtRequest[c] = requestMediation(c, decidedFrom);
    facts.tribunalAtRequest[c] = requestTribunal(c, decidedFrom);
    facts.mediationAtAssessment[c] = Math.max(
      mediation(c, endedFrom),
      otherMediation(c, endedFrom),
    );
    facts.tribunalAtAssessment[c] = Math.max(tribunal(c, endedFrom), otherTribunal(c, endedFrom));
    facts.ageBand[c] = ageBandOn(birth[person], received);
    if (birth[person] !== MISSING && received !== MISSING)
      facts.age[c] = ageOn(birth[person], received);
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
