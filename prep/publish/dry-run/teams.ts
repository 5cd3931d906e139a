import type { SchoolCount } from "../../check/run";
import type { Task } from "../findings";
import type { WorkPlaces } from "../work-places";

/** What a team has to do. */
export interface TeamWork {
  readonly team: string;
  readonly errors: number;
  readonly warnings: number;
  /** Records of its worklist. */
  readonly records: number;
}

/** Work by team, most errors first; everything as one where the settings name no team. */
export function workOfTeams(
  tasks: readonly Task[],
  bySchool: readonly SchoolCount[],
  places: WorkPlaces,
): TeamWork[] {
  const teamOf = (team: string | null): string => team ?? "all";
  const teams = [
    ...new Set([
      ...bySchool.map(({ school }) => teamOf(places.of(school).team)),
      ...tasks.map(({ place }) => teamOf(place.team)),
    ]),
  ];
  const count = (team: string, wanted: SchoolCount["severity"]): number =>
    bySchool
      .filter(
        ({ school, severity }) => severity === wanted && teamOf(places.of(school).team) === team,
      )
      .reduce((sum, one) => sum + one.count, 0);
  return teams
    .map((team) => ({
      team,
      errors: count(team, "error"),
      warnings: count(team, "warning"),
      records: tasks.filter(({ place }) => teamOf(place.team) === team).length,
    }))
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.team < b.team ? -1 : 1));
}
