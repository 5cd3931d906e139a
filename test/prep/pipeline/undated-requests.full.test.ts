import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { recordsOf, type SampleReturn } from "../../../prep/sample/return-record";
import { csvRows } from "../../csv-rows";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "./command-line";
import { build, rowsOf, type MemoryFile } from "./run";
import { active, issued, person, record, request, smallReturn, xmlFile } from "./small-return";

const H = { RequestOutcome: "H", RequestSource: "" };
const going = record("assessment", { AssessmentOutcome: "A" });
const open = (n: number) => person(n, request("2024-10-01", "2024-11-05", {}, going));
const ended = (n: number, on: string) => person(n, request("", "", H, issued(on), active()));

/** A return whose requests with outcome H have lost the day they were received. */
const withoutDates = (ret: SampleReturn): SampleReturn => ({
  ...ret,
  *persons() {
    for (const one of ret.persons()) {
      for (const { values } of recordsOf(one, "requests"))
        if (values.RequestOutcome === "H") values.ReceivedDate = "";
      yield one;
    }
  },
});

describe("requests decided before the year, without the date received", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "undated-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  /** Builds returns by the program: its figures and its findings. */
  function figuresOf(returns: readonly MemoryFile[]) {
    writeFiles(join(place, "in"), returns);
    const { status } = runProgram(place, ["build", "in", "--out", "out", "--quiet"]);
    const read = (path: string) => csvRows(readFileSync(join(place, "out", path), "utf8"));
    const values = read("star/kpi_value.csv");
    return {
      status,
      requests: read("star/ehc_request.csv").length,
      findings: read("checks/findings.csv").map(({ rule }) => rule),
      figure: (id: string, end: string, frequency = "month") =>
        values.find(
          (row) =>
            row.indicator_id === id &&
            row.period_end === end &&
            row.frequency === frequency &&
            row.breakdown === "all",
        ),
    };
  }

  it("are the only request that the person had open in an earlier return", () => {
    const { status, requests, findings, figure } = figuresOf([
      xmlFile(smallReturn(2025, [open(1), open(2), open(3)])),
      xmlFile(
        smallReturn(2026, [ended(1, "2025-02-11"), ended(2, "2025-02-11"), ended(3, "2025-03-11")]),
      ),
    ]);
    expect([status, requests]).to.deep.equal([0, 3]);
    expect(figure("ehc_plans_within_20_weeks_pct", "2025-12-31", "calendar_year")).to.include({
      numerator: "2",
      denominator: "3",
      status: "ok",
    });
    expect(figure("ehc_assessments_open", "2025-02-28")!.value).to.equal("1");
    expect(findings).to.not.include("X06");
  });

  it("are told of where no return gives the date: they count as issued, not in figures of time", () => {
    const { findings, figure } = figuresOf([
      xmlFile(
        smallReturn(2026, [
          ended(1, "2025-02-11"),
          person(2, request("", "2025-01-05", {}, issued("2025-03-11"), active())),
          person(
            3,
            request(
              "",
              "",
              H,
              record("assessment", {
                AssessmentOutcome: "N",
                AssessmentOutcomeDate: "2025-02-20",
                Week20: "0",
              }),
            ),
          ),
          person(4, request("2025-01-02", "2025-02-05", {}, issued("2025-04-04"), active())),
        ]),
      ),
    ]);
    expect(findings.filter((rule) => rule === "X06")).to.have.length(3);
    expect(figure("ehc_plans_issued", "2025-12-31", "calendar_year")!.value).to.equal("3");
    // Two of three plans issued have no date of receipt: a share of the third says nothing.
    expect(figure("ehc_plans_within_20_weeks_pct", "2025-12-31", "calendar_year")).to.include({
      value: "",
      status: "not_available",
      rows_eligible: "3",
      rows_left_out: "2",
    });
  });

  for (const seed of [21, 22, 23])
    it(`give the figures of a world that has the dates: seed ${seed}`, async () => {
      const { returns } = makeSample({ people: 80, years: 3, seed });
      const [first, ...later] = returns;
      const undated = later.filter((ret) =>
        [...ret.persons()].some((one) =>
          recordsOf(one, "requests").some(
            ({ values }) => values.RequestOutcome === "H" && values.ReceivedDate,
          ),
        ),
      );
      expect(undated).to.have.length(later.length);
      const values = async (of: readonly SampleReturn[]) =>
        rowsOf((await build(of.map((ret) => xmlFile(ret)))).star, "kpi_value");
      expect(await values([first, ...later.map(withoutDates)])).to.deep.equal(
        await values(returns),
      );
    });
});
