import type { Grouped } from "../columns/column-source";
import type { TextColumn } from "../columns/column";
import { columns } from "../columns/expression";
import type { People } from "./people";

/** Where people live, as columns of a view and as breakdowns of it. */
export const placeColumns = columns({
  ward: "text",
  locality: "text",
  deprivation_decile: "text",
  idaci_decile: "text",
});

type PlaceName = keyof typeof placeColumns;

export const placeBreakdowns = Object.keys(placeColumns) as PlaceName[];

/** Small areas by person, as a breakdown of what is counted. */
export interface PlaceGroups {
  /** In the order of their names, then not_recorded. */
  readonly values: readonly string[];
  /** Index into `values` of each person. */
  readonly of: Int32Array;
}

/** Places of people, by breakdown; null where nothing tells them. */
export type PlacesOfPeople = Readonly<Record<PlaceName, PlaceGroups | null>>;

/** Numbers by their size, names by their letters. */
const byName = (a: string, b: string): number => Number(a) - Number(b) || (a < b ? -1 : 1);

/**
 * Wards, localities or deciles by person; null where no person has one, because no postcode
 * directory or look-up was given.
 */
function placeGroups({ dictionary, codes }: TextColumn): PlaceGroups | null {
  if (dictionary.length === 1) return null;
  const sorted = dictionary.slice(1).sort(byName);
  const order = dictionary.map((value, code) =>
    code === 0 ? sorted.length : sorted.indexOf(value),
  );
  return { values: [...sorted, "not_recorded"], of: Int32Array.from(codes, (code) => order[code]) };
}

export const placesOfPeople = (people: People): PlacesOfPeople => ({
  ward: placeGroups(people.ward),
  locality: placeGroups(people.locality),
  deprivation_decile: placeGroups(people.deprivation),
  idaci_decile: placeGroups(people.childDeprivation),
});

/** The columns that say where the people of some rows live; null where nothing tells it. */
export function placeData(
  places: PlacesOfPeople | null | undefined,
  persons: Int32Array,
): Readonly<Record<PlaceName, Grouped | null>> {
  const of = (name: PlaceName): Grouped | null => {
    const groups = places?.[name];
    return groups
      ? { values: groups.values, groups: persons.map((person) => groups.of[person]) }
      : null;
  };
  return {
    ward: of("ward"),
    locality: of("locality"),
    deprivation_decile: of("deprivation_decile"),
    idaci_decile: of("idaci_decile"),
  };
}

/** What each of them rests on: the columns that hold postcodes. */
export const placeRest = (
  postcodes: readonly string[],
): Readonly<Record<PlaceName, readonly string[]>> => ({
  ward: postcodes,
  locality: postcodes,
  deprivation_decile: postcodes,
  idaci_decile: postcodes,
});
