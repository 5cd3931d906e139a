import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { valuesOf } from "../columns/record-table";
import type { Settings } from "../settings";
import { codeOf } from "../publish/output-error";
import { lintProject } from "../publish/power-bi/lint/lint-project";
import type { DataPlace } from "../publish/power-bi/model/partition";
import { readPrivateVisual } from "../publish/power-bi/private-visual";
import type { PrivateVisual } from "../publish/power-bi/private-visual";
import { hasFoundation, powerBiProject } from "../publish/power-bi/project";
import type { Project, ProjectParts } from "../publish/power-bi/project";
import type { Star } from "../star/frame";
import { Stop } from "./stop";

export interface PowerBiOptions {
  /** False with --no-report. */
  readonly report: boolean;
  readonly format?: "csv" | "parquet";
  readonly sharepoint?: string;
  readonly visual?: string;
}

/**
 * The packaged visual that comes with the program, beside its code; null where it was not packaged.
 */
async function ownVisual(): Promise<string | null> {
  const folder = dirname(fileURLToPath(import.meta.url));
  const newest = (await readdir(folder))
    .filter((name) => name.endsWith(".pbiviz"))
    .sort()
    .at(-1);
  return newest === undefined ? null : join(folder, newest);
}

async function visualOf(given: string | undefined): Promise<PrivateVisual | null> {
  const path = given ?? (await ownVisual());
  if (path === null) return null;
  try {
    return readPrivateVisual(await readFile(path));
  } catch (error) {
    const code = codeOf(error);
    const why =
      code === null && error instanceof Error
        ? error.message
        : code === "ENOENT"
          ? "it is not there"
          : code;
    throw new Stop("usage", `The visual ${path} could not be used: ${why}.`, { cause: error });
  }
}

/**
 * Address of the SharePoint site that a folder's address lies in: `/sites/x` or `/teams/x`, else
 * the root site.
 */
function siteOf(address: string): string {
  const match = /^(https:\/\/[^/]+(?:\/(?:sites|teams)\/[^/]+)?)(?:\/|$)/i.exec(address);
  if (match === null)
    throw new Stop(
      "usage",
      `${address} is no address of a SharePoint folder, such as ` +
        "https://council.sharepoint.com/sites/SEND/Shared Documents/star.",
    );
  return match[1];
}

function placeOf(
  { format, sharepoint }: PowerBiOptions,
  { output: { formats } }: Settings,
  out: string,
): DataPlace {
  // From SharePoint Power Query reads CSV best; from a folder, Parquet.
  const best = sharepoint === undefined ? "parquet" : "csv";
  const chosen = format ?? (formats.includes(best) ? best : formats[0]);
  if (!formats.includes(chosen))
    throw new Stop(
      "usage",
      `The report cannot read ${chosen}: the settings (output.formats) do not have it written.`,
    );
  if (sharepoint === undefined) return { format: chosen, folder: resolve(out), site: null };
  const address = sharepoint.replaceAll("%20", " ").replace(/\/+$/, "");
  return { format: chosen, folder: address, site: siteOf(address) };
}

/** Codes of the areas that the own figures are of. */
function authoritiesOf(star: Star): string[] {
  const figures = star.get("kpi_board");
  if (!figures) return [];
  const areas = figures.frame.select("area_code").dedupe("area_code").orderby("area_code");
  return valuesOf(areas, "area_code");
}

export interface PowerBiInputs {
  readonly place: DataPlace;
  readonly visual: PrivateVisual | null;
}

type Marking = Pick<ProjectParts, "marking" | "forPublishing">;

/**
 * What a project needs beside the star; null with --no-report. Throws `Stop` for options that
 * cannot be met, before
 * anything is read.
 */
export async function powerBiInputs(
  options: PowerBiOptions,
  settings: Settings,
  out: string,
): Promise<PowerBiInputs | null> {
  return options.report
    ? { place: placeOf(options, settings, out), visual: await visualOf(options.visual) }
    : null;
}

/**
 * The Power BI project of a star, checked by our own rules; null where the star has no figures.
 * Throws `Stop` where a
 * given visual lacks what the report needs.
 */
export function checkedProject(
  star: Star,
  { place, visual }: PowerBiInputs,
  marking: Marking = {},
): Project | null {
  const tables = [...star.values()].map(({ declaration }) => declaration);
  if (!hasFoundation(tables)) return null;
  const project = powerBiProject({
    tables,
    place,
    authorities: authoritiesOf(star),
    visual,
    ...marking,
  });
  const faults = lintProject(project, visual);
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
