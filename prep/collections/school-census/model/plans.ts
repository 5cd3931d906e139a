import type { Finding } from "../../../check/finding";
import { findingOf, type RecordPlace } from "../../../check/run";
import { MISSING, type TextColumn } from "../../../columns/column";
import type { Places } from "../../../places/places";
import { validUpns } from "../../../protect/people";
import { settingGroups } from "../../../sources/school-register/setting-groups";
import type { PlansOnDay } from "../../capabilities";
import { placeIn } from "../read/census";
import { senProvisions } from "../fields/code-sets";
import { readingRules } from "../rules/reading-rules";
import type { CensusModel } from "./model";
import { pupilPeople, schoolIds } from "./people";

/**
 * What becomes of a plan that a school reports. Of pupils that SEN2 does not have, those who live
 * in
 * another authority are told apart: it keeps the plan. The census itself does not say who keeps a
 * plan, and
 * where no postcode directory gives the home it cannot be known.
 */
export const matchOutcomes = [
  "matched",
  "no_valid_upn",
  "not_in_sen2",
  "plan_not_in_force",
  "plan_kept_elsewhere",
  "not_in_sen2_home_unknown",
] as const;
const [MATCHED, NO_UPN, NOT_IN_SEN2, NOT_IN_FORCE, KEPT_ELSEWHERE, HOME_UNKNOWN] =
  matchOutcomes.keys();
/** By SEN provision code: whether it is one of a plan. */
const isPlan = senProvisions.map(([, group]) => group === "ehc_plan");

/** What SEN2 knows of people, for the comparison with the census. By person (from 0). */
interface Sen2Known {
  /** A return has the person with a valid UPN. */
  readonly hasUpn: Uint8Array;
  /** Index into `sexes` and birth day; -1 and MISSING where SEN2 does not say. */
  readonly sex: Int8Array;
  readonly birth: Int32Array;
  /** The authority that is built. */
  readonly authority: string;
  /** Authority of the latest postcode of any source, by person. */
  readonly home: TextColumn;
  /** Persons with a plan in force on the census day. */
  readonly plans: Int32Array;
}

/**
 * For each pupil row of one census: index into `matchOutcomes`, or -1 where no plan is reported or
 * the
 * pupil is not counted.
 */
export interface CensusMatch {
  readonly outcome: Int8Array;
  readonly sexDiffers: Uint8Array;
  readonly birthDiffers: Uint8Array;
}

/** Why a pupil is not in SEN2, by where the pupil lives. */
const notInSen2 = (home: string | null, authority: string): number =>
  home === null ? HOME_UNKNOWN : home === authority ? NOT_IN_SEN2 : KEPT_ELSEWHERE;

const lacksUpn = ({ outcome }: CensusMatch, row: number): boolean => outcome[row] === NO_UPN;

/**
 * Looks the plans that schools report up in SEN2, for one census whose day a SEN2 return covers.
 */
export function matchPlans(model: CensusModel, c: number, known: Sen2Known): CensusMatch {
  const { tables } = model.censuses[c];
  const holders = new Set(known.plans);
  const source = pupilPeople(tables.pupilonroll);
  const upn = validUpns(source);
  const { sen, onRoll } = model.pupils[c];
  const n = source.rowCount;
  const match: CensusMatch = {
    outcome: new Int8Array(n).fill(-1),
    sexDiffers: new Uint8Array(n),
    birthDiffers: new Uint8Array(n),
  };
  for (let row = 0; row < n; row++) {
    if (!onRoll[row] || !isPlan[sen[row]]) continue;
    const person = model.personOf[c].onroll[row];
    const inSen2 = upn[row] === 1 && known.hasUpn[person] === 1;
    if (!inSen2) {
      match.outcome[row] = upn[row] ? notInSen2(known.home.at(person), known.authority) : NO_UPN;
      continue;
    }
    match.outcome[row] = holders.has(person) ? MATCHED : NOT_IN_FORCE;
    match.sexDiffers[row] = Number(
      source.sex[row] >= 0 && known.sex[person] >= 0 && source.sex[row] !== known.sex[person],
    );
    const born = source.birth.values[row];
    match.birthDiffers[row] = Number(
      born !== MISSING && known.birth[person] !== MISSING && born !== known.birth[person],
    );
  }
  return match;
}

/**
 * What becomes of a plan of ours when it is looked for in a census, from found to not known why.
 */
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
const [FOUND, NO_PLAN, ELSEWHERE, NO_CENSUS, NOT_KNOWN, NOT_RECEIVED, NO_VALID_UPN, NOT_THERE] =
  planOutcomes.keys();

/**
 * Groups of settings that return no school census: independent schools, further education, early
 * years and
 * whatever is no school. Non-maintained special schools return one.
 */
const returnsNone: readonly boolean[] = settingGroups.map(
  ({ id, family }) =>
    id === "mainstream_independent" ||
    id === "special_independent" ||
    ["further_education", "early_years", "elsewhere"].includes(family),
);
const NOT_RECORDED = settingGroups.findIndex(({ id }) => id === "not_recorded");

/** What is known of the plans in force on a census day. */
interface PlansToFind {
  readonly load: PlansOnDay;
  readonly places: Places;
  /** By person: a return has the person with a valid UPN. */
  readonly hasUpn: Uint8Array;
  readonly authority: string;
}

/**
 * Looks the plans in force on the day of a census up in it: index into `planOutcomes` by row of the
 * caseload.
 */
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
      reported.set(person, isPlan[pupils[c].sen[row]] || reported.get(person) === true),
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
    if (received.has(setting)) return hasUpn[load.person[row]] ? NOT_THERE : NO_VALID_UPN;
    return where === null && group === NOT_RECORDED ? NOT_KNOWN : NOT_RECEIVED;
  };
  return Int8Array.from({ length: load.count }, (_, row) => {
    const plan = reported.get(load.person[row]);
    return plan === undefined ? why(row) : plan ? FOUND : NO_PLAN;
  });
}

/**
 * What the comparison with SEN2 shows pupil by pupil: another sex, another date of birth, a plan
 * without a
 * valid UPN (rules SC-X01 to SC-X03).
 */
export function linkFindings(
  { censuses }: CensusModel,
  matches: readonly (CensusMatch | null)[],
): Finding[] {
  return matches.flatMap((match, c) => {
    if (!match) return [];
    const { pupilonroll } = censuses[c].tables;
    const ids = schoolIds(censuses[c]);
    const place = (row: number, field: string): RecordPlace => {
      const school = ids[pupilonroll.schoolRow(row)];
      return { ...placeIn(pupilonroll, row, field), ...(school === null ? {} : { school }) };
    };
    const found = (
      id: "X01" | "X02" | "X03",
      field: string,
      test: (row: number) => boolean,
    ): Finding[] => {
      const findings: Finding[] = [];
      for (let row = 0; row < pupilonroll.rowCount; row++)
        if (test(row)) findings.push(findingOf(readingRules[id], "pupilonroll", place(row, field)));
      return findings;
    };
    return [
      ...found("X01", "sex", (row) => match.sexDiffers[row] === 1),
      ...found("X02", "dob", (row) => match.birthDiffers[row] === 1),
      ...found("X03", "upn", (row) => lacksUpn(match, row)),
    ];
  });
}
