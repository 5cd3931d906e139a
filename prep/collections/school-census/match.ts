import { MISSING } from "../../columns/column";
import { validUpns } from "../../protect/people";
import { senProvision } from "./groups";
import type { CensusModel } from "./model";
import { pupilPeople } from "./people";

export const matchOutcomes = ["matched", "no_valid_upn", "not_in_sen2", "plan_not_in_force"] as const;
const EHC = senProvision.values.indexOf("ehc_plan");

/** What SEN2 knows of people, for the comparison with the census. By person (from 0). */
export interface Sen2Known {
  /** A return has the person with a valid UPN. */
  readonly hasUpn: Uint8Array;
  /** Index into `sexes` and birth day; 2 and MISSING where SEN2 does not say. */
  readonly sex: Uint8Array;
  readonly birth: Int32Array;
  /** Persons with a plan in force on a day; null when no return covers it. */
  readonly inForce: (day: number) => Int32Array | null;
}

/** For each pupil row of one census: index into `matchOutcomes`, or -1 where no plan is reported or the pupil is not counted. */
export interface CensusMatch {
  readonly outcome: Int8Array;
  readonly sexDiffers: Uint8Array;
  readonly birthDiffers: Uint8Array;
}

/** Looks the plans that schools report up in SEN2, for one census; null when no SEN2 return covers its day. */
export function matchPlans(model: CensusModel, c: number, known: Sen2Known): CensusMatch | null {
  const { referenceDate, tables } = model.censuses[c];
  const plans = known.inForce(referenceDate);
  if (!plans) return null;
  const holders = new Set(plans);
  const source = pupilPeople(tables.pupilonroll);
  const upn = validUpns(source);
  const { sen, onRoll } = model.pupils[c];
  const n = source.rowCount;
  const match: CensusMatch = { outcome: new Int8Array(n).fill(-1), sexDiffers: new Uint8Array(n), birthDiffers: new Uint8Array(n) };
  for (let row = 0; row < n; row++) {
    if (!onRoll[row] || sen[row] !== EHC) continue;
    const person = model.personOf[c].onroll[row];
    const inSen2 = upn[row] === 1 && known.hasUpn[person] === 1;
    match.outcome[row] = !upn[row] ? 1 : !inSen2 ? 2 : holders.has(person) ? 0 : 3;
    if (!inSen2) continue;
    match.sexDiffers[row] = Number(source.sex[row] < 2 && known.sex[person] < 2 && source.sex[row] !== known.sex[person]);
    const born = source.birth.values[row];
    match.birthDiffers[row] = Number(born !== MISSING && known.birth[person] !== MISSING && born !== known.birth[person]);
  }
  return match;
}
