import { MISSING } from "../../../columns/column";
import type { Day } from "../../../calendar/day";
import type { Sen2Return, Sen2Table } from "../read/return";
import { ancestorsIn } from "./family";

/**
 * Tells of named plans in force on a day: started by then, and not ceased before it (the day of
 * ceasing counts).
 */
export function planInForce(
  { tables: { namedplan } }: Sen2Return,
  on: Day,
): (row: number) => boolean {
  const start = namedplan.day("startdate").values;
  const cease = namedplan.day("ceasedate").values;
  return (row) =>
    start[row] !== MISSING && start[row] <= on && (cease[row] === MISSING || cease[row] >= on);
}

/** Tells of placements open on a day: not begun after it and not left before it. */
export function placementOpen(placements: Sen2Table, on: Day): (row: number) => boolean {
  const entry = placements.day("entrydate").values;
  const leaving = placements.day("leavingdate").values;
  return (row) =>
    (entry[row] === MISSING || entry[row] <= on) &&
    (leaving[row] === MISSING || leaving[row] >= on);
}

/** For each person, from how many of their requests a plan is in force on the reference date. */
export function peopleWithPlanInForce(ret: Sen2Return): Int32Array {
  const inForce = planInForce(ret, ret.referenceDate);
  const requestOf = ancestorsIn(ret, "namedplan", "requests");
  const personOf = ret.tables.requests.parent;
  const requests = new Uint8Array(ret.tables.requests.rowCount);
  for (let row = 0; row < requestOf.length; row++) if (inForce(row)) requests[requestOf[row]] = 1;
  const people = new Int32Array(ret.tables.person.rowCount);
  for (let row = 0; row < requests.length; row++) people[personOf[row]] += requests[row];
  return people;
}
