import type { NamedSchool } from "../places/named-schools";

/** A team and whom it works for: a school by its URN, or every setting of a group. */
export interface TeamEntry {
  readonly school: string | null;
  readonly settingGroup: string | null;
  readonly team: string | null;
}

/** Whose list a finding goes on. */
export interface WorkPlace {
  /** Id of the school or other setting, or `no_school`. */
  readonly school: string;
  readonly urn: string | null;
  readonly name: string | null;
  /** Null where the settings name no team at all; `not_assigned` where none of theirs fits. */
  readonly team: string | null;
}

const NO_SCHOOL = "no_school";
export const NOT_ASSIGNED = "not_assigned";

export interface WorkPlaces {
  /** True when the settings name teams. */
  readonly hasTeams: boolean;
  /** Place of a finding's school; null or undefined is a finding of no known school. */
  of(school: string | null | undefined): WorkPlace;
}

/** True for an entry that can be used: it names a team, and a school or a setting group. */
export const isTeamEntry = ({ school, settingGroup, team }: TeamEntry): boolean =>
  team !== null && team.trim() !== "" && (school !== null || settingGroup !== null);

/**
 * Finds the place of each school. A team named for the school comes before one named for its
 * setting group; of several,
 * the first.
 */
export function workPlaces(
  schools: ReadonlyMap<string, NamedSchool>,
  entries: readonly TeamEntry[],
): WorkPlaces {
  const usable = entries.filter(isTeamEntry);
  const teamOf = (school: NamedSchool | null): string | null => {
    if (usable.length === 0) return null;
    const named =
      usable.find((entry) => entry.school !== null && entry.school === school?.urn) ??
      usable.find((entry) => entry.school === null && entry.settingGroup === school?.settingGroup);
    return named?.team?.trim() ?? NOT_ASSIGNED;
  };
  const place = (school: NamedSchool | null): WorkPlace => ({
    school: school?.id ?? NO_SCHOOL,
    urn: school?.urn ?? null,
    name: school?.name ?? null,
    team: teamOf(school),
  });
  const known = new Map([...schools].map(([id, school]) => [id, place(school)]));
  const nowhere = place(null);
  return {
    hasTeams: usable.length > 0,
    of: (school) =>
      school === null || school === undefined ? nowhere : (known.get(school) ?? nowhere),
  };
}
