import type { Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { observationAt, type Caseload } from "./caseload";
import { reviewDue, transfersByAge } from "./due-dates";
import type { Sen2Model } from "./model";
import { awaitsDecision, lastReviewOf, reviewOn, reviewsKnown } from "./review-on-day";
import type { Alert, AlertKind } from "./alerts";

/** Collection year that phase transfers begin with. */
export const PHASE_TRANSFERS_SINCE = 2025;

/**
 * Plans of a day's caseload with something due, overdue or still to come: reviews, decisions and
 * amended plans on days that reviews are known for; nothing
 * is told of a review that no return knows; phase transfers of plans that the return covering the
 * day shows as active. SEN2 has no date for the final amended plan of a review: it is listed up to
 * its due date, and
 * left out where a phase transfer was finalised since the meeting.
 */
export function planAlerts(model: Sen2Model, load: Caseload): Alert[] {
  const { day } = load;
  const {
    cases,
    merged,
    returns,
    periods,
    birth,
    options: { limits },
  } = model;
  const { observations } = cases;
  const { activeplans } = returns[load.ret].tables;
  const [due, final] = ["phasetransferduedate", "phasetransferfinaldate"].map(
    (column) => activeplans.day(column).values,
  );
  const withReviews = reviewsKnown(day, periods[load.ret]);
  const withTransfers = periods[load.ret].year >= PHASE_TRANSFERS_SINCE;
  const alerts: Alert[] = [];
  if (!withReviews && !withTransfers) return alerts;
  const transferOf = transfersByAge(day, limits);
  const add = (
    row: number,
    kind: AlertKind,
    [since, dueOn]: readonly [since: Day | null, due: Day],
    inferred: Alert["inferred"] = null,
  ): unknown =>
    alerts.push({
      kind,
      row,
      caseOf: load.caseOf[row],
      since,
      due: dueOn,
      asAt: day,
      exception: false,
      inferred,
      setting: load.setting[row],
    });
  for (let i = 0; i < load.count; i++) {
    const c = load.caseOf[i];
    const newest = observationAt(cases, c, load.ret);
    const observation = newest < 0 ? -1 : cases.order[newest];
    // Phase transfers are of the covering return alone: an older one does not know what was
    // finalised since.
    const active =
      observation >= 0 && observations.ret[observation] === load.ret
        ? observations.activePlan[observation]
        : -1;
    const finalised = active >= 0 && final[active] <= day ? final[active] : MISSING;
    const review = withReviews ? reviewOn(model, c, newest, day) : null;
    if (review?.isKnown) {
      const last = lastReviewOf(review, merged.start[c]);
      add(i, "annual_review", [last, reviewDue(last, limits.reviewMonths)]);
      if (awaitsDecision(review))
        add(i, "review_decision", [review.meeting, review.meeting + limits.reviewDecisionDays]);
      else if (
        review.meeting !== MISSING &&
        outcomeOf(model, review.observation) === "A" &&
        finalised < review.meeting
      ) {
        const amendedBy = review.meeting + limits.amendedPlanDays;
        if (amendedBy >= day) add(i, "amended_plan", [review.meeting, amendedBy]);
      }
    }
    if (!withTransfers || active < 0) continue;
    if (due[active] !== MISSING) {
      if (finalised === MISSING) add(i, "phase_transfer", [null, due[active]]);
    } else if (finalised === MISSING) {
      const born = birth[merged.person[c]];
      const byAge = born === MISSING ? null : transferOf(born, merged.start[c]);
      if (byAge !== null) add(i, "phase_transfer", [null, byAge], "age");
    }
  }
  return alerts;
}

/** Outcome of the review that an observation shows. */
const outcomeOf = ({ cases: { observations }, returns }: Sen2Model, observation: number) =>
  returns[observations.ret[observation]].tables.activeplans
    .code("reviewoutcome")
    .at(observations.activePlan[observation]);
