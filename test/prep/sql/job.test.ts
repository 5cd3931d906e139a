import { expect } from "chai";
import { mhsdsIndicators } from "../../../prep/collections/mhsds/indicators/indicators";
import { dialectNames } from "../../../prep/sql/dialect";
import { holdings, sqlJob } from "../../../prep/sql/job";

const LIMITS = { cautionAbove: 1, notAvailableAbove: 20 };

describe("a printed job", () => {
  for (const dialect of dialectNames) {
    const files = sqlJob(dialect, LIMITS);
    const steps = [...files].filter(([path]) => path.startsWith("steps/"));

    it(`for ${dialect} has a file a step, each with its rule and what it makes`, () => {
      const names = steps.map(([path]) => /^steps\/\d+_(\w+)\.sql$/.exec(path)?.[1]);
      expect(names.length).to.be.greaterThan(60);
      expect(new Set(names).size).to.equal(names.length);
      steps.forEach(([path, text], i) => {
        expect(text, path).to.match(/^-- [A-Z]/m);
        expect(text, path).to.match(new RegExp(`^CREATE (TABLE|VIEW) ${names[i]} AS$`, "m"));
      });
      expect(names.at(-1)).to.equal("kpi_value");
    });

    it(`for ${dialect} is whole in what is run`, () => {
      const whole = [...files].filter(([path]) => /pipeline|notebook/.test(path));
      expect(whole.length).to.equal(dialect === "duckdb" ? 1 : 3);
      for (const [path, text] of whole)
        for (const [step] of steps) expect(text, path).to.include(/\d+_(\w+)\.sql/.exec(step)![1]);
    });
  }

  it("says which figures it counts, and counts all but those that need SEN2", () => {
    expect([...holdings.counted, ...holdings.notCounted].sort()).to.deep.equal(
      mhsdsIndicators.map(({ id }) => id).sort(),
    );
    expect(holdings.notCounted).to.deep.equal(["ehc_cohort_with_open_mh_referral_pct"]);
    const readMe = sqlJob("spark", LIMITS).get("READ-ME.md")!;
    for (const id of holdings.counted) expect(readMe).to.include(id);
  });

  it("holds the limits of the settings", () => {
    const pipeline = sqlJob("duckdb", { cautionAbove: 3, notAvailableAbove: 40 }).get(
      "pipeline.sql",
    )!;
    expect(pipeline).to.include("share > 40 OR (share > 3 AND is_empty)");
  });
});
