import { readFileSync } from "node:fs";
import { expect } from "chai";
import { pageFile, stringsOf, welshList } from "../../scripts/welsh-list";

const holes = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();

describe("the list for a Welsh speaker", () => {
  const [english, welsh] = [stringsOf("en-GB"), stringsOf("cy-GB")];
  const page = readFileSync(pageFile, "utf8").replaceAll("\r\n", "\n");

  it("is as `npm run docs` writes it, with every string once", () => {
    expect(page).to.equal(welshList());
    for (const id of Object.keys(english))
      expect(page.split(`| \`${id}\` |`).length, id).to.equal(2);
  });

  it("has Welsh with the numbers and names of the English in it", () => {
    const differ = Object.entries(english).filter(
      ([id, text]) => holes(text).join() !== holes(welsh[id] ?? "").join(),
    );
    expect(differ).to.deep.equal([]);
  });
});
