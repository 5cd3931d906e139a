import { caseLists } from "../../prep/collections/index";
import { pipeline } from "../../prep/pipeline";
import type { Progress } from "../../prep/progress";
import { disclosureLines, forPublishingBy } from "../../prep/publish/disclosure/for-publishing";
import { ungated } from "../../prep/publish/disclosure/ungated";
import { dataPlace } from "../../prep/publish/power-bi/data-place";
import { readPrivateVisual } from "../../prep/publish/power-bi/private-visual";
import { projectOf, writeBuild, TREND } from "../../prep/publish/write-build";
import { refuseUnrecognised } from "../../prep/stages/unread-files";
import type { BuildWish, BuildAnswer, GivenFile } from "../messages";
import { boardOfStar } from "./board-of-star";
import { brokenRules } from "./broken-rules";
import { givenInputs } from "./given-files";
import { givenSettings } from "./given-settings";
import { hashOf } from "./key-of";
import { memoryFolder, type MemoryFolder } from "./memory-folder";
import { unpackedPart } from "./payload";
import { readReleases } from "./release-register";
import { ownManifest } from "../../prep/publish/own-manifest";
import { MANIFEST } from "../../prep/publish/output-folder";
import { readRuns } from "../../prep/publish/run-list";
import { trend, type TrendRun } from "../../prep/publish/trend";
import { piecesOf } from "./sha256";

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Builds as the command line does: reads, checks, counts, compares, and writes the same files, into
 * the browser's own keeping.
 */
export async function build(
  wish: BuildWish,
  progress: Progress,
): Promise<{ readonly built: BuildAnswer; readonly folder: MemoryFolder }> {
  const started = performance.now();
  const { files, profile } = wish;
  const { settings, text: settingsFile } = await givenSettings(wish);
  const visual = await unpackedPart("visual");
  const powerBi = {
    place: dataPlace({}, settings, wish.dataFolder),
    visual: visual && readPrivateVisual(visual),
    name: settings.powerBi.name,
  };
  const known = profile === "internal" ? [] : await readReleases(files);
  const key = await hashOf(wish.key);
  const inputs = await givenInputs(files, settings, progress);
  const counted = profile === "internal" ? settings : ungated(settings);
  const make = profile === "internal" ? pipeline.buildOwn : pipeline.build;
  const result = await make(inputs, counted, key.hash, progress);
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
    place: powerBi.place,
    access: [],
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
      keyUsed: key.isUsed(),
      lists: caseLists.map(({ name, description }) => ({ name, description })),
      settingsFile,
      seconds: (performance.now() - started) / 1000,
    },
  };
}

/**
 * The runs that an earlier output among the files knows of: none where there is none, null where
 * they cannot be read.
 */
async function earlierRuns(files: readonly GivenFile[]): Promise<TrendRun[] | null> {
  for (const { path, file } of files) {
    if (!path.endsWith(`/${TREND}`)) continue;
    const manifest = `${path.slice(0, -TREND.length)}${MANIFEST}`;
    const text = await files.find((other) => other.path === manifest)?.file.text();
    if (text !== undefined && ownManifest(text))
      return readRuns(trend, piecesOf(file)).catch(() => null);
  }
  return [];
}
