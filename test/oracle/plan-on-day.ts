import { addMonths, ageOn, lastAugust31, type Day } from "../../prep/calendar/day";
import type { Placement, Plan, ReturnInfo } from "../../prep/sample/history";
import { OWN, providerOf, schoolOf, type School } from "../../prep/sample/schools";
import {
  isOpenOn,
  namedSetting,
  placementsShown,
  budgetShown,
  needsShown,
  reviewShown,
  showsActive,
  showsPlan,
  urnShown,
} from "../../prep/sample/what-a-return-shows";
import { isStateMainstream } from "./groups";

/** Primary need on a day: as the covering return has it, else the latest earlier return that has it. */
export function needOn(plan: Plan, day: Day, returns: readonly ReturnInfo[]): string {
  const covering = returns.findIndex((ret) => ret.start <= day && day <= ret.reference);
  const shown = returns
    .slice(0, covering + 1)
    .filter((ret) => showsActive(plan, ret))
    .pop();
  return shown ? needsShown(plan, shown).primary : "not_recorded";
}

export interface SettingOnDay {
  /** The placement that counts, or null where the covering return does not have the plan. */
  readonly placement: Placement | null;
  readonly urn: string;
  readonly awaiting: boolean;
  /** A 38 to 51 weeks, B 52 weeks, or empty. */
  readonly residential: string;
}

/** Setting on a day: the open first placement, else the open second, else the one that the plan names. */
export function settingOn(plan: Plan, day: Day, ret: ReturnInfo): SettingOnDay {
  if (!showsPlan(plan, ret)) return { placement: null, urn: "", awaiting: false, residential: "" };
  const active = showsActive(plan, ret);
  const open = active
    ? placementsShown(plan, ret).filter((placement) => isOpenOn(placement, day))
    : [];
  const first = open.find(({ rank }) => rank === 1);
  const placement = first ?? open[0] ?? namedSetting(plan, ret);
  // The return of 2023 has one residential field for the plan: that of the placement on census day.
  const lives = first
    ? ret.year === 2023
      ? placementsShown(plan, ret).find((p) => p.rank === 1 && isOpenOn(p, ret.reference))
      : first
    : namedSetting(plan, ret);
  return {
    placement,
    urn: urnShown(placement, ret),
    awaiting: placement.setting === "NIEO" || (active && open.length === 0),
    residential: lives?.residential ?? "",
  };
}

const ELSEWHERE: Readonly<Record<string, string>> = {
  OLA: "arranged_by_authority",
  OPA: "arranged_by_parents",
  EHE: "elective_home_education",
  EYP: "early_years",
  OTH: "other_setting",
  NEET: "neet",
  NIEC: "not_in_education_notice_to_cease",
  NIEO: "not_in_education_other",
};

/** The school on a day: once it has closed, the one that took its place. */
export function schoolOn(urn: string, day: Day): School | undefined {
  const school = schoolOf(urn);
  return school?.successor && school.closed !== null && school.closed < day
    ? schoolOf(school.successor)
    : school;
}

/** Placement group on a day. */
export function settingGroup({ placement, urn }: SettingOnDay, day: Day): string {
  if (!placement) return "not_recorded";
  if (urn) {
    const group = schoolOn(urn, day)!.group;
    return !isStateMainstream(group)
      ? group
      : placement.unit
        ? `${group}_sen_unit`
        : placement.resourced
          ? `${group}_resourced`
          : group;
  }
  return placement.ukprn
    ? (providerOf(placement.ukprn)?.group ?? "fe_ukrlp")
    : ELSEWHERE[placement.setting];
}

export const isOutOfArea = ({ urn }: SettingOnDay): boolean => schoolOf(urn)!.authority !== OWN;

export const hasBudget = (plan: Plan, ret: ReturnInfo): boolean =>
  showsPlan(plan, ret) && budgetShown(plan, ret);

export const isAged16To18 = (birth: Day, day: Day): boolean => {
  const age = ageOn(birth, lastAugust31(day));
  return age >= 16 && age <= 18;
};

/** Where a review stands on a day, as the covering return lets one know it. */
export function reviewOn(
  plan: Plan,
  day: Day,
  ret: ReturnInfo,
): { old: boolean; held: boolean; overdue: boolean; awaiting: boolean } {
  const yearBefore = addMonths(day, -12);
  const review = showsActive(plan, ret) ? reviewShown(plan, ret) : null;
  const meeting = review && review.meeting <= day ? review.meeting : null;
  const decided = review?.decided && review.decided <= day ? review.decided : null;
  const old = plan.start <= yearBefore;
  return {
    old,
    held: old && Math.max(meeting ?? 0, decided ?? 0) > yearBefore,
    overdue: (decided ?? meeting ?? plan.start) < yearBefore,
    awaiting: meeting !== null && decided === null,
  };
}
