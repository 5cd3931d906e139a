import { addMonths, type Day, ageOn, civilOf, dayFromIso, dayOf } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { observationAt, type Caseload } from "./caseload";
import type { Sen2Model } from "./model";
import { awaitsDecision, lastReviewOf, reviewOn, reviewsKnown } from "./review-on-day";
import type { Alert, AlertKind } from "./alerts";
import type { Sen2Limits } from "./limits";

/**
 * Ages on the 31 August before a child moves on, and the limit that runs: into reception and into
 * year 7, and from year 11 to post-16 (SEND Regulations 2014, regulation 18).
 */
const MOVES: readonly {
  readonly age: number;
  readonly limit: "phaseTransferSchool" | "phaseTransferPost16";
}[] = [
  { age: 4, limit: "phaseTransferSchool" },
  { age: 11, limit: "phaseTransferSchool" },
  { age: 16, limit: "phaseTransferPost16" },
];

/** The day of a year that `02-15` means. */
const inYear = (year: number, monthDay: string): Day => dayFromIso(`${year}-${monthDay}`)!;

/**
 * Due date of a phase transfer that a child's age tells, in the school year of a day; null where
 * the age tells none, or the plan began in that
 * school year: it was written with the move in view. Moves between infant, junior and middle
 * schools cannot be told by age.
 */
export function transferByAge(
  birth: Day,
  planStart: Day,
  day: Day,
  limits: Sen2Limits,
): Day | null {
  const { year, month } = civilOf(day);
  const august = dayOf(month > 8 ? year + 1 : year, 8, 31);
  const move = MOVES.find(({ age }) => age === ageOn(birth, august));
  const lastAugust = dayOf(civilOf(august).year - 1, 8, 31);
  return move === undefined || planStart > lastAugust
    ? null
    : inYear(civilOf(august).year, limits[move.limit]);
}

/** Collection year that phase transfers begin with. */
export const PHASE_TRANSFERS_SINCE = 2025;

/**
 * Last day that a review is in time: it is overdue on the first day whose date so many months
 * before lies after the last review.
 */
export const reviewDue = (last: Day, months: number): Day =>
  Math.max(addMonths(last, months), addMonths(last + 1, months) - 1);

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
  for (let i = 0; i < load.count; i++) {
    const c = load.caseOf[i];
    const add = (
      kind: AlertKind,
      since: Day | null,
      dueOn: Day,
      inferred: Alert["inferred"] = null,
    ): unknown =>
      alerts.push({
        kind,
        row: i,
        caseOf: c,
        since,
        due: dueOn,
        asAt: day,
        exception: false,
        inferred,
        setting: load.setting[i],
      });
    const newest = observationAt(cases, c, load.ret);
    const review = reviewOn(model, c, newest, day);
    const observation = newest < 0 ? -1 : cases.order[newest];
    // Phase transfers are of the covering return alone: an older one does not know what was
    // finalised since.
    const active =
      observation >= 0 && observations.ret[observation] === load.ret
        ? observations.activePlan[observation]
        : -1;
    const finalised = active >= 0 && final[active] <= day ? final[active] : MISSING;
    if (withReviews && review.isKnown) {
      const last = lastReviewOf(review, merged.start[c]);
      add("annual_review", last, reviewDue(last, limits.reviewMonths));
      if (awaitsDecision(review))
        add("review_decision", review.meeting, review.meeting + limits.reviewDecisionDays);
      else if (
        review.meeting !== MISSING &&
        outcomeOf(model, review.observation) === "A" &&
        finalised < review.meeting
      ) {
        const amendedBy = review.meeting + limits.amendedPlanDays;
        if (amendedBy >= day) add("amended_plan", review.meeting, amendedBy);
      }
    }
    if (!withTransfers || active < 0) continue;
    if (due[active] !== MISSING) {
      if (finalised === MISSING) add("phase_transfer", null, due[active]);
    } else {
      const person = merged.person[c];
      const byAge =
        birth[person] === MISSING
          ? null
          : transferByAge(birth[person], merged.start[c], day, limits);
      if (byAge !== null && finalised === MISSING) add("phase_transfer", null, byAge, "age");
    }
  }
  return alerts;
}

/** Outcome of the review that an observation shows. */
const outcomeOf = ({ cases: { observations }, returns }: Sen2Model, observation: number) =>
  returns[observations.ret[observation]].tables.activeplans
    .code("reviewoutcome")
    .at(observations.activePlan[observation]);
