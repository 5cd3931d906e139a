import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isRelease, readReleased, releaseName } from "../publish/disclosure/release-file";
import type { KnownFigure } from "../publish/disclosure/known-figure";
import { attempt, codeOf } from "../publish/output-error";
import { Stop } from "../stop";

/** The folder of the register, beside the settings. */
const REGISTER = "published";

/** What was released before, and where that is written. */
interface ReleaseRegister {
  readonly places: readonly string[];
  /** How many releases were read. */
  readonly releases: number;
  readonly known: readonly KnownFigure[];
}

/** Where the register of a folder of extracts is. */
export const registerOf = (folder: string, config: string | undefined): string =>
  join(resolve(config === undefined ? folder : dirname(config)), REGISTER);

async function releasesIn(place: string): Promise<string[]> {
  const names = await readdir(place).catch((error: unknown) => {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "")) return [];
    throw new Stop(
      "input",
      `The register of releases ${place} could not be read: ${codeOf(error)}.`,
    );
  });
  return names.filter(isRelease).sort();
}

/**
 * All that was released, by the register beside the settings and by one in the folder that the
 * command runs in. Throws `Stop` (input) where a file of it cannot be read: what was released is
 * then not known.
 */
export async function readReleases(
  folder: string,
  config: string | undefined,
): Promise<ReleaseRegister> {
  const places = [...new Set([registerOf(folder, config), resolve(REGISTER)])];
  const read = new Map<string, readonly KnownFigure[]>();
  for (const place of places)
    for (const name of await releasesIn(place)) {
      if (read.has(name)) continue;
      const path = join(place, name);
      const bytes = await readFile(path).catch(() => null);
      const figures =
        bytes && (await releaseName(bytes)) === name ? await readReleased(bytes) : null;
      if (figures === null)
        throw new Stop(
          "input",
          `${path} of the register of releases cannot be read or was changed. Put the file back as it was, or accept the release again from its folder.`,
        );
      read.set(name, figures);
    }
  return { places, releases: read.size, known: [...read.values()].flat() };
}

/** Keeps what was released. False where the register has it already. */
export async function keepRelease(
  place: string,
  bytes: Uint8Array,
): Promise<{ readonly path: string; readonly isNew: boolean }> {
  const path = join(place, await releaseName(bytes));
  await attempt(place, mkdir(place, { recursive: true }));
  const isNew = await attempt(
    path,
    writeFile(path, bytes, { flag: "wx" }).then(
      () => true,
      (error: unknown) => (codeOf(error) === "EEXIST" ? false : Promise.reject(error)),
    ),
  );
  return { path, isNew };
}

/** What the command can promise of other outputs, in words. */
export const registerLines = ({ releases, places }: ReleaseRegister): string[] =>
  releases > 0
    ? [`Made safe beside what was released before (${releases} in ${places.join(", ")}).`]
    : [
        `There is no register of releases (${places[0]}). A build and one pack of the same extracts, settings and profile are safe together; nothing is promised beside a second pack or what else was released. When it is published, run: send-scorecard release accept <folder>`,
      ];
