import { valuesOf } from "../../columns/record-table";
import type { Star } from "../../star/frame";
import { Stop } from "../../stop";
import { withoutConstants } from "./constant-columns";
import { lintProject } from "./lint/lint-project";
import type { DataPlace } from "./model/place";
import type { PrivateVisual } from "./private-visual";
import { hasFoundation, powerBiProject, PROJECT } from "./project";
import type { Project, ProjectParts } from "./project";

/** Codes of the areas that the own figures are of. */
function authoritiesOf(star: Star): string[] {
  const figures = star.get("kpi_board");
  if (!figures) return [];
  const areas = figures.frame.select("area_code").dedupe("area_code").orderby("area_code");
  return valuesOf(areas, "area_code");
}

/** Whether the KPIs are of several boards. */
function isOfSeveralBoards(star: Star): boolean {
  const kpis = star.get("board_kpi");
  return kpis !== undefined && kpis.frame.select("board").dedupe("board").numRows() > 1;
}

export interface PowerBiInputs {
  readonly place: DataPlace;
  readonly visual: PrivateVisual | null;
  /** Name of the project and its items; null for the usual one. */
  readonly name: string | null;
}
type Marking = Pick<ProjectParts, "marking" | "profile">;

/**
 * The Power BI project of a star, checked by our own rules; null where the star has no figures.
 * Throws `Stop` where a
 * given visual lacks what the report needs.
 */
export function checkedProject(
  star: Star,
  { place, visual, name }: PowerBiInputs,
  marking: Marking = {},
): Project | null {
  const tables = withoutConstants(star);
  if (!hasFoundation(tables)) return null;
  const authorities = authoritiesOf(star);
  const project = powerBiProject({
    name: name ?? PROJECT,
    tables,
    place,
    authorities,
    visual,
    // Boards of several authorities may have one name.
    isOfBoards: authorities.length < 2 && isOfSeveralBoards(star),
    ...marking,
  });
  const faults = lintProject(project.files).filter(({ severity }) => severity === "error");
  const ofVisual = faults
    .filter(({ rule }) => rule === "role" || rule === "setting")
    .map(({ message }) => message);
  if (ofVisual.length > 0)
    throw new Stop(
      "usage",
      `The visual does not fit this version: ${[...new Set(ofVisual)].join("; ")}. Use the one that came with it.`,
    );
  if (faults.length > 0)
    throw new Error(
      faults.map(({ rule, where, message }) => `${rule}: ${where}: ${message}`).join("\n"),
    );
  return project;
}
