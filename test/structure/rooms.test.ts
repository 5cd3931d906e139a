import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const root = fileURLToPath(new URL("../../prep/collections/", import.meta.url));
const ROOMS = ["fields", "indicators", "lists", "model", "read", "rules", "tables", "views"];

/** Names in a folder, folders or files. */
const namesIn = (folder: string, folders: boolean): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() === folders)
    .map(({ name }) => name)
    .sort();

describe("the collections", () => {
  const collections = namesIn(root, true);

  it("have the same rooms, and nothing beside them but their entry and their settings", () => {
    expect(collections).to.have.length(3);
    for (const name of collections) {
      expect(namesIn(root + name, true), name).to.deep.equal(ROOMS);
      expect(namesIn(root + name, false), name).to.deep.equal([
        "index.ts",
        "setting-declarations.ts",
      ]);
    }
  });
});
