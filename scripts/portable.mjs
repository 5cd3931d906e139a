import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { zipSync } from "fflate";
import { ensureInstalled, root } from "./ensure.mjs";
import { NODE, nodeForWindows, pinnedNode } from "./node-for-windows.mjs";

/** Where the portable zip is. */
export const portableFile = join(root, "dist/send-scorecard-portable.zip");

/** Starts the command line beside it; a double-click says what to do next. */
const COMMAND = [
  "@echo off",
  "setlocal",
  '"%~dp0node.exe" "%~dp0app\\dist\\cli.js" %*',
  "set code=%errorlevel%",
  'if "%~1"=="" pause',
  "exit /b %code%",
  "",
].join("\r\n");

const readMe = (version) =>
  [
    `SEND Scorecard ${version}, portable: nothing is installed, no administrator is needed.`,
    "",
    "send-scorecard.html   the whole product in a page: open it with a double-click",
    "send-scorecard.cmd    the command line, for tasks that run by themselves:",
    "                      send-scorecard.cmd init D:\\SEND\\extracts",
    "                      send-scorecard.cmd build D:\\SEND\\extracts --out D:\\SEND\\star",
    "",
    `node.exe is of Node.js ${NODE.version}, as its publisher made it.`,
    `SHA-256: ${NODE.sha256}`,
    "",
  ].join("\r\n");

/** Folders of the packages that the program runs with, by the lock file. */
function runtimePackages() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path)));
}

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

/**
 * Makes dist/send-scorecard-portable.zip: a folder to unpack on a Windows machine without Node.
 * `node` is the path of the pinned node.exe. Returns path, bytes and SHA-256.
 */
export function makePortable(node) {
  const { version: own } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const dist = join(root, "dist");
  for (const name of ["cli.js", "send-scorecard.html"])
    if (!existsSync(join(dist, name)))
      throw new Error(`dist/${name} is not there: run npm run build, package and page first.`);
  const program = pinnedNode(node);
  const entries = new Map([
    ["send-scorecard.cmd", Buffer.from(COMMAND)],
    ["READ-ME.txt", Buffer.from(readMe(own))],
    ["node.exe", program],
    ["send-scorecard.html", readFileSync(join(dist, "send-scorecard.html"))],
    ["LICENSE.txt", readFileSync(join(root, "LICENSE"))],
    ["app/package.json", Buffer.from(`${JSON.stringify({ type: "module" })}\n`)],
  ]);
  for (const name of readdirSync(dist).sort())
    if (/\.(?:js|pbiviz|schema\.json)$/.test(name))
      entries.set(`app/dist/${basename(name)}`, readFileSync(join(dist, name)));
  for (const path of runtimePackages())
    for (const name of filesBelow(join(root, path)))
      if (!name.startsWith("node_modules/"))
        entries.set(`app/${path}/${name}`, readFileSync(join(root, path, name)));
  const mtime = new Date(1980, 0, 1);
  const zip = zipSync(
    Object.fromEntries(
      [...entries].map(([name, bytes]) => [
        `send-scorecard/${name}`,
        [new Uint8Array(bytes), { mtime }],
      ]),
    ),
  );
  mkdirSync(dist, { recursive: true });
  writeFileSync(portableFile, zip);
  const sha256 = createHash("sha256").update(zip).digest("hex");
  return { file: portableFile, bytes: zip.length, sha256 };
}

if (process.argv[1]?.endsWith("portable.mjs")) {
  ensureInstalled();
  try {
    const { file, bytes, sha256 } = makePortable(process.argv[2] ?? (await nodeForWindows()));
    console.log(`${file}\n${(bytes / 2 ** 20).toFixed(1)} MB, SHA-256 ${sha256}`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
