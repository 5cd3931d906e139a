import { addMonths, agesOn, lastAugust31, type Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { settingGroups } from "../../../sources/school-register/setting-groups";
import type { Cases } from "./cases";
import type { MergedCases } from "./merge";
import { coveringReturn, type ReturnPeriod } from "./periods";
import { areToCome, mainDetail, openPlacement, type PlanRecords } from "./plan-records";
import { reviewOn, reviewsKnown } from "./review-on-day";
import type { NamedSettings } from "./settings";

/** Everyone with a plan in force on a day, one row a person, in the order of the cases. */
export interface Caseload {
  readonly day: Day;
  /** Index of the return that covers the day. */
  readonly ret: number;
  readonly count: number;
  readonly caseOf: Int32Array;
  readonly person: Int32Array;
  readonly setting: Int32Array;
  /** An index into `needs` from 1; 0 where none is given. */
  readonly need: Uint8Array;
  /** Index into settingGroups. */
  readonly group: Uint8Array;
  /** 0 none, 1 for 38 to 51 weeks, 2 for 52 weeks. */
  readonly residential: Uint8Array;
  /** Index into settingCodes. */
  readonly settingCode: Uint8Array;
  /** 1 where the covering return shows the plan as active, with no placement open on the day. */
  readonly unplaced: Uint8Array;
  /** 1 where placed at a school that the register knows, and where that is in another authority. */
  readonly atSchool: Uint8Array;
  readonly elsewhere: Uint8Array;
  /** 1 where a personal budget is taken up. */
  readonly budget: Uint8Array;
  /** Kinds of direct payments and of work-based learning, from 1; 0 for none. */
  readonly payment: Uint8Array;
  readonly work: Uint8Array;
  /** Completed years on the 31 August before, MISSING where not known. */
  readonly age: Int32Array;
  /** Start of the plan. */
  readonly start: Int32Array;
  /**
   * The last review by the day, MISSING where there is none or reviews are not known on the day.
   */
  readonly reviewMeeting: Int32Array;
  readonly reviewDecision: Int32Array;
  /** 1 where the returns show no review by the day and cannot say that there was none. */
  readonly reviewHidden: Uint8Array;
  readonly reviewsKnown: boolean;
  /** The day that a review must lie after to be in time. */
  readonly reviewLimit: Day;
  /** Plans transferred in whose day of transfer is not known and may lie after this day. */
  readonly transfersUncertain: number;
}

export interface CaseloadSource {
  readonly cases: Cases;
  readonly merged: MergedCases;
  readonly periods: readonly ReturnPeriod[];
  readonly records: readonly PlanRecords[];
  readonly settings: NamedSettings;
  /** Birth day by person, MISSING where it is not known. */
  readonly birth: Int32Array;
  readonly authority: string;
  readonly reviewMonths: number;
}

const NOT_RECORDED = settingGroups.findIndex(({ id }) => id === "not_recorded");

/**
 * In force: begun, not ceased before the day (in force on the day it ceases), and shown by the
 * returns (docs/counting.md).
 */
const inForce = ({ start, cease, planShownUntil }: MergedCases, c: number, day: Day): boolean =>
  start[c] !== MISSING &&
  start[c] <= day &&
  (cease[c] === MISSING || cease[c] >= day) &&
  (planShownUntil[c] === MISSING || planShownUntil[c] >= day);

/**
 * Position in `cases.order` of the newest observation of a case in a return or an earlier one; -1
 * when it is first seen later.
 */
export function observationAt(
  { from, order, observations }: Cases,
  c: number,
  ret: number,
): number {
  for (let i = from[c + 1] - 1; i >= from[c]; i--) if (observations.ret[order[i]] <= ret) return i;
  return -1;
}

interface Placed {
  readonly of: PlanRecords;
  readonly active: number;
  /** Row of the placement. */
  readonly row: number;
}

/**
 * The placement open on a day as an observation (a position in `cases.order`) shows it; null where
 * it shows none. Where all that it shows begin after the day, an earlier
 * observation is asked for the one before.
 */
function placementAt(
  { cases, records }: Pick<CaseloadSource, "cases" | "records">,
  c: number,
  position: number,
  day: Day,
): Placed | null {
  const { order, from, observations } = cases;
  for (let at = position; at >= from[c]; at--) {
    const of = records[observations.ret[order[at]]];
    const active = observations.activePlan[order[at]];
    const row = active < 0 ? -1 : openPlacement(of, active, day);
    if (row >= 0) return { of, active, row };
    if (active < 0 || !areToCome(of, active, day)) return null;
  }
  return null;
}

/**
 * The plan that stands for each person on a day: one with a rank 1 placement open first, then the
 * latest start (indicator ehc_plans_maintained).
 */
function plansInForce(source: CaseloadSource, day: Day, ret: number): Int32Array {
  const { merged, cases, birth } = source;
  const chosen = new Int32Array(birth.length).fill(-1);
  const openFirst = (c: number): boolean => {
    const position = observationAt(cases, c, ret);
    const placed = position < 0 ? null : placementAt(source, c, position, day);
    return placed !== null && placed.of.rank[placed.row] === 1;
  };
  for (let c = 0; c < merged.count; c++) {
    if (!inForce(merged, c, day)) continue;
    const person = merged.person[c];
    const other = chosen[person];
    if (other < 0) chosen[person] = c;
    else {
      const [mine, theirs] = [openFirst(c), openFirst(other)];
      if (mine !== theirs ? mine : merged.start[c] > merged.start[other]) chosen[person] = c;
    }
  }
  return chosen.filter((c) => c >= 0).sort();
}

/** Columns of a caseload of so many rows, with nothing known yet. */
function emptyColumns(n: number) {
  const bytes = (): Uint8Array => new Uint8Array(n);
  const days = (): Int32Array => new Int32Array(n).fill(MISSING);
  return {
    person: new Int32Array(n),
    setting: new Int32Array(n),
    need: bytes(),
    group: bytes().fill(NOT_RECORDED),
    residential: bytes(),
    settingCode: bytes(),
    unplaced: bytes(),
    atSchool: bytes(),
    elsewhere: bytes(),
    budget: bytes(),
    payment: bytes(),
    work: bytes(),
    age: days(),
    start: days(),
    reviewMeeting: days(),
    reviewDecision: days(),
    reviewHidden: bytes(),
  };
}
type Columns = ReturnType<typeof emptyColumns>;

/**
 * Fills in need, budget, setting, residence and work-based learning of a row from the newest
 * observation back: each from the first that tells it.
 */
function fromObservations(
  source: CaseloadSource,
  load: Columns,
  i: number,
  { c, newest, ret, day }: { c: number; newest: number; ret: number; day: Day },
): void {
  const { cases, records, settings } = source;
  const { observations } = cases;
  let settled = false;
  let budgetKnown = false;
  for (let at = newest; at >= cases.from[c]; at--) {
    const observation = cases.order[at];
    const from = observations.ret[observation];
    const of = records[from];
    const active = observations.activePlan[observation];
    const named = observations.namedPlan[observation];
    if (active >= 0 && load.need[i] === 0) load.need[i] = of.need[active];
    if (named >= 0 && !budgetKnown && of.personalBudget[named] >= 0) {
      budgetKnown = true;
      load.budget[i] = of.personalBudget[named];
      load.payment[i] = of.directPayment[named];
    }
    if (settled || (active < 0 && named < 0)) continue;
    const placed = placementAt(source, c, at, day);
    const detail = placed || named < 0 ? -1 : mainDetail(of, named);
    if (active >= 0 && from === ret && !placed) load.unplaced[i] = 1;
    const columns = placed ? placed.of.placement : of.detail;
    const row = placed ? placed.row : detail;
    if (row >= 0) {
      load.setting[i] = columns.setting[row];
      load.group[i] = settings.group(columns.setting[row], columns.place[row], day);
      load.settingCode[i] = columns.code[row];
    }
    const shown = placed ?? { of, active };
    if (shown.of.activeResidential && shown.active >= 0)
      load.residential[i] = shown.of.activeResidential[shown.active];
    else if (placed && placed.of.rank[placed.row] === 1)
      load.residential[i] = placed.of.placementResidential[placed.row];
    else if (named >= 0) load.residential[i] = of.namedResidential[named];
    if (shown.of.activeWork && shown.active >= 0) load.work[i] = shown.of.activeWork[shown.active];
    else if (placed && placed.of.rank[placed.row] === 1)
      load.work[i] = placed.of.placementWork[placed.row];
    else if (named >= 0) load.work[i] = of.namedWork[named];
    settled = placed !== null || detail >= 0 || active >= 0;
  }
}

/**
 * Whoever has a plan in force on a day, with need, setting, age and last review; null when no
 * return covers the day.
 */
export function caseloadOn(source: CaseloadSource, day: Day): Caseload | null {
  const ret = coveringReturn(source.periods, day);
  if (ret < 0) return null;
  const { cases, merged, settings, birth } = source;
  const plans = plansInForce(source, day, ret);
  const n = plans.length;
  const load = emptyColumns(n);
  const ageOf = agesOn(lastAugust31(day));
  const withReviews = reviewsKnown(day, source.periods[ret]);
  let transfersUncertain = 0;

  for (let i = 0; i < n; i++) {
    const c = plans[i];
    const person = (load.person[i] = merged.person[c]);
    load.start[i] = merged.start[c];
    if (birth[person] !== MISSING) load.age[i] = ageOf(birth[person]);
    const newest = observationAt(cases, c, ret);
    fromObservations(source, load, i, { c, newest, ret, day });
    const authority = settings.list[load.setting[i]]?.urn
      ? settings.establishment(load.setting[i], day)?.authority
      : null;
    if (authority) {
      load.atSchool[i] = 1;
      load.elsewhere[i] = Number(authority !== source.authority);
    }
    if (day < source.periods[merged.firstReturn[c]].plansEnd && transferredIn(source, c))
      transfersUncertain++;
    if (!withReviews) continue;
    const review = reviewOn(source, c, newest, day);
    load.reviewMeeting[i] = review.meeting;
    load.reviewDecision[i] = review.decision;
    load.reviewHidden[i] = Number(!review.isKnown);
  }
  return {
    day,
    ret,
    count: n,
    caseOf: plans,
    ...load,
    reviewsKnown: withReviews,
    reviewLimit: addMonths(day, -source.reviewMonths),
    transfersUncertain,
  };
}

/** True when the first return that shows the case says that it was transferred in. */
function transferredIn({ cases, records }: CaseloadSource, c: number): boolean {
  const first = cases.order[cases.from[c]];
  const active = cases.observations.activePlan[first];
  return active >= 0 && records[cases.observations.ret[first]].transferred[active] === 1;
}
