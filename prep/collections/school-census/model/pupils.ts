import { MISSING } from "../../../columns/column";
import type { Census } from "../read/census";
import {
  codesOf,
  enrolStatus,
  groupsOf,
  needTypes,
  phaseCodes,
  senCodeEnd,
  senCodesOn,
  yearGroups,
} from "../fields/code-sets";
import { rowOrder } from "./standing";

/** The pupils on roll in one census, by row of its table, with what they are counted by. */
export interface PupilRows {
  /** Indexes into `senCodes`, `needTypes`, `phaseCodes` and `yearGroups`; -1 where there is none. */
  readonly sen: Int8Array;
  readonly need: Int8Array;
  readonly phase: Int8Array;
  readonly year: Int8Array;
  readonly status: Uint8Array;
  /** 1 or 0; all 0 where the census has no meal periods. */
  readonly freeMeals: Uint8Array;
  readonly freeMealsKnown: boolean;
  readonly unitOrResourced: Uint8Array;
  /**
   * 1 for the record that counts the person: enrolment status C or M; of several, the one with the
   * latest
   * entry date.
   */
  readonly onRoll: Uint8Array;
  /** Rows of known persons, in the order that they are counted and written in. */
  readonly order: Int32Array;
  /** Some of those on roll have a code of SEN provision that has ended since. */
  readonly oldCodes: boolean;
}

/** The need ranked first (the lowest rank that is given) of each pupil. */
function primaryNeeds({ tables: { pupilonroll, senneeds } }: Census): Int8Array {
  const type = codesOf(senneeds.text("sentype"), needTypes);
  const rank = senneeds.integer("sentyperank").values;
  const need = new Int8Array(pupilonroll.rowCount).fill(-1);
  const best = new Int32Array(pupilonroll.rowCount).fill(MISSING);
  for (let row = 0; row < senneeds.rowCount; row++) {
    const pupil = senneeds.parent[row];
    if (rank[row] === MISSING || (best[pupil] !== MISSING && best[pupil] <= rank[row])) continue;
    best[pupil] = rank[row];
    need[pupil] = type[row];
  }
  return need;
}

/**
 * Eligible for free meals on the census day: a period that began by then and has not ended, in
 * England.
 */
function freeMeals({ referenceDate, tables: { pupilonroll, fsmperiod } }: Census): Uint8Array {
  const [start, end, country] = [
    fsmperiod.day("fsmstartdate").values,
    fsmperiod.day("fsmenddate").values,
    fsmperiod.text("ukcountry"),
  ];
  const eligible = new Uint8Array(pupilonroll.rowCount);
  for (let row = 0; row < fsmperiod.rowCount; row++) {
    const open =
      start[row] !== MISSING &&
      start[row] <= referenceDate &&
      (end[row] === MISSING || end[row] >= referenceDate);
    if (open && (country.at(row) ?? "ENG") === "ENG") eligible[fsmperiod.parent[row]] = 1;
  }
  return eligible;
}

/** The record that counts each person; `personOf` is -1 for those left out. */
function countedOnce(
  { tables: { pupilonroll } }: Census,
  status: Uint8Array,
  personOf: Int32Array,
): Uint8Array {
  const entry = pupilonroll.day("entrydate").values;
  const counts = enrolStatus.values.map((code) => code === "C" || code === "M");
  const chosen = new Map<number, number>();
  for (let row = 0; row < pupilonroll.rowCount; row++) {
    if (personOf[row] < 0 || !counts[status[row]]) continue;
    const other = chosen.get(personOf[row]);
    if (other === undefined || entry[row] > entry[other]) chosen.set(personOf[row], row);
  }
  const onRoll = new Uint8Array(pupilonroll.rowCount);
  for (const row of chosen.values()) onRoll[row] = 1;
  return onRoll;
}

/**
 * Works out what the pupils of a census are counted by. `schools` has the setting key of each
 * school row.
 */
export function pupilRows(census: Census, personOf: Int32Array, schools: Int32Array): PupilRows {
  const { referenceDate } = census;
  const { pupilonroll, schoolcensus } = census.tables;
  const { parent } = pupilonroll;
  const schoolPhase = codesOf(schoolcensus.text("phase"), phaseCodes);
  const status = groupsOf(pupilonroll.text("enrolstatus"), enrolStatus);
  const [unit, resourced] = [
    pupilonroll.flag("senunitindicator").values,
    pupilonroll.flag("resourcedprovisionindicator").values,
  ];
  const provision = pupilonroll.text("senprovision");
  const isOld = provision.dictionary.map(
    (code) => (senCodeEnd(code) ?? -Infinity) >= referenceDate,
  );
  const onRoll = countedOnce(census, status, personOf);
  const setting = parent.map((school) => schools[school]);
  const entry = pupilonroll.day("entrydate").values;
  return {
    sen: senCodesOn(provision, referenceDate),
    need: primaryNeeds(census),
    phase: Int8Array.from(parent, (school) => schoolPhase[school]),
    year: codesOf(pupilonroll.text("ncyearactual"), yearGroups),
    status,
    freeMeals: freeMeals(census),
    freeMealsKnown: !census.absent.has("fsmperiod"),
    unitOrResourced: Uint8Array.from(unit, (value, row) =>
      Number(value === 1 || resourced[row] === 1),
    ),
    onRoll,
    order: rowOrder(parent.length, personOf, setting, entry).filter((row) => personOf[row] >= 0),
    oldCodes: provision.codes.some((code, row) => onRoll[row] === 1 && isOld[code]),
  };
}
