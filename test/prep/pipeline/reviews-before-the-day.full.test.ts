import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { csvRows } from "../../csv-rows";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "./command-line";
import { build, figuresOf } from "./run";
import {
  active,
  need,
  person,
  placement,
  record,
  request,
  smallReturn,
  xmlFile,
} from "./small-return";

const old = (values: Record<string, string>, ...places: Record<string, string>[]) =>
  person(
    1,
    request(
      "2019-01-07",
      "",
      { RequestOutcome: "H" },
      record(
        "assessment",
        { AssessmentOutcome: "H" },
        record(
          "namedplan",
          { StartDate: "2019-05-20", PB: "0" },
          record("plandetail", { SENsetting: "EHE", PlacementRank: "1" }),
        ),
      ),
      active(values, [
        ...(places.length > 0 ? places : [{ SENsetting: "EHE" }]).map(placement),
        need("ASD", "1"),
      ]),
    ),
  );
const met = (meeting: string, decided: string) => ({
  ReviewMeeting: meeting,
  ReviewOutcome: "M",
  LastReview: decided,
});
const reviewed = (year: number, meeting: string, decided: string) =>
  xmlFile(smallReturn(year, [old(met(meeting, decided))]));

describe("what stood before a day that a later record hides", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "reviews-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("is a plan's review of the return before, where it is reviewed every January", () => {
    writeFiles(join(place, "in"), [
      reviewed(2024, "2024-01-08", "2024-01-16"),
      reviewed(2025, "2025-01-07", "2025-01-14"),
    ]);
    expect(runProgram(place, ["build", "in", "--out", "out", "--quiet"]).status).to.equal(0);
    const values = csvRows(readFileSync(join(place, "out/star/kpi_value.csv"), "utf8"));
    const figure = (id: string, end: string) =>
      values.find(
        (row) =>
          row.indicator_id === id &&
          row.period_end === end &&
          row.frequency === "month" &&
          row.breakdown === "all",
      )!;
    expect(figure("annual_review_held_12_months_pct", "2024-12-31")).to.include({
      numerator: "1",
      denominator: "1",
      value: "100",
      status: "ok",
    });
    expect(figure("annual_reviews_overdue", "2024-12-31").value).to.equal("0");
    expect(figure("annual_review_longest_overdue", "2024-12-31").value).to.equal("");
    // No return tells of a review before 31 December 2023: the plan is in neither part.
    expect(figure("annual_review_held_12_months_pct", "2023-12-31").denominator).to.not.equal("1");
    expect(figure("annual_review_longest_overdue", "2023-12-31").value).to.equal("");
  });

  it("is unknown, not overdue, where the only review that is known comes after the day", async () => {
    const { star } = await build([reviewed(2025, "2025-01-07", "")]);
    const figure = figuresOf(star);
    expect(figure("annual_review_held_12_months_pct", "2024-12-31")!.value).to.equal(null);
    expect(figure("annual_reviews_overdue", "2024-12-31")!.value).to.not.equal(1);
    expect(figure("annual_reviews_due_28_days", "2024-12-31")!.value).to.not.equal(1);
    expect(figure("annual_reviews_awaiting_decision", "2025-01-16", "census")!.value).to.equal(1);
    expect(figure("annual_review_held_12_months_pct", "2025-01-16", "census")!.value).to.equal(100);
  });

  it("is overdue where the returns say that there was no review", async () => {
    const { star } = await build([reviewed(2025, "", "")]);
    expect(figuresOf(star)("annual_reviews_overdue", "2024-12-31")!.value).to.equal(1);
  });

  it("is the placement of the return before, where the later one has the new placement alone", async () => {
    const after = { SENsetting: "NEET", EntryDate: "2025-01-06" };
    const before = { SENsetting: "EHE", EntryDate: "2020-09-01" };
    const values = async (...returns: Parameters<typeof build>[0][number][]) => {
      const figure = figuresOf((await build(returns)).star);
      return ["ehc_elective_home_education", "ehc_neet", "ehc_awaiting_provision"].map(
        (id) => figure(id, "2024-12-31")!.value,
      );
    };
    const last = xmlFile(smallReturn(2025, [old({}, after)]));
    expect(await values(xmlFile(smallReturn(2024, [old({}, before)])), last)).to.deep.equal([
      1, 0, 0,
    ]);
    // One that has ended by then is no help: the child was waiting.
    const left = xmlFile(smallReturn(2024, [old({}, { ...before, LeavingDate: "2023-12-20" })]));
    expect((await values(left, last))[2]).to.equal(1);
  });
});
