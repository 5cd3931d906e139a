import { cleanIdentifier } from "../../../columns/clean-identifier";
import type { Place } from "../../../places/places";
import type { PersonSource } from "../../../protect/people";
import type { SchoolRegister } from "../../../sources/school-register/register";
import { type Census, type CensusTable, placeIn } from "../read/census";

/** A pupil table as people: the pupils on roll, or those no longer on roll. */
export function pupilPeople(pupils: CensusTable): PersonSource {
  const sex = pupils.text("sex");
  const bySex = sex.dictionary.map((value) => (value === "M" ? 0 : value === "F" ? 1 : -1));
  return {
    rowCount: pupils.rowCount,
    upn: pupils.text("upn"),
    uln: pupils.text("uniquelearnernumber"),
    surname: pupils.text("surname"),
    forename: pupils.text("forename"),
    birth: pupils.day("dob"),
    sex: Int8Array.from(sex.codes, (code) => bySex[code]),
    ethnicity: pupils.code("ethnicity"),
    postcode: pupils.text("postcode"),
    locate: (row) => ({ table: pupils.name, ...placeIn(pupils, row, null) }),
  };
}

/** The people of a census: on roll, then no longer on roll. */
export const censusPeople = ({ tables }: Census): PersonSource[] => [
  pupilPeople(tables.pupilonroll),
  pupilPeople(tables.pupilnolongeronroll),
];

const shaped = (value: string | null, shape: RegExp): string | null =>
  value !== null && shape.test(value) ? value : null;

/**
 * Authority and establishment number together, seven digits; null unless both have the right shape.
 */
function laEstabOf(lea: string | null, estab: string | null): string | null {
  const [authority, number] = [
    shaped(lea, /^\d{3}$/),
    shaped(estab === null ? null : cleanIdentifier(estab), /^\d{1,4}$/),
  ];
  return authority === null || number === null ? null : authority + number.padStart(4, "0");
}

/**
 * A school of a census row as a setting: the register's establishment, else its authority and
 * establishment
 * number, else its URN, else its place among the schools of the census. No free text of the file
 * goes
 * further.
 */
function schoolOf(
  { tables: { schoolcensus } }: Census,
  row: number,
  register: SchoolRegister | null,
): Place {
  const lea = shaped(schoolcensus.text("lea").at(row), /^\d{3}$/);
  const laEstab = laEstabOf(lea, schoolcensus.text("estab").at(row));
  const urn = shaped(schoolcensus.text("urn").at(row), /^\d{6}$/);
  const establishment =
    (laEstab === null ? null : register?.byLaEstab(laEstab)) ??
    (urn === null ? null : register?.byUrn(urn)) ??
    null;
  const common = {
    establishment,
    successor: establishment && register ? register.successorOf(establishment) : null,
    ukprn: null,
    code: null,
    authority: lea,
  };
  if (establishment) return { id: `urn:${establishment.urn}`, urn: establishment.urn, ...common };
  if (laEstab !== null) return { id: `laestab:${laEstab}`, urn: null, ...common };
  return urn === null
    ? { id: `school:${row + 1}`, urn, ...common }
    : { id: `urn:${urn}`, urn, ...common };
}

/** The numbers that a school of a census gives of itself; null where it gives none of the kind. */
export interface SchoolNumbers {
  readonly urn: string | null;
  readonly laEstab: string | null;
}

/** The numbers of the schools of a census, by row of its school table. */
export const schoolNumbers = ({ tables: { schoolcensus } }: Census): SchoolNumbers[] =>
  Array.from({ length: schoolcensus.rowCount }, (_, row) => ({
    urn: shaped(schoolcensus.text("urn").at(row), /^\d{6}$/),
    laEstab: laEstabOf(
      shaped(schoolcensus.text("lea").at(row), /^\d{3}$/),
      schoolcensus.text("estab").at(row),
    ),
  }));

/** What findings call a school: `urn:…`, else `laestab:…`; null where it gives neither. */
export const schoolIdOf = ({ urn, laEstab }: SchoolNumbers): string | null =>
  urn !== null ? `urn:${urn}` : laEstab !== null ? `laestab:${laEstab}` : null;

/** The same by row of the school table of a census. */
export const schoolIds = (census: Census): (string | null)[] =>
  schoolNumbers(census).map(schoolIdOf);

/** The schools of each census by row of its school table. */
export const schoolsOf = (census: Census, register: SchoolRegister | null): Place[] =>
  Array.from({ length: census.tables.schoolcensus.rowCount }, (_, row) =>
    schoolOf(census, row, register),
  );
