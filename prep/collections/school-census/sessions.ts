import { MISSING } from "../../columns/column";
import type { Census } from "./census";
import { sessionGroups } from "./code-sets";
import { attendanceKinds, pupilTable, type Roll } from "./xml-records";

/** Sessions of each pupil of a table in the term that the census speaks of; MISSING where they are not known. */
export interface Sessions {
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
 * The sessions of the pupils on roll or no longer on roll. The supplied totals count where they are given (until 2024), else the sums of the
 * session codes. The autumn census tells the summer term in two halves, which are added.
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
