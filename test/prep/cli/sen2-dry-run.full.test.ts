import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { publishedCsv } from "../../published-file";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
  type Run,
} from "../pipeline/command-line";
import { issued, person, request, smallReturn, xmlFile } from "../pipeline/small-return";
import { at, AUTHORITY, people } from "./dry-run-returns";

type Row = Record<string, string>;

describe("the command sen2 dry-run", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "dry-run-"));
    writeFiles(join(place, "in"), [
      xmlFile(smallReturn(2025, people(2024, 3), AUTHORITY)),
      xmlFile(smallReturn(2026, people(2025, 1), AUTHORITY)),
    ]);
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const run = (...more: string[]): Run =>
    runProgram(place, ["sen2", "dry-run", "in", "--out", "dry", ...more], {
      SEND_SCORECARD_KEY: "",
    });
  const rows = (path: string): Row[] =>
    parse(readFileSync(join(place, "dry", path)), { columns: true, bom: true }) as Row[];
  const figure = (id: string): Row =>
    rows("figures.csv").find(({ indicator_id }) => indicator_id === id)!;

  it("takes last year, neighbours and England from published statistics", () => {
    const csv = publishedCsv("timeliness_20_week").text;
    writeFiles(join(place, "in"), [
      {
        name: "releases/2025/timeliness_20_week.csv",
        chunks: [new TextEncoder().encode(`${csv}\n`)],
      },
    ]);
    const printed = (parse(csv, { columns: true }) as Row[]).filter(
      (row) => row.time_period === "2024" && /^All EHC plans issued$/.test(row.breakdown),
    );
    const of = (row: Row | undefined): number =>
      (100 * Number(row!.plans_issued_within_20_weeks)) / Number(row!.plans_issued_den);
    expect(run().status).to.equal(0);
    const now = figure("ehc_plans_within_20_weeks_pct");
    expect(now).to.include({ last_year_period: "2024", last_year_source: "published" });
    expect(Number(now.last_year_value)).to.be.closeTo(
      of(printed.find(({ old_la_code }) => old_la_code === "839")),
      1e-9,
    );
    expect(Number(now.england)).to.be.closeTo(
      of(printed.find(({ geographic_level }) => geographic_level === "National")),
      1e-9,
    );
    const neighbours = rows("neighbours.csv");
    expect(neighbours.length).to.be.above(5);
    expect(now.neighbour_note).to.match(/^Simple mean .* neighbours/);
  });

  it("lists what is wrong in the newest return alone, by team", () => {
    writeFiles(join(place, "in"), [
      xmlFile(
        smallReturn(
          2026,
          [
            ...people(2025, 0),
            person(7, request("2025-05-01", "2025-04-01", {}, issued("2025-06-03"), at("ASD"))),
          ],
          AUTHORITY,
        ),
      ),
      {
        name: "send-scorecard.json",
        chunks: [
          new TextEncoder().encode('{"teams":[{"settingGroup":"other","team":"Inclusion"}]}'),
        ],
      },
    ]);
    const { status, stdout } = run();
    expect(status).to.equal(1);
    const files = new Set(rows("checks/findings.csv").map(({ file }) => file));
    expect([...files]).to.deep.equal(["2026.xml"]);
    const broken = rows("checks/rules.csv").filter(({ times_broken }) => times_broken !== "0");
    expect(broken.map(({ rule }) => rule)).to.include("R05");
    expect(stdout).to.match(/Team +Errors +Warnings +Records\n/);
    expect([...filesBelow(join(place, "dry")).keys()].join()).to.match(/worklists.teams/);
    const all = [...filesBelow(join(place, "dry")).values()].join("") + stdout;
    expect(all).not.to.match(/Fernhollow|Tamsin|[A-Z]999\d{9}|2014-05-10/);
  });

  it("says what changed since the last run, and the same again where nothing did", () => {
    expect(run().stdout).to.match(/first dry run/);
    writeFiles(join(place, "in"), [xmlFile(smallReturn(2026, people(2025, 2), AUTHORITY))]);
    const second = run().stdout;
    expect(second).to.match(/New EHC plans issued within 20 weeks +83\.3% +66\.7% +−16\.7/);
    const changed = rows("changes.csv").find(({ id }) => id === "ehc_plans_within_20_weeks_pct")!;
    expect(Number(changed.now) - Number(changed.before)).to.be.closeTo(-16.667, 0.001);
    expect(rows("changes.csv").find(({ id }) => id === "A07")).to.include({
      before: "1",
      now: "2",
    });
    const before = readFileSync(join(place, "dry/runs.csv"), "utf8");
    expect(run().stdout).to.equal(second);
    expect(readFileSync(join(place, "dry/runs.csv"), "utf8")).to.equal(before);
  });

  it("counts an extract of before the year's end up to its day, and says so", () => {
    writeFiles(join(place, "in"), [
      xmlFile(smallReturn(2026, people(2025, 1), { ...AUTHORITY, ReferenceDate: "2025-11-30" })),
    ]);
    run();
    expect(figure("ehc_plans_within_20_weeks_pct")).to.include({ value: "83.33333333333333" });
    expect(figure("ehc_plans_within_20_weeks_pct").note).to.match(/Part period.*30 Nov 2025/);
    expect(figure("ehc_plans_maintained")).to.include({
      period: "30 Nov 2025",
      last_year_period: "16 Jan 2025",
    });
  });

  it("refuses what it cannot do, and says why", () => {
    for (const [args, message] of [
      [["--authority", "838", "--authority", "839"], /of one authority/],
      [["--all-of", "QVV"], /of one authority/],
    ] as const) {
      const { status, stderr } = run(...args);
      expect(status).to.equal(2);
      expect(stderr).to.match(message);
    }
    rmSync(join(place, "in"), { recursive: true });
    writeFiles(join(place, "in"), [
      {
        name: "caseload.csv",
        chunks: [new TextEncoder().encode(publishedCsv("timeliness_20_week").text)],
      },
    ]);
    const { status, stderr } = run("--authority", "839");
    expect([status, stderr]).to.deep.equal([3, stderr]);
    expect(stderr).to.match(/needs a SEN2 return/);
  });
});
