import type { Finding } from "../../../check/finding";
import { findingOf } from "../../../check/run";
import type { Gap } from "../../../indicators/gap";
import type { Census } from "../read/census";
import { readingRules } from "../rules/reading-rules";
import { schoolIdOf, schoolNumbers, type SchoolNumbers } from "./people";

/** Censuses further apart, in terms, are no neighbours. */
const NEAR = 3;

/** A school with fewer pupils on roll may have none at the next census. */
const FEWEST = 10;

/** A school that a census should have, with the pupils on roll that a neighbouring one has of it. */
interface MissingSchool {
  readonly id: string;
  readonly pupils: number;
}

interface School extends SchoolNumbers {
  readonly id: string;
  readonly pupils: number;
}

/** The schools of a census that give a number and have enough pupils to be looked for. */
function schoolsIn(census: Census): School[] {
  const pupils = new Uint32Array(census.tables.schoolcensus.rowCount);
  for (const school of census.tables.pupilonroll.parent) pupils[school]++;
  return schoolNumbers(census).flatMap((numbers, row) => {
    const id = schoolIdOf(numbers);
    return id === null || pupils[row] < FEWEST ? [] : [{ ...numbers, id, pupils: pupils[row] }];
  });
}

/** Whether a census lacks a school: no number of it is there, of kinds that the census gives. */
function lacks(census: Census): (school: School) => boolean {
  const numbers = schoolNumbers(census);
  const kinds = (["urn", "laEstab"] as const).flatMap((kind) => {
    const given = new Set(numbers.flatMap((one) => one[kind] ?? []));
    return given.size === numbers.length ? [{ kind, given }] : [];
  });
  return (school) => {
    const told = kinds.filter(({ kind }) => school[kind] !== null);
    return told.length > 0 && !told.some(({ kind, given }) => given.has(school[kind]!));
  };
}

/**
 * Schools that each census lacks, by its place in the list: those of the census before that the one
 * after has too, or of the only neighbour where there is one. A school that is gone for good was
 * closed.
 */
export function missingSchools(censuses: readonly Census[]): readonly (readonly MissingSchool[])[] {
  const near = (c: number, direction: 1 | -1): Census | null => {
    const distance = ({ term }: Census): number => (term - censuses[c].term) * direction;
    const others = censuses.filter((one) => distance(one) > 0 && distance(one) <= NEAR);
    return others.sort((a, b) => distance(a) - distance(b))[0] ?? null;
  };
  return censuses.map((census, c) => {
    const [before, after] = [near(c, -1), near(c, 1)];
    const other = before ?? after;
    if (other === null || census.tables.schoolcensus.rowCount === 0) return [];
    const isGone = before !== null && after !== null ? lacks(after) : () => false;
    const isLacking = lacks(census);
    return schoolsIn(other).filter((school) => isLacking(school) && !isGone(school));
  });
}

/** The pupils that a census leaves out with the schools that it lacks. */
export function missingPupils(census: Census, missing: readonly MissingSchool[]): readonly Gap[] {
  if (missing.length === 0) return [];
  const leftOut = missing.reduce((sum, { pupils }) => sum + pupils, 0);
  const eligible = census.tables.pupilonroll.rowCount + leftOut;
  const why = "pupils are at schools that a neighbouring census has and this one lacks";
  return [{ kind: "rows", eligible, leftOut, why }];
}

/** A finding for each school that a census lacks. */
export const missingSchoolFindings = (censuses: readonly Census[]): Finding[] =>
  missingSchools(censuses).flatMap((missing, c) =>
    missing.map(({ id }) =>
      findingOf(readingRules.H08, "schoolcensus", {
        file: censuses[c].files[0],
        record: id,
        line: null,
        field: null,
        school: id,
      }),
    ),
  );
