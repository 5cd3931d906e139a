import { expect } from "chai";
import { templateColumns } from "../../../prep/sources/kpi-sheet/template-columns";
import type { Star } from "../../../prep/star/frame";
import { partsThatDiffer } from "../../figure-parts";
import { pupil, schoolXml } from "../collections/school-census/one-school";
import { upnOf } from "../collections/sen2/model/one-case";
import { build, rowsOf, text } from "./run";

const sessions = (missed: number): string =>
  `<Attendance><TermlyAttendance><SessionsPossible>100</SessionsPossible><SessionDetails><SessionDetail><AttendanceReason>I</AttendanceReason><Sessions>${missed}</Sessions></SessionDetail></SessionDetails></TermlyAttendance></Attendance>`;
const census = schoolXml("census.xml", {
  lea: "839",
  onRoll: [
    pupil({ upn: upnOf("024001001"), sen: "E", more: sessions(20) }),
    pupil({ upn: upnOf("024001002"), sen: "K", more: sessions(5) }),
    pupil({ upn: upnOf("024001003"), more: sessions(1) }),
  ],
});

/** Absence published of England, a region, the authority and two of its neighbours. */
const PLACE =
  "geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name";
const authority = (code: string, name: string): string =>
  `Local authority,E92000001,England,E12000009,South West,E06${code},${code},${name}`;
const absence = text(
  "releases/2025/absence.csv",
  [
    `time_period,time_identifier,${PLACE},education_phase,breakdown_topic,breakdown,enrolments,sess_possible,sess_overall,sess_overall_percent,enrolments_pa_10_exact,enrolments_pa_10_exact_percent,enrolments_pa_50_exact,enrolments_pa_50_exact_percent`,
    ...[
      ["National,E92000001,England,,,,,", 12],
      ["Regional,E92000001,England,E12000009,South West,,,", 13],
      [authority("839", "Bournemouth"), 21],
      [authority("838", "Dorset"), 14],
      [authority("881", "Essex"), 15],
    ].flatMap(([place, rate]) => [
      `202425,Autumn term,${place},Total,SEN provision,SEN - Statement or EHCP,10,1000,${Number(rate) * 10},${rate},1,10,0,0`,
      `202425,Autumn term,${place},Total,Total,Total,10,1000,70,7,1,10,0,0`,
    ]),
    "",
  ].join("\n"),
);

const sheet = text(
  "board.csv",
  [
    templateColumns.map(({ heading }) => heading).join(","),
    templateColumns
      .map(
        ({ heading }) =>
          ({
            Indicator: "Parents at the conference",
            Section: "Voice",
            "Better when": "higher",
            Unit: "number",
            Frequency: "monthly",
            Period: "Mar 25",
            Value: "41",
            Target: "40",
          })[heading] ?? "",
      )
      .join(","),
    "",
  ].join("\r\n"),
);

describe("the tables of the board, of breakdowns and of comparators", () => {
  let star: Star;
  before(async () => {
    ({ star } = await build([census, absence, sheet]));
  });

  it("are the figures of kpi_value, each once, without a column that says something", () => {
    expect(partsThatDiffer((table) => rowsOf(star, table))).to.deep.equal([]);
    for (const [table, rows] of [
      ["kpi_board", 50],
      ["kpi_breakdown", 50],
      ["kpi_comparator", 10],
    ] as const)
      expect(rowsOf(star, table).length, table).to.be.greaterThan(rows);
  });

  it("hold what a board reads and nothing else in the first", () => {
    const parents = rowsOf(star, "kpi_board").filter(({ origin }) => origin === "sheet");
    expect(parents.map(({ value, target, rating }) => [value, target, rating])).to.deep.equal([
      [41, 40, "met"],
    ]);
    expect(Object.keys(parents[0])).not.to.include.members(["breakdown", "area_role"]);
  });

  it("say who is compared by a key, the own area among them", () => {
    const compared = new Map(rowsOf(star, "compared_area").map((row) => [row.compared_key, row]));
    for (const row of rowsOf(star, "kpi_comparator")) {
      const area = compared.get(row.compared_key)!;
      expect([area.area_role, area.for_area_code, area.method]).to.deep.equal([
        row.area_role,
        row.for_area_code,
        row.method,
      ]);
    }
    const names = [...compared.values()].map(({ compared_name: name }) => name);
    expect(names).to.include.members([
      "Bournemouth, Christchurch and Poole",
      "England",
      "South West",
      "Neighbours (mean)",
    ]);
  });
});
