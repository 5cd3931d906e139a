import type { PersonSource } from "../../protect/people";
import type { Census, CensusTable } from "./census";
import { placeIn } from "./place";

/** A pupil table as people: the pupils on roll, or those no longer on roll. */
export function pupilPeople(pupils: CensusTable): PersonSource {
  const sex = pupils.text("sex");
  const bySex = sex.dictionary.map((value) => (value === "M" ? 0 : value === "F" ? 1 : 2));
  return {
    rowCount: pupils.rowCount,
    upn: pupils.text("upn"),
    uln: pupils.text("uniquelearnernumber"),
    surname: pupils.text("surname"),
    forename: pupils.text("forename"),
    birth: pupils.day("dob"),
    sex: Uint8Array.from(sex.codes, (code) => bySex[code]),
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
