import type { Day } from "../../calendar/day";
import { MISSING } from "../../columns/column";
import type { Sen2Limits } from "./limits";
import { OUTCOME, type MergedCases, type MergedEvent } from "./merge";

export const openFlags = [
  "awaiting",
  "awaiting_over_6_weeks",
  "open",
  "open_over_20_weeks",
  "open_over_30_weeks",
  "open_over_52_weeks",
] as const;
export type OpenFlag = (typeof openFlags)[number];

const WEEKS_30 = 210;
const WEEKS_52 = 364;

/** True when a return says H of an event, so that it had happened by the day. */
const historicalBy = ({ before }: MergedEvent, c: number, day: Day): boolean =>
  before[c] !== MISSING && before[c] <= day;

/** True when an event is still to come on a day: awaited, or dated after the day. An undated W never is. */
function pending(event: MergedEvent, c: number, day: Day): boolean {
  const { outcome, date } = event;
  if (outcome[c] === OUTCOME.A) return !historicalBy(event, c, day);
  return (
    (outcome[c] === OUTCOME.Y || outcome[c] === OUTCOME.N || outcome[c] === OUTCOME.W) &&
    date[c] !== MISSING &&
    date[c] > day
  );
}

/** True when the decision to assess had been taken by a day: Y dated on or before it, or H (decided before the first reference year that shows it). */
function agreedBy({ decision }: MergedCases, c: number, day: Day): boolean {
  const { outcome, date } = decision;
  if (date[c] !== MISSING) return outcome[c] === OUTCOME.Y && date[c] <= day;
  return outcome[c] !== OUTCOME.N && outcome[c] !== OUTCOME.W && historicalBy(decision, c, day);
}

/** Requests and assessments that are open on a day, a flag for each case (indicators ehc_requests_awaiting_…, ehc_assessments_open…). */
export function openOn(
  merged: MergedCases,
  limits: Sen2Limits,
  day: Day,
): Record<OpenFlag, Uint8Array> {
  const flags = Object.fromEntries(
    openFlags.map((flag) => [flag, new Uint8Array(merged.count)]),
  ) as Record<OpenFlag, Uint8Array>;
  const { received, decision, assessment, requestShownUntil } = merged;
  for (let c = 0; c < merged.count; c++) {
    const shown = requestShownUntil[c] === MISSING || requestShownUntil[c] >= day;
    const since = received[c] === MISSING ? -1 : day - received[c];
    if (since >= 0 && pending(decision, c, day) && (shown || decision.date[c] !== MISSING)) {
      flags.awaiting[c] = 1;
      if (since > limits.requestDays) flags.awaiting_over_6_weeks[c] = 1;
    }
    const undecided =
      pending(assessment, c, day) ||
      (assessment.outcome[c] === OUTCOME.Y && assessment.date[c] === MISSING);
    if (undecided && agreedBy(merged, c, day) && (shown || assessment.date[c] !== MISSING)) {
      flags.open[c] = 1;
      if (since > limits.planDays) flags.open_over_20_weeks[c] = 1;
      if (since > WEEKS_30) flags.open_over_30_weeks[c] = 1;
      if (since > WEEKS_52) flags.open_over_52_weeks[c] = 1;
    }
  }
  return flags;
}
