import { readFileSync } from "node:fs";
import { expect } from "chai";
import { pageFile, slicersOfAll } from "../../scripts/slicers";

const page = readFileSync(pageFile, "utf8").replaceAll("\r\n", "\n");

/** The row of the matrix that has a measure, by its columns. */
function reachOf(measure: string): Record<string, string> {
  const rows = page
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2, -2).split(" | "));
  const head = rows.find(([first]) => first === "Folder")!;
  const row = rows.find(([, names]) => names?.split(", ").includes(measure))!;
  return Object.fromEntries(head.map((name, i) => [name, row[i]]));
}

describe("the page of slicers", () => {
  it("is as `npm run docs` writes it", () => {
    expect(page).to.equal(slicersOfAll());
  });

  it("says which dimension changes which measure, and which does not", () => {
    const plans = reachOf("Plans issued");
    expect([plans.Need, plans["Age band"], plans.Date, plans.Area]).to.deep.equal([
      "●",
      "●",
      "●",
      "",
    ]);
    const reviews = reachOf("Review decisions within 4 weeks (%)");
    expect([reviews.Need, reviews.Person, reviews.Date]).to.deep.equal(["", "●", "●"]);
    const value = reachOf("Value");
    expect([value.Indicator, value.Date, value.Area, value.Need]).to.deep.equal([
      "●",
      "●",
      "●",
      "",
    ]);
    expect(reachOf("England").Area).to.equal("●");
  });
});
