import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled, root, runPackage } from "./ensure.mjs";
import { writeCapabilities } from "./capabilities.mjs";

/** Bytes that the package may have. */
const BUDGET = 70 * 1024;

/** What no certified visual may contain, by what it looks like in the bundle. */
const FORBIDDEN = [
  /\bfetch\s*\(/,
  /XMLHttpRequest/,
  /\bWebSocket\b/,
  /\beval\s*\(/,
  /\bnew Function\b/,
  /\bFunction\s*\(/,
  /\.innerHTML/,
  /\.outerHTML/,
  /document\.write/,
  /insertAdjacentHTML/,
  /Math\.random/,
  /console\.(log|warn|error|info)/,
  /localStorage|sessionStorage|document\.cookie/,
];

const fail = (message) => {
  throw new Error(message);
};

/** Where the package of this version is. */
export function packageFile() {
  const { visual } = JSON.parse(readFileSync(join(root, "pbiviz.json"), "utf8"));
  return join(root, "dist", `${visual.guid}.${visual.version}.pbiviz`);
}

/**
 * Builds the .pbiviz and checks it, since the packaging tool reports success whatever happens;
 * returns its path and size. Throws with what is wrong.
 */
export async function packageVisual() {
  // Not above: on a fresh clone this file is loaded before the packages are installed.
  const { readPackage } = await import("./read-package.mjs");
  await writeCapabilities();
  if (runPackage("eslint/bin/eslint.js", ["src"]) !== 0)
    fail("The visual's source has lint errors.");
  const file = packageFile();
  rmSync(file, { force: true });
  const started = Date.now();
  mkdirSync(join(root, ".tmp"), { recursive: true });
  // The tool writes a certificate into the home folder even when it only packages: give it an empty
  // one.
  const home = mkdtempSync(join(tmpdir(), "pbiviz-"));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      new URL("hoist.mjs", import.meta.url).href,
      join(root, "node_modules/powerbi-visuals-tools/bin/pbiviz.js"),
      "package",
      "--no-stats",
      "--skip-api",
    ],
    { cwd: root, encoding: "utf8", env: { ...process.env, HOME: home, USERPROFILE: home } },
  );
  rmSync(home, { recursive: true, force: true });
  // The tool leaves the visual's own package.json there, by which Node would take the command line
  // beside it for old modules.
  rmSync(join(root, "dist/package.json"), { force: true });
  if (status !== 0 || !existsSync(file)) fail(`The visual was not packaged.\n${stdout}\n${stderr}`);
  const { mtimeMs } = statSync(file);
  if (mtimeMs < started - 2000) fail("The package is an old one: the packaging tool wrote none.");
  const { packTight } = await import("./pack-tight.mjs");
  writeFileSync(file, await packTight(readFileSync(file)));
  const { size } = statSync(file);
  if (size > BUDGET) fail(`The package has ${size} bytes; ${BUDGET} are allowed.`);
  const { content, capabilities, stringResources } = readPackage(file);
  for (const pattern of FORBIDDEN)
    if (pattern.test(content.js))
      fail(`The bundle contains ${pattern}, which certification forbids.`);
  if (!Array.isArray(capabilities.privileges) || capabilities.privileges.length > 0)
    fail("The visual asks for privileges.");
  for (const locale of ["en-US", "en-GB", "cy-GB"])
    if (!stringResources[locale]) fail(`The package has no texts for ${locale}.`);
  if (!content.iconBase64) fail("The package has no icon.");
  return { file, size, script: content.js.length };
}

if (process.argv[1]?.endsWith("package.mjs")) {
  ensureInstalled();
  try {
    const { file, size, script } = await packageVisual();
    console.log(
      `${file}\n${(size / 1024).toFixed(1)} KB (budget ${BUDGET / 1024} KB), script ${(script / 1024).toFixed(1)} KB`,
    );
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
