import type { Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { observationAt } from "../model/caseload";
import type { Sen2Model } from "../model/model";

/** Dates of a plan that SEN2 gives besides its start; null where there is none. */
export interface PlanDates {
  readonly lastReview: Day | null;
  readonly updated: Day | null;
}

/**
 * When a plan was last reviewed and last updated, as known on a day: from the returns up to the one
 * that covers it, the newest first. A date between
 * the day and the return's reference date had not come yet; one after the reference date is a
 * mistake, which the checks are there to find.
 */
export function planDatesOf(
  { cases, records, returns }: Sen2Model,
  ret: number,
  day: Day,
): (c: number) => PlanDates {
  const { order, from, observations } = cases;
  const finals = returns.map(
    ({ tables }) => tables.activeplans.day("phasetransferfinaldate").values,
  );
  return (c) => {
    let lastReview: Day | null = null;
    let updated: Day | null = null;
    for (let at = observationAt(cases, c, ret); at >= from[c]; at--) {
      const r = observations.ret[order[at]];
      const active = observations.activePlan[order[at]];
      if (active < 0) continue;
      const known = (date: Day): Day | null =>
        date !== MISSING && (date <= day || date > returns[r].referenceDate) ? date : null;
      lastReview ??=
        known(records[r].lastReview[active]) ?? known(records[r].reviewMeeting[active]);
      const final = known(finals[r][active]);
      if (final !== null && (updated === null || final > updated)) updated = final;
    }
    return { lastReview, updated };
  };
}
