import { termLabel } from "../../../calendar/terms";
import type {
  KnownPupils,
  LatestRoll,
  Schooling,
  SupportedPupil,
} from "../../../lists/known-pupils";
import type { ExtractContext } from "../../collection";
import type { Census } from "../read/census";
import { enrolStatus, exclusionCategory, needTypes, senProvisions } from "../fields/code-sets";
import { countedSessions } from "../views/rows";
import type { CensusModel } from "../model/model";
import { schoolsOf } from "../model/people";

const [SUSPENDED, AT_LUNCH, EXCLUDED] = (["SUSP", "LNCH", "PERM"] as const).map((category) =>
  exclusionCategory.values.indexOf(category),
);
const SUBSIDIARY = enrolStatus.values.indexOf("S");
/** By SEN provision code: whether it is SEN support. */
const isSupport = senProvisions.map(([, group]) => group === "sen_support");

/** Enrolment statuses of the school that a pupil is counted at: single and main registration. */
const COUNTED: readonly (string | null)[] = ["C", "M"];

const add = (counts: Map<number, number>, person: number, amount: number): void =>
  void counts.set(person, (counts.get(person) ?? 0) + amount);

/**
 * What the latest census tells of everyone in it, on roll or no longer on roll, by person (from 0).
 */
function latestSchooling({
  censuses,
  schools,
  personOf,
  pupils,
  attendance,
  suspensions,
  lags,
}: CensusModel): ReadonlyMap<number, Schooling> {
  const latest = censuses.length - 1;
  const { term, tables, absent } = censuses[latest];
  const [possible, missed, suspended, excluded] = [0, 1, 2, 3].map(() => new Map<number, number>());
  const sessions = countedSessions(attendance);
  for (let row = 0; row < attendance.count; row++) {
    if (attendance.census[row] !== latest) continue;
    add(possible, attendance.person[row], sessions.possible[row]);
    add(missed, attendance.person[row], sessions.missed[row]);
  }
  for (let row = 0; row < suspensions.count; row++) {
    if (suspensions.term[row] !== term - lags.suspension) continue;
    const category = suspensions.category[row];
    if (category === SUSPENDED || category === AT_LUNCH) add(suspended, suspensions.person[row], 1);
    if (category === EXCLUDED) add(excluded, suspensions.person[row], 1);
  }
  const subsidiary = new Map<number, number>();
  const { onroll, offroll } = personOf[latest];
  for (let row = 0; row < onroll.length; row++)
    if (pupils[latest].status[row] === SUBSIDIARY)
      subsidiary.set(onroll[row], schools[latest][tables.pupilonroll.parent[row]]);
  const told = !absent.has("termlyexclusionsonroll");
  const schooling = new Map<number, Schooling>();
  for (const person of [...onroll, ...offroll]) {
    if (person < 0 || schooling.has(person)) continue;
    const ofPerson = possible.get(person) ?? 0;
    schooling.set(person, {
      suspensions: told ? (suspended.get(person) ?? 0) : null,
      exclusions: told ? (excluded.get(person) ?? 0) : null,
      absence: ofPerson > 0 ? Math.round((1000 * missed.get(person)!) / ofPerson) / 10 : null,
      subsidiary: subsidiary.get(person) ?? 0,
    });
  }
  return schooling;
}

/**
 * The need ranked first in the latest loaded census that gives the person one, by person (from 0).
 */
function latestNeeds({ censuses, personOf, pupils }: CensusModel): ReadonlyMap<number, string> {
  const needs = new Map<number, string>();
  const take = (c: number, counted: number): void =>
    personOf[c].onroll.forEach((person, row) => {
      if (
        person >= 0 &&
        pupils[c].onRoll[row] === counted &&
        pupils[c].need[row] >= 0 &&
        !needs.has(person)
      )
        needs.set(person, needTypes[pupils[c].need[row]]);
    });
  for (let c = censuses.length - 1; c >= 0; c--) for (const counted of [1, 0]) take(c, counted);
  return needs;
}

/**
 * Pupils on SEN support (provision K) in the latest census, each once, at the school that counts
 * them.
 */
function supportedPupils(model: CensusModel): SupportedPupil[] {
  const latest = model.censuses.length - 1;
  const { pupilonroll } = model.censuses[latest].tables;
  const persons = model.personOf[latest].onroll;
  const { onRoll, sen } = model.pupils[latest];
  const needs = latestNeeds(model);
  return Array.from(persons.keys())
    .filter((row) => onRoll[row] === 1 && isSupport[sen[row]])
    .sort((a, b) => persons[a] - persons[b])
    .map((row) => ({
      person: persons[row],
      place: model.schools[latest][pupilonroll.parent[row]],
      need: needs.get(persons[row]) ?? null,
      file: pupilonroll.file(row),
      record: pupilonroll.record(row),
    }));
}

/** URN and phase code of the schools of the latest census, by place. */
function schoolDetails({ censuses, schools }: CensusModel): LatestRoll["schools"] {
  const latest = censuses.length - 1;
  const { schoolcensus } = censuses[latest].tables;
  const [urn, phase] = [schoolcensus.text("urn"), schoolcensus.code("phase")];
  return new Map(
    Array.from(schools[latest], (place, row) => [
      place,
      { urn: /^\d{6}$/.test(urn.at(row) ?? "") ? urn.at(row) : null, phase: phase.at(row) },
    ]),
  );
}

/**
 * What the censuses tell of pupils, for lists of cases; `modelOf` puts them together where a list
 * needs more than who is on roll.
 */
export function knownPupils(
  censuses: readonly Census[],
  { places, personOf, sources }: ExtractContext,
  modelOf: () => CensusModel,
): KnownPupils {
  const latest = censuses.length - 1;
  return {
    schoolOf() {
      const keys = schoolsOf(censuses[latest], sources.register).map(
        ({ id }) => places.keyById.get(id) ?? 0,
      );
      const { pupilonroll } = censuses[latest].tables;
      const status = pupilonroll.code("enrolstatus");
      const found = new Map<number, number>();
      personOf[2 * latest].forEach((person, row) => {
        if (person >= 0 && (COUNTED.includes(status.at(row)) || !found.has(person)))
          found.set(person, keys[pupilonroll.parent[row]]);
      });
      return found;
    },
    latest() {
      const model = modelOf();
      const { term, referenceDate } = censuses[latest];
      return {
        term: termLabel(term),
        referenceDate,
        absenceTerm: termLabel(term - model.lags.attendance),
        suspensionTerm: termLabel(term - model.lags.suspension),
        schooling: latestSchooling(model),
        schools: schoolDetails(model),
        supported: supportedPupils(model),
      };
    },
  };
}
