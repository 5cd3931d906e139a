import { expect } from "chai";
import { bytesOf } from "./run";
import { runMain } from "../cli/run-main";
import { exampleFiles, mhsdsExample } from "../collections/mhsds/example";

describe("a national MHSDS extract by the command line, --all-of england", () => {
  it("counts everyone in it, wherever they live, to the example's expected measures", () => {
    const files = Object.fromEntries(
      exampleFiles().map(({ name, chunks }) => [name, bytesOf(chunks)]),
    );
    const { said, table } = runMain("build", files, ["--all-of", "england"]);
    const rows = table("star/kpi_value.csv").filter(
      (row) => row.area_code === "E92000001" && row.area_role === "own",
    );
    expect(rows.length, said).to.be.greaterThan(500);
    const value = (id: string, breakdown = "all", group = "all"): string | undefined =>
      rows.find(
        (row) =>
          row.indicator_id === id &&
          row.frequency === "month" &&
          row.breakdown === breakdown &&
          row.breakdown_value === group,
      )?.value;
    const { figures: expected } = mhsdsExample();
    for (const [id, name] of [
      ["mhs32a", "MHS32a"],
      ["mhs32b", "MHS32b"],
      ["mhs39a", "MHS39a_people"],
      ["mhs40", "MHS40"],
      ["mhs41", "MHS41"],
      ["mhs42", "MHS42"],
      ["mhs30d", "MHS30d"],
      ["cyp23", "CYP23_open_referrals"],
      ["cyp01", "CYP01_people"],
      ["mh_referrals_not_accepted_0_18", "rejected_in_period_age_0_17"],
    ])
      expect(Number(value(id)), id).to.equal(expected[name]);
    for (const [code, missed] of Object.entries(expected.MHS58a))
      expect(Number(value("mhs58a", "attendance", code) ?? 0), code).to.equal(missed);
    const seen = rows.find((row) => row.indicator_id === "mhs30d" && row.breakdown === "all")!;
    expect(seen.footprint).to.equal("Everyone in the extract");
    const keys = rows.map((row) =>
      [
        row.indicator_id,
        row.period_end,
        row.frequency,
        row.breakdown,
        row.breakdown_value,
        row.origin,
      ].join("|"),
    );
    expect(new Set(keys).size).to.equal(keys.length);
  }).timeout(300_000);
});
