import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { ensureInstalled, npm, root, run } from "./ensure.mjs";

/** Where the files of a release are put together. */
const releaseFolder = join(root, "dist/release");

/** The notes of a version in the changelog, or null where it has no heading of its own. */
export function notesOf(changelog, version) {
  const parts = changelog.replaceAll("\r\n", "\n").split(/^## /m);
  const part = parts.find((one) => one.startsWith(`${version} `) || one.startsWith(`${version}\n`));
  return part === undefined ? null : part.slice(part.indexOf("\n")).trim();
}

/**
 * What keeps a version from being released, a sentence each: the versions of program and visual
 * differ, the changelog has no heading or no notes for it, or files are changed and not committed.
 */
export function releaseFaults({ version, visualVersion, changelog, changes }) {
  const notes = notesOf(changelog, version);
  return [
    ...(visualVersion === `${version}.0`
      ? []
      : [
          `package.json has version ${version} and pbiviz.json ${visualVersion}: make it ${version}.0.`,
        ]),
    ...(notes === null
      ? [
          `CHANGELOG.md has no heading for ${version}: rename "Unreleased" to "${version}" with the day.`,
        ]
      : notes === ""
        ? [`CHANGELOG.md says nothing of ${version}.`]
        : []),
    ...(changes === "" ? [] : ["Files are changed and not committed: commit them first."]),
  ];
}

/** Name, bytes and SHA-256 of each file in a folder, by name. */
export const sumsOf = (folder) =>
  readdirSync(folder)
    .sort()
    .map((name) => {
      const content = readFileSync(join(folder, name));
      return {
        name,
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      };
    });

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

function stateOfTree() {
  const { status, stdout } = spawnSync("git", ["status", "--porcelain"], {
    cwd: root,
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : "git cannot be asked";
}

/** Runs a step; throws with its name where it fails. */
function step(name, code) {
  if (code !== 0) throw new Error(`${name} failed; nothing was released.`);
}

/** Makes the files of a release with their hashes and notes; returns what is wrong, as sentences. */
function makeRelease() {
  const { version } = readJson("package.json");
  const { visual } = readJson("pbiviz.json");
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const faults = releaseFaults({
    version,
    visualVersion: visual.version,
    changelog,
    changes: stateOfTree(),
  });
  if (faults.length > 0 && !process.argv.includes("--dry-run")) return faults;
  rmSync(releaseFolder, { recursive: true, force: true });
  mkdirSync(releaseFolder, { recursive: true });
  // npm pack builds the program, the visual and the page first.
  step("npm pack", npm(["pack", "--pack-destination", releaseFolder]));
  step("npm run portable", run(process.execPath, [join(root, "scripts/portable.mjs")]));
  step("npm run sbom", run(process.execPath, [join(root, "scripts/sbom.mjs")]));
  for (const path of [
    `dist/${visual.guid}.${visual.version}.pbiviz`,
    "dist/send-scorecard.html",
    "dist/send-scorecard-portable.zip",
    "dist/sbom.cdx.json",
  ])
    copyFileSync(join(root, path), join(releaseFolder, basename(path)));
  const sums = sumsOf(releaseFolder);
  const lines = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`);
  writeFileSync(join(releaseFolder, "SHA256SUMS"), lines.join(""));
  const rows = sums.map(({ name, bytes, sha256 }) => `| ${name} | ${bytes} | ${sha256} |`);
  const notes = notesOf(changelog, version) ?? "(no notes yet)";
  writeFileSync(
    join(releaseFolder, "NOTES.md"),
    `${notes}\n\n| file | bytes | SHA-256 |\n|---|---|---|\n${rows.join("\n")}\n`,
  );
  console.log(`\n${releaseFolder}\n${lines.join("")}`);
  return faults;
}

if (process.argv[1]?.endsWith("release.mjs")) {
  ensureInstalled();
  try {
    const faults = makeRelease();
    for (const fault of faults) console.error(fault);
    if (faults.length > 0 && !process.argv.includes("--dry-run")) process.exitCode = 1;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
