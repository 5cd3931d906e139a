import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { csvRows } from "../../csv-rows";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "./command-line";
import { build, figuresOf } from "./run";
import { active, issued, person, record, request, smallReturn, xmlFile } from "./small-return";

const going = record("assessment", { AssessmentOutcome: "A" });
const reviewed = (n: number, meeting: string, decided: string) =>
  person(
    n,
    request(
      "2023-02-01",
      "",
      { RequestOutcome: "H", RequestSource: "" },
      record(
        "assessment",
        { AssessmentOutcome: "H" },
        record(
          "namedplan",
          { StartDate: "2023-06-01", PB: "0" },
          record("plandetail", { SENsetting: "OLA", PlacementRank: "1" }),
        ),
      ),
      active({
        ReviewMeeting: meeting,
        ReviewOutcome: decided ? "M" : "",
        LastReview: decided,
      }),
    ),
  );

describe("shares in time", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "shares-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("hold what has passed its limit without an end, and has its day as soon as it is due", () => {
    writeFiles(join(place, "in"), [
      xmlFile(
        smallReturn(2025, [
          // Decided in time, late, and not at all, on 5 November; on 20 December the time still
          // runs.
          reviewed(1, "2024-11-05", "2024-12-03"),
          reviewed(2, "2024-11-05", "2024-12-04"),
          reviewed(3, "2024-11-05", ""),
          reviewed(4, "2024-12-20", ""),
          // Due on 20 June: out on the day, out a day late, open, without a decision, refused,
          // withdrawn.
          person(5, request("2024-02-01", "2024-03-14", {}, issued("2024-06-20"), active())),
          person(6, request("2024-02-01", "2024-03-15", {}, issued("2024-06-21"), active())),
          person(7, request("2024-02-01", "2024-03-01", {}, going)),
          person(8, request("2024-02-01", "")),
          person(9, request("2024-02-01", "2024-03-01", { RequestOutcome: "N" })),
          person(10, request("2024-02-01", "2024-03-02", { RequestOutcome: "W" })),
        ]),
      ),
    ]);
    expect(runProgram(place, ["build", "in", "--out", "out", "--quiet"]).status).to.equal(0);
    const values = csvRows(readFileSync(join(place, "out/star/kpi_value.csv"), "utf8"));
    const share = (id: string, end: string): string => {
      const row = values.find(
        (one) =>
          one.indicator_id === id &&
          one.period_end === end &&
          one.frequency === "month" &&
          one.breakdown === "all",
      )!;
      return `${row.numerator} of ${row.denominator}`;
    };
    expect(share("annual_review_decision_within_4_weeks_pct", "2024-11-30")).to.equal("1 of 3");
    expect(share("annual_review_decision_within_4_weeks_pct", "2024-12-31")).to.equal("0 of 0");
    expect(share("ehc_plans_within_20_weeks_pct", "2024-06-30")).to.equal("1 of 2");
    expect(share("ehc_plans_due_issued_within_20_weeks_pct", "2024-06-30")).to.equal("1 of 4");
    expect(share("ehc_request_decisions_within_6_weeks_pct", "2024-03-31")).to.equal("3 of 4");
    // Due on 14 March; the withdrawal came before.
    expect(share("ehc_requests_due_decided_within_6_weeks_pct", "2024-03-31")).to.equal("3 of 5");
  });

  it("leave out a review that was last seen before its time was over", async () => {
    const share = async (second: string) => {
      const { star } = await build([
        xmlFile(smallReturn(2025, [reviewed(1, "2025-01-07", "")])),
        xmlFile(smallReturn(2026, [reviewed(1, "2025-12-01", second)])),
      ]);
      const figure = figuresOf(star);
      return ["2025-01-31", "2025-12-31"].map((end) => {
        const { status, denominator } = figure("annual_review_decision_within_4_weeks_pct", end)!;
        return [status, denominator];
      });
    };
    for (const second of ["2025-12-10", ""])
      expect(await share(second)).to.deep.equal([
        ["not_available", null],
        ["ok", 1],
      ]);
  });

  it("are not given for what fell due before the returns can tell", async () => {
    const { star } = await build([
      xmlFile(smallReturn(2025, [person(1, request("2024-02-01", "2024-03-14"))])),
    ]);
    const figure = figuresOf(star);
    const due = "ehc_plans_due_issued_within_20_weeks_pct";
    expect(figure(due, "2024-05-31")!.status).to.equal("not_available");
    expect(figure(due, "2024-06-30")!.status).to.not.equal("not_available");
  });
});
