import type { KnownFigure } from "../../prep/publish/disclosure/known-figure";
import { isRelease, readReleased, releaseName } from "../../prep/publish/disclosure/release-file";
import { Stop } from "../../prep/stop";
import type { GivenFile } from "../messages";

/**
 * All that was released before, by the files of the register among those that were given. Throws
 * `Stop` (input) where one cannot be read: what was released is then not known.
 */
export async function readReleases(files: readonly GivenFile[]): Promise<KnownFigure[]> {
  const known = new Map<string, readonly KnownFigure[]>();
  for (const { path, file } of files) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (!isRelease(name) || known.has(name)) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const figures = (await releaseName(bytes)) === name ? await readReleased(bytes) : null;
    if (figures === null)
      throw new Stop(
        "input",
        `${path} of the register of releases cannot be read or was changed. Take the file as it was.`,
      );
    known.set(name, figures);
  }
  return [...known.values()].flat();
}
