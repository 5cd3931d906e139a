import type { Day } from "../../calendar/day";
import { MISSING } from "../../columns/column";
import type { CensusModel } from "../../collections/school-census/model";
import type { Settings } from "../../collections/sen2/settings";
import { sexes, type People } from "../../protect/people";
import { ethnicityAnswer, genderAnswer } from "./answers";
import { establishmentsOf, type Establishments } from "./establishments";
import type { GivenIdentifiers } from "./identifiers";
import type { AnnexRow } from "./row";
import { latestSchooling, type LatestSchooling } from "./schooling";

/** What both lists are filled from. */
export interface Children {
  readonly people: People;
  /** Unique ID of a person (from 0). */
  readonly uniqueId: (person: number) => string;
  readonly establishments: Establishments;
  readonly census: CensusModel | null;
  readonly schooling: LatestSchooling | null;
}

export const childrenOfLists = (people: People, uniqueId: Children["uniqueId"], settings: Settings, census: CensusModel | null): Children => ({
  people, uniqueId, census, establishments: establishmentsOf(settings, census), schooling: census && latestSchooling(census),
});

type FromPerson = Pick<AnnexRow, "uniqueId" | "upn" | "uln" | "birth" | "gender" | "ethnicity" | "suspensions" | "exclusions" | "absence" | "pupilPremium" | "socialCare" | "socialCareTeam" | "disability">;

/** The cells that are filled alike in both lists. Those that no source has are empty. */
export function cellsOf(person: number, { people, uniqueId, schooling }: Children, { upn, uln }: GivenIdentifiers): FromPerson {
  const school = schooling?.of.get(person);
  return {
    uniqueId: uniqueId(person),
    upn: upn[person],
    uln: uln[person],
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
export function subsidiaryPhase(person: number, main: number, day: Day, { census, schooling, establishments }: Children): string | null {
  const row = schooling?.of.get(person)?.subsidiary ?? -1;
  if (census === null || row < 0) return null;
  const setting = census.schools[census.censuses.length - 1][row];
  return setting === main ? null : establishments.phase(setting, day);
}
