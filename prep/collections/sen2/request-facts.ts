import { ageOn } from "../../calendar/day";
import { textBuilder } from "../../columns/build";
import { MISSING, type TextColumn } from "../../columns/column";
import { ageBandOn } from "../../star/age-bands";
import type { CaseloadSource } from "./caseload";
import type { Sen2Limits } from "./limits";
import { OUTCOME } from "./merge";
import { coveringRequests, coveringReturn } from "./periods";
import type { Sen2Return } from "./return";

export const requestFlags = [
  "received",
  "source_given",
  "source_parent",
  "decided",
  "decision_timed",
  "decided_in_time",
  "refused",
  "agreed",
  "completed",
  "not_issued",
  "not_issued_timed",
  "not_issued_in_time",
  "issued",
  "issued_timed",
  "issued_in_time",
  "issued_timed_no_exception",
  "issued_in_time_no_exception",
  "request_mediation",
  "request_tribunal",
  "assessment_mediation",
  "assessment_tribunal",
] as const;
export type RequestFlag = (typeof requestFlags)[number];

/** Every request over all returns, one row a case, with the flags that the indicators sum. */
export interface RequestFacts {
  readonly count: number;
  readonly flags: Readonly<Record<RequestFlag, Uint8Array>>;
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

/** Value of a flag field in the observation that an event was taken from, else in the newest observation that has it; -1 where none has. */
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

/** Primary need (index into needs) of a case in the return that covers a day, else in the newest one before it; 0 is not recorded. */
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

/** Works out the request facts. Flags are 1 only for events that a loaded reference period contains. */
export function requestFacts(
  source: CaseloadSource,
  returns: readonly Sen2Return[],
  limits: Sen2Limits,
): RequestFacts {
  const { merged, cases, periods, birth } = source;
  const { observations } = cases;
  const n = merged.count;
  const flags = Object.fromEntries(requestFlags.map((flag) => [flag, new Uint8Array(n)])) as Record<
    RequestFlag,
    Uint8Array
  >;
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
  const sourceOf = textReader(
    source,
    observations.request,
    returns.map(({ tables }) => tables.requests.code("requestsource")),
  );
  const exportedOf = textReader(
    source,
    observations.request,
    returns.map(({ tables }) => tables.requests.code("exported")),
  );
  const [sources, exported] = [textBuilder(n), textBuilder(n)];
  const days = (): Int32Array => new Int32Array(n).fill(MISSING);
  const facts = {
    rya: new Int8Array(n),
    exception: new Int8Array(n),
    age: days(),
    ageBand: new Uint8Array(n),
    needAtIssue: new Uint8Array(n),
    daysToDecision: days(),
    daysToOutcome: days(),
  };
  const known = (day: number): number => (day === MISSING ? -1 : coveringRequests(periods, day));

  for (let c = 0; c < n; c++) {
    const received = merged.received[c];
    const [decision, decided] = [merged.decision.outcome[c], merged.decision.date[c]];
    const [outcome, outcomeDate] = [merged.assessment.outcome[c], merged.assessment.date[c]];
    const person = merged.person[c];
    const requestSource = sourceOf(c);
    sources.set(c, requestSource);
    exported.set(c, exportedOf(c));
    facts.rya[c] = rya(c, merged.decision.from[c]);
    facts.exception[c] = exception(c, merged.assessment.from[c]);
    facts.ageBand[c] = ageBandOn(birth[person], received);
    if (birth[person] !== MISSING && received !== MISSING)
      facts.age[c] = ageOn(birth[person], received);
    facts.daysToDecision[c] = timed(received, decided);
    facts.daysToOutcome[c] = timed(received, outcomeDate);

    const inPeriod = known(received);
    if (inPeriod >= 0 && decision !== OUTCOME.none && decision !== OUTCOME.H) {
      flags.received[c] = 1;
      if (requestSource !== null && periods[inPeriod].year >= 2025) {
        flags.source_given[c] = 1;
        if (requestSource === "1") flags.source_parent[c] = 1;
      }
    }
    const decisionKnown = known(decided) >= 0;
    if (decisionKnown && (decision === OUTCOME.Y || decision === OUTCOME.N)) {
      flags.decided[c] = 1;
      flags[decision === OUTCOME.Y ? "agreed" : "refused"][c] = 1;
      if (facts.daysToDecision[c] !== MISSING) flags.decision_timed[c] = 1;
      if (facts.daysToDecision[c] !== MISSING && facts.daysToDecision[c] <= limits.requestDays)
        flags.decided_in_time[c] = 1;
    }
    if (decisionKnown && requestMediation(c, merged.decision.from[c]) === 1)
      flags.request_mediation[c] = 1;
    if (decisionKnown && requestTribunal(c, merged.decision.from[c]) === 1)
      flags.request_tribunal[c] = 1;

    const from = merged.assessment.from[c];
    if (known(outcomeDate) < 0) continue;
    if (mediation(c, from) === 1 || otherMediation(c, from) === 1)
      flags.assessment_mediation[c] = 1;
    if (tribunal(c, from) === 1 || otherTribunal(c, from) === 1) flags.assessment_tribunal[c] = 1;
    const took = facts.daysToOutcome[c];
    if (outcome === OUTCOME.N) {
      flags.completed[c] = flags.not_issued[c] = 1;
      if (took !== MISSING) flags.not_issued_timed[c] = 1;
      if (took !== MISSING && took <= limits.notIssuedDays) flags.not_issued_in_time[c] = 1;
    } else if (outcome === OUTCOME.Y) {
      flags.completed[c] = flags.issued[c] = 1;
      facts.needAtIssue[c] = needOn(source, c, outcomeDate);
      if (took === MISSING) continue;
      const inTime = took <= limits.planDays ? 1 : 0;
      flags.issued_timed[c] = 1;
      flags.issued_in_time[c] = inTime;
      if (facts.exception[c] === 1) continue;
      flags.issued_timed_no_exception[c] = 1;
      flags.issued_in_time_no_exception[c] = inTime;
    }
  }
  return { count: n, flags, source: sources.column(), exported: exported.column(), ...facts };
}
