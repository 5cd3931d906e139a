import { termName } from "../../../calendar/terms";
import type { Grouped } from "../../../columns/column-source";
import { evaluateNumbers } from "../../../columns/evaluate";
import { take } from "../../../columns/rows";
import { viewRows, type Units, type ViewRows } from "../../../indicators/view";
import type { Places } from "../../../places/places";
import type { People } from "../../../protect/people";
import { personData } from "../../../protect/person-groups";
import { placeData, placesOfPeople, type PlacesOfPeople } from "../../../protect/place-groups";
import {
  exclusionCategory,
  freeMeals,
  needTypes,
  phaseCodes,
  senCodes,
  yearGroups,
} from "../fields/code-sets";
import type { AttendanceFacts } from "../model/attendance";
import type { CensusModel } from "../model/model";
import { matchOutcomes, type CensusMatch } from "../model/plans";
import { reasonColumn, suspensionTerms, type SuspensionFacts } from "../model/suspensions";
import { absenceReasonView, attendanceView, byReason, pupilView, suspensionView } from "./views";

/** The rows of a model's views. */
export interface CensusRows {
  /** By census. */
  readonly pupils: readonly ViewRows<typeof pupilView>[];
  readonly attendance: ViewRows<typeof attendanceView>;
  readonly absence_reason: ViewRows<typeof absenceReasonView>;
  readonly suspension: ViewRows<typeof suspensionView>;
}

/** What the rows are told with besides the model. */
interface RowContext {
  readonly people: People;
  readonly places: Places;
  /** By census; null where no return covers its day. */
  readonly matches: readonly (CensusMatch | null)[];
}

/** Indexes of the codes that pupils have, by row; -1 where there is none. */
export type PupilCodes = Readonly<Record<"sen" | "need" | "phase" | "year", ArrayLike<number>>>;

/** Groups that rows are put in by something that they are of. */
interface Groups {
  readonly values: readonly string[];
  readonly of: ArrayLike<number>;
}

const grouped = (rows: ArrayLike<number>, { values, of }: Groups): Grouped => ({
  values,
  groups: take(of, rows),
});

/** The schools of all censuses as groups, by setting key; setting ids as values. */
function schoolGroups({ schools }: CensusModel, { list }: Places): Groups {
  const keys = [...new Set(schools.flatMap((of) => [...of]))]
    .filter((key) => key > 0)
    .sort((x, y) => x - y);
  const of = new Int32Array(list.length).fill(keys.length);
  keys.forEach((key, group) => (of[key] = group));
  return { values: [...keys.map((key) => list[key]!.id), "not_recorded"], of };
}

/** Groups by person and by setting key; null where nothing tells them. */
interface Known {
  readonly people: People;
  readonly school: Groups;
  readonly home: PlacesOfPeople;
}

const knownGroups = (model: CensusModel, { people, places }: RowContext): Known => ({
  people,
  school: schoolGroups(model, places),
  home: placesOfPeople(people),
});

/** The columns of views that say how the pupils of some rows stand. */
export const standingData = ({ sen, need, phase, year }: PupilCodes) => ({
  sen_code: { values: senCodes, groups: sen },
  need: { values: needTypes, groups: need },
  phase_code: { values: phaseCodes, groups: phase },
  year_code: { values: yearGroups, groups: year },
});

export const OLD_CODES =
  "Counts school action (codes A and P, until August 2015) as SEN support and statements (S, until March 2018) as plans";

function pupilRowsOf(
  { censuses, pupils, personOf, schools }: CensusModel,
  c: number,
  match: CensusMatch | null,
  known: Known,
): ViewRows<typeof pupilView> {
  const { term, absent, tables } = censuses[c];
  const { order, ...rows } = pupils[c];
  const persons = take(personOf[c].onroll, order);
  const settings = take(schools[c], take(tables.pupilonroll.parent, order));
  const own = (values: readonly string[], of: ArrayLike<number>): Grouped =>
    grouped(order, { values, of });
  const standing = standingData({
    sen: take(rows.sen, order),
    need: take(rows.need, order),
    phase: take(rows.phase, order),
    year: take(rows.year, order),
  });
  const needsKnown = termName(term) === "Spring" && !absent.has("senneeds");
  return viewRows(pupilView, {
    count: order.length,
    columns: {
      ...standing,
      need: needsKnown ? standing.need : null,
      ...personData(persons, known.people),
      free_meals: rows.freeMealsKnown ? own(freeMeals, rows.freeMeals) : null,
      school: grouped(settings, known.school),
      ...placeData(known.home, persons),
      counts: take(rows.onRoll, order),
      unit_or_resourced: take(rows.unitOrResourced, order),
      plan: match && own(matchOutcomes, match.outcome),
    },
    caution: rows.oldCodes ? OLD_CODES : null,
  });
}

/** What attendance and suspensions tell of each pupil alike. */
const standingColumns = (facts: AttendanceFacts | SuspensionFacts, known: Known) => ({
  ...standingData(facts),
  ...personData(facts.person, known.people),
  school: grouped(facts.setting, known.school),
  ...placeData(known.home, facts.person),
});

const sessionColumns = ({ possible, authorised, unauthorised }: AttendanceFacts) => ({
  sessions_possible: possible,
  sessions_authorised: authorised,
  sessions_unauthorised: unauthorised,
});

/** Possible and missed sessions of each row as they count. */
export function countedSessions(facts: AttendanceFacts): {
  readonly possible: Float64Array;
  readonly missed: Float64Array;
} {
  const source = { count: facts.count, columns: sessionColumns(facts) };
  const { possible, missed } = attendanceView.measures;
  return { possible: evaluateNumbers(possible, source), missed: evaluateNumbers(missed, source) };
}

/** Numbers each pupil at each school. */
function enrolments({ person, setting, count }: AttendanceFacts, settings: number): Units {
  const numbers = new Map<number, number>();
  const of = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const key = person[row] * settings + setting[row];
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    of[row] = number;
  }
  return { count: numbers.size, of };
}

function suspensionRows(model: CensusModel, known: Known): CensusRows["suspension"] {
  const { suspensions, personCount } = model;
  const terms = suspensionTerms(model);
  return viewRows(suspensionView, {
    count: suspensions.count,
    columns: {
      ...standingColumns(suspensions, known),
      category: { values: exclusionCategory.values, groups: suspensions.category },
      reason: reasonColumn(suspensions, 0),
      told: Uint8Array.from(suspensions.term, (term) => Number(terms.has(term))),
    },
    units: { person: { count: personCount, of: suspensions.person } },
  });
}

/** The pupils, attendance and suspensions of a model as rows of their views. */
export function censusRows(model: CensusModel, context: RowContext): CensusRows {
  const { attendance: facts } = model;
  const known = knownGroups(model, context);
  const sessions = { ...standingColumns(facts, known), ...sessionColumns(facts) };
  return {
    pupils: model.censuses.map((_, c) => pupilRowsOf(model, c, context.matches[c], known)),
    attendance: viewRows(attendanceView, {
      count: facts.count,
      columns: sessions,
      units: { enrolment: enrolments(facts, context.places.list.length) },
    }),
    absence_reason: viewRows(absenceReasonView, {
      count: facts.count,
      columns: {
        ...sessions,
        ...byReason((_, reason) => facts.byReason[reason]),
        sessions_explained: facts.explained,
      },
    }),
    suspension: suspensionRows(model, known),
  };
}
