import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Types that a folder's modules give to others, with their files. */
const typesOf = (folder: string): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const path of readdirSync(root + folder, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts")) continue;
    const text = readFileSync(`${root}${folder}/${path}`, "utf8");
    for (const [, name] of text.matchAll(/^export (?:interface|type) (\w+)/gm))
      found.set(name, [...(found.get(name) ?? []), path.replaceAll("\\", "/")]);
  }
  return found;
};

/** Collections have the same rooms, and what is in the same room has the same name. */
const roomOf = (path: string): string => path.replace(/^collections\/[\w-]+\//, "collections/*/");
/** Words of tables on paper: they have a world of their own below this folder. */
const isOfSheets = (path: string): boolean => path.startsWith("sources/kpi-sheet/");

describe("the names of types", () => {
  for (const folder of ["prep", "src", "page"])
    it(`mean one thing in ${folder}`, () => {
      const twice = [...typesOf(folder)]
        .map(([name, paths]) => [
          name,
          [...new Set(paths.filter((path) => !isOfSheets(path)).map(roomOf))],
        ])
        .filter(([, rooms]) => rooms.length > 1);
      expect(twice).to.deep.equal([]);
    });
});
