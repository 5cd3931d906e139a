import type { Day } from "../../../calendar/day";
import { termIndexOf, type TermIndex } from "../../../calendar/terms";
import type { Places } from "../../../places/places";
import type { SchoolRegister } from "../../../sources/school-register/register";
import { censusLags, type Census, type CensusLags } from "../read/census";
import { codesOf, phaseCodes } from "../fields/code-sets";
import { pupilTable, rolls } from "../read/xml";
import { attendanceList, type AttendanceFacts } from "./attendance";
import { schoolsOf } from "./people";
import { pupilRows, type PupilRows } from "./pupils";
import { lastKnown, type StandingRow } from "./standing";
import { suspensionList, type SuspensionFacts } from "./suspensions";

export interface CensusModel {
  readonly censuses: readonly Census[];
  /** By census: person (from 0) of each row of the two pupil tables, -1 where left out. */
  readonly personOf: readonly { readonly onroll: Int32Array; readonly offroll: Int32Array }[];
  /** By census: setting key of each row of its school table. */
  readonly schools: readonly Int32Array[];
  readonly pupils: readonly PupilRows[];
  readonly attendance: AttendanceFacts;
  readonly suspensions: SuspensionFacts;
  readonly personCount: number;
  readonly lags: CensusLags;
}

/**
 * Puts the censuses of one authority together. `personOf` has the persons of each census's pupils
 * on roll
 * and no longer on roll.
 */
export function censusModel(
  censuses: readonly Census[],
  {
    personOf,
    personCount,
    places,
    register,
    lags = censusLags,
  }: {
    readonly personOf: CensusModel["personOf"];
    readonly personCount: number;
    readonly places: Places;
    readonly register: SchoolRegister | null;
    readonly lags?: CensusLags;
  },
): CensusModel {
  const schools = censuses.map((census) =>
    Int32Array.from(schoolsOf(census, register), ({ id }) => places.keyById.get(id) ?? 0),
  );
  const pupils = censuses.map((census, c) => pupilRows(census, personOf[c].onroll, schools[c]));
  const attendance = attendanceList(lags);
  const suspensions = suspensionList(censuses, lags);
  const last = lastKnown(personCount);
  censuses.forEach((census, c) => {
    last.take(pupils[c], personOf[c].onroll);
    const phaseOf = codesOf(census.tables.schoolcensus.text("phase"), phaseCodes);
    for (const roll of rolls) {
      const { parent } = census.tables[pupilTable[roll]];
      const persons = personOf[c][roll];
      const own = roll === "onroll" ? pupils[c] : null;
      const standingOf = (row: number): StandingRow => {
        const person = persons[row];
        return {
          census: c,
          person,
          setting: schools[c][parent[row]],
          phase: phaseOf[parent[row]],
          sen: own ? own.sen[row] : last.sen[person],
          need: last.need[person],
          year: own ? own.year[row] : last.year[person],
        };
      };
      attendance.take(census, roll, persons, standingOf);
      suspensions.take(census, roll, persons, standingOf);
    }
  });
  return {
    censuses,
    personOf,
    schools,
    pupils,
    personCount,
    lags,
    attendance: attendance.facts(),
    suspensions: suspensions.facts(),
  };
}

/** Terms that the loaded censuses tell attendance of. */
export const attendanceTerms = ({ attendance }: Pick<CensusModel, "attendance">): Set<TermIndex> =>
  new Set(attendance.term);

/**
 * Terms that the loaded censuses tell absence by reason of: those whose censuses have session
 * codes.
 */
export const reasonTerms = ({ censuses, attendance, lags }: CensusModel): Set<TermIndex> => {
  const coded = new Set(
    censuses
      .filter(
        ({ tables }) =>
          tables.termlysessiondetailsonroll.rowCount +
            tables.summerhalfterm2sessiondetailsonroll.rowCount >
          0,
      )
      .map(({ term }) => term - lags.attendance),
  );
  return new Set([...attendanceTerms({ attendance })].filter((term) => coded.has(term)));
};

/**
 * Index of the census that a figure of a day comes from: its own for the pupils on roll, a later
 * one for
 * attendance and suspensions; -1 when that is none that is loaded.
 */
export function censusTelling(
  { censuses, lags }: CensusModel,
  fact: "attendance" | "suspension",
  day: Day,
): number {
  const own = censuses.findIndex(({ referenceDate }) => referenceDate === day);
  if (own >= 0) return own;
  return censuses.findIndex(({ term }) => term === termIndexOf(day) + lags[fact]);
}
