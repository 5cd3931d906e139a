import { addMonths, ageOn, lastAugust31, type Day } from "../../prep/calendar/day";
import type { Placement, SamplePlan, ReturnInfo } from "../../prep/sample/history";
import { OWN, schoolOf, SCHOOLS, type School } from "../../prep/sample/schools";
import {
  isOpenOn,
  namedSetting,
  placementsShown,
  budgetShown,
  needsShown,
  paymentShown,
  reviewShown,
  showsActive,
  showsPlan,
  urnShown,
} from "../../prep/sample/what-a-return-shows";
import { isStateMainstream } from "./groups";

const byUkprn = new Map(SCHOOLS.map((school) => [school.ukprn, school]));

/** The establishment with a provider number. */
export const providerOf = (ukprn: string): School | undefined => byUkprn.get(ukprn);

/**
 * Primary need on a day: as the covering return has it, else the latest earlier return that has it.
 */
export function needOn(plan: SamplePlan, day: Day, returns: readonly ReturnInfo[]): string {
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
  /** A apprenticeship, T traineeship, S supported internship, or empty. */
  readonly workBased: string;
}

/**
 * Setting on a day: the open first placement, else the open second, else the one that the plan
 * names.
 */
export function settingOn(plan: SamplePlan, day: Day, ret: ReturnInfo): SettingOnDay {
  if (!showsPlan(plan, ret))
    return { placement: null, urn: "", awaiting: false, residential: "", workBased: "" };
  const active = showsActive(plan, ret);
  const open = active
    ? placementsShown(plan, ret).filter((placement) => isOpenOn(placement, day))
    : [];
  const first = open.find(({ rank }) => rank === 1);
  const placement = first ?? open[0] ?? namedSetting(plan, ret);
  // The return of 2023 has one field for the plan of where the child lives, and one of work-based
  // learning: those of the placement on census day.
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
    workBased: lives?.workBased ?? "",
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

export const hasBudget = (plan: SamplePlan, ret: ReturnInfo): boolean =>
  showsPlan(plan, ret) && budgetShown(plan, ret);

const PAYMENTS: Readonly<Record<string, string>> = {
  E: "education",
  S: "social_care",
  H: "health",
  I: "integrated",
};

/** What the direct payments of a plan are for, or undefined. */
export const paymentOf = (plan: SamplePlan, ret: ReturnInfo): string | undefined =>
  showsPlan(plan, ret) ? PAYMENTS[paymentShown(plan, ret)] : undefined;

export const isAged16OrOver = (birth: Day, day: Day): boolean =>
  ageOn(birth, lastAugust31(day)) >= 16;

export const isAged16To18 = (birth: Day, day: Day): boolean => {
  const age = ageOn(birth, lastAugust31(day));
  return age >= 16 && age <= 18;
};

/** The review that a return tells of an active plan: that of 2023 has the decision alone. */
function reviewTold(
  plan: SamplePlan,
  ret: ReturnInfo,
): { meeting: Day | null; decided: Day | null; outcome: string } | null {
  const review = showsActive(plan, ret) ? reviewShown(plan, ret) : null;
  if (!review) return null;
  const { decided, outcome } = review;
  return ret.year >= 2024
    ? { meeting: review.meeting, decided, outcome }
    : decided === null
      ? null
      : { meeting: null, decided, outcome };
}

export interface LastReview {
  readonly meeting: Day | null;
  readonly decided: Day | null;
  readonly outcome: string;
}

/**
 * The last review by a day that the returns up to the covering one tell of. A return tells of the
 * latest review only: where that one comes after the day, an earlier
 * return is asked. `unknown` where that leads to nothing, and where no return has the plan as
 * active; `none` where there was no review.
 */
export function lastReviewBy(
  plan: SamplePlan,
  day: Day,
  covering: ReturnInfo,
  returns: readonly ReturnInfo[],
): LastReview | "none" | "unknown" {
  const shown = returns.filter((ret) => ret.year <= covering.year && showsActive(plan, ret));
  const told = shown.flatMap((ret) => reviewTold(plan, ret) ?? []);
  const by = (date: Day | null): Day | null => (date !== null && date <= day ? date : null);
  const last = told
    .map(({ meeting, decided, outcome }) => ({
      meeting: by(meeting),
      decided: by(decided),
      outcome,
    }))
    .filter(({ meeting, decided }) => meeting !== null || decided !== null)
    .pop();
  return last ?? (shown.length === 0 || told.length > 0 ? "unknown" : "none");
}

/**
 * Where the reviews of a plan stand on a day, as the returns let one know it. Nothing but its age
 * holds of one whose reviews are unknown.
 */
export function reviewOn(
  plan: SamplePlan,
  day: Day,
  covering: ReturnInfo,
  returns: readonly ReturnInfo[],
): { isKnown: boolean; old: boolean; held: boolean; overdue: boolean; awaiting: boolean } {
  const yearBefore = addMonths(day, -12);
  const old = plan.start <= yearBefore;
  const last = lastReviewBy(plan, day, covering, returns);
  if (last === "unknown")
    return { isKnown: false, old, held: false, overdue: false, awaiting: false };
  const { meeting, decided } = last === "none" ? { meeting: null, decided: null } : last;
  return {
    isKnown: true,
    old,
    held: old && Math.max(meeting ?? 0, decided ?? 0) > yearBefore,
    overdue: (decided ?? meeting ?? plan.start) < yearBefore,
    awaiting: meeting !== null && decided === null,
  };
}
