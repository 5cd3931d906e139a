import { MISSING } from "../../../columns/column";
import type { Census, CensusLags } from "../read/census";
import { sessionGroups } from "../fields/code-sets";
import { attendanceKinds, pupilTable, type Roll } from "../read/xml";
import { rowList, type Standing, type StandingRow } from "./standing";

/**
 * Sessions of each pupil of a table in the term that the census speaks of; MISSING where they are
 * not
 * known.
 */
interface Sessions {
  readonly possible: Int32Array;
  readonly authorised: Int32Array;
  readonly unauthorised: Int32Array;
}

/** Sessions missed by code, summed for each pupil. */
export function missedByCode(
  { tables, absent }: Census,
  kind: (typeof attendanceKinds)[number],
  roll: Roll,
): { authorised: Int32Array; unauthorised: Int32Array } | null {
  const name = `${kind}sessiondetails${roll}` as const;
  if (absent.has(name)) return null;
  const [details, count] = [tables[name], tables[pupilTable[roll]].rowCount];
  const reason = details.text("attendancereason");
  const group = reason.dictionary.map((code) => sessionGroups.get(code));
  const sessions = details.integer("sessions").values;
  const sums = { authorised: new Int32Array(count), unauthorised: new Int32Array(count) };
  for (let row = 0; row < details.rowCount; row++) {
    const of = group[reason.codes[row]];
    if ((of === "authorised" || of === "unauthorised") && sessions[row] > 0)
      sums[of][details.parent[row]] += sessions[row];
  }
  return sums;
}

/**
 * The sessions of the pupils on roll or no longer on roll. The supplied totals count where they are
 * given
 * (until 2024), else the sums of the session codes. The autumn census tells the summer term in two
 * halves,
 * which are added.
 */
export function sessionsOf(census: Census, roll: Roll): Sessions {
  const pupils = census.tables[pupilTable[roll]];
  const blank = (): Int32Array => new Int32Array(pupils.rowCount).fill(MISSING);
  const sessions: Sessions = { possible: blank(), authorised: blank(), unauthorised: blank() };
  const add = (into: Int32Array, row: number, value: number): void =>
    void (into[row] =
      value === MISSING ? into[row] : (into[row] === MISSING ? 0 : into[row]) + value);
  for (const kind of attendanceKinds) {
    const [possible, authorised, unauthorised] = ["possible", "authorised", "unauthorised"].map(
      (total) => pupils.integer(`${kind}sessions${total}`).values,
    );
    const codes = missedByCode(census, kind, roll);
    for (let row = 0; row < pupils.rowCount; row++) {
      if (possible[row] === MISSING) continue;
      add(sessions.possible, row, possible[row]);
      const given = authorised[row] !== MISSING && unauthorised[row] !== MISSING;
      add(sessions.authorised, row, given ? authorised[row] : (codes?.authorised[row] ?? MISSING));
      add(
        sessions.unauthorised,
        row,
        given ? unauthorised[row] : (codes?.unauthorised[row] ?? MISSING),
      );
    }
  }
  return sessions;
}

/**
 * Reasons for absence as the Department for Education publishes them, with the attendance codes of
 * each. H
 * was withdrawn after the summer of 2024; C1, C2 and J1 came with the autumn of 2024, before which
 * C took
 * in the first two and J was no absence.
 */
export const absenceReasons = [
  { name: "illness", codes: ["I"] },
  { name: "appointments", codes: ["M"] },
  { name: "religious", codes: ["R"] },
  { name: "study_leave", codes: ["S"] },
  { name: "traveller", codes: ["T"] },
  { name: "agreed_holiday", codes: ["H"] },
  { name: "excluded", codes: ["E"] },
  { name: "interview", codes: ["J1"] },
  { name: "performance", codes: ["C1"] },
  { name: "part_time_timetable", codes: ["C2"] },
  { name: "other_authorised", codes: ["C"] },
  { name: "unauthorised_holiday", codes: ["G"] },
  { name: "late", codes: ["U"] },
  { name: "other_unauthorised", codes: ["O"] },
  { name: "no_reason_yet", codes: ["N"] },
] as const;
export type AbsenceReason = (typeof absenceReasons)[number]["name"];

const count = absenceReasons.length;
const reasonOf: ReadonlyMap<string, number> = new Map(
  absenceReasons.flatMap(({ codes }, reason) => codes.map((code) => [code, reason] as const)),
);

/**
 * Sessions that each pupil missed for each reason: `sums[pupil * absenceReasons.length + reason]`;
 * null
 * where the census has no session codes.
 */
function missedByReason({ tables, absent }: Census, roll: Roll): Uint16Array | null {
  const names = attendanceKinds
    .map((kind) => `${kind}sessiondetails${roll}` as const)
    .filter((name) => !absent.has(name) && tables[name].rowCount > 0);
  if (names.length === 0) return null;
  const sums = new Uint16Array(tables[pupilTable[roll]].rowCount * count);
  for (const name of names) {
    const details = tables[name];
    const reason = details.text("attendancereason");
    const byCode = reason.dictionary.map((code) => reasonOf.get(code) ?? -1);
    const sessions = details.integer("sessions").values;
    for (let row = 0; row < details.rowCount; row++) {
      const of = byCode[reason.codes[row]];
      if (of >= 0 && sessions[row] !== MISSING && sessions[row] > 0)
        sums[details.parent[row] * count + of] += sessions[row];
    }
  }
  return sums;
}

/** Sessions of one pupil record in the term that its census tells of. In the order of the terms. */
export interface AttendanceFacts extends Standing {
  readonly count: number;
  readonly term: Int32Array;
  readonly possible: Int32Array;
  /** Sessions missed with leave and without; MISSING where they are not known. */
  readonly authorised: Int32Array;
  readonly unauthorised: Int32Array;
  /**
   * Sessions missed for each reason, in the order of `absenceReasons`, and for all of them: MISSING
   * where
   * the census has no session codes.
   */
  readonly byReason: readonly Uint16Array[];
  readonly explained: Int32Array;
}

/** Sessions missed by reason, which grow row by row. */
function reasonSums(): {
  /** Adds a row: those of a pupil, or none known. */
  push(sums: Uint16Array | null, pupil: number): void;
  inOrder(order: Int32Array): Pick<AttendanceFacts, "byReason" | "explained">;
} {
  let values = new Uint16Array(1024 * count);
  let known = new Uint8Array(1024);
  let rows = 0;
  return {
    push(sums, pupil) {
      if (rows === known.length) {
        const [wider, longer] = [
          new Uint16Array(values.length * 2),
          new Uint8Array(known.length * 2),
        ];
        wider.set(values);
        longer.set(known);
        [values, known] = [wider, longer];
      }
      if (sums)
        for (let reason = 0; reason < count; reason++)
          values[rows * count + reason] = sums[pupil * count + reason];
      known[rows++] = Number(sums !== null);
    },
    inOrder(order) {
      const byReason = absenceReasons.map(() => new Uint16Array(order.length));
      const explained = new Int32Array(order.length);
      for (let i = 0; i < order.length; i++) {
        let total = 0;
        for (let reason = 0; reason < count; reason++)
          total += byReason[reason][i] = values[order[i] * count + reason];
        explained[i] = known[order[i]] === 1 ? total : MISSING;
      }
      return { byReason, explained };
    },
  };
}

/** Collects the attendance of one census after the other. */
interface AttendanceList {
  /** Takes the pupils of a roll; `persons` by row of its table, -1 where left out. */
  take(
    census: Census,
    roll: Roll,
    persons: Int32Array,
    standingOf: (pupil: number) => StandingRow,
  ): void;
  facts(): AttendanceFacts;
}

/** No attendance yet. */
export function attendanceList(lags: CensusLags): AttendanceList {
  const list = rowList(["term", "possible", "authorised", "unauthorised"]);
  const absences = reasonSums();
  return {
    take(census, roll, persons, standingOf) {
      const { possible, authorised, unauthorised } = sessionsOf(census, roll);
      const byReason = missedByReason(census, roll);
      for (let row = 0; row < persons.length; row++) {
        if (persons[row] < 0 || possible[row] === MISSING) continue;
        list.push(standingOf(row), {
          term: census.term - lags.attendance,
          possible: possible[row],
          authorised: authorised[row],
          unauthorised: unauthorised[row],
        });
        absences.push(byReason, row);
      }
    },
    facts() {
      const order = list.order(
        "term",
        "person",
        "setting",
        "possible",
        "authorised",
        "unauthorised",
      );
      return {
        count: order.length,
        ...list.standing(order),
        term: list.column("term", order),
        possible: list.column("possible", order),
        authorised: list.column("authorised", order),
        unauthorised: list.column("unauthorised", order),
        ...absences.inOrder(order),
      };
    },
  };
}
