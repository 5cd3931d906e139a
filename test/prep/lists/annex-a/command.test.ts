import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { makeSample } from "../../../../prep/sample/make-sample";
import { sampleFiles } from "../../../../prep/sample/sample-files";
import { writeSen2Xml } from "../../../../prep/sample/write/sen2-xml";
import { plainSheets } from "../../plain-sheets";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
} from "../../pipeline/command-line";
import { personalValues, withMarkedNames } from "../../pipeline/private-sample";

const sample = makeSample({ people: 60, years: 2, seed: 83 });
const returns = withMarkedNames(sample.returns);
const { texts } = personalValues(returns);
const register = [...sampleFiles(sample)]
  .filter(({ name }) => name.startsWith("school-register/"))
  .map(({ name, chunks }) => ({ name, chunks: [...chunks] }));

describe("send-scorecard lists annex-a", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "annex-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("writes what shows who is meant to its own folder alone, without a key and without names", async () => {
    writeFiles(join(place, "in"), [
      ...register,
      ...returns.map((ret) => ({ name: `${ret.year}.xml`, chunks: writeSen2Xml(ret) })),
    ]);
    const before = [...filesBelow(join(place, "in")).keys()];
    for (const more of [[], ["--json"]]) {
      const { status, stdout, stderr } = runProgram(
        place,
        ["lists", "annex-a", "in", "--out", "lists", ...more],
        { SEND_SCORECARD_KEY: "" },
      );
      expect([0, 1], stderr).to.include(status);
      const said = `${stdout}${stderr}`.toLowerCase();
      expect([...texts].filter((value) => said.includes(value))).to.deep.equal([]);
    }
    expect(readdirSync(place).sort()).to.deep.equal(["in", "lists"]);
    expect([...filesBelow(join(place, "in")).keys()]).to.deep.equal(before);
    const files = filesBelow(join(place, "lists"));
    expect(
      [...files.keys()].map((path) => path.slice(join(place, "lists").length + 1)).sort(),
    ).to.deep.equal([
      "IDENTIFIABLE-READ-ME.txt",
      "annex-a-checks.xlsx",
      "annex-a.xlsx",
      "manifest.json",
    ]);
    const names = new Set(
      returns.flatMap((ret) =>
        [...ret.persons()].flatMap(({ values }) => [
          values.Surname.toLowerCase(),
          values.Forename.toLowerCase(),
          values.PostCode.toLowerCase(),
        ]),
      ),
    );
    let upns = 0;
    for (const name of ["annex-a.xlsx", "annex-a-checks.xlsx"])
      for (const { rows } of await plainSheets(files.get(join(place, "lists", name))!))
        for (const cell of rows.flat()) {
          expect(names.has(String(cell).toLowerCase())).to.equal(false);
          if (texts.has(String(cell).toLowerCase())) upns++;
        }
    expect(upns).to.be.greaterThan(50);
    for (const name of ["manifest.json", "IDENTIFIABLE-READ-ME.txt"])
      expect(
        [...texts].some((value) =>
          files
            .get(join(place, "lists", name))!
            .toString("utf8")
            .toLowerCase()
            .includes(value),
        ),
        name,
      ).to.equal(false);
  });
});
