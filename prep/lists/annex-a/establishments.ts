import type { Day } from "../../calendar/day";
import type { Places } from "../../places/places";
import type { LatestRoll } from "../known-pupils";
import { phaseOfCensusCode, phaseOfEstablishment } from "./answers";

/**
 * What a list says of the establishment that a place is on a day; null where it is none, or is not
 * known.
 */
export interface Establishments {
  urn(place: number, day: Day): string | null;
  phase(place: number, day: Day): string | null;
}

/**
 * Looks places up in the school register (a closed school is its successor) and, where that says
 * nothing, in the newest roll.
 */
export const establishmentsOf = (places: Places, roll: LatestRoll | null): Establishments => ({
  urn: (place, day) =>
    places.establishment(place, day)?.urn ??
    places.list[place]?.urn ??
    roll?.schools.get(place)?.urn ??
    null,
  phase(place, day) {
    const establishment = places.establishment(place, day);
    return (
      (establishment && phaseOfEstablishment(establishment)) ??
      phaseOfCensusCode(roll?.schools.get(place)?.phase ?? null)
    );
  },
});
