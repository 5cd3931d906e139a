import { pipeline } from "../../prep/pipeline";
import type { Progress } from "../../prep/progress";
import { disclosureLines, forPublishingBy } from "../../prep/publish/disclosure/for-publishing";
import { ungated } from "../../prep/publish/disclosure/ungated";
import { dataPlace } from "../../prep/publish/power-bi/data-place";
import { readPrivateVisual } from "../../prep/publish/power-bi/private-visual";
import { projectOf, writeBuild } from "../../prep/publish/write-build";
import type { Settings } from "../../prep/settings";
import { CONFIG_NAME } from "../../prep/settings-file/config-name";
import { parseSettings } from "../../prep/settings-file/parse";
import { refuseUnrecognised } from "../../prep/stages/unread-files";
import type { BuildWish, Built, GivenFile } from "../messages";
import { boardOfStar } from "./board-of-star";
import { brokenRules } from "./broken-rules";
import { earlierRuns } from "./earlier-runs";
import { givenInputs } from "./given-files";
import { hashOf } from "./key-of";
import { memoryFolder, type MemoryFolder } from "./memory-folder";
import { unpackedPart } from "./payload";
import { readRegister } from "./release-register";

/** The settings among the files that were given, with what was asked for on the page. */
export async function settingsOf(
  files: readonly GivenFile[],
  { authority, asAt }: Pick<BuildWish, "authority" | "asAt">,
): Promise<Settings> {
  const overrides = {
    ...(authority === null ? {} : { authority }),
    ...(asAt === null ? {} : { asAt }),
  };
  if (Object.keys(overrides).length > 0) parseSettings(JSON.stringify(overrides), "The page");
  const given = files.find(({ path }) => path.toLowerCase() === CONFIG_NAME);
  return parseSettings(given ? await given.file.text() : "{}", CONFIG_NAME, overrides);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Builds as the command line does: reads, checks, counts, compares, and writes the same files, into
 * the browser's own keeping.
 */
export async function build(
  wish: BuildWish,
  progress: Progress,
): Promise<{ readonly built: Built; readonly folder: MemoryFolder }> {
  const started = performance.now();
  const { files, profile } = wish;
  const settings = await settingsOf(files, wish);
  const visual = await unpackedPart("visual");
  const powerBi = {
    place: dataPlace({}, settings, wish.dataFolder),
    visual: visual && readPrivateVisual(visual),
  };
  const known = profile === "internal" ? [] : await readRegister(files);
  const hash = await hashOf(wish.key);
  const inputs = await givenInputs(files, settings, progress);
  const counted = profile === "internal" ? settings : ungated(settings);
  const result = await pipeline.build(inputs, counted, hash, progress);
  refuseUnrecognised(result);
  if (profile !== "internal") progress("Making safe to publish", 0, null);
  const forPublishing = await forPublishingBy(profile, result, settings, known);
  const projectStarted = performance.now();
  const projectFiles = projectOf(result, powerBi, forPublishing);
  const seconds = (performance.now() - projectStarted) / 1000;
  const folder = memoryFolder();
  await writeBuild(folder, {
    result,
    inputs,
    settings,
    forPublishing,
    progress,
    project: projectFiles && { folder: "power-bi", files: projectFiles, seconds },
    readsCsv: powerBi.place.format === "csv",
    earlier: await earlierRuns(files),
  });
  return {
    folder,
    built: {
      profile,
      files: result.files,
      rules: brokenRules(result),
      rowsIn: sum(result.rows.map(({ rowsIn }) => rowsIn)),
      rowsRejected: sum(result.rows.map(({ rowsRejected }) => rowsRejected)),
      board: boardOfStar(forPublishing?.published.star ?? result.star),
      output: folder.files.map(({ path, bytes }) => ({ path, bytes })),
      notes: forPublishing ? disclosureLines(forPublishing) : [],
      seconds: (performance.now() - started) / 1000,
    },
  };
}
