import { readFileSync } from "node:fs";
import { expect } from "chai";
import { findingsPage, findingsPageFile } from "../../scripts/findings-page";

const page = readFileSync(findingsPageFile, "utf8").replaceAll("\r\n", "\n");

describe("the page of findings", () => {
  it("is as `npm run docs` writes it", () => {
    expect(page).to.equal(findingsPage());
  });

  it("has each rule once, with what to do", () => {
    const rows = [
      ...page.matchAll(/^\| ([A-Z]+\d+) \| \w+ \| .*? \| (.+?) \| (.+?) \| (.+?) \|$/gm),
    ];
    const ids = rows.map(([, id]) => id);
    expect(ids.length).to.be.greaterThan(200);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
