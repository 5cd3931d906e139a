import { dayOf, type Day } from "../../calendar/day";

/**
 * One census of the sample. `told` is the term whose attendance it tells, `events` the one whose
 * suspensions.
 */
export interface SampleCensus {
  readonly year: number;
  readonly term: "Autumn" | "Spring" | "Summer";
  readonly day: Day;
  readonly told: Term;
  readonly events: Term;
}

export interface Term {
  readonly label: string;
  readonly first: Day;
  readonly last: Day;
  /** Days of school in it, and in the second half of a summer term. */
  readonly sessions: number;
}

const term = (
  label: string,
  from: readonly [number, number, number],
  to: readonly [number, number, number],
  sessions: number,
): Term => ({ label, first: dayOf(...from), last: dayOf(...to), sessions });

/** Terms as the census has them: to 31 December, to Easter Sunday (20 April 2025), to 31 July. */
const TERMS = {
  summer24: term("Summer 2024", [2024, 4, 1], [2024, 7, 31], 124),
  autumn24: term("Autumn 2024", [2024, 8, 1], [2024, 12, 31], 140),
  spring25: term("Spring 2025", [2025, 1, 1], [2025, 4, 20], 120),
  summer25: term("Summer 2025", [2025, 4, 21], [2025, 7, 31], 126),
  autumn25: term("Autumn 2025", [2025, 8, 1], [2025, 12, 31], 142),
} as const;

/**
 * Four censuses in a row, so that the academic year 2024/25 is whole: third Thursday of January and
 * May, first of October.
 */
export const CENSUSES: readonly SampleCensus[] = [
  {
    year: 2025,
    term: "Spring",
    day: dayOf(2025, 1, 16),
    told: TERMS.autumn24,
    events: TERMS.summer24,
  },
  {
    year: 2025,
    term: "Summer",
    day: dayOf(2025, 5, 15),
    told: TERMS.spring25,
    events: TERMS.autumn24,
  },
  {
    year: 2025,
    term: "Autumn",
    day: dayOf(2025, 10, 2),
    told: TERMS.summer25,
    events: TERMS.spring25,
  },
  {
    year: 2026,
    term: "Spring",
    day: dayOf(2026, 1, 15),
    told: TERMS.autumn25,
    events: TERMS.summer25,
  },
];
