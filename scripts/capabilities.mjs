import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ensure.mjs";

/**
 * Writes capabilities.json from the field wells and the settings of the visual's source; returns
 * true where it changed.
 */
export async function writeCapabilities() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/capabilities.ts"],
    bundle: true,
    format: "esm",
    write: false,
  });
  const { capabilities } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`
  );
  const file = join(root, "capabilities.json");
  const text = `${JSON.stringify(capabilities(), null, 2)}\n`;
  let before = "";
  try {
    before = readFileSync(file, "utf8");
  } catch {
    // First run: the file is made now.
  }
  if (before.replace(/\r\n/g, "\n") === text) return false;
  writeFileSync(file, text);
  return true;
}
