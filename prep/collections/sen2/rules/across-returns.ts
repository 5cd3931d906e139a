import type { Finding } from "../../../check/finding";
import { findingOf } from "../../../check/run";
import { MISSING } from "../../../columns/column";
import { placesWithSchools } from "./check-return";
import type { Sen2Model } from "../model/model";
import { OUTCOME } from "../model/outcomes";
import { reportedElsewhere } from "./reported-elsewhere";

/**
 * What only all returns together show: plans that vanish, events that contradict each other,
 * requests that stand twice, cases open or ended without a date received (rules X01, X02, X03, X05,
 * X06).
 */
export function acrossReturns({
  returns,
  cases,
  merged,
  contradictions,
  repeated,
  requests,
}: Sen2Model): Finding[] {
  const { observations } = cases;
  const places = returns.map(placesWithSchools);
  const at = (
    id: "X01" | "X02" | "X03" | "X05" | "X06",
    observation: number,
    table: "requests" | "assessment" | "namedplan",
    field: string | null,
  ): Finding => {
    const rows = {
      requests: observations.request,
      assessment: observations.assessment,
      namedplan: observations.namedPlan,
    }[table];
    return findingOf(
      reportedElsewhere[id],
      table,
      places[observations.ret[observation]](table, rows[observation], field),
    );
  };
  const newest = (c: number): number => cases.order[cases.from[c + 1] - 1];
  const vanished: Finding[] = [];
  const unknownStart: Finding[] = [];
  const untimed: Finding[] = [];
  const isOutcome = (c: number): boolean =>
    merged.assessment.outcome[c] === OUTCOME.Y || merged.assessment.outcome[c] === OUTCOME.N;
  for (let c = 0; c < merged.count; c++) {
    if (merged.planShownUntil[c] !== MISSING) {
      const next = returns[merged.lastReturn[c] + 1];
      const finding = at("X01", newest(c), "namedplan", "ceasedate");
      vanished.push({
        ...finding,
        message: `The plan is in this return and missing from the one of ${next.year} but was never ceased, so it counts up to the reference date of this return.`,
      });
    }
    const open =
      merged.assessment.outcome[c] === OUTCOME.A ||
      (merged.assessment.outcome[c] === OUTCOME.Y && merged.assessment.date[c] === MISSING);
    if (
      open &&
      merged.received[c] === MISSING &&
      merged.requestShownUntil[c] === MISSING &&
      merged.decision.outcome[c] === OUTCOME.H
    )
      unknownStart.push(at("X05", newest(c), "requests", "receiveddate"));
    if (merged.received[c] === MISSING && requests.endedInPeriod[c] && isOutcome(c))
      untimed.push(at("X06", merged.assessment.from[c], "requests", "receiveddate"));
  }
  const tables = {
    decision: { table: "requests", field: "requestoutcomedate" },
    assessment: { table: "assessment", field: "assessmentoutcomedate" },
    cease: { table: "namedplan", field: "ceasedate" },
  } as const;
  const contradicting = contradictions.map(({ observation, event }) =>
    at("X02", observation, tables[event].table, tables[event].field),
  );
  const twice = repeated.map(({ ret, request }) =>
    findingOf(reportedElsewhere.X03, "requests", places[ret]("requests", request, "receiveddate")),
  );
  return [...vanished, ...contradicting, ...twice, ...unknownStart, ...untimed];
}
