import type { Day } from "../calendar/day";
import type { Establishment, SchoolRegister } from "../sources/school-register/register";
import {
  groupOfEstablishment,
  groupOfSenSetting,
  settingGroups,
} from "../sources/school-register/setting-groups";

/** A school or other setting that a collection names. */
export interface Place {
  /** `urn:…`, `ukprn:…` or `sensetting:…`. */
  readonly id: string;
  readonly establishment: Establishment | null;
  /** What took its place when it closed. */
  readonly successor: Establishment | null;
  readonly urn: string | null;
  readonly ukprn: string | null;
  readonly code: string | null;
  /**
   * Authority number as another collection gives it, for a school that the register does not know.
   */
  readonly authority?: string | null;
}

/**
 * The places that all collections name, numbered in the order of their ids, so that the same input
 * gives the same keys.
 */
export interface Places {
  /** By key; index 0 is unused. */
  readonly list: readonly (Place | null)[];
  readonly keyById: ReadonlyMap<string, number>;
  /**
   * Setting group (index into settingGroups) of a place and the part of it (0 whole, 1 SEN unit, 2
   * resourced provision) on a day: from the day after a school closes, that of its successor.
   */
  group(place: number, part: number, day: Day): number;
  /** The establishment that a place is on a day, or null. */
  establishment(place: number, day: Day): Establishment | null;
}

const groupIndex = new Map(settingGroups.map((group, index) => [group.id, index]));
const NOT_RECORDED = groupIndex.get("not_recorded")!;

/**
 * Setting group of a setting: by the register's establishment type, else by SENsetting code; a
 * UKPRN that a register does not know is a registered provider.
 */
function groupIdOf(
  { code, ukprn }: Place,
  establishment: Establishment | null,
  part: number,
  register: SchoolRegister | null,
): string {
  if (establishment) return groupOfEstablishment(establishment.type, part === 1, part === 2);
  if (code) return groupOfSenSetting(code);
  return ukprn && register ? "fe_ukrlp" : "not_recorded";
}

const groupOf = (...setting: Parameters<typeof groupIdOf>): number =>
  groupIndex.get(groupIdOf(...setting)) ?? NOT_RECORDED;

const PARTS = [0, 1, 2] as const;

/**
 * Numbers the places that collections name; of several with one id, the last counts. Without a
 * register, institutions have no group.
 */
export function findPlaces(named: Iterable<Place>, register: SchoolRegister | null): Places {
  const byId = new Map<string, Place>();
  for (const place of named) byId.set(place.id, place);
  const ordered = [...byId].sort(([a], [b]) => (a < b ? -1 : 1));
  const list: (Place | null)[] = [null, ...ordered.map(([, place]) => place)];
  const groups = list.map((place) =>
    PARTS.map((part) =>
      place ? groupOf(place, place.establishment, part, register) : NOT_RECORDED,
    ),
  );
  const later = list.map((place) =>
    place?.successor ? PARTS.map((part) => groupOf(place, place.successor, part, register)) : null,
  );
  const hasClosed = (place: number, day: Day): boolean =>
    later[place] !== null && list[place]!.establishment!.closed! < day;
  return {
    list,
    keyById: new Map(ordered.map(([id], index) => [id, index + 1])),
    group: (place, part, day) => (hasClosed(place, day) ? later[place]! : groups[place])[part],
    establishment: (place, day) =>
      hasClosed(place, day) ? list[place]!.successor : (list[place]?.establishment ?? null),
  };
}
