import type { Day } from "../../calendar/day";
import { MISSING } from "../../columns/column";
import type { Places } from "../../places/places";
import { sexes, type People } from "../../protect/people";
import type { LatestRoll } from "../known-pupils";
import { ethnicityAnswer, genderAnswer } from "./answers";
import { establishmentsOf, type Establishments } from "./establishments";
import type { GivenIdentifiers } from "./identifiers";
import type { AnnexRow, ListRowSource } from "./row";

/** What both lists are filled from. */
export interface ListedChildren {
  readonly people: People;
  readonly identifiers: GivenIdentifiers;
  readonly establishments: Establishments;
  /** Null where none is loaded. */
  readonly roll: LatestRoll | null;
}

export const childrenOfLists = (
  people: People,
  identifiers: GivenIdentifiers,
  places: Places,
  roll: LatestRoll | null,
): ListedChildren => ({
  people,
  identifiers,
  roll,
  establishments: establishmentsOf(places, roll),
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

/**
 * The cells that are filled alike in both lists; `source` is the record behind the row. Those that
 * no source has are empty.
 */
export function cellsOf(
  person: number,
  { people, identifiers, roll }: ListedChildren,
  { file, record }: ListRowSource,
): FromPerson {
  const school = roll?.schooling.get(person);
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

/**
 * Phase of the school where the newest roll has a person as subsidiary; null where it has none, or
 * where that is the main one.
 */
export function subsidiaryPhase(
  person: number,
  main: number,
  day: Day,
  { roll, establishments }: ListedChildren,
): string | null {
  const place = roll?.schooling.get(person)?.subsidiary ?? 0;
  return place === 0 || place === main ? null : establishments.phase(place, day);
}
