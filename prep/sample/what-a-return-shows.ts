import { dayOf, type Day } from "../calendar/day";
import type { Placement, SamplePlan, Request, ReturnInfo, Review } from "./history";
import { schoolOf } from "./schools";

/**
 * What one return can tell of one plan: the returns' own view of the true history. The writers put
 * it into the files, and the
 * expected answers may not know more than it.
 */

/**
 * Whether a return lists the plan: it is ours and in force, or has ended in the time the return
 * covers.
 */
export const showsPlan = (plan: SamplePlan, ret: ReturnInfo): boolean =>
  (plan.transfer?.day ?? plan.start) <= ret.reference &&
  plan.start <= ret.reference &&
  (plan.cease === null || plan.cease.date >= ret.start);

/** Whether a return has the plan among its active plans, with placements, needs and reviews. */
export const showsActive = (plan: SamplePlan, ret: ReturnInfo): boolean =>
  showsPlan(plan, ret) && (plan.cease === null || plan.cease.date > ret.reference);

/** Placements of an active plan that fall into the time the return covers. */
export const placementsShown = (plan: SamplePlan, ret: ReturnInfo): Placement[] =>
  plan.placements.filter(
    (placement) =>
      placement.entry <= ret.reference &&
      (placement.leaving === null || placement.leaving >= ret.start),
  );

export const isOpenOn = (placement: Placement, day: Day): boolean =>
  placement.entry <= day && (placement.leaving === null || placement.leaving >= day);

/**
 * The setting that section I of the plan names as the return has it: the latest first placement,
 * else the first to come.
 */
export function namedSetting(plan: SamplePlan, ret: ReturnInfo): Placement {
  const firsts = plan.placements.filter((placement) => placement.rank === 1);
  const day = Math.min(ret.reference, plan.cease?.date ?? ret.reference);
  return firsts.filter((placement) => placement.entry <= day).pop() ?? firsts[0];
}

/** URN as the return has it: once a school has become an academy most records carry the new URN. */
export function urnShown(placement: Placement, ret: ReturnInfo): string {
  const school = schoolOf(placement.urn);
  return school?.successor &&
    school.closed !== null &&
    school.closed < ret.reference &&
    !placement.stale
    ? school.successor
    : placement.urn;
}

/**
 * Primary and secondary need on census day. Down syndrome has a code of its own from 2025; before,
 * it was reported as other.
 */
export function needsShown(
  plan: SamplePlan,
  ret: ReturnInfo,
): { primary: string; secondary: string } {
  const code = (need: string): string => (need === "DS" && ret.year < 2025 ? "OTH" : need);
  const { primary, secondary } =
    plan.needs.filter((need) => need.from <= ret.reference).pop() ?? plan.needs[0];
  return { primary: code(primary), secondary: code(secondary) };
}

/** The latest review meeting up to census day, with its decision if that had been made. */
export function reviewShown(plan: SamplePlan, ret: ReturnInfo): Review | null {
  const latest = plan.reviews.filter((review) => review.meeting <= ret.reference).pop();
  return latest
    ? latest.decided !== null && latest.decided <= ret.reference
      ? latest
      : { ...latest, draft: null, decided: null }
    : null;
}

/**
 * The phase transfer due in the reference year or by the next 31 March, with its final plan date if
 * there was one by census day.
 */
export function phaseTransferShown(
  plan: SamplePlan,
  ret: ReturnInfo,
): SamplePlan["phaseTransfers"][number] | null {
  const transfer = plan.phaseTransfers.find(
    ({ due }) => due >= ret.start && due <= dayOf(ret.year, 3, 31),
  );
  return transfer
    ? {
        due: transfer.due,
        final: transfer.final !== null && transfer.final <= ret.reference ? transfer.final : null,
      }
    : null;
}

export const budgetShown = (plan: SamplePlan, ret: ReturnInfo): boolean =>
  plan.budget !== null && plan.budget <= Math.min(ret.reference, plan.cease?.date ?? ret.reference);

/**
 * Code of the direct payments of a plan's budget: E, S, H, I, or empty where the budget is arranged
 * in another way.
 */
export const paymentShown = (plan: SamplePlan, ret: ReturnInfo): string =>
  budgetShown(plan, ret) ? ("ESHI"[Math.abs(plan.start) % 5] ?? "") : "";

/**
 * Last day of which a return knows this request's events: 31 December, or census day where its plan
 * was in force by then.
 */
export const lastKnown = (request: Request, ret: ReturnInfo): Day =>
  request.plan && showsPlan(request.plan, ret) ? ret.reference : ret.end;
