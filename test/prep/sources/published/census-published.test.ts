import { expect } from "chai";
import { isoOf } from "../../../../prep/calendar/day";
import { neighbourModels } from "../../../../prep/sources/neighbours/neighbour-models";
import { publishedMappings } from "../../../../prep/sources/published/mapping";
import { figuresOf } from "../../../../prep/sources/published/published-figures";
import { readEes } from "../../../../prep/sources/published/read-ees";
import { benchmarkRows } from "../../../../prep/compare/benchmark";
import { csvTable, past, publishedFile } from "../../../published-file";

const SOURCE = { file: "file.csv", release: "2025", sourceKey: 7 };
const PLACE =
  "geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name";
const ENGLAND = "National,E92000001,England,,,,,";
const REGION = "Regional,E92000001,England,E12000009,South West,,,";
const DORSET = "Local authority,E92000001,England,E12000009,South West,E06000059,838,Dorset";

const read = async (header: string, ...lines: string[]) =>
  figuresOf(readEes(await csvTable(`${header}\n${lines.join("\n")}\n`), SOURCE), publishedMappings);
type Figures = Awaited<ReturnType<typeof read>>;
const lines = (figures: Figures): string[] =>
  figures
    .map(
      ({ mapping, area, period, numerator, denominator, value }) =>
        `${mapping.indicator} ${(mapping.group ?? ["all"]).join("=")} ${area.code} ${period.frequency} ${isoOf(period.end)} ${numerator} ${denominator} ${value === null ? null : Math.round(value * 1e5) / 1e5}`,
    )
    .sort();

describe("published school statistics", () => {
  it("of suspensions land on our indicators, groups and periods, in the older and the newer layout", async () => {
    // England 2019/20 as it was published: 310,733 suspensions of 8,255,046 pupils are 3.76416 per
    // 100, 5,057 exclusions 0.06126.
    const numbers = "8255046,5057,0.06126,310733,3.76416,154524,1.87187";
    const columns =
      "headcount,perm_excl,perm_excl_rate,suspension,susp_rate,one_plus_susp,one_plus_susp_rate";
    const older = await read(
      `time_identifier,time_period,${PLACE},education_phase,characteristic_group,characteristic,${columns}`,
      `Academic year,201920,${ENGLAND},Total,Total,Total,${numbers}`,
      `Academic year,201920,${ENGLAND},Special,Total,Total,1,1,1,1,1,1,1`,
      `Academic year,201920,${ENGLAND},Total,Age,Age 7,24,0,0,0,0,0,0`,
      `Autumn term,202324,${DORSET},Total,SEN provision,EHC plan,2000,1,0.05,90,4.5,40,2`,
    );
    expect(lines(older)).to.deep.equal([
      "permanent_exclusion_rate all E92000001 academic_year 2020-08-31 5057 8255046 0.06126",
      "permanent_exclusion_rate sen_provision=ehc_plan 838 term 2023-12-31 1 2000 0.05",
      "permanent_exclusions all E92000001 academic_year 2020-08-31 5057 null 5057",
      "permanent_exclusions sen_provision=ehc_plan 838 term 2023-12-31 1 null 1",
      "pupils_suspended_pct all E92000001 academic_year 2020-08-31 154524 8255046 1.87187",
      "pupils_suspended_pct sen_provision=ehc_plan 838 term 2023-12-31 40 2000 2",
      "suspension_rate all E92000001 academic_year 2020-08-31 310733 8255046 3.76416",
      "suspension_rate sen_provision=ehc_plan 838 term 2023-12-31 90 2000 4.5",
      "suspensions all E92000001 academic_year 2020-08-31 310733 null 310733",
      "suspensions sen_provision=ehc_plan 838 term 2023-12-31 90 null 90",
    ]);
    const newer = await read(
      `time_identifier,time_period,${PLACE},education_phase,breakdown_topic,breakdown,${columns}`,
      `Academic year,201920,${ENGLAND},Total,SEN primary need,Autistic spectrum disorder,100,1,1,20,20,10,10`,
    );
    expect(lines(newer).find((line) => line.startsWith("suspension_rate"))).to.equal(
      "suspension_rate primary_need=ASD E92000001 academic_year 2020-08-31 20 100 20",
    );
    for (const { mapping } of [...older, ...newer])
      expect([mapping.comparability, mapping.note !== null]).to.deep.equal(["caution", true]);
  });

  it("of absence have the labels of their own files, reasons, and the year up to Easter", async () => {
    const header = `time_period,time_identifier,${PLACE},education_phase,breakdown_topic,breakdown,enrolments,sess_possible,sess_overall,sess_overall_percent,enrolments_pa_10_exact,enrolments_pa_10_exact_percent,enrolments_pa_50_exact,enrolments_pa_50_exact_percent,sess_auth_illness,sess_auth_appointments`;
    const figures = await read(
      header,
      `202425,Autumn and spring term,${DORSET},Total,SEN provision,SEN - Statement or EHCP,200,40000,5000,12.5,70,35,14,7,2000,400`,
      `202425,Spring term,${ENGLAND},State-funded primary,Total,Total,10,100,6,6,1,10,0,0,3,1`,
    );
    expect(lines(figures)).to.deep.equal([
      "absence_appointments_pct phase=primary E92000001 term 2025-04-20 1 100 1",
      "absence_appointments_pct sen_provision=ehc_plan 838 year_to_date 2025-04-20 400 40000 1",
      "absence_illness_pct phase=primary E92000001 term 2025-04-20 3 100 3",
      "absence_illness_pct sen_provision=ehc_plan 838 year_to_date 2025-04-20 2000 40000 5",
      "absence_rate_pct phase=primary E92000001 term 2025-04-20 6 100 6",
      "absence_rate_pct sen_provision=ehc_plan 838 year_to_date 2025-04-20 5000 40000 12.5",
      "persistent_absence_pct phase=primary E92000001 term 2025-04-20 1 10 10",
      "persistent_absence_pct sen_provision=ehc_plan 838 year_to_date 2025-04-20 70 200 35",
      "severe_absence_pct phase=primary E92000001 term 2025-04-20 0 10 0",
      "severe_absence_pct sen_provision=ehc_plan 838 year_to_date 2025-04-20 14 200 7",
    ]);
  });

  it("of pupils by SEN are of the January census day, and rows of one kind of school are not taken for all", async () => {
    const wide = await read(
      `time_period,time_identifier,${PLACE},phase_type_grouping,type_of_establishment,hospital_school,total_pupils,sen_support,ehc_plan,sen_support_percent,ehc_plan_percent`,
      `202425,Academic year,${DORSET},Total,Total,Total,1000,150,50,15,5`,
      `202425,Academic year,${DORSET},Total,Voluntary controlled school,No,624,61,15,9.77,2.40`,
    );
    expect(lines(wide)).to.deep.equal([
      "ehc_pupils_pct all 838 term 2025-01-16 50 1000 5",
      "pupils_on_roll all 838 term 2025-01-16 1000 null 1000",
      "pupils_on_roll sen_provision=ehc_plan 838 term 2025-01-16 50 null 50",
      "pupils_on_roll sen_provision=sen_support 838 term 2025-01-16 150 null 150",
      "sen_support_pct all 838 term 2025-01-16 150 1000 15",
      "sen_support_pupils all 838 term 2025-01-16 150 null 150",
    ]);
    const needs = await read(
      `time_period,time_identifier,${PLACE},phase_type_grouping,pupil_sen_status,primary_need,number_of_pupils`,
      `202324,Academic year,${DORSET},Total,SEN support,Total,140`,
      `202324,Academic year,${DORSET},Total,SEN support,"Speech, language and communications needs",40`,
      `202324,Academic year,${DORSET},Total,No SEN,Missing,7`,
    );
    expect(lines(needs)).to.deep.equal([
      "pupils_on_roll sen_provision=sen_support 838 term 2024-01-18 140 null 140",
      "sen_support_pupils all 838 term 2024-01-18 140 null 140",
      "sen_support_pupils primary_need=SLCN 838 term 2024-01-18 40 null 40",
    ]);
    const tidy = await read(
      `time_period,time_identifier,${PLACE},phase_type_grouping,establishment_type,hospital_school,sen_provision,pupil_count,pupil_percent`,
      `202526,Academic year,${REGION},Total,Total,Total,EHC plan,60,6.0`,
    );
    expect(lines(tidy)).to.deep.equal([
      "ehc_pupils_pct all E12000009 term 2026-01-15 null null 6",
      "pupils_on_roll sen_provision=ehc_plan E12000009 term 2026-01-15 null null 60",
    ]);
  });

  it("have no figure where a release splits its rows in a way that is not known", async () => {
    const figures = await read(
      `time_period,time_identifier,${PLACE},phase_type_grouping,sen_status,sen_primary_need,sex,number_of_pupils`,
      `202425,Academic year,${DORSET},Total,SEN support,Total,Boys,90`,
      `202425,Academic year,${DORSET},Total,SEN support,Total,Girls,50`,
    );
    expect(figures.map(({ value, status, words }) => [value, status, words])).to.deep.equal(
      figures.map(() => [null, "not_available", "Several rows of the file are of this group"]),
    );
    expect(figures.length).to.be.greaterThan(0);
  });

  it("stand as rows of England, region and neighbours for each group, ranked within it", async () => {
    const figures = figuresOf(await publishedFile("suspension_absence"), publishedMappings);
    const rows = benchmarkRows(figures.map(past), {
      authority: "839",
      model: neighbourModels()[0],
      polarity: new Map([["suspension_rate", "lower"]]),
    });
    const of = (value: string) =>
      rows.filter(
        (row) =>
          row.indicator_id === "suspension_rate" &&
          row.breakdown === "sen_provision" &&
          row.breakdown_value === value &&
          row.period_label === "Autumn 2024",
      );
    // From the file by hand: Bournemouth, Christchurch and Poole (E06000058), autumn term 2024/25.
    const own = (value: string) => of(value).find(({ area_role }) => area_role === "own")!;
    for (const value of ["ehc_plan", "sen_support", "no_sen"])
      expect(
        of(value).filter(({ area_role }) => area_role === "neighbour").length,
        value,
      ).to.be.greaterThan(8);
    expect([own("ehc_plan").value, own("sen_support").value, own("no_sen").value]).to.deep.equal([
      17.215, 14.201, 2.936,
    ]);
    expect(own("ehc_plan")).to.include({
      frequency: "term",
      period_end: own("sen_support").period_end,
      comparability: "caution",
      method: "published",
    });
    expect(own("ehc_plan").rank_of).to.be.greaterThan(140);
    const keys = rows.map((row) =>
      JSON.stringify([
        row.indicator_id,
        row.area_code,
        row.for_area_code,
        row.period_end,
        row.frequency,
        row.breakdown,
        row.breakdown_value,
        row.method,
        row.source_key,
      ]),
    );
    expect(new Set(keys).size).to.equal(keys.length);
  });
});
