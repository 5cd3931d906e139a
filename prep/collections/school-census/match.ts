import { MISSING, type TextColumn } from "../../columns/column";
import { validUpns } from "../../protect/people";
import { senProvision } from "./groups";
import type { CensusModel } from "./model";
import { pupilPeople } from "./people";

/**
 * What becomes of a plan that a school reports. Of pupils that SEN2 does not have, those who live in another authority are told apart: it keeps
 * the plan. The census itself does not say who keeps a plan, and where no postcode directory gives the home it cannot be known.
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
const EHC = senProvision.values.indexOf("ehc_plan");

/** What SEN2 knows of people, for the comparison with the census. By person (from 0). */
export interface Sen2Known {
  /** A return has the person with a valid UPN. */
  readonly hasUpn: Uint8Array;
  /** Index into `sexes` and birth day; 2 and MISSING where SEN2 does not say. */
  readonly sex: Uint8Array;
  readonly birth: Int32Array;
  /** The authority that is built. */
  readonly authority: string;
  /** Authority of the latest postcode of any source, by person. */
  readonly home: TextColumn;
  /** Persons with a plan in force on the census day. */
  readonly plans: Int32Array;
}

/** For each pupil row of one census: index into `matchOutcomes`, or -1 where no plan is reported or the pupil is not counted. */
export interface CensusMatch {
  readonly outcome: Int8Array;
  readonly sexDiffers: Uint8Array;
  readonly birthDiffers: Uint8Array;
}

/** Why a pupil is not in SEN2, by where the pupil lives. */
const notInSen2 = (home: string | null, authority: string): number =>
  home === null ? HOME_UNKNOWN : home === authority ? NOT_IN_SEN2 : KEPT_ELSEWHERE;

/** Whether a plan can be looked for: reported, and of a pupil with a valid UPN. */
export const isLinkable = ({ outcome }: CensusMatch, row: number): boolean =>
  outcome[row] >= 0 && outcome[row] !== NO_UPN;
export const isMatched = ({ outcome }: CensusMatch, row: number): boolean =>
  outcome[row] === MATCHED;
export const lacksUpn = ({ outcome }: CensusMatch, row: number): boolean => outcome[row] === NO_UPN;

/** Looks the plans that schools report up in SEN2, for one census whose day a SEN2 return covers. */
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
    if (!onRoll[row] || sen[row] !== EHC) continue;
    const person = model.personOf[c].onroll[row];
    const inSen2 = upn[row] === 1 && known.hasUpn[person] === 1;
    match.outcome[row] = !upn[row]
      ? NO_UPN
      : !inSen2
        ? notInSen2(known.home.at(person), known.authority)
        : holders.has(person)
          ? MATCHED
          : NOT_IN_FORCE;
    if (!inSen2) continue;
    match.sexDiffers[row] = Number(
      source.sex[row] < 2 && known.sex[person] < 2 && source.sex[row] !== known.sex[person],
    );
    const born = source.birth.values[row];
    match.birthDiffers[row] = Number(
      born !== MISSING && known.birth[person] !== MISSING && born !== known.birth[person],
    );
  }
  return match;
}
