import type { PlansOnDay } from "../capabilities";
import type { Places } from "../../places/places";
import { settingGroups } from "../../sources/school-register/setting-groups";
import { senProvision } from "./groups";
import type { CensusModel } from "./model";

/** What becomes of a plan of ours when it is looked for in a census, from found to not known why. */
export const planOutcomes = [
  "school_reports_plan",
  "school_reports_no_plan",
  "school_of_another_authority",
  "setting_without_census",
  "placement_not_known",
  "school_not_received",
  "no_valid_upn",
  "not_in_census",
] as const;
const [FOUND, NO_PLAN, ELSEWHERE, NO_CENSUS, NOT_KNOWN, NOT_RECEIVED, NO_UPN, NOT_THERE] =
  planOutcomes.keys();
const EHC = senProvision.values.indexOf("ehc_plan");

/** Groups of settings that return no school census: independent schools, further education, early years and whatever is no school. Non-maintained special schools return one. */
const returnsNone: readonly boolean[] = settingGroups.map(
  ({ id, family }) =>
    id === "mainstream_independent" ||
    id === "special_independent" ||
    ["further_education", "early_years", "elsewhere"].includes(family),
);
const NOT_RECORDED = settingGroups.findIndex(({ id }) => id === "not_recorded");

/** What is known of the plans in force on a census day. */
export interface PlansToFind {
  readonly load: PlansOnDay;
  readonly places: Places;
  /** By person: a return has the person with a valid UPN. */
  readonly hasUpn: Uint8Array;
  readonly authority: string;
}

/** Looks the plans in force on the day of a census up in it: index into `planOutcomes` by row of the caseload. */
export function findPlans(
  { censuses, personOf, pupils, schools }: CensusModel,
  c: number,
  { load, places, hasUpn, authority }: PlansToFind,
): Int8Array {
  const { referenceDate } = censuses[c];
  const reported = new Map<number, boolean>();
  personOf[c].onroll.forEach(
    (person, row) =>
      person >= 0 &&
      reported.set(person, pupils[c].sen[row] === EHC || reported.get(person) === true),
  );
  const received = new Set(schools[c]);
  const why = (row: number): number => {
    const [setting, group] = [load.setting[row], load.group[row]];
    if (setting === 0) return NOT_KNOWN;
    if (returnsNone[group]) return NO_CENSUS;
    const where =
      places.establishment(setting, referenceDate)?.authority ??
      places.list[setting]?.authority ??
      null;
    if (where !== null && where !== authority) return ELSEWHERE;
    if (received.has(setting)) return hasUpn[load.person[row]] ? NOT_THERE : NO_UPN;
    return where === null && group === NOT_RECORDED ? NOT_KNOWN : NOT_RECEIVED;
  };
  return Int8Array.from({ length: load.count }, (_, row) => {
    const plan = reported.get(load.person[row]);
    return plan === undefined ? why(row) : plan ? FOUND : NO_PLAN;
  });
}
