import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";

/** The content of a .pbiviz: its visual, capabilities, texts, script and style. */
export function readPackage(file) {
  const entries = unzipSync(readFileSync(file));
  const { resources } = JSON.parse(strFromU8(entries["package.json"]));
  return JSON.parse(strFromU8(entries[resources[0].file]));
}
