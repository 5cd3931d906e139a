import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(`${root}package.json`, "utf8"),
) as Record<"dependencies" | "devDependencies", Record<string, string>>;

/** Cells of the rows below a heading of the page, without the row of titles. */
const rowsOf = (part: string): string[][] =>
  part
    .split(/\r?\n/)
    .filter((line) => line.startsWith("| "))
    .slice(1)
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
const [run, tools, held] = readFileSync(`${root}docs/dependencies.md`, "utf8")
  .split(/^## /m)
  .slice(1)
  .map(rowsOf);

describe("the page of packages", () => {
  it("has each package of package.json with its very version and why it is there", () => {
    const versions = (rows: string[][]) =>
      Object.fromEntries(rows.map(([name, version]) => [name, version]));
    expect(versions(run)).to.deep.equal(dependencies);
    expect(versions(tools)).to.deep.equal(devDependencies);
    expect([...run, ...tools].filter(([, , , why]) => !why)).to.deep.equal([]);
  });

  it("says why for exactly those that are not at their newest", () => {
    const behind = [...run, ...tools].filter(([, , newest]) => newest !== "");
    expect(behind.filter(([, version, newest]) => version === newest)).to.deep.equal([]);
    expect(held.map(([name]) => name)).to.deep.equal(behind.map(([name]) => name).sort());
    expect(held.filter(([, why]) => !why)).to.deep.equal([]);
  });

  it("gives exact versions, so that every clone has the same", () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-r\.\d+)?$/.test(version),
    );
    expect(loose).to.deep.equal([]);
  });
});
