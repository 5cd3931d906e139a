import { expect } from "chai";
import { pupil, schoolXml } from "../collections/school-census/one-school";
import { upnOf } from "../collections/sen2/model/one-case";
import { build, rowsOf, text } from "./run";

const PLACE =
  "geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name";
const ENGLAND = "National,E92000001,England,,,,,";
const BCP = "Local authority,E92000001,England,E12000009,South West,E06000058,839,Bournemouth";
const sessions = (possible: number, missed: number): string =>
  `<Attendance><TermlyAttendance><SessionsPossible>${possible}</SessionsPossible><SessionDetails><SessionDetail><AttendanceReason>I</AttendanceReason><Sessions>${missed}</Sessions></SessionDetail></SessionDetails></TermlyAttendance></Attendance>`;
const census = schoolXml("census.xml", {
  lea: "839",
  onRoll: [
    pupil({ upn: upnOf("024001001"), sen: "E", more: sessions(100, 20) }),
    pupil({ upn: upnOf("024001002"), sen: "K", more: sessions(100, 5) }),
    pupil({ upn: upnOf("024001003"), more: sessions(100, 1) }),
  ],
});
const absence = text(
  "releases/2025/absence.csv",
  [
    `time_period,time_identifier,${PLACE},education_phase,breakdown_topic,breakdown,enrolments,sess_possible,sess_overall,sess_overall_percent,enrolments_pa_10_exact,enrolments_pa_10_exact_percent,enrolments_pa_50_exact,enrolments_pa_50_exact_percent`,
    `202425,Autumn term,${ENGLAND},Total,SEN provision,SEN - Statement or EHCP,1000,100000,12000,12,350,35,70,7`,
    `202425,Autumn term,${BCP},Total,SEN provision,SEN - Statement or EHCP,1,100,21,21.04,1,100,0,0`,
    `202425,Academic year,${ENGLAND},Total,Total,Total,1000,100000,7000,7,200,20,20,2`,
    "",
  ].join("\n"),
);
const pupils = text(
  "releases/2025/sen.csv",
  [
    `time_period,time_identifier,${PLACE},phase_type_grouping,type_of_establishment,hospital_school,total_pupils,sen_support,ehc_plan,sen_support_percent,ehc_plan_percent`,
    `202425,Academic year,${BCP},Total,Total,Total,3,1,1,33.3333,33.3333`,
    "",
  ].join("\n"),
);

describe("published school statistics beside a census", () => {
  it("are rows of the same indicator, group, term and end, so that England stands beside the own figure", async () => {
    const { star } = await build([census, absence, pupils]);
    const beside = rowsOf(star, "kpi_value").filter(
      (row) =>
        row.indicator_id === "absence_rate_pct" &&
        row.frequency === "term" &&
        row.breakdown_value === "ehc_plan",
    );
    expect(
      beside.map((row) => [
        row.area_role,
        row.method,
        row.period_end,
        row.period_label,
        row.breakdown,
        row.value,
      ]),
    ).to.deep.equal([
      ["own", "counted", "2024-12-31", "Autumn 2024", "sen_provision", 20],
      ["own", "published", "2024-12-31", "Autumn 2024", "sen_provision", 21],
      ["england", "published", "2024-12-31", "Autumn 2024", "sen_provision", 12],
    ]);
    expect(
      rowsOf(star, "indicator").find(({ indicator_id }) => indicator_id === "absence_rate_pct")!
        .published_as,
    ).to.match(/absence_by_characteristic/);
  });

  it("are held against ours in the reconciliation, to the decimals that are printed, with what differs in words", async () => {
    const { reconciliation } = await build([census, absence, pupils]);
    const line = (id: string, value: string) =>
      reconciliation.find((row) => row.indicator_id === id && row.breakdown_value === value)!;
    expect(line("absence_rate_pct", "ehc_plan")).to.include({
      breakdown: "sen_provision",
      frequency: "term",
      own_numerator: 20,
      own_value: 20,
      published_numerator: 21,
      published_value: 21.04,
      difference: -1,
      agrees: false,
      comparability: "caution",
    });
    expect(line("absence_rate_pct", "ehc_plan").note).to.match(/aged 5 to 15/);
    expect(line("sen_support_pct", "all")).to.include({
      period_label: "Spring 2025",
      difference: 0,
      agrees: true,
    });
    expect(line("pupils_on_roll", "ehc_plan")).to.include({
      own_value: 1,
      published_value: 1,
      agrees: true,
    });
  });

  it("rate a term against terms only, and everybody against everybody only", async () => {
    const targets = [
      {
        indicator: "absence_rate_pct",
        target: "below national",
        tolerance: null,
        polarity: null,
        from: null,
      },
    ];
    const rated = async (...lines: string[]) => {
      const { star } = await build(
        [
          census,
          text(
            "releases/2025/absence.csv",
            [
              Buffer.concat([...absence.chunks])
                .toString()
                .split("\n")[0],
              ...lines,
              "",
            ].join("\n"),
          ),
        ],
        { targets },
      );
      return rowsOf(star, "kpi_value").find(
        (row) =>
          row.indicator_id === "absence_rate_pct" &&
          row.frequency === "term" &&
          row.breakdown === "all" &&
          row.method === "counted",
      )!;
    };
    const year = `202324,Academic year,${ENGLAND},Total,Total,Total,1000,100000,7000,7,200,20,20,2`;
    const plans = `202425,Autumn term,${ENGLAND},Total,SEN provision,SEN - Statement or EHCP,1000,100000,12000,12,350,35,70,7`;
    expect(await rated(year, plans)).to.include({ target: null, rating_reason: "no_comparator" });
    expect(
      await rated(
        year,
        plans,
        `202425,Autumn term,${ENGLAND},Total,Total,Total,1000,100000,6000,6,180,18,19,1.9`,
      ),
    ).to.include({ target: 6, rating: "missed" });
  });

  it("say so where none of their rows is of a group that is held against ours", async () => {
    const { findings } = await build([
      census,
      text(
        "releases/2025/absence.csv",
        Buffer.concat([...absence.chunks])
          .toString()
          .replaceAll("Total,Total,Total", "All,x,y")
          .replaceAll("SEN - Statement or EHCP", "Plan"),
      ),
    ]);
    expect(findings.filter(({ rule }) => rule === "F12").map(({ file }) => file)).to.deep.equal([
      "releases/2025/absence.csv",
    ]);
  });
});
