import type { Day } from "../calendar/day";
import type { Life, SamplePlan, ReturnInfo } from "./history";
import { isOpenOn, showsPlan } from "./what-a-return-shows";

/**
 * The plan of a person that counts on a day: of several in force, one with an open first placement,
 * then the one begun last.
 */
export function hasPlanInForce(
  life: Life,
  day: Day,
  returns: readonly ReturnInfo[],
): SamplePlan | null {
  const plans = life.requests
    .map(({ plan }) => plan)
    .filter(
      (plan): plan is SamplePlan =>
        plan !== null &&
        plan.start <= day &&
        (plan.cease === null || plan.cease.date >= day) &&
        returns.some((ret) => showsPlan(plan, ret)),
    );
  const placed = (plan: SamplePlan): boolean =>
    plan.placements.some((placement) => placement.rank === 1 && isOpenOn(placement, day));
  return (
    plans.sort((a, b) => Number(placed(b)) - Number(placed(a)) || b.start - a.start)[0] ?? null
  );
}
