import type { Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import type { CaseFinder } from "./case-finder";
import { OUTCOME } from "./outcomes";
import type { RequestColumns } from "./request-columns";

/**
 * Whether a return leaves a request open: the decision is awaited, or the assessment goes on, or
 * its plan is not out yet.
 */
export function leavesOpen(rows: RequestColumns, row: number): boolean {
  const decision = rows.decision[row];
  if (rows.named[row] >= 0 || decision === OUTCOME.W) return false;
  if (rows.assessed[row] < 0) return decision === OUTCOME.A || decision === OUTCOME.Y;
  const outcome = rows.assessment(row);
  return (
    outcome === OUTCOME.A ||
    outcome === OUTCOME.none ||
    (outcome === OUTCOME.Y && rows.ended(row) === MISSING)
  );
}

/** Cases that the returns read so far leave open, by person. */
interface OpenCases {
  /** Says where a case stands by a later return. */
  set(person: number, found: number, isOpen: boolean): void;
  /**
   * The only open case of a person that is not among some others; undefined where there is none, or
   * several.
   */
  only(person: number, others: ReadonlySet<number>): number | undefined;
}

export function openCases(): OpenCases {
  const byPerson = new Map<number, Set<number>>();
  return {
    set(person, found, isOpen) {
      const open = byPerson.get(person);
      if (!isOpen) open?.delete(found);
      else if (open) open.add(found);
      else byPerson.set(person, new Set([found]));
    },
    only(person, others) {
      const open = [...(byPerson.get(person) ?? [])].filter((found) => !others.has(found));
      return open.length === 1 ? open[0] : undefined;
    },
  };
}

/**
 * For the requests of a return that have outcome H and no date received: the only request that
 * earlier returns leave open of the person, unless another
 * request of this return is that one, or the person has several such, or the plan came from another
 * authority, or its dates lie before it.
 */
export function openMatches(
  rows: RequestColumns,
  finder: CaseFinder,
  open: OpenCases,
): (row: number) => number | undefined {
  const { person, received, decision } = rows;
  const taken = new Set<number>();
  const undated = new Map<number, number>();
  const isUndated = (row: number): boolean =>
    received[row] === MISSING && decision[row] === OUTCOME.H && !rows.isTransfer(row);
  const known = (row: number): number | undefined =>
    finder.known({ person: person[row], received: received[row], start: rows.start(row) });
  for (let row = 0; row < rows.count; row++) {
    if (person[row] < 0) continue;
    const found = known(row);
    if (found !== undefined) taken.add(found);
    else if (isUndated(row)) undated.set(person[row], (undated.get(person[row]) ?? 0) + 1);
  }
  return (row) => {
    if (!isUndated(row) || undated.get(person[row]) !== 1 || known(row) !== undefined)
      return undefined;
    const found = open.only(person[row], taken);
    if (found === undefined) return undefined;
    const isAfter = (day: Day): boolean => day === MISSING || day >= finder.received(found);
    return isAfter(rows.start(row)) && isAfter(rows.ended(row)) ? found : undefined;
  };
}
