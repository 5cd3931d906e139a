import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { npm, root } from "./ensure.mjs";

/**
 * Microsoft's tool for authoring reports (MIT), at its newest version. It names a bridge to Power BI
 * Desktop that npm does not hold; the validator does not use it, so an empty package is put in its
 * place.
 */
const PACKAGE = "@microsoft/powerbi-report-authoring-cli";
const VERSION = "0.4.0";
const BRIDGE = "@microsoft/powerbi-desktop-bridge-cli";
const folder = join(root, ".tmp/report-cli");
const ready = join(folder, "ready");
const module = join(folder, "node_modules", PACKAGE, "dist/index.js");

const json = (path, content) => writeFileSync(join(folder, path), JSON.stringify(content));

/**
 * Takes the tool from the npm registry below `.tmp` at the first use. Gives where its library is;
 * null where it cannot be had, with the reason.
 */
export function reportCli() {
  const url = pathToFileURL(module).href;
  if (existsSync(ready)) return { url, why: null };
  console.log("Taking Microsoft's report validator (first run only)…");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "bridge"), { recursive: true });
  json("bridge/package.json", { name: BRIDGE, version: "1.0.0" });
  json("package.json", { overrides: { [BRIDGE]: "file:./bridge" } });
  const asked = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "-E"];
  const status = npm([...asked, `${PACKAGE}@${VERSION}`], { cwd: folder, stdio: "ignore" });
  if (status !== 0 || !existsSync(module))
    return { url: null, why: `npm could not install ${PACKAGE} ${VERSION}` };
  writeFileSync(ready, "");
  return { url, why: null };
}
