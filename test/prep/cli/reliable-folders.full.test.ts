import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { strToU8, zipSync } from "fflate";
import { fixtureText } from "../../fixture";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
} from "../pipeline/command-line";
import { text, type MemoryFile } from "../pipeline/run";

type Row = Record<string, string>;

const LIST = fixtureText("reliability/opt-out.csv");
const optedOut = LIST.trim().split(/\r?\n/).slice(1);
const aReturn = text("SEN2_2026.xml", fixtureText("reliability/sen2.xml"));
const CUT_OFF = fixtureText("reliability/cut-off.csv");

describe("folders with an opt-out list, or with a file that was cut off", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "reliable-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  function built(...files: readonly MemoryFile[]) {
    const folder = mkdtempSync(join(place, "a-"));
    writeFiles(join(folder, "in"), [aReturn, ...files]);
    const run = runProgram(folder, ["build", "in", "--out", "out", "--no-report"]);
    const table = (path: string): Row[] =>
      parse(readFileSync(join(folder, "out", path)), { columns: true, bom: true });
    const errors = table("checks/findings.csv")
      .filter(({ severity }) => severity === "error")
      .map(({ rule, file }) => `${rule} ${file}`);
    return { folder, run, table, errors, people: table("star/person.csv").length };
  }

  it("leave out whoever is on the list, named in the settings or not, and say no identifier", () => {
    const all = built().people;
    const settings = text("send-scorecard.json", '{"inputs":{"optOut":"opt-out.csv"}}');
    for (const more of [[settings], []]) {
      const { folder, run, people, errors } = built(text("opt-out.csv", LIST), ...more);
      expect([run.status, people, errors]).to.deep.equal([0, all - optedOut.length, []]);
      const said = [run.stdout, run.stderr, ...filesBelow(join(folder, "out")).values()].join("\n");
      expect(optedOut.filter((upn) => said.includes(upn))).to.deep.equal([]);
    }
  });

  it("say with an error that a list was not used, where its heading is none that is known", () => {
    const all = built();
    const { people, errors } = built(text("opt-out.csv", LIST.replace("UPN", "Who")));
    expect(people).to.equal(all.people);
    expect(errors).to.deep.equal([...all.errors, "F14 opt-out.csv"]);
  });

  it("show no figure of a published file that was cut off, loose or in a zip, and say so", () => {
    const zip = zipSync({ "data/caseload.csv": strToU8(CUT_OFF) });
    for (const [name, file] of [
      ["caseload.csv", text("caseload.csv", CUT_OFF)],
      ["release.zip/data/caseload.csv", { name: "release.zip", chunks: [zip] }],
    ] as const) {
      const { errors, table } = built(file);
      expect(errors).to.include.members([`F03 ${name}`]);
      expect(errors.filter((one) => one.startsWith("F22"))).to.have.length(1);
      const shown = table("star/kpi_value.csv").filter(({ origin }) => origin !== "counted");
      expect(shown).to.deep.equal([]);
    }
  });
});
