import { authorities } from "../reference/authorities";
import { placesOf, type SamplePlace } from "./places";
import { OTHERS, OWN, SCHOOLS, schoolsOf, type School } from "./schools";

/** An invented council of the sample. */
export interface SampleCouncil {
  readonly authority: string;
  /** As sheets and folders call it. */
  readonly name: string;
  readonly onsCode: string;
  /** Schools that its children go to: its own, and some in other authorities. */
  readonly schools: readonly School[];
  readonly places: readonly SamplePlace[];
  /** Numbers of its people begin here, so that nobody is of two councils. */
  readonly firstPerson: number;
  /** What is added to the seed, so that no council is like another. */
  readonly seed: number;
  /** How many people it knows for each of the first. */
  readonly size: number;
  /** Days of an assessment for each of the first. */
  readonly pace: number;
}

/** The councils of the invented integrated care board, the first first, by size and pace. */
const LIKE: readonly (readonly [authority: string, size: number, pace: number])[] = [
  [OWN, 1, 1],
  ["951", 0.7, 0.85],
  ["952", 0.5, 1.2],
  ["953", 0.4, 0.95],
  ["954", 0.3, 1.35],
];

/** The code of the board that the councils make up (reference/board-areas.csv). */
export const SAMPLE_BOARD = "QZZ";

/** How many councils a sample can have. */
export const MOST_COUNCILS = LIKE.length;

const PEOPLE = 2_000_000;
const outside = SCHOOLS.filter(({ authority }) =>
  (OTHERS as readonly string[]).includes(authority),
);

const COUNCILS: readonly SampleCouncil[] = LIKE.map(([authority, size, pace], n) => {
  const { name: full, onsCode } = authorities().find(({ code }) => code === authority)!;
  const name = full.replace(" (invented)", "");
  return {
    authority,
    name,
    onsCode,
    schools: n === 0 ? SCHOOLS : [...schoolsOf({ n, authority, name }), ...outside],
    places: placesOf(n, name),
    firstPerson: n * PEOPLE,
    seed: n * 7919,
    size,
    pace,
  };
});

/** The first councils of the board, as many as are asked for. */
export const councilsOf = (count: number): readonly SampleCouncil[] => COUNCILS.slice(0, count);

/** The council that a sample of one is of. */
export const SAMPLESHIRE: SampleCouncil = COUNCILS[0];
