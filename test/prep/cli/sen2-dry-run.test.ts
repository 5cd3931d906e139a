import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "../pipeline/command-line";
import { smallReturn, xmlFile } from "../pipeline/small-return";
import { AUTHORITY, people } from "./dry-run-returns";

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

  const rows = (path: string): Row[] =>
    parse(readFileSync(join(place, "dry", path)), { columns: true, bom: true }) as Row[];
  const figure = (id: string): Row =>
    rows("figures.csv").find(({ indicator_id }) => indicator_id === id)!;

  it("shows what would be published of the newest return, beside the return before", () => {
    const args = ["sen2", "dry-run", "in", "--out", "dry"];
    const { status, stdout, stderr } = runProgram(place, args, { SEND_SCORECARD_KEY: "" });
    expect(status, stderr).to.equal(0);
    expect(figure("ehc_plans_within_20_weeks_pct")).to.include({
      period: "2025",
      numerator: "5",
      denominator: "6",
      status: "ok",
      last_year_period: "2024",
      last_year_value: "50",
      last_year_source: "counted from last year's return",
      neighbour_average: "",
    });
    expect(figure("ehc_requests_refused_pct")).to.include({ denominator: "6", value: "0" });
    // Two of six plans; both returns have them.
    expect(Number(figure("ehc_primary_need_asd_pct").value)).to.be.closeTo(33.33, 0.01);
    expect(figure("ehc_plans_maintained")).to.include({ value: "6", last_year_value: "6" });
    // Placements of the publisher are over all plans and need the school register, which is absent.
    expect(figure("ehc_mainstream_pct")).to.include({ value: "", status: "not_available" });
    expect(stdout).to.match(/New EHC plans issued within 20 weeks +2025 +83\.3% +50\.0% \(2024, c/);
    expect(stdout).to.match(/Plans with a mainstream placement .* none .*No school register/);
    const ids = rows("figures.csv").map(({ indicator_id }) => indicator_id);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
