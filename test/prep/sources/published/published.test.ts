import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import { isoOf } from "../../../../prep/calendar/day";
import { areaOf, authorityOf } from "../../../../prep/sources/published/area";
import { publishedMappings } from "../../../../prep/sources/published/mapping";
import { periodOfDays, readTimePeriod } from "../../../../prep/sources/published/period";
import { figuresOf } from "../../../../prep/sources/published/published-figures";
import { readEes } from "../../../../prep/sources/published/read-ees";
import { readNhsMonthly } from "../../../../prep/sources/published/read-nhs";
import { readTribunal } from "../../../../prep/sources/published/read-tribunal";
import { defaultSymbols, readFigure } from "../../../../prep/sources/published/symbols";
import { roundHalfUp } from "../../../../src/kpi/round";
import { dayOf } from "../../../../prep/calendar/day";
import { csvRows } from "../../../csv-rows";
import { csvTable, publishedCsv, publishedFile } from "../../../published-file";
import { fixtureText } from "../../../fixture";
import { check } from "../../pipeline/run";

/** The data sets of the SEN2 statistics of 2025. */
const EHCP_2025 = [
  "annual_reviews",
  "assessments",
  "caseload",
  "ceased_plans",
  "newplans",
  "personal_budgets",
  "requests",
  "residential_settings",
  "sen_need_newplans",
  "sen_needs_all_plans",
  "timeliness_20_week",
  "work_based_placements",
];
const SOURCE = { file: "file.csv", release: "2025", sourceKey: 7 };
const HEAD =
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code," +
  "region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown";
const GEOGRAPHY = {
  national: "National,E92000001,England,,,,,",
  sampleshire: "Local authority,E92000001,England,E12000009,South West,E06000058,839,Somewhere",
};

describe("published cells, periods and areas", () => {
  it("never make a number of a sign", () => {
    for (const sign of [
      "z",
      "x",
      "c",
      "low",
      "k",
      "~",
      "u",
      ":",
      ".",
      "..",
      "-",
      " - ",
      "NA",
      "*",
      "",
      "<5",
      "0 to 4",
      "1-4",
      "[c]",
      "[low]",
      "–",
      "—",
    ])
      expect(readFigure(sign, defaultSymbols)!.value, sign).to.equal(null);
    expect(
      ["z", "x", "c", "*", ""].map((sign) => readFigure(sign, defaultSymbols)!.status),
    ).to.deep.equal(["not_applicable", "not_available", "suppressed", "suppressed", "missing"]);
    expect(readFigure("low", defaultSymbols)!.words).to.equal("rounds to 0 and is not 0");
    expect(readFigure("1,234,567", defaultSymbols)!.value).to.equal(1234567);
    expect(readFigure("2.90%", defaultSymbols)!.value).to.equal(2.9);
    expect(readFigure("-0.1", defaultSymbols)!.value).to.equal(-0.1);
    expect(readFigure("about ten", defaultSymbols)).to.equal(null);
    expect(
      readFigure("x", {
        ...defaultSymbols,
        x: { status: "not_applicable", words: "not applicable" },
      })!.status,
    ).to.equal("not_applicable");
  });

  it("read time periods, and the census day of a January", () => {
    const read = (
      period: string,
      identifier: string,
      census?: "snapshot" | "term",
    ): string | null => {
      const found = readTimePeriod(period, identifier, census);
      return found && `${found.frequency} ${isoOf(found.start)} ${isoOf(found.end)} ${found.label}`;
    };
    expect(read("2024", "Calendar year")).to.equal("calendar_year 2024-01-01 2024-12-31 2024");
    expect(read("202425", "Academic year")).to.equal("academic_year 2024-09-01 2025-08-31 2024/25");
    expect(read("202425", "Academic year", "snapshot")).to.equal(
      "census 2025-01-16 2025-01-16 16 Jan 2025",
    );
    expect(read("202425", "Academic year", "term")).to.equal(
      "term 2025-01-01 2025-01-16 Spring 2025",
    );
    expect(read("202324", "Financial year")).to.equal(
      "financial_year 2023-04-01 2024-03-31 2023-24",
    );
    expect(read("202324", "Autumn term")).to.equal("term 2023-08-01 2023-12-31 Autumn 2023");
    expect(read("202324", "Spring term")).to.equal("term 2024-01-01 2024-03-31 Spring 2024");
    // Easter Sunday of 2024 was 31 March, of 2025 20 April.
    expect(read("202425", "Spring term")).to.equal("term 2025-01-01 2025-04-20 Spring 2025");
    expect(read("202425", "Autumn and spring term")).to.equal(
      "year_to_date 2024-09-01 2025-04-20 2024/25 to 20 Apr 2025",
    );
    expect(read("202324", "Financial year Q4")).to.equal(
      "quarter 2024-01-01 2024-03-31 Financial year Q4 2023-24",
    );
    expect(read("2024", "March")).to.equal("month 2024-03-01 2024-03-31 Mar 2024");
    for (const [period, identifier] of [
      ["202426", "Academic year"],
      ["2024", "Academic year"],
      ["202425", "Calendar year"],
      ["2024", "Week 3"],
      ["x", "Calendar year"],
    ])
      expect(read(period, identifier), `${period} ${identifier}`).to.equal(null);
    expect(periodOfDays(dayOf(2025, 2, 1), dayOf(2026, 1, 31))!.frequency).to.equal(
      "rolling_12_months",
    );
    expect(periodOfDays(dayOf(2025, 2, 2), dayOf(2025, 2, 28))).to.equal(null);
  });

  it("join authorities by number, then by a GSS code of any year, never by name", () => {
    expect(authorityOf("839", "")).to.equal("839");
    expect([authorityOf("", "E08000016"), authorityOf("", "E08000038")]).to.deep.equal([
      "370",
      "370",
    ]);
    expect(authorityOf("314 / 318", "E09000021 / E09000027")).to.equal(null);
    expect(
      areaOf("Local authority", { region: "", number: "314 / 318", gss: "E09000021 / E09000027" }),
    ).to.deep.equal({ level: "other", code: "314 / 318" });
    expect(areaOf("Local authority", { region: "", number: "x", gss: "E10000099" })).to.deep.equal({
      level: "other",
      code: "E10000099",
    });
    expect(areaOf("Local authority", { region: "", number: "", gss: "" })).to.equal(null);
  });
});

describe("files of the open data standard", () => {
  it("are read by their columns in any order and case, with duplicates and bad rows reported", async () => {
    const text = `${HEAD},Requests_Received_In_Year,requests_decided_not_to_assess,review_meeting_prior_24,review_meeting_prior_24\r\n2024,Calendar year,${GEOGRAPHY.national},All requests for EHC needs assessments,All requests for EHC needs assessments,1000,250,9,9\r\n2024,Calendar year,${GEOGRAPHY.sampleshire},All requests for EHC needs assessments,All requests for EHC needs assessments,x,c,9,9\r\n202425,Calendar year,${GEOGRAPHY.sampleshire},All requests for EHC needs assessments,All requests for EHC needs assessments,5,1,9,9\r\n20245,Calendar year,${GEOGRAPHY.sampleshire},All requests for EHC needs assessments,All requests for EHC needs assessments,5,1,9,9\r\n`;
    const file = readEes(await csvTable(text), SOURCE);
    expect(file.dataset).to.equal("requests");
    expect(file.count).to.deep.include({ rowsIn: 4, rowsOut: 3, rowsRejected: 1 });
    expect(file.findings.map(({ rule, line }) => `${rule} ${line}`)).to.deep.equal([
      "E04 1",
      "E05 4",
      "E02 5",
    ]);
    expect(file.rows[2].period.label).to.equal("2024");
    const refused = figuresOf(file, publishedMappings).filter(
      ({ mapping }) => mapping.indicator === "ehc_requests_refused_pct",
    );
    expect(refused.map(({ value, published, status }) => [value, published, status])).to.deep.equal(
      [
        [25, null, "ok"],
        // Two rows of one year that differ: neither is taken.
        [null, null, "not_available"],
      ],
    );
    expect(
      readEes(
        await csvTable(
          "time_period,time_identifier,geographic_level,other\n2024,Calendar year,National,5\n",
        ),
        SOURCE,
      ),
    ).to.deep.include({ dataset: "", rows: [] });
  });

  it("come in a zip with guidance and meta files beside them, every entry accounted for", async () => {
    const line = `2024,Calendar year,${GEOGRAPHY.national},All ceased EHC plans,All ceased EHC plans,77`;
    const zip = zipSync({
      "data/ceased_plans.csv": strToU8(`${HEAD},total_ceased\n${line}\n${line},1,2\n`),
      "data/ceased_plans.meta.csv": strToU8("col_name,col_type\na,Filter\n"),
      "data/unheard_of.csv": strToU8("a,b\n1,2\n"),
      "supporting-files/other.csv": strToU8("a,b\n1,2\n"),
      "data-guidance/data-guidance.txt": strToU8("words"),
    });
    const { files, rows, findings } = await check([{ name: "release.zip", chunks: [zip] }]);
    expect(files[0].recognisedAs).to.equal(
      "published statistics (ceased plans; files beside them: 3)",
    );
    expect(rows).to.deep.equal([
      {
        file: "release.zip/data/ceased_plans.csv",
        table: "ceased_plans",
        rowsIn: 2,
        rowsOut: 1,
        rowsRejected: 1,
      },
    ]);
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).to.deep.equal([
      "F03 release.zip/data/ceased_plans.csv",
      "F01 release.zip/data/unheard_of.csv",
    ]);
    for (const content of [strToU8("PK no zip at all"), zipSync({ "a.txt": strToU8("x") })]) {
      const told = await check([{ name: "release.zip", chunks: [content] }]);
      expect(told.findings.map(({ rule }) => rule)).to.include("E30");
    }
  });

  it("load the twelve files of a release: every row, no sign a number, percentages as published", async () => {
    const names = EHCP_2025;
    expect(names.length).to.equal(12);
    const seen = new Set<string>();
    let cells = 0;
    const disagree: Record<string, number> = {};
    for (const name of names) {
      const file = await publishedFile(name);
      expect(file.dataset, name).to.equal(name);
      expect(file.count.rowsRejected, name).to.equal(0);
      expect(file.rows.length, name).to.equal(publishedCsv(name).rows);
      expect(
        file.findings.map(({ rule }) => rule),
        name,
      ).to.deep.equal(name === "annual_reviews" ? ["E04"] : []);
      expect(
        file.rows.filter(({ area }) => area.level === "other"),
        name,
      ).to.deep.equal([]);
      for (const figure of figuresOf(file, publishedMappings)) {
        seen.add(figure.mapping.indicator);
        if (
          figure.mapping.value === undefined ||
          figure.mapping.denominator === undefined ||
          figure.published === null ||
          figure.value === null
        )
          continue;
        cells += 1;
        if (roundHalfUp(figure.value, 1) !== figure.published)
          disagree[figure.mapping.indicator] = (disagree[figure.mapping.indicator] ?? 0) + 1;
      }
    }
    expect(cells).to.equal(6025);
    // Published percentages that are not their two columns rounded half up: the publisher's own
    // slips, none in timeliness.
    expect(disagree).to.deep.equal({
      ehc_request_decisions_within_6_weeks_pct: 11,
      ehc_mainstream_pct: 3,
      ehc_further_education_pct: 3,
      ehc_special_schools_pct: 3,
      ehc_educated_elsewhere_pct: 2,
      new_plans_mainstream_pct: 2,
      new_plans_special_pct: 2,
      new_plans_alternative_provision_pct: 2,
      new_plans_further_education_pct: 1,
      new_plans_educated_elsewhere_pct: 3,
      new_plans_early_years_pct: 3,
    });
    expect([...seen].length).to.equal(
      publishedMappings.filter(({ dataset }) => names.includes(dataset)).length,
    );
  });

  it("give a zero denominator no value", async () => {
    const figures = figuresOf(await publishedFile("timeliness_20_week"), publishedMappings);
    const dorset = figures.find(
      ({ mapping, area, period }) =>
        mapping.indicator === "ehc_plans_within_20_weeks_excl_exceptions_pct" &&
        area.code === "838" &&
        period.label === "2024",
    )!;
    expect(dorset).to.include({
      denominator: 0,
      value: null,
      published: null,
      status: "not_applicable",
    });
  });

  it("of NEET and of suspensions are known too", async () => {
    const neet = figuresOf(await publishedFile("neet_scorecard_2025"), publishedMappings);
    expect(
      neet.find(
        ({ mapping, area }) =>
          mapping.indicator === "young_people_neet_not_known_pct" && area.level === "england",
      )!.value,
    ).to.equal(5.6);
    const absence = await publishedFile("suspension_absence");
    expect(absence.count).to.include({
      rowsIn: publishedCsv("suspension_absence").rows,
      rowsRejected: 0,
    });
    const severe = figuresOf(absence, publishedMappings).find(
      ({ mapping, area, period }) =>
        mapping.indicator === "severe_absence_pct" &&
        mapping.group?.[1] === "ehc_plan" &&
        area.code === "370" &&
        period.label === "2018/19",
    )!;
    expect(severe.value).to.equal(3.933566);
  });
});

/**
 * The figures of the fixture in the layout of the tribunal's table: headings over two rows, years
 * side by side.
 */
function tribunalTable(): string[][] {
  const rows = csvRows(fixtureText("tribunal.csv"));
  const years = [...new Set(rows.map(({ year }) => year))];
  const areas = [...new Set(rows.map(({ area }) => area))];
  return [
    ["Appeal rate table"],
    ["Local Authority", "LA code", ...years.flatMap((year) => [year, "", ""])],
    [
      "",
      "",
      ...years.flatMap(() => [
        "Appeals registered4",
        "Total Appealable Decisions1,9",
        "SEND Tribunal Appeal Rate2",
      ]),
    ],
    ["NORTH EAST"],
    ...areas.map((area) => {
      const own = rows.filter((row) => row.area === area);
      return [
        area,
        own[0].number,
        ...own.flatMap(({ appeals, decisions }) => [appeals, decisions, ""]),
      ];
    }),
  ];
}

describe("the tribunal's table", () => {
  const rows = [
    ["Appeal rate table", "", "", "", ""],
    ["Local Authority", "LA code", "2023", "", "", "2024"],
    [
      "",
      "",
      "Appeals registered4",
      "Total Appealable Decisions1,9",
      "SEND Tribunal Appeal Rate2",
      "Appeals registered4",
      "Total Appealable Decisions1",
      "SEND Tribunal Appeal Rate2",
    ],
    ["NORTH EAST", "", "", "", "", "", "", ""],
    ["Durham", "840", " - ", "4,833", "0.00%", "344", "5,827", "5.90%"],
    ["Bournemouth5", "", "3", "100", "3.00%", " .. ", "~", ".."],
    ["England Total4,9", "", "5", "10", "50.00%", "6", "10", "60.00%"],
    ["1. A note", "", "", "", "", "", "", ""],
  ];

  it("has a dash for none at all, footnotes glued to headings, and authorities by number", () => {
    const file = readTribunal(rows, SOURCE);
    expect(file.count).to.deep.include({ rowsIn: 3, rowsOut: 2, rowsRejected: 1 });
    const figures = figuresOf(file, publishedMappings).filter(
      ({ mapping }) => mapping.indicator === "ehc_tribunal_appeal_rate",
    );
    expect(
      figures.map(({ area, period, value }) => `${area.code} ${period.label} ${value?.toFixed(3)}`),
    ).to.deep.equal([
      "840 2023 0.000",
      "840 2024 5.904",
      "E92000001 2023 50.000",
      "E92000001 2024 60.000",
    ]);
    expect(readTribunal([["nothing"]], SOURCE).findings.map(({ rule }) => rule)).to.deep.equal([
      "E20",
    ]);
  });

  it("agrees with the published totals", () => {
    const figures = figuresOf(readTribunal(tribunalTable(), SOURCE), publishedMappings);
    const of = (code: string): { numerator: number | null; denominator: number | null } =>
      figures.find(({ area, period }) => area.code === code && period.label === "2024")!;
    expect(of("E92000001")).to.include({ numerator: 22276, denominator: 689739 });
    expect(of("839")).to.include({ numerator: 145, denominator: 4977 });
  });
});

describe("the monthly mental health statistics", () => {
  it("keep stars and blanks unknown, read a row once, prefer final rows and know councils by their code", async () => {
    const text =
      "REPORTING_PERIOD_START,REPORTING_PERIOD_END,STATUS,BREAKDOWN,PRIMARY_LEVEL,PRIMARY_LEVEL_DESCRIPTION,SECONDARY_LEVEL,SECONDARY_LEVEL_DESCRIPTION,MEASURE_ID,MEASURE_NAME,MEASURE_VALUE\n" +
      "2026-01-01,2026-01-31,Performance,England,England,England,NONE,NONE,MHS40,Name,100\n01/01/26,31/01/26,Final ,England,England,England,NONE,NONE,MHS40,Name,120\n01/01/2026,31/01/2026,Performance,LAD/UA,E06000058,Name,NONE,NONE,MHS40,Name,*\n2026-01-01,2026-01-31,Performance,LAD/UA,E06000058,Name,NONE,NONE,MHS40,Name,*\n2026-01-01,2026-01-31,Performance,England; Age Band,England,England,10,10,MHS40,Name,7\n2026-01-05,2026-01-31,Performance,England,England,England,NONE,NONE,MHS40,Name,7\n";
    const file = readNhsMonthly(await csvTable(text), SOURCE);
    expect(file.count).to.deep.include({ rowsIn: 6, rowsOut: 4, rowsRejected: 2 });
    expect(file.findings.map(({ rule }) => rule)).to.deep.equal(["E11", "E10"]);
    const figures = figuresOf(file, publishedMappings).filter(
      ({ mapping }) => mapping.indicator === "mhs40",
    );
    expect(
      figures.map(({ area, value, status, period }) => [
        area.level,
        area.code,
        value,
        status,
        period.frequency,
      ]),
    ).to.deep.equal([
      ["england", "E92000001", 120, "ok", "month"],
      ["authority", "839", null, "suppressed", "month"],
    ]);
  });

  it("are read from the sample of a real file's layout", async () => {
    const file = readNhsMonthly(await csvTable(fixtureText("nhs-monthly.csv")), SOURCE);
    const access = figuresOf(file, publishedMappings).find(
      ({ mapping }) => mapping.indicator === "mh_access_0_17",
    )!;
    expect(access).to.include({ value: 9120 });
    expect(access.area.code).to.equal("383");
    expect(access.period.frequency).to.equal("rolling_12_months");
  });
});
