import type { Day } from "../../../calendar/day";
import { termIndexOf, type TermIndex } from "../../../calendar/terms";
import { MISSING } from "../../../columns/column";
import type { Places } from "../../../places/places";
import type { SchoolRegister } from "../../../sources/school-register/register";
import { censusLags, type Census, type CensusLags } from "../census";
import {
  exclusionCategory,
  groupsOf,
  needTypes,
  phase,
  senProvision,
  yearGroup,
} from "../fields/code-sets";
import { pupilTable, rolls } from "../read/xml";
import { missedByReason, reasonSums, type ReasonColumns, sessionsOf } from "./attendance";
import { schoolsOf } from "./people";
import { pupilRows, type PupilRows } from "./pupils";

/** One row for each pupil record that tells of attendance or of a suspension, with the pupil's standing in that census. */
interface Standing {
  readonly census: Int32Array;
  readonly person: Int32Array;
  readonly setting: Int32Array;
  readonly phase: Uint8Array;
  readonly sen: Uint8Array;
  readonly need: Uint8Array;
  readonly year: Uint8Array;
}

/** Sessions of one pupil record in the term that its census tells of. In the order of the terms. */
export interface AttendanceFacts extends Standing, ReasonColumns {
  readonly count: number;
  readonly term: Int32Array;
  readonly possible: Int32Array;
  readonly authorised: Int32Array;
  readonly unauthorised: Int32Array;
  /** 1 where sessions missed are known and no more than those possible. */
  readonly counted: Uint8Array;
}

/** Suspensions and permanent exclusions, each once over all censuses, in the order of their terms; early rows only where no loaded census tells their term again. */
export interface SuspensionFacts extends Standing {
  readonly count: number;
  /** Term of the start date, or -1 where there is none. */
  readonly term: Int32Array;
  readonly start: Int32Array;
  readonly category: Uint8Array;
  readonly sessions: Int32Array;
  readonly reasons: readonly (readonly (string | null)[])[];
}

export interface CensusModel {
  readonly censuses: readonly Census[];
  /** By census: person (from 0) of each row of the two pupil tables, -1 where left out. */
  readonly personOf: readonly { readonly onroll: Int32Array; readonly offroll: Int32Array }[];
  /** By census: setting key of each row of its school table. */
  readonly schools: readonly Int32Array[];
  readonly pupils: readonly PupilRows[];
  readonly attendance: AttendanceFacts;
  readonly suspensions: SuspensionFacts;
  readonly personCount: number;
  readonly lags: CensusLags;
}

/** Grows typed columns row by row. */
function rowList<K extends string>(
  names: readonly K[],
): {
  push(row: Readonly<Record<K, number>>): void;
  readonly count: number;
  column(name: K, order: Int32Array): Int32Array;
} {
  let capacity = 1024;
  let count = 0;
  const columns = new Map(names.map((name) => [name, new Int32Array(capacity)]));
  return {
    push(row) {
      if (count === capacity) {
        capacity *= 2;
        for (const [name, values] of columns) {
          const wider = new Int32Array(capacity);
          wider.set(values);
          columns.set(name, wider);
        }
      }
      for (const name of names) columns.get(name)![count] = row[name];
      count++;
    },
    get count() {
      return count;
    },
    column(name, order) {
      const values = columns.get(name)!;
      return order.map((row) => values[row]);
    },
  };
}

/** What is known of each person from the censuses so far: for pupils no longer on roll, whose tables do not say. */
function standings(personCount: number) {
  const make = (last: number): Uint8Array => new Uint8Array(personCount).fill(last);
  const last = {
    sen: make(senProvision.values.length - 1),
    need: make(needTypes.values.length - 1),
    year: make(yearGroup.values.length - 1),
  };
  return {
    last,
    take(rows: PupilRows, personOf: Int32Array): void {
      for (let row = 0; row < personOf.length; row++) {
        const person = personOf[row];
        if (person < 0) continue;
        last.sen[person] = rows.sen[row];
        last.year[person] = rows.year[row];
        if (rows.need[row] < needTypes.values.length - 1) last.need[person] = rows.need[row];
      }
    },
  };
}

const standing = ["census", "person", "setting", "phase", "sen", "need", "year"] as const;

/** Puts the censuses of one authority together. `personOf` has the persons of each census's pupils on roll and no longer on roll. */
export function censusModel(
  censuses: readonly Census[],
  personOf: CensusModel["personOf"],
  personCount: number,
  settings: Places,
  register: SchoolRegister | null,
  lags: CensusLags = censusLags,
): CensusModel {
  const schools = censuses.map((census) =>
    Int32Array.from(schoolsOf(census, register), ({ id }) => settings.keyById.get(id) ?? 0),
  );
  const pupils = censuses.map((census, c) => pupilRows(census, personOf[c].onroll));
  const attendance = rowList([
    ...standing,
    "term",
    "possible",
    "authorised",
    "unauthorised",
    "counted",
  ]);
  const suspensions = rowList([...standing, "term", "start", "category", "sessions"]);
  const reasons: (readonly (string | null)[])[] = [];
  const absences = reasonSums();
  const known = standings(personCount);
  const seen = new Map<string, number>();
  const told = suspensionTerms({ censuses, lags });
  /** An early row, which a later census that is loaded tells again, after any review. */
  const isToldAgain = (term: TermIndex, census: Census): boolean =>
    term > census.term - lags.suspension && told.has(term);

  censuses.forEach((census, c) => {
    known.take(pupils[c], personOf[c].onroll);
    const phaseOf = groupsOf(census.tables.schoolcensus.text("phase"), phase);
    for (const roll of rolls) {
      const table = census.tables[pupilTable[roll]];
      const persons = personOf[c][roll];
      const own = roll === "onroll" ? pupils[c] : null;
      const of = (row: number) => {
        const person = persons[row];
        const { last } = known;
        return {
          census: c,
          person,
          setting: schools[c][table.parent[row]],
          phase: phaseOf[table.parent[row]],
          sen: own ? own.sen[row] : last.sen[person],
          need: last.need[person],
          year: own ? own.year[row] : last.year[person],
        };
      };
      const [sessions, byReason] = [sessionsOf(census, roll), missedByReason(census, roll)];
      for (let row = 0; row < table.rowCount; row++) {
        const [possible, authorised, unauthorised] = [
          sessions.possible[row],
          sessions.authorised[row],
          sessions.unauthorised[row],
        ];
        if (persons[row] < 0 || possible === MISSING) continue;
        const missedKnown = authorised !== MISSING && unauthorised !== MISSING;
        attendance.push({
          ...of(row),
          term: census.term - lags.attendance,
          possible,
          authorised,
          unauthorised,
          counted: Number(missedKnown && authorised + unauthorised <= possible),
        });
        absences.push(byReason, row);
      }
      const events = census.tables[`termlyexclusions${roll}`];
      const [start, length, category] = [
        events.day("startdate").values,
        events.integer("sessions").values,
        groupsOf(events.text("category"), exclusionCategory),
      ];
      const told = groupsOf(events.text("senprovision"), senProvision);
      const why = ["reason1", "reason2", "reason3"].map((name) => events.code(name));
      for (let row = 0; row < events.rowCount; row++) {
        const pupil = events.parent[row];
        if (persons[pupil] < 0) continue;
        const term = start[row] === MISSING ? -1 : termIndexOf(start[row]);
        if (isToldAgain(term, census)) continue;
        const about = of(pupil);
        const given = why.map((column) => column.at(row));
        const key = `${about.person}|${about.setting}|${start[row]}|${category[row]}|${length[row]}|${given.join()}`;
        const first = seen.get(key);
        if (first !== undefined && first !== c) continue;
        seen.set(key, c);
        suspensions.push({
          ...about,
          sen: told[row] < senProvision.values.length - 1 ? told[row] : about.sen,
          term,
          start: start[row],
          category: category[row],
          sessions: length[row],
        });
        reasons.push(given);
      }
    }
  });

  const inOrder = <K extends string>(
    list: { readonly count: number; column(name: K, order: Int32Array): Int32Array },
    by: readonly K[],
  ): Int32Array => {
    const rows = Int32Array.from({ length: list.count }, (_, row) => row);
    return rowOrder(list.count, ...by.map((name) => list.column(name, rows)));
  };
  const byTerm = inOrder(attendance, [
    "term",
    "person",
    "setting",
    "possible",
    "authorised",
    "unauthorised",
  ]);
  const byEventTerm = inOrder(suspensions, [
    "term",
    "start",
    "person",
    "setting",
    "category",
    "sessions",
  ]);
  const columns = <K extends string>(
    list: { column(name: K, order: Int32Array): Int32Array },
    names: readonly K[],
    order: Int32Array,
  ) =>
    Object.fromEntries(names.map((name) => [name, list.column(name, order)])) as Record<
      K,
      Int32Array
    >;
  const narrow = ({
    census,
    person,
    setting,
    phase,
    sen,
    need,
    year,
  }: Record<(typeof standing)[number], Int32Array>): Standing => ({
    census,
    person,
    setting,
    phase: Uint8Array.from(phase),
    sen: Uint8Array.from(sen),
    need: Uint8Array.from(need),
    year: Uint8Array.from(year),
  });
  const a = columns(
    attendance,
    [...standing, "term", "possible", "authorised", "unauthorised", "counted"],
    byTerm,
  );
  const s = columns(
    suspensions,
    [...standing, "term", "start", "category", "sessions"],
    byEventTerm,
  );
  return {
    censuses,
    personOf,
    schools,
    pupils,
    personCount,
    lags,
    attendance: {
      count: attendance.count,
      ...narrow(a),
      term: a.term,
      possible: a.possible,
      authorised: a.authorised,
      unauthorised: a.unauthorised,
      counted: Uint8Array.from(a.counted),
      ...absences.inOrder(
        byTerm,
        a.authorised.map((sessions, row) => sessions + a.unauthorised[row]),
      ),
    },
    suspensions: {
      count: suspensions.count,
      ...narrow(s),
      term: s.term,
      start: s.start,
      category: Uint8Array.from(s.category),
      sessions: s.sessions,
      reasons: Array.from(byEventTerm, (row) => reasons[row]),
    },
  };
}

/** Terms that the loaded censuses tell attendance of. */
export const attendanceTerms = ({ attendance }: Pick<CensusModel, "attendance">): Set<TermIndex> =>
  new Set(attendance.term);

/** Terms that the loaded censuses tell absence by reason of: those whose censuses have session codes. */
export const reasonTerms = ({ censuses, attendance, lags }: CensusModel): Set<TermIndex> => {
  const coded = new Set(
    censuses
      .filter(
        ({ tables }) =>
          tables.termlysessiondetailsonroll.rowCount +
            tables.summerhalfterm2sessiondetailsonroll.rowCount >
          0,
      )
      .map(({ term }) => term - lags.attendance),
  );
  return new Set([...attendanceTerms({ attendance })].filter((term) => coded.has(term)));
};

/** Terms that the loaded censuses tell suspensions of: those of the censuses that have their tables. */
export const suspensionTerms = ({
  censuses,
  lags,
}: Pick<CensusModel, "censuses" | "lags">): Set<TermIndex> =>
  new Set(
    censuses
      .filter(({ absent }) => !absent.has("termlyexclusionsonroll"))
      .map(({ term }) => term - lags.suspension),
  );

/** Index of the census that a figure of a day comes from: its own for the pupils on roll, a later one for attendance and suspensions; -1 when that is none that is loaded. */
export function censusTelling(
  { censuses, lags }: CensusModel,
  fact: "attendance" | "suspension",
  day: Day,
): number {
  const own = censuses.findIndex(({ referenceDate }) => referenceDate === day);
  if (own >= 0) return own;
  return censuses.findIndex(({ term }) => term === termIndexOf(day) + lags[fact]);
}

/** Rows sorted by one column after the other, so that the order of the files does not matter. */
export const rowOrder = (length: number, ...by: ArrayLike<number>[]): Int32Array =>
  Int32Array.from({ length }, (_, row) => row).sort((a, b) => {
    for (const values of by) if (values[a] !== values[b]) return values[a] - values[b];
    return a - b;
  });
