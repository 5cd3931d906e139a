import { expect } from "chai";
import type { BuildResult } from "../../../prep/results";
import { build, rowsOf, text, type MemoryFile } from "./run";
import { active, issued, person, request, smallReturn, xmlFile } from "./small-return";

/** Numbers of people, from the first, with their postcode. */
type Homes = readonly (readonly [postcode: string, people: number])[];

/** A return of people who asked in February 2024 and have a plan since June, in these homes. */
function returnOf(authority: string, homes: Homes, { first = 1, year = 2025 } = {}): MemoryFile {
  const postcodes = homes.flatMap(([postcode, people]) => Array<string>(people).fill(postcode));
  const people = postcodes.map((postcode, i) => {
    const child = person(
      first + i,
      request("2024-02-01", "2024-03-01", {}, issued("2024-06-03"), active()),
    );
    return { ...child, values: { ...child.values, PostCode: postcode } };
  });
  return xmlFile(smallReturn(year, people, { LEA: authority }), `${authority}/${year}/sen2.xml`);
}

/** Cumbria was divided; ZZ1 is in Allerdale as it was, ZZ2 in Westmorland, ZZ3 in Kent. */
const directory = text(
  "postcodes.csv",
  [
    "pcds,oscty,oslaua,osward,lsoa21",
    "ZZ1 0AA,E10000006,E07000026,E05000001,E01000001",
    "ZZ1 0AB,E99999999,E06000063,E05000001,E01000001",
    "ZZ2 0AA,E99999999,E06000064,E05000001,E01000001",
    "ZZ3 0AA,E10000016,E07000105,E05000001,E01000001",
    "",
  ].join("\r\n"),
);

const requestsOf = ({ star }: BuildResult, area: string) =>
  rowsOf(star, "kpi_value").find(
    (row) =>
      row.indicator_id === "ehc_requests_received" &&
      row.for_area_code === area &&
      row.area_role === "own" &&
      row.period_label === "2024" &&
      row.breakdown === "all",
  );
const said = ({ findings }: BuildResult, rule: string): string[] =>
  findings.filter((one) => one.rule === rule).map(({ message }) => message);

describe("an authority that followed a divided one", () => {
  const homes: Homes = [
    ["ZZ1 0AA", 18],
    ["ZZ1 0AB", 12],
    ["ZZ2 0AA", 9],
    ["ZZ3 0AA", 1],
    ["ZZ9 9ZZ", 1],
  ];
  const before = returnOf("909", homes);

  it("counts the predecessor's children who live there, and how many nobody can place", async () => {
    const built = await build([before, directory], { authority: "942" });
    expect(said(built, "F28")).to.deep.equal([
      "Of 41 people of 909 Cumbria, 30 count for 942 Cumberland. 9 live where another authority followed; of 2 the postcode is in neither.",
    ]);
    expect(rowsOf(built.star, "ehc_request").length).to.equal(30);
    expect(requestsOf(built, "942")).to.include({
      value: 30,
      rows_eligible: 32,
      rows_left_out: 2,
      status: "ok",
    });
    expect(String(requestsOf(built, "942")!.left_out_reason)).to.match(/2 of 32/);
  });

  it("accounts for each row: those of others are rejected", async () => {
    const ofPeople = ({ rows }: BuildResult) =>
      rows
        .filter(({ table }) => table === "person")
        .map(({ rowsIn, rowsOut, rowsRejected }) => [rowsIn, rowsOut, rowsRejected]);
    const alone = await build([before, directory], { authority: "942" });
    expect(ofPeople(alone)).to.deep.equal([[41, 30, 11]]);
    const together = await build([before, directory], { authorities: ["942", "943"] });
    expect(ofPeople(together)).to.deep.equal([[41, 39, 2]]);
  });

  it("counts nothing of a return of a day since when it has its own", async () => {
    const own = returnOf("942", [["ZZ1 0AA", 4]], { first: 60 });
    const later = returnOf("909", homes, { year: 2026 });
    const built = await build([own, before, later, directory], { authority: "942" });
    const why =
      "942 Cumberland followed 909 Cumbria. It has returns of its own of that day or before, which alone count from then on.";
    expect(said(built, "F27")).to.deep.equal([why, why]);
    expect(rowsOf(built.star, "ehc_request").length).to.equal(4);
  });

  it("has no figure where too many cannot be placed", async () => {
    const unplaced = returnOf("909", [...homes, ["ZZ9 9ZZ", 30]]);
    const built = await build([unplaced, directory], { authority: "942" });
    expect(requestsOf(built, "942")).to.include({ value: null, status: "not_available" });
  });

  it("divides a return among those that followed, in one build, each as by itself", async () => {
    const together = await build([directory, before], { authorities: ["942", "943"] });
    for (const [authority, people] of [
      ["942", 30],
      ["943", 9],
    ] as const) {
      const alone = await build([directory, before], { authority });
      expect(requestsOf(together, authority)!.value, authority).to.equal(people);
      expect({ ...requestsOf(together, authority)!, source_key: 0 }).to.deep.equal({
        ...requestsOf(alone, authority)!,
        source_key: 0,
      });
    }
    expect(said(together, "F28").length).to.equal(2);
    expect(said(together, "F05")).to.deep.equal([]);
  });

  it("goes on with its own returns after", async () => {
    const own = returnOf("942", [["ZZ1 0AA", 31]], { year: 2026 });
    const built = await build([own, directory, before], { authority: "942" });
    expect(rowsOf(built.star, "ehc_request").length).to.equal(31);
    expect(requestsOf(built, "942")!.value).to.equal(31);
  });

  it("counts nothing of it without a postcode directory, and says what is needed", async () => {
    const built = await build([before, returnOf("942", [["ZZ1 0AA", 3]], { first: 60 })], {
      authority: "942",
    });
    expect(said(built, "F27")).to.deep.equal([
      "942 Cumberland followed 909 Cumbria. Who of its children live there is known only with a postcode directory in the folder.",
    ]);
    expect(rowsOf(built.star, "ehc_request").length).to.equal(3);
  });

  it("leaves a return to the predecessor where that is built too", async () => {
    const built = await build(
      [before, directory, returnOf("942", [["ZZ1 0AA", 3]], { first: 60 })],
      {
        authorities: ["909", "942"],
      },
    );
    expect(requestsOf(built, "909")!.value).to.equal(41);
    expect(requestsOf(built, "942")!.value).to.equal(3);
  });
});

describe("an authority that several others became", () => {
  const christchurch = text(
    "postcodes.csv",
    [
      "pcds,oscty,oslaua,osward,lsoa21",
      "ZZ1 0AA,E10000009,E07000048,E05000001,E01000001",
      "ZZ2 0AA,E10000009,E07000051,E05000001,E01000001",
      "",
    ].join("\r\n"),
  );
  const poole = returnOf("836", [["ZZ9 9ZZ", 4]]);
  const bournemouth = returnOf("837", [["", 5]], { first: 10 });
  const dorset = returnOf(
    "835",
    [
      ["ZZ1 0AA", 3],
      ["ZZ2 0AA", 7],
    ],
    { first: 20 },
  );

  it("puts their returns of a day together, whole and in part", async () => {
    const built = await build([poole, bournemouth, dorset, christchurch], { authority: "839" });
    expect(requestsOf(built, "839")).to.include({ value: 12, status: "ok" });
    expect(rowsOf(built.star, "ehc_plan").length).to.equal(12);
    const keys = rowsOf(built.star, "ehc_request").map((row) => row.person_key);
    expect(new Set(keys).size).to.equal(12);
  });

  it("has no figure of a day of which one of them is not there", async () => {
    const built = await build([poole, dorset, christchurch], { authority: "839" });
    expect(requestsOf(built, "839")).to.include({ value: null, status: "not_available" });
    expect(String(requestsOf(built, "839")!.left_out_reason)).to.match(
      /The return of 837 Bournemouth of 2025 is not in the folder/,
    );
  });
});
