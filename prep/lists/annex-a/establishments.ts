import type { Day } from "../../calendar/day";
import type { CensusModel } from "../../collections/school-census/model/model";
import type { Places } from "../../places/places";
import { phaseOfCensusCode, phaseOfEstablishment } from "./answers";

/** What a list says of the establishment that a setting is on a day; null where it is none, or is not known. */
export interface Establishments {
  urn(setting: number, day: Day): string | null;
  phase(setting: number, day: Day): string | null;
}

/** URN and phase of the schools of the latest census, by setting key. */
function schoolsOfCensus({
  censuses,
  schools,
}: CensusModel): ReadonlyMap<
  number,
  { readonly urn: string | null; readonly phase: string | null }
> {
  const latest = censuses.length - 1;
  if (latest < 0) return new Map();
  const { schoolcensus } = censuses[latest].tables;
  const [urn, phase] = [schoolcensus.text("urn"), schoolcensus.code("phase")];
  return new Map(
    Array.from(schools[latest], (setting, row) => [
      setting,
      {
        urn: /^\d{6}$/.test(urn.at(row) ?? "") ? urn.at(row) : null,
        phase: phaseOfCensusCode(phase.at(row)),
      },
    ]),
  );
}

/** Looks settings up in the school register (a closed school is its successor) and, where that says nothing, in the latest census. */
export function establishmentsOf(settings: Places, census: CensusModel | null): Establishments {
  const schools: ReturnType<typeof schoolsOfCensus> = census ? schoolsOfCensus(census) : new Map();
  return {
    urn: (setting, day) =>
      settings.establishment(setting, day)?.urn ??
      settings.list[setting]?.urn ??
      schools.get(setting)?.urn ??
      null,
    phase(setting, day) {
      const establishment = settings.establishment(setting, day);
      return (
        (establishment && phaseOfEstablishment(establishment)) ??
        schools.get(setting)?.phase ??
        null
      );
    },
  };
}
