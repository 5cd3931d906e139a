import { isoOf, type Day } from "../../prep/calendar/day";
import type { History } from "../../prep/sample/history";
import { planAlertsOf, requestAlertsOf, type LifeAlert } from "./alerts-of-life";
import { knowableOf } from "./knowable";
import { hasPlanInForce } from "../../prep/sample/plan-in-force";
import { schoolOn, settingOn } from "./plan-on-day";

/** A row that the list of alerts of a build of the sample must have. */
export interface ExpectedAlert {
  readonly kind: LifeAlert["kind"];
  readonly surname: string;
  readonly forename: string;
  /** ISO. */
  readonly due: string;
  readonly daysLeft: number;
  readonly exception: boolean;
  readonly byAge: boolean;
  /**
   * URN of the school that a plan is placed at on the day; null for a request, and for a placement
   * without a URN.
   */
  readonly urn: string | null;
}

/**
 * The alerts of the sample at the data end, overdue or due within so many days, from what truly
 * happened; in no order. Everything after `asAt` counts as not happened.
 */
export function expectedAlerts(
  whole: History,
  within: number,
  asAt: Day | null = null,
): ExpectedAlert[] {
  const returns = whole.returns.filter(({ start }) => asAt === null || start <= asAt);
  const known = knowableOf({ ...whole, returns }, asAt);
  const [ofRequests, ofPlans] = [known.spans.requests.last, known.spans.plans.last];
  const found: ExpectedAlert[] = [];
  for (const life of whole.lives()) {
    const { surname, forename } = life.person;
    const add = (day: Day, alerts: readonly LifeAlert[], urn: string | null): void => {
      for (const { kind, due, exception, byAge } of alerts)
        if (due - day <= within)
          found.push({
            kind,
            surname,
            forename,
            due: isoOf(due),
            daysLeft: due - day,
            exception,
            byAge,
            urn,
          });
    };
    for (const request of life.requests)
      add(ofRequests, requestAlertsOf(request, ofRequests, returns), null);
    const covering = known.covering(ofPlans)!;
    const plan = hasPlanInForce(life, ofPlans, returns);
    const placed = plan && settingOn(plan, ofPlans, covering);
    add(
      ofPlans,
      planAlertsOf(life, ofPlans, covering, returns, known.hasReviews(ofPlans)),
      placed?.urn ? schoolOn(placed.urn, ofPlans)!.urn : null,
    );
  }
  return found;
}
