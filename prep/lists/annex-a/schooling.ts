import { termLabel } from "../../calendar/terms";
import {
  enrolStatus,
  exclusionCategory,
  needTypes,
} from "../../collections/school-census/fields/code-sets";
import { countedSessions } from "../../collections/school-census/indicators/rows";
import type { CensusModel } from "../../collections/school-census/model/model";

/** What the latest school census tells of a person beside the record that counts. Numbers are null where it does not tell them. */
export interface Schooling {
  readonly suspensions: number | null;
  readonly exclusions: number | null;
  /** Per cent of possible sessions, to one decimal place. */
  readonly absence: number | null;
  /** Row of its school table where the person is registered as subsidiary, or -1. */
  readonly subsidiary: number;
}

export interface LatestSchooling {
  /** The terms that the numbers speak of. */
  readonly absenceTerm: string;
  readonly suspensionTerm: string;
  /** Schooling by person (from 0); undefined for people who are not in the latest census. */
  readonly of: ReadonlyMap<number, Schooling>;
}

const [SUSPENDED, AT_LUNCH, EXCLUDED] = (["SUSP", "LNCH", "PERM"] as const).map((category) =>
  exclusionCategory.values.indexOf(category),
);
const SUBSIDIARY = enrolStatus.values.indexOf("S");

const add = (counts: Map<number, number>, person: number, amount: number): void =>
  void counts.set(person, (counts.get(person) ?? 0) + amount);

/** What the latest of the loaded censuses tells of everyone in it, on roll or no longer on roll; null when no census is loaded. */
export function latestSchooling({
  censuses,
  personOf,
  pupils,
  attendance,
  suspensions,
}: CensusModel): LatestSchooling | null {
  const latest = censuses.length - 1;
  if (latest < 0) return null;
  const { term, tables, absent } = censuses[latest];
  const [possible, missed, suspended, excluded] = [0, 1, 2, 3].map(() => new Map<number, number>());
  const sessions = countedSessions(attendance);
  for (let row = 0; row < attendance.count; row++) {
    if (attendance.census[row] !== latest) continue;
    add(possible, attendance.person[row], sessions.possible[row]);
    add(missed, attendance.person[row], sessions.missed[row]);
  }
  for (let row = 0; row < suspensions.count; row++) {
    if (suspensions.term[row] !== term - 2) continue;
    const category = suspensions.category[row];
    if (category === SUSPENDED || category === AT_LUNCH) add(suspended, suspensions.person[row], 1);
    if (category === EXCLUDED) add(excluded, suspensions.person[row], 1);
  }
  const subsidiary = new Map<number, number>();
  const { onroll, offroll } = personOf[latest];
  for (let row = 0; row < onroll.length; row++)
    if (pupils[latest].status[row] === SUBSIDIARY)
      subsidiary.set(onroll[row], tables.pupilonroll.parent[row]);
  const told = !absent.has("termlyexclusionsonroll");
  const of = new Map<number, Schooling>();
  for (const person of [...onroll, ...offroll]) {
    if (person < 0 || of.has(person)) continue;
    const ofPerson = possible.get(person) ?? 0;
    of.set(person, {
      suspensions: told ? (suspended.get(person) ?? 0) : null,
      exclusions: told ? (excluded.get(person) ?? 0) : null,
      absence: ofPerson > 0 ? Math.round((1000 * missed.get(person)!) / ofPerson) / 10 : null,
      subsidiary: subsidiary.get(person) ?? -1,
    });
  }
  return { absenceTerm: termLabel(term - 1), suspensionTerm: termLabel(term - 2), of };
}

/** The need ranked first in the latest loaded census that gives the person one, by person (from 0). */
export function latestNeeds({
  censuses,
  personOf,
  pupils,
}: CensusModel): ReadonlyMap<number, string> {
  const none = needTypes.values.length - 1;
  const needs = new Map<number, string>();
  const take = (c: number, counted: number): void =>
    personOf[c].onroll.forEach((person, row) => {
      if (
        person >= 0 &&
        pupils[c].onRoll[row] === counted &&
        pupils[c].need[row] < none &&
        !needs.has(person)
      )
        needs.set(person, needTypes.values[pupils[c].need[row]]);
    });
  for (let c = censuses.length - 1; c >= 0; c--) for (const counted of [1, 0]) take(c, counted);
  return needs;
}
