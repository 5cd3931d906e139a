import { readFileSync } from "node:fs";
import { expect } from "chai";
import { collections } from "../../prep/collections/index";
import { knowledgeOf } from "../../prep/stages/knowledge";
import { listedIndicatorsPage, pageFile } from "../../scripts/listed-indicators";

const page = readFileSync(pageFile, "utf8").replaceAll("\r\n", "\n");

describe("the page of listed indicators", () => {
  it("is as `npm run docs` writes it", () => {
    expect(page).to.equal(listedIndicatorsPage());
  });

  it("has each reference number once, with one way in which it is filled", () => {
    const rows = [
      ...page.matchAll(/^\| ((?:CDC|BUL|SHR|BCP|BHM)-\S+) \| .* \| `(\w+)` \| (.*) \|$/gm),
    ];
    const numbers = knowledgeOf(collections).indicators.flatMap(({ listedIn }) => listedIn);
    expect(rows.map(([, number]) => number).sort()).to.deep.equal(numbers.sort());
    for (const [line, , , filled] of rows)
      expect(filled, line).to.match(
        /^(counted here|published there \(`[\w, ]+`\)|kept by hand(?:, from `[\w, ]+`)?)$/,
      );
  });
});
