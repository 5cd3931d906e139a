import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { allFiles } from "../../../prep/sample/all-files";
import { councilsOf, MOST_COUNCILS, SAMPLESHIRE } from "../../../prep/sample/councils";

const SIZE = { people: 40, years: 2, seed: 6, pupils: 30, mentalHealth: 60, board: true };

const filesOf = (authorities: number, seed = SIZE.seed): Map<string, string> =>
  new Map(
    Array.from(allFiles({ ...SIZE, seed, authorities }), ({ name, chunks }) => [
      name,
      Buffer.concat([...chunks]).toString("latin1"),
    ]),
  );

const identifiers = (text: string): string[] =>
  text.match(/\b[A-HJ-NP-RT-W]\d{11}[0-9A-Z]\b/g) ?? [];

describe("a sample of several councils", () => {
  let files: Map<string, string>;
  before(() => {
    files = filesOf(MOST_COUNCILS);
  });
  const ofFolder = (folder: string): [string, string][] =>
    [...files].filter(([name]) => name.startsWith(`${folder}/`));

  it("is the same each time, and another with another seed", () => {
    expect(filesOf(MOST_COUNCILS)).to.deep.equal(files);
    expect(filesOf(MOST_COUNCILS, 7).get("951-northmere/sen2/SEN2_2025.xml")).not.to.equal(
      files.get("951-northmere/sen2/SEN2_2025.xml"),
    );
  });

  it("has the one of Sampleshire alone in it, file by file", () => {
    const alone = filesOf(1);
    const own = ofFolder("999-sampleshire");
    expect(own.length).to.be.greaterThan(10);
    for (const [name, text] of own)
      expect(alone.get(name.slice("999-sampleshire/".length)), name).to.equal(text);
  });

  it("has a folder for each, with returns of its number and nobody of another's", () => {
    const people = councilsOf(MOST_COUNCILS).map(({ authority, name }) => {
      const own = ofFolder(`${authority}-${name.toLowerCase()}`);
      const returns = own.filter(([file]) => file.includes("/SEN2_"));
      expect(returns.length, authority).to.be.greaterThan(0);
      for (const [, text] of returns) expect(text).to.include(`<LEA>${authority}</LEA>`);
      return new Set(own.flatMap(([, text]) => identifiers(text)));
    });
    const all = people.flatMap((own) => [...own]);
    expect(all.length).to.be.greaterThan(100);
    expect(new Set(all).size).to.equal(all.length);
  });

  it("has each school in the register once, under its own council", () => {
    const [, register] = [...files].find(([name]) => name.includes("edubasealldata2"))!;
    const rows = parse<Record<string, string>>(register, { columns: true });
    const urns = rows.map(({ URN }) => URN);
    expect(new Set(urns).size).to.equal(urns.length);
    for (const { schools, authority } of councilsOf(MOST_COUNCILS))
      for (const school of schools.filter((one) => one.authority === authority))
        expect(rows.find(({ URN }) => URN === school.urn)?.["LA (code)"]).to.equal(authority);
  });

  it("has the homes of each in the directory under its own code", () => {
    const directory = files.get("postcodes/postcode-directory.csv")!;
    const rows = parse<Record<string, string>>(directory, { columns: true });
    const place = new Map(rows.map(({ pcds, oslaua }) => [pcds, oslaua]));
    expect(place.size).to.equal(rows.length);
    for (const { authority, name, onsCode } of councilsOf(MOST_COUNCILS)) {
      const text = ofFolder(`${authority}-${name.toLowerCase()}/sen2`).map(([, one]) => one);
      const homes = text.join().match(/ZZ\d+ \d[A-Z]{2}/g)!;
      expect(new Set(homes.map((home) => place.get(home)))).to.deep.equal(new Set([onsCode]));
    }
  });

  it("asks for the board that they make up, and compares each with those that are not built", () => {
    const settings = (of: Map<string, string>): object =>
      JSON.parse(of.get("send-scorecard.json")!) as object;
    expect(settings(files)).to.deep.include({ allOf: "QZZ" });
    expect(settings(filesOf(2))).to.deep.include({ authorities: ["999", "951"] });
    const lines = files.get("published/neighbours.csv")!.trim().split(/\r?\n/).slice(1);
    const [whose, others] = [0, 1].map((at) => new Set(lines.map((line) => line.split(",")[at])));
    expect([...whose]).to.have.members(councilsOf(MOST_COUNCILS).map(({ authority }) => authority));
    expect([...others].filter((code) => whose.has(code))).to.deep.equal([]);
    expect(SAMPLESHIRE.authority).to.equal("999");
  });
});
