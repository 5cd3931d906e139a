import { readFileSync } from "node:fs";
import { expect } from "chai";
import { collections } from "../../prep/collections/index";
import { knowledgeOf } from "../../prep/stages/knowledge";
import { csvRows } from "../csv-rows";
import { entryNamed, knownNames } from "../../prep/sources/kpi-sheet/identity/identify";
import { listedIndicatorsPage, listedOtherwise, pageFile } from "../../scripts/listed-indicators";

/** Names as the lists print them. */
const namesOfLists = csvRows(
  readFileSync(
    new URL("../../prep/reference/indicator-names.csv", import.meta.url),
    "utf8",
  ).replace(/^(?:#.*\r?\n)+/, ""),
).map(({ id, name, listed_in: number }) => ({ id, name, number }));

const page = readFileSync(pageFile, "utf8").replaceAll("\r\n", "\n");

describe("the page of listed indicators", () => {
  it("is as `npm run docs` writes it", () => {
    expect(page).to.equal(listedIndicatorsPage());
  });

  it("has each reference number once, with one way in which it is filled", () => {
    const rows = [
      ...page.matchAll(
        /^\| ((?:CDC|BUL|SHR|BCP|BHM)-\S+) \| .*? \| `(\w+)` \| (.*?) \| (?:the same|`\w+`: .+) \|$/gm,
      ),
    ];
    const numbers = knowledgeOf(collections).indicators.flatMap(({ listedIn }) => listedIn);
    expect(rows.map(([, number]) => number).sort()).to.deep.equal(numbers.sort());
    for (const [line, , , filled] of rows)
      expect(filled, line).to.match(
        /^(counted here|published there \(`[\w, ]+`\)|kept by hand(?:, from `[\w, ]+`)?)$/,
      );
  });

  it("says of each name of a list which indicator a KPI of it is, and why where it is another", () => {
    const { indicators } = knowledgeOf(collections);
    const names = knownNames(indicators);
    const listed = new Map(
      indicators.flatMap(({ id, listedIn }) => listedIn.map((number) => [number, id] as const)),
    );
    const unitOf = new Map(indicators.map(({ id, unit }) => [id, unit]));
    const landed = new Map<string, string[]>();
    for (const { id, name, number } of namesOfLists) {
      expect(entryNamed(name, unitOf.get(id)!, names)?.id, name).to.equal(id);
      landed.set(number, [...(landed.get(number) ?? []), id]);
    }
    expect(landed.size).to.equal(listed.size).and.to.equal(318);
    const others = [...landed].filter(([number, ids]) => !ids.includes(listed.get(number)!));
    expect(others.map(([number]) => number)).to.have.members([...listedOtherwise.keys()]);
    for (const [number, ids] of others) {
      const { id, reason } = listedOtherwise.get(number)!;
      expect(ids, number).to.include(id);
      expect(reason, number).to.match(/\w{3}/);
    }
  });
});
