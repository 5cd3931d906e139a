import type { Day } from "../../calendar/day";
import { MISSING } from "../../columns/column";
import type { CensusModel } from "../../collections/school-census/model/model";
import type { Places } from "../../places/places";
import { sexes, type People } from "../../protect/people";
import { ethnicityAnswer, genderAnswer } from "./answers";
import { establishmentsOf, type Establishments } from "./establishments";
import type { GivenIdentifiers } from "./identifiers";
import type { AnnexRow, RowSource } from "./row";
import { latestSchooling, type LatestSchooling } from "./schooling";

/** What both lists are filled from. */
export interface Children {
  readonly people: People;
  readonly identifiers: GivenIdentifiers;
  readonly establishments: Establishments;
  readonly census: CensusModel | null;
  readonly schooling: LatestSchooling | null;
}

export const childrenOfLists = (
  people: People,
  identifiers: GivenIdentifiers,
  settings: Places,
  census: CensusModel | null,
): Children => ({
  people,
  identifiers,
  census,
  establishments: establishmentsOf(settings, census),
  schooling: census && latestSchooling(census),
});

type FromPerson = Pick<
  AnnexRow,
  | "uniqueId"
  | "upn"
  | "uln"
  | "birth"
  | "gender"
  | "ethnicity"
  | "suspensions"
  | "exclusions"
  | "absence"
  | "pupilPremium"
  | "socialCare"
  | "socialCareTeam"
  | "disability"
>;

/** The cells that are filled alike in both lists; `source` is the record behind the row. Those that no source has are empty. */
export function cellsOf(
  person: number,
  { people, identifiers, schooling }: Children,
  { file, record }: RowSource,
): FromPerson {
  const school = schooling?.of.get(person);
  return {
    uniqueId: identifiers.unique[person] ?? `${file}, ${record}`,
    upn: identifiers.upn[person],
    uln: identifiers.uln[person],
    birth: people.birth[person] === MISSING ? null : people.birth[person],
    gender: genderAnswer(sexes[people.sex[person]]),
    ethnicity: ethnicityAnswer(people.ethnicity.at(person)),
    suspensions: school?.suspensions ?? null,
    exclusions: school?.exclusions ?? null,
    absence: school?.absence ?? null,
    pupilPremium: null,
    socialCare: null,
    socialCareTeam: null,
    disability: null,
  };
}

/** Phase of the school where the latest census has a person as subsidiary; null where it has none, or where that is the main one. */
export function subsidiaryPhase(
  person: number,
  main: number,
  day: Day,
  { census, schooling, establishments }: Children,
): string | null {
  const row = schooling?.of.get(person)?.subsidiary ?? -1;
  if (census === null || row < 0) return null;
  const setting = census.schools[census.censuses.length - 1][row];
  return setting === main ? null : establishments.phase(setting, day);
}
