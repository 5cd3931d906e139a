import { expect } from "chai";
import { forPublishingBy } from "../../../prep/publish/disclosure/for-publishing";
import type { ReturnRecord } from "../../../prep/sample/return-record";
import type { BuildResult } from "../../../prep/results";
import { build, defaults, rowsOf, text, type MemoryFile } from "./run";
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

/** Where a child lives, and the school of the plan; none is educated elsewhere. */
const child = (n: number, postcode: string, urn: string | null): ReturnRecord => {
  const one = person(
    n,
    request(
      "2024-02-01",
      "2024-03-01",
      {},
      issued("2024-05-03"),
      active({}, [placement(urn ? { URN: urn } : { SENsetting: "OLA" }), need("ASD", "1")]),
    ),
  );
  return { ...one, values: { ...one.values, PostCode: postcode } };
};
const people = [
  child(1, "ZZ1 0AA", "100001"),
  child(2, "ZZ1 0AA", "100001"),
  child(3, "ZZ1 0AB", "100002"),
  child(4, "ZZ1 0AC", null),
  child(5, "ZZ9 9ZZ", "100002"),
];
const returns = xmlFile(smallReturn(2025, people, { LEA: "839" }));

/** A directory; the last of its ranks says of which indices they are. */
const directory = (last: number, more = ""): MemoryFile =>
  text(
    "postcodes.csv",
    [
      `pcds,osward,lsoa21,oslaua,imd${more && ",idaci_decile"}`,
      `ZZ1 0AA,E05000001,E01000001,E06000058,3284${more && ",1"}`,
      `ZZ1 0AB,E05000001,E01000002,E06000058,3290${more && ",10"}`,
      `ZZ1 0AC,E05000002,E01000003,E06000058,30000${more && ",11"}`,
      `ZZ1 0AD,E05000002,E01000004,E06000058,${last}${more && ",2"}`,
      "",
    ].join("\n"),
  );

const groupsOf = (
  { star }: BuildResult,
  indicator: string,
  breakdown: string,
  frequency = "census",
): Record<string, unknown> =>
  Object.fromEntries(
    rowsOf(star, "kpi_value")
      .filter(
        (row: Row) =>
          row.indicator_id === indicator &&
          row.breakdown === breakdown &&
          row.frequency === frequency &&
          (frequency !== "calendar_year" || String(row.period_end) === "2024-12-31"),
      )
      .map((row: Row) => [row.breakdown_value, row.value]),
  );

describe("where people live, and their schools", () => {
  let built: BuildResult;
  before(async () => {
    built = await build([returns, directory(33755, "idaci")]);
  });

  it("are breakdowns of plans in force", () => {
    const of = (breakdown: string) => groupsOf(built, "ehc_plans_maintained", breakdown);
    expect(of("ward")).to.deep.equal({ E05000001: 3, E05000002: 1, not_recorded: 1 });
    expect(of("school")).to.deep.equal({
      "urn:100001": 2,
      "urn:100002": 2,
      not_at_school: 1,
      not_recorded: 0,
    });
    expect(of("deprivation_decile")).to.deep.equal({ 1: 3, 9: 1, not_recorded: 1 });
    // 11 is no decile.
    expect(of("idaci_decile")).to.deep.equal({ 1: 2, 10: 1, not_recorded: 2 });
    expect(groupsOf(built, "ehc_eotas", "school")).to.deep.equal({
      "urn:100001": 0,
      "urn:100002": 0,
      not_at_school: 1,
      not_recorded: 0,
    });
  });

  it("are breakdowns of what happened in a year, and not in a month", () => {
    const wards = groupsOf(built, "ehc_plans_issued", "ward", "calendar_year");
    expect(wards).to.deep.equal({ E05000001: 3, E05000002: 1, not_recorded: 1 });
    expect(groupsOf(built, "ehc_plans_issued", "ward", "month")).to.deep.equal({});
    expect(
      groupsOf(built, "ehc_plans_within_20_weeks_pct", "deprivation_decile", "calendar_year"),
    ).to.deep.equal({ 1: 100, 9: 100, not_recorded: 100 });
  });

  it("have deciles of the indices that the last rank names, and none of ranks of a part", async () => {
    // Rank 3,284 of 32,844 and 33,755 is in the first tenth; 3,290 in the second of the fewer.
    const older = await build([returns, directory(32844)]);
    expect(groupsOf(older, "ehc_plans_maintained", "deprivation_decile")).to.deep.equal({
      1: 2,
      2: 1,
      10: 1,
      not_recorded: 1,
    });
    expect(groupsOf(older, "ehc_plans_maintained", "idaci_decile")).to.deep.equal({});
    const part = await build([returns, directory(31000)]);
    expect(groupsOf(part, "ehc_plans_maintained", "deprivation_decile")).to.deep.equal({});
    expect(groupsOf(part, "ehc_plans_maintained", "ward")).to.have.property("E05000001", 3);
  });

  it("add up to everybody, whatever the indicator", () => {
    const rows = rowsOf(built.star, "kpi_value") as Row[];
    const keyOf = (row: Row): string =>
      `${row.indicator_id} ${row.frequency} ${row.period_end} ${row.origin}`;
    const wholes = new Map(
      rows.filter((row) => row.breakdown === "all").map((row) => [keyOf(row), row.numerator]),
    );
    const sums = new Map<string, number>();
    for (const row of rows)
      if (
        ["ward", "school", "deprivation_decile", "idaci_decile"].includes(String(row.breakdown)) &&
        row.numerator !== null
      ) {
        const key = `${keyOf(row)}|${row.breakdown}`;
        sums.set(key, (sums.get(key) ?? 0) + Number(row.numerator));
      }
    expect(sums.size).to.be.greaterThan(150);
    for (const [key, sum] of sums)
      expect(sum, key).to.be.closeTo(Number(wholes.get(key.split("|")[0]) ?? 0), 1e-9);
  });

  it("are in nothing that is published, where they are many small groups", async () => {
    const made = await forPublishingBy("public", built, defaults, []);
    const rows = rowsOf(made!.published.star, "kpi_value") as Row[];
    expect(rows.some(({ breakdown }) => breakdown === "age_band")).to.equal(true);
    expect(
      rows.filter(({ breakdown }) =>
        ["school", "deprivation_decile", "idaci_decile"].includes(String(breakdown)),
      ),
    ).to.deep.equal([]);
    expect(
      rows.filter(
        ({ breakdown, indicator_id: id }) => breakdown === "ward" && id !== "ehc_plans_maintained",
      ),
    ).to.deep.equal([]);
  });
});
