import { expect } from "chai";
import type { ReturnRecord } from "../../../prep/sample/return-record";
import { build, rowsOf, type MemoryFile } from "./run";
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

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** One child with a plan and a need. */
const child = (n: number, type: string, source = "1", day = "2024-05-03"): ReturnRecord =>
  person(
    n,
    request(
      "2024-02-01",
      "2024-03-01",
      { RequestSource: source },
      issued(day),
      active({}, [placement({ SENsetting: n % 2 ? "OLA" : "OTH" }), need(type, "1")]),
    ),
  );

// Speech is a need of one council alone, moderate learning difficulty of the other.
const OF_838 = [child(1, "ASD"), child(2, "SLCN", "2"), child(3, "ASD", "1", "2024-09-02")];
const OF_839 = [child(11, "ASD"), child(12, "MLD"), child(13, "MLD", "1", "2024-09-02")];
const returnOf = (authority: string, people: readonly ReturnRecord[]): MemoryFile =>
  xmlFile(smallReturn(2025, people, { LEA: authority }), `${authority}/sen2.xml`);

const groupsOf = (rows: readonly Row[], area: string): ReadonlyMap<string, Row> =>
  new Map(
    rows
      .filter((row) => row.area_code === area)
      .map((row) => [
        [row.indicator_id, row.frequency, row.period_end, row.breakdown, row.breakdown_value].join(
          " ",
        ),
        row,
      ]),
  );

describe("groups of the councils of a board", () => {
  it("are those of one council that has all of their children", async () => {
    const board = await build([returnOf("838", OF_838), returnOf("839", OF_839)], { allOf: "QVV" });
    const one = await build([returnOf("838", [...OF_838, ...OF_839])], { authority: "838" });
    const indicators = new Map(
      rowsOf(one.star, "indicator").map(({ indicator_id: id, unit }) => [id, unit]),
    );
    const whole = groupsOf(rowsOf(board.star, "kpi_breakdown"), "QVV");
    const expected = groupsOf(rowsOf(one.star, "kpi_breakdown"), "838");
    const seen = { counts: 0, shares: 0 };
    for (const [key, row] of expected) {
      const unit = indicators.get(row.indicator_id);
      const isCount = unit === "count";
      if (!isCount && unit !== "percent") continue;
      if (row.status === "not_available") continue;
      const found = whole.get(key);
      expect([found?.value, found?.status], key).to.deep.equal([row.value, row.status]);
      if (!isCount) expect(found!.denominator, key).to.equal(row.denominator ?? 0);
      if (row.value) seen[isCount ? "counts" : "shares"] += 1;
    }
    expect([seen.counts > 200, seen.shares > 100], JSON.stringify(seen)).to.deep.equal([
      true,
      true,
    ]);
    expect([...whole.keys()].filter((key) => !expected.has(key))).to.deep.equal([]);
    const [speech] = [...whole.values()].filter(
      (row) =>
        row.indicator_id === "ehc_plans_maintained" &&
        row.frequency === "census" &&
        row.breakdown_value === "SLCN",
    );
    expect(speech).to.include({ value: 1, comparability_note: "Sum of 2 councils" });
  });

  it("are none where a council has no figure of theirs, not the sum of the others", async () => {
    // The needs of one council's plans could not be read.
    const unread = [child(11, "ASD"), child(12, "??"), child(13, "??", "1", "2024-09-02")];
    const { star } = await build([returnOf("838", OF_838), returnOf("839", unread)], {
      allOf: "QVV",
    });
    const rows = rowsOf(star, "kpi_breakdown").filter(
      (row) =>
        row.area_code === "QVV" &&
        row.indicator_id === "ehc_plans_maintained" &&
        row.frequency === "census" &&
        row.breakdown === "primary_need",
    );
    expect(rows.length).to.be.greaterThan(1);
    for (const row of rows)
      expect([row.value, row.status_text]).to.deep.equal([null, "Without a figure: 839"]);
  });
});
