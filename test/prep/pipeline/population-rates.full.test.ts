import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { csvRows } from "../../csv-rows";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "./command-line";
import { ratedFolder } from "./population-files";

type Row = Readonly<Record<string, string>>;

describe("rates of a population in what is published", function () {
  let place: string;
  const built = (profile: string): readonly Row[] => {
    const out = `out-${profile}`;
    const args = ["build", "in", "--out", out, "--quiet", "--profile", profile];
    expect(runProgram(place, args).stderr).to.equal("");
    return csvRows(readFileSync(join(place, out, "star/kpi_value.csv"), "utf8"));
  };
  const one = (rows: readonly Row[], id: string, label: string): Row =>
    rows.find((row) => row.indicator_id === id && row.period_label === label)!;

  before(async () => {
    await bundleProgram();
    place = mkdtempSync(join(tmpdir(), "rates-"));
    writeFiles(join(place, "in"), ratedFolder());
  });
  after(() => {
    removeProgram();
    rmSync(place, { recursive: true, force: true });
  });

  it("are hidden with their number", () => {
    const open = built("public");
    const plans = one(open, "ehc_plans_per_1000_0_25", "16 Jan 2025");
    expect(plans).to.include({ numerator: "10", status: "ok" });
    expect(Number(plans.value)).to.be.closeTo(10_000 / (52 * 2100), 1e-9);
    expect(plans.comparability_note).to.match(/^Over residents aged 0 to 25 of mid-2024 /);
    expect(one(open, "ehc_requests_per_10000_2_18", "2024")).to.include({
      numerator: "",
      value: "",
      status: "suppressed",
    });
    const hidden = (id: string): string[] =>
      open.flatMap((row) =>
        row.indicator_id === id && row.status === "suppressed" && row.breakdown === "all"
          ? `${row.frequency} ${row.period_label}`
          : [],
      );
    expect(hidden("ehc_plans_per_1000_0_25")).to.deep.equal(hidden("ehc_plans_maintained"));
  });

  it("are worked out of the rounded number, for everybody knows the population", () => {
    const rates = built("nhs").filter(
      (row) => row.indicator_id === "ehc_plans_per_1000_0_25" && row.value !== "",
    );
    expect(rates.length).to.be.greaterThan(0);
    for (const { numerator, denominator, value } of rates) {
      expect(Number(numerator) % 5).to.equal(0);
      expect(denominator).to.equal(String(52 * 2100));
      expect(Number(value)).to.be.closeTo((1000 * Number(numerator)) / Number(denominator), 0.06);
    }
  });
});
