import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../settings";
import { codeOf } from "../publish/output-error";
import type { PowerBiInputs } from "../publish/power-bi/checked-project";
import { dataPlace, type PlaceOptions } from "../publish/power-bi/data-place";
import { readPrivateVisual } from "../publish/power-bi/private-visual";
import type { PrivateVisual } from "../publish/power-bi/private-visual";
import { Stop } from "../stop";

export interface PowerBiOptions extends PlaceOptions {
  /** False with --no-report. */
  readonly report: boolean;
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
    ? {
        place: dataPlace(options, settings, resolve(out)),
        visual: await visualOf(options.visual),
        name: settings.powerBi.name,
      }
    : null;
}
