import type { Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";

const OFFSET = 40_000;
const SPAN = 120_000;
/** A number that a person and a day make together; days from 1860 to 2189. */
const keyOf = (person: number, day: number): number => person * SPAN + day + OFFSET;

/** A request of one return by the dates that tell it from others, MISSING where not given. */
interface DatedRequest {
  readonly person: number;
  readonly received: Day;
  /** Start of its plan. */
  readonly start: Day;
}

export interface CaseFinder {
  /** The case that a request belongs to by its dates; undefined where there is none yet. */
  known(request: DatedRequest): number | undefined;
  /** The same, a new case where there is none. */
  find(request: DatedRequest, ret: number): number;
  /** Remembers the dates of a case. */
  remember(found: number, request: DatedRequest): void;
  received(found: number): Day;
  readonly count: number;
}

/** Gives the number of the case that a person's request belongs to, by the dates it carries. */
export function caseFinder(): CaseFinder {
  const received: number[] = [];
  const byReceived = new Map<number, number>();
  const byStart = new Map<number, number>();
  const undated = new Map<string, number>();
  const undatedSeen = new Map<string, number>();
  const make = (): number => received.push(MISSING) - 1;

  const undatedCase = (person: number, ret: number): number => {
    const nth = (undatedSeen.get(`${ret}|${person}`) ?? 0) + 1;
    undatedSeen.set(`${ret}|${person}`, nth);
    const key = `${person}|${nth}`;
    const found = undated.get(key) ?? make();
    undated.set(key, found);
    return found;
  };
  const finder: CaseFinder = {
    known({ person, received: day, start }) {
      const exact = day === MISSING ? undefined : byReceived.get(keyOf(person, day));
      if (exact !== undefined || start === MISSING) return exact;
      const sameStart = byStart.get(keyOf(person, start));
      return sameStart !== undefined && (day === MISSING || received[sameStart] === MISSING)
        ? sameStart
        : undefined;
    },
    find(request, ret) {
      if (request.received === MISSING && request.start === MISSING)
        return undatedCase(request.person, ret);
      const found = finder.known(request) ?? make();
      finder.remember(found, request);
      return found;
    },
    remember(found, { person, received: day, start }) {
      if (day !== MISSING) {
        byReceived.set(keyOf(person, day), found);
        received[found] = day;
      }
      if (start !== MISSING && !byStart.has(keyOf(person, start)))
        byStart.set(keyOf(person, start), found);
    },
    received: (found) => received[found],
    get count() {
      return received.length;
    },
  };
  return finder;
}
