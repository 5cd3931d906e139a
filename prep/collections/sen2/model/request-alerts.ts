import type { Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { OUTCOME } from "./outcomes";
import type { Sen2Model } from "./model";
import type { OpenRequestRows } from "../views/open-request-view";
import type { Alert } from "./alerts";
import type { AlertKind } from "./alerts";

/**
 * Requests and assessments open on a day (as `openRequestView` flags them), by the limit that runs:
 * overdue or still to come. A case without a date received has no due date and is not among them.
 */
export function requestAlerts(
  { merged, requests, options: { limits } }: Sen2Model,
  day: Day,
  { measures: flags }: OpenRequestRows,
): Alert[] {
  const alerts: Alert[] = [];
  for (let c = 0; c < merged.count; c++) {
    const since = merged.received[c];
    if (since === MISSING || since > day || !(flags.awaiting[c] || flags.open[c])) continue;
    const add = (kind: AlertKind, days: number, exception: boolean): unknown =>
      alerts.push({
        kind,
        row: c,
        caseOf: c,
        since,
        due: since + days,
        asAt: day,
        exception,
        inferred: null,
        setting: 0,
      });
    if (flags.awaiting[c]) add("request_decision", limits.requestDays, false);
    if (!flags.open[c]) continue;
    // Y without a date: the decision to issue is taken, the plan is not out yet.
    const decidedToIssue =
      merged.assessment.outcome[c] === OUTCOME.Y && merged.assessment.date[c] === MISSING;
    if (!decidedToIssue) add("not_issue_decision", limits.notIssuedDays, false);
    add("final_plan", limits.planDays, requests.exception[c] === 1);
  }
  return alerts;
}

/** Open assessments whose date received is not known, so that nothing says when they are due. */
export const openWithoutDate = ({ merged }: Sen2Model, { measures }: OpenRequestRows): number =>
  merged.received.reduce(
    (count, received, c) => count + (received === MISSING ? measures.open[c] : 0),
    0,
  );
