import type { Day } from "../../../calendar/day";
import { caseloadOn } from "../model/caseload";
import { sen2KnownDays } from "../indicators/figures";
import type { Sen2Model } from "../model/model";
import { reviewsKnown } from "../model/review-on-day";
import { coveringReturn } from "../model/periods";
import type { Alert } from "../model/alerts";
import { openRequestRows } from "../views/open-request-view";
import { PHASE_TRANSFERS_SINCE, planAlerts } from "../model/plan-alerts";
import { openWithoutDate, requestAlerts } from "../model/request-alerts";

/** All alerts of the newest day that the returns speak of, and what cannot be told. */
export interface AlertsOnDay {
  readonly alerts: readonly Alert[];
  /**
   * Last day known of requests and assessments, and of plans: an annual return ends the former on
   * 31 December.
   */
  readonly requestsDay: Day;
  readonly plansDay: Day;
  readonly reviewsKnown: boolean;
  readonly phaseTransfersKnown: boolean;
  /** Open assessments whose date received is not known. */
  readonly openWithoutDate: number;
}

/** What is due, overdue or still to come at the data end. */
export function alertsAtDataEnd(model: Sen2Model): AlertsOnDay {
  const known = sen2KnownDays(model.periods);
  const [requestsDay, plansDay] = [known.requests.end, known.plans.end];
  const period = model.periods[coveringReturn(model.periods, plansDay)];
  const open = openRequestRows(model, requestsDay);
  const load = caseloadOn(model, plansDay);
  return {
    alerts: [...requestAlerts(model, requestsDay, open), ...(load ? planAlerts(model, load) : [])],
    requestsDay,
    plansDay,
    reviewsKnown: reviewsKnown(plansDay, period),
    phaseTransfersKnown: period.year >= PHASE_TRANSFERS_SINCE,
    openWithoutDate: openWithoutDate(model, open),
  };
}
