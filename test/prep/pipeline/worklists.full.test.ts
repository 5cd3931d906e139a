import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { settingOn } from "../../oracle/plan-on-day";
import { extractPerson } from "../../../prep/sample/extract";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { SCHOOLS } from "../../../prep/sample/schools";
import { showsActive } from "../../../prep/sample/what-a-return-shows";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
  type Run,
} from "./command-line";
import { build, bytesOf, text } from "./run";
import {
  active,
  issued,
  need,
  person,
  placement,
  request,
  smallReturn,
  xmlFile,
} from "./small-return";

type Rows = Record<string, string>[];

describe("the schools of findings", function () {
  it("are where the sample's children are, and the schools that reported them", async () => {
    const sample = makeSample({ people: 300, years: 2, seed: 71, errors: 120 });
    const pupils = samplePupils(sample, 71, 100);
    const files = [...sampleFiles(sample, { forms: ["xml"] })].map(({ name, chunks }) => ({
      name,
      chunks: [bytesOf(chunks)],
    }));
    const { findings, schools, summary, bySchool } = await build([
      ...files,
      ...censusFiles(pupils, ["xml"]),
    ]);
    const urnOf = (school: string | undefined): string | null =>
      school === undefined ? null : (schools.get(school)?.urn ?? null);
    let compared = 0;
    for (const ret of sample.history.returns) {
      const lives = [...sample.history.lives()].filter((life) => extractPerson(life, ret) !== null);
      // Of a person with several requests a finding may be of any of them.
      for (const { rule, year, person: number } of sample.planted) {
        const { requests } = lives[number - 1] ?? { requests: [] };
        if (year !== ret.year || requests.length !== 1) continue;
        const { plan } = requests[0];
        if (!plan || !showsActive(plan, ret)) continue;
        const { urn, placement: at } = settingOn(plan, ret.reference, ret);
        const found = findings.filter(
          (one) =>
            one.rule === rule &&
            one.file.includes(String(year)) &&
            new RegExp(`^person ${number}( |$)`).test(one.record),
        );
        expect(found.length, `${rule} ${number}`).to.be.greaterThan(0);
        const truth = urn || (SCHOOLS.find(({ ukprn }) => ukprn === at?.ukprn)?.urn ?? null);
        for (const one of found) expect(urnOf(one.school), `${rule} ${number}`).to.equal(truth);
        compared++;
      }
    }
    expect(compared).to.be.greaterThan(15);
    const ofCensus = findings.filter(
      ({ file, record }) => /census\/.*\d{7}_SC_/.test(file) && record !== "",
    );
    expect(ofCensus.length).to.be.greaterThan(10);
    for (const { file, school } of ofCensus)
      expect(urnOf(school), file).to.equal(
        SCHOOLS.find(
          ({ estab, authority, closed }) =>
            `${authority}${estab}` === /(\d{7})_SC_/.exec(file)![1] && closed === null,
        )!.urn,
      );
    for (const { rule, severity, count } of summary)
      expect(
        bySchool
          .filter((one) => one.rule === rule && one.severity === severity)
          .reduce((sum, one) => sum + one.count, 0),
        rule,
      ).to.equal(count);
  });
});

describe("worklists and trend of runs with corrected data", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "worklists-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  /** A return of three children at two schools, some of whom have a post code that is none. */
  const returned = (wrong: readonly number[], made = "2025-02-01") => {
    const at = ["990001", "990001", "990002"];
    const people = at.map((URN, n) => {
      const child = person(
        n,
        request(
          "2024-01-15",
          "2024-02-20",
          {},
          issued("2024-06-03"),
          active({}, [
            placement({ URN, SENunitIndicator: "0", ResourcedProvisionIndicator: "0" }),
            need("ASD", "1"),
          ]),
        ),
      );
      return {
        ...child,
        values: {
          ...child.values,
          UPN: `A${child.values.UPN.slice(1)}`,
          ...(wrong.includes(n) ? {} : { UPN: child.values.UPN }),
        },
      };
    });
    return xmlFile(smallReturn(2025, people, { DateTime: `${made}T09:00:00` }), "sen2.xml");
  };
  const run = (out = "out"): Run => runProgram(place, ["build", "in", "--out", out, "--no-report"]);
  const read = (path: string): Rows =>
    parse(readFileSync(join(place, path)), { columns: true, bom: true });
  const found = ({ stdout }: Run): string =>
    /^(?:Found: |Nothing was).*$/m.exec(stdout)?.[0] ?? stdout;
  const p10 = (rows: Rows): string[] =>
    rows
      .filter(({ rule }) => rule === "P10")
      .map(
        ({ run: number, data_date, breakdown, breakdown_value, count }) =>
          `${number} ${data_date} ${breakdown} ${breakdown_value} ${count}`,
      );
  const errors = (result: Run): number => Number(/(\d+) errors/.exec(found(result))![1]);

  it("say how many errors there were before, and keep the counts of every run", () => {
    writeFiles(join(place, "in"), [returned([0, 1, 2])]);
    const first = run();
    expect(first.stdout).not.to.include("(was");
    writeFiles(join(place, "in"), [returned([1], "2025-02-08")]);
    const second = run();
    expect(found(second)).to.equal(
      `Found: ${errors(first) - 2} errors (was ${errors(first)}), ${/(\d+) warnings/.exec(found(first))![1]} warnings (was ${/(\d+) warnings/.exec(found(first))![1]}).`,
    );
    writeFiles(join(place, "in"), [returned([], "2025-02-15")]);
    run();
    expect(p10(read("out/checks/trend.csv"))).to.deep.equal([
      "1 2025-02-01 all all 3",
      "1 2025-02-01 school urn:990001 2",
      "1 2025-02-01 school urn:990002 1",
      "2 2025-02-08 all all 1",
      "2 2025-02-08 school urn:990001 1",
      "3 2025-02-15 all all 0",
    ]);
  });

  it("are the same bytes when the same extracts are built again, whatever their names", () => {
    writeFiles(join(place, "in"), [returned([0, 1])]);
    run();
    writeFiles(join(place, "in"), [returned([1])]);
    run();
    const before = readFileSync(join(place, "out/checks/trend.csv"));
    const again = run();
    expect(readFileSync(join(place, "out/checks/trend.csv")).equals(before)).to.equal(true);
    expect(found(again)).to.include("(was ");
    rmSync(join(place, "in/sen2.xml"));
    writeFiles(join(place, "in"), [{ ...returned([1]), name: "renamed.xml" }]);
    run();
    expect(readFileSync(join(place, "out/checks/trend.csv")).equals(before)).to.equal(true);
  });

  it("go to the teams of the settings, and into nobody's folder else", () => {
    writeFiles(join(place, "in"), [
      returned([0, 2]),
      text(
        "send-scorecard.json",
        '{ "teams": [{ "school": "990001", "team": "North" }, { "school": "990009" }] }',
      ),
    ]);
    run();
    expect(
      read("out/checks/worklists/teams/north.csv").map(({ urn, team, rules }) => [
        urn,
        team,
        rules.includes("P10"),
      ]),
    ).to.deep.equal([["990001", "North", true]]);
    expect(
      read("out/checks/worklists/teams/not-assigned.csv").map(({ urn }) => urn),
    ).to.include.members(["990002"]);
    expect(
      read("out/checks/findings.csv").map(({ rule, file, record }) => [rule, file, record]),
    ).to.deep.include(["F13", "send-scorecard.json", "team 2"]);
    const names = [...filesBelow(join(place, "out/checks/worklists")).keys()].map((path) =>
      path.slice(join(place, "out/checks/worklists").length + 1).replaceAll("\\", "/"),
    );
    expect(names).to.have.members([
      "overview.csv",
      "schools/990001.csv",
      "schools/990002.csv",
      "schools/no-school.csv",
      "teams/north.csv",
      "teams/not-assigned.csv",
    ]);
  });

  it("begin anew, and keep the old file, where somebody has spoilt the trend", () => {
    writeFiles(join(place, "in"), [returned([0, 1])]);
    run();
    writeFileSync(join(place, "out/checks/trend.csv"), "run;rule\r\n1;P10\r\n");
    const result = run();
    expect(result.stdout)
      .to.include("the trend starts again")
      .and.to.include("checks/trend.csv.kept");
    expect(new Set(read("out/checks/trend.csv").map(({ run: number }) => number))).to.deep.equal(
      new Set(["1"]),
    );
    expect(readFileSync(join(place, "out/checks/trend.csv.kept"), "utf8")).to.include("run;rule");
  });
});
