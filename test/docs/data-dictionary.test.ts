import { readFileSync } from "node:fs";
import { expect } from "chai";
import { allFiles } from "../../prep/sample/all-files";
import { dataDictionaryPage, pageFile } from "../../scripts/data-dictionary";
import { build } from "../prep/pipeline/run";

const page = readFileSync(pageFile, "utf8").replaceAll("\r\n", "\n");

describe("the data dictionary", () => {
  it("is as `npm run docs` writes it", () => {
    expect(page).to.equal(dataDictionaryPage());
  });

  it("has every table, column and indicator that a build of all collections writes", async () => {
    const { star } = await build([
      ...allFiles({ people: 60, years: 1, seed: 4, pupils: 60, mentalHealth: 40 }),
    ]);
    expect(star.size).to.be.greaterThan(20);
    for (const { declaration } of star.values()) {
      const from = page.indexOf(`### ${declaration.name}\n`);
      expect(from, declaration.name).to.be.greaterThan(0);
      const section = page.slice(from, page.indexOf("\n### ", from + 4));
      for (const { name } of declaration.columns) expect(section).to.include(`| \`${name}\` |`);
    }
    const ids = star.get("indicator")!.frame.column("indicator_id")!;
    for (let row = 0; row < ids.length; row++) expect(page).to.include(`| \`${ids.at(row)}\` |`);
  });
});
