import { expect } from "chai";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { RawCell } from "../../../../prep/sources/kpi-sheet/cell";
import { readCell } from "../../../../prep/sources/kpi-sheet/cell";
import { readPeriod } from "../../../../prep/sources/kpi-sheet/period-text";
import {
  readKpiSheet,
  type KpiSheet,
  type KpiSheetOptions,
} from "../../../../prep/sources/kpi-sheet/read-kpi-sheet";
import { sheetOfTable } from "../../../../prep/sources/kpi-sheet/sheet-of-table";
import { sheetValues } from "../../../../prep/sources/kpi-sheet/sheet-values";
import { kpiTemplate } from "../../../../prep/sources/kpi-sheet/template";
import { templateColumns } from "../../../../prep/sources/kpi-sheet/template-columns";
import { isoOf } from "../../../../prep/calendar/day";
import { kpiValue } from "../../../../prep/star/kpi-value";
import { figuresTable } from "../../../../prep/star/figures-table";
import { kpiValueRow, type KpiValueRow } from "../../../../prep/star/kpi-value-row";
import type { ScanProblem } from "../../../../prep/scan/scan-result";
import { scanCsv } from "../../../../prep/scan/scan";
import { readWorkbook } from "../../../../prep/scan/workbook/read-workbook";
import { kpiSheetsOf } from "../../../../prep/sources/read-kpi";

const TWELVE = [
  "Indicator Name",
  "Metric",
  "What does good performance look like?",
  "Measure updated",
  "Reporting Period",
  "Reporting Frequency",
  "England Average",
  "Target/Plan",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
  "Jan",
  "Feb",
  "Mar",
  "Previous Position",
  "Latest Position",
  "Direction",
];
const twelve = (
  name: string,
  months: RawCell[],
  more: Partial<Record<string, RawCell>> = {},
): RawCell[] => {
  const known: Record<string, RawCell> = {
    "Indicator Name": name,
    Metric: "%",
    "What does good performance look like?": "Higher is better",
    "Reporting Period": "2024/25",
    "Reporting Frequency": "Monthly",
    "Target/Plan": "90%",
    ...more,
  };
  return TWELVE.map((heading, i) =>
    i >= 8 && i < 20 ? (months[i - 8] ?? null) : (known[heading] ?? null),
  );
};
const read = (rows: RawCell[][], options?: KpiSheetOptions): KpiSheet =>
  readKpiSheet({ file: "kpis.xlsx", sheet: "KPIs", rows }, options);
const rules = (sheet: KpiSheet): string[] => sheet.findings.map(({ rule }) => rule);
const values = ({ rows }: KpiSheet): KpiValueRow[] =>
  sheetValues(rows, { authority: "999", regionCode: "", sourceKey: 1 });
const own = (sheet: KpiSheet): KpiValueRow[] =>
  values(sheet).filter((row) => row.area_role === "own");

/** The template with its sheet changed. */
const changed = (edit: (sheet: string) => string): Uint8Array => {
  const parts = unzipSync(kpiTemplate());
  return zipSync({
    ...parts,
    "xl/worksheets/sheet1.xml": strToU8(edit(strFromU8(parts["xl/worksheets/sheet1.xml"]))),
  });
};

describe("cells and periods", () => {
  it("reads the ways that sheets write periods", () => {
    const forms: Record<string, string> = {
      "Mar 24": "month 2024-03-01 2024-03-31",
      "March 24": "month 2024-03-01 2024-03-31",
      "mar-2024": "month 2024-03-01 2024-03-31",
      "Autumn 23": "term 2023-09-01 2023-12-31",
      "Spring term 2024": "term 2024-01-01 2024-03-31",
      "HT3 23/24": "half_term 2024-01-01 2024-02-14",
      "HT1 2025/26": "half_term 2025-09-01 2025-10-31",
      "Q4 24/25": "quarter 2025-01-01 2025-03-31",
      "2022": "calendar_year 2022-01-01 2022-12-31",
      "2023/24": "academic_year 2023-09-01 2024-08-31",
      "AY 22/23": "academic_year 2022-09-01 2023-08-31",
      "2023-24": "financial_year 2023-04-01 2024-03-31",
      "Dec23-Feb24 avg": "quarter 2023-12-01 2024-02-29",
      "Apr 23 to Mar 24": "rolling_12_months 2023-04-01 2024-03-31",
      "31/03/2024": "census 2024-03-31 2024-03-31",
    };
    for (const [text, expected] of Object.entries(forms)) {
      const period = readPeriod(text)!;
      expect(
        period && `${period.frequency} ${isoOf(period.start)} ${isoOf(period.end)}`,
        text,
      ).to.equal(expected);
    }
    for (const text of ["", "soon", "2023/26", "HT7 23/24", "13/2024", "Mar", "45123"])
      expect(readPeriod(text), text).to.equal(null);
  });

  it("does not guess at figures that it cannot read", () => {
    for (const text of [
      "1,63",
      "12 bananas",
      "5 (maybe)",
      "#DIV/0!",
      "7-6mths",
      "67%%",
      "--3",
      "1.2.3",
    ])
      expect(readCell(text), text).to.include({ status: "unreadable", value: null, words: text });
    expect(readCell("−3.5%")).to.include({ value: -3.5, unit: "percent" });
    expect(readCell("£3.9m")).to.include({ value: 3.9, unit: "gbp_m" });
    expect(readCell("£1,200")).to.include({ value: 1200, unit: "gbp" });
    expect(readCell(".5")).to.include({ value: 0.5 });
    expect(readCell(0)).to.include({ value: 0, status: "ok" });
    expect(readCell("0.0%")).to.include({ value: 0, status: "ok", decimals: 1 });
    expect(readCell("  ")).to.include({ status: "missing" });
    expect(readCell("*")).to.include({ status: "suppressed", value: null });
    expect(readCell("Families told us that the new meetings help.", true)).to.include({
      status: "ok",
      isText: true,
      value: null,
    });
  });
});

describe("the twelve-month sheet", () => {
  it("gives each month its own row, the last one the current", () => {
    const sheet = read([
      TWELVE,
      ["Timeliness"],
      twelve("Plans in 20 weeks", ["50%", "55%", "awaiting data", "60%"], {
        "Previous Position": "55%",
        "Latest Position": "60%",
        Direction: "↑",
        "England Average": "46.4% (2024)",
      }),
    ]);
    expect(sheet.layout).to.equal("twelve_months");
    expect(rules(sheet)).to.deep.equal([]);
    expect(sheet.rows[0]).to.include({
      section: "Timeliness",
      name: "Plans in 20 weeks",
      polarity: "higher",
      unit: "percent",
    });
    const rows = own(sheet);
    expect(
      rows.map(
        ({ period_label, value, status, rating }) => `${period_label} ${value} ${status} ${rating}`,
      ),
    ).to.deep.equal([
      "Apr 2024 50 ok missed",
      "May 2024 55 ok missed",
      "Jun 2024 null awaiting not_rated",
      "Jul 2024 60 ok missed",
    ]);
    expect(rows[1]).to.include({ movement: "up", judgement: "improving", previous: 50 });
    expect(rows[3].movement, "no arrow over a month without a figure").to.equal(null);
    expect(rows[3].as_at).to.equal(rows[3].period_end);
  });

  it("reads percentages that Excel keeps as fractions, and says so", () => {
    const sheet = read([
      TWELVE,
      twelve("Plans in 20 weeks", [0.5, 0.555, 1], { "Target/Plan": 0.9 }),
    ]);
    expect(rules(sheet)).to.deep.equal(["B13"]);
    expect(own(sheet).map(({ value, target, rating }) => [value, target, rating])).to.deep.equal([
      [50, 90, "missed"],
      [55.5, 90, "missed"],
      [100, 90, "met"],
    ]);
    expect(rules(read([TWELVE, twelve("Plans in 20 weeks", [50, 0.5])]))).to.deep.equal([]);
  });

  it("finds wrong months, a missing year, repeated headings and a latest position that is not the last month", () => {
    const swapped = TWELVE.map((heading) =>
      heading === "May" ? "Jun" : heading === "Jun" ? "May" : heading,
    );
    expect(rules(read([swapped, twelve("K", ["1%", "2%", "3%"])]))).to.deep.equal(["B11"]);
    expect(
      own(read([swapped, twelve("K", ["1%", "2%", "3%"])])).map(
        ({ period_label, value }) => `${period_label} ${value}`,
      ),
    ).to.deep.equal(["Apr 2024 1", "May 2024 3", "Jun 2024 2"]);
    const twice = TWELVE.map((heading) => (heading === "May" ? "Apr" : heading));
    expect(rules(read([twice, twelve("K", ["1%"])]))).to.include.members(["B03", "B11"]);
    expect(
      rules(read([TWELVE, twelve("K", ["1%"], { "Reporting Period": "monthly" })])),
    ).to.deep.equal(["B12", "B10"]);
    expect(
      rules(read([TWELVE, twelve("K", ["1%", "2%"], { "Latest Position": "1%" })])),
    ).to.deep.equal(["B17"]);
  });
});

describe("rows without a period", () => {
  it("stand under the latest period of the sheet, so that a KPI that waits is still shown", () => {
    const sheet = read([
      TWELVE,
      twelve("Known", ["1%", "2%"]),
      twelve("Waiting", [], {}),
      twelve("Promised", [], { "Latest Position": "awaiting data" }),
    ]);
    expect(rules(sheet)).to.deep.equal(["B25"]);
    expect(
      own(sheet)
        .filter(({ indicator_id }) => indicator_id !== "known")
        .map(
          ({ indicator_id, period_label, status, rating }) =>
            `${indicator_id} ${period_label} ${status} ${rating}`,
        ),
    ).to.deep.equal(["waiting May 2024 missing not_rated", "promised May 2024 awaiting not_rated"]);
    expect(rules(read([TWELVE, twelve("Waiting", [])]))).to.deep.equal(["B10"]);
  });

  it("and words that say nothing are reported, never guessed at", () => {
    const headings = [
      "Indicator",
      "Better when",
      "Unit",
      "Frequency",
      "Period",
      "Value",
      "Next due",
      "As at",
    ];
    const sheet = read([
      headings,
      ["A", "lower", "number", "now and then", "Mar 25", 3, "soon", "lately"],
      ["B", "lower", "furlongs", "monthly", "Smarch 25", 3, null, null],
    ]);
    expect(rules(sheet)).to.deep.equal(["B10", "B23", "B24", "B18", "B10"]);
  });

  it("a figure of a printed period that is not understood has no place, and what was printed is told where it names nobody", () => {
    const headings = ["Indicator", "Better when", "Unit", "Period", "Value"];
    const sheet = read([
      headings,
      ["Plans in 20 weeks", "higher", "per cent", "Feb 25", 61],
      ["Plans in 20 weeks", "higher", "per cent", "Autumn 2", 40],
      ["Attendance", "higher", "per cent", "Autumn 2", 93],
      ["Attendance", "higher", "per cent", "Autumn 1 24/25", 94],
      ["Other", "higher", "per cent", "Ask Ann Example 5", 94],
    ]);
    expect(
      own(sheet).map(
        ({ indicator_id, period_label, value }) => `${indicator_id} ${period_label} ${value}`,
      ),
    ).to.deep.equal(["plans_in_20_weeks Feb 2025 61", "attendance Half-term 1 2024/25 94"]);
    const unread = sheet.findings.filter(({ rule }) => rule === "B10");
    expect(unread.map(({ line, message }) => `${line} ${message}`)).to.deep.equal([
      '3 The period "Autumn 2" could not be read; the figure of it is left out.',
      '4 The period "Autumn 2" could not be read; the figure of it is left out.',
      "6 A period could not be read; the figure of it is left out.",
    ]);
    expect(sheet.count).to.include({ rowsIn: 5, rowsOut: 2, rowsRejected: 3 });
  });

  it("reads suppression signs and bands as suppressed, and ranges and comparators as targets that rate nothing or move", () => {
    const headings = ["Indicator", "Better when", "Unit", "Period", "Value", "Target"];
    const cells = ["0 to 4", "1-4", "1 to 7", "<5", "[c]", "Less than 5", "low", "–", "u", "#N/A"];
    const sheet = read([
      headings,
      ...cells.map((cell, i) => [`Missing education ${i}`, "lower", "number", "Mar 25", cell, 5]),
      ["Above", "", "per cent", "Mar 25", 91, "Above 90%"],
      ["Range", "higher", "per cent", "Mar 25", 91, "90-95"],
    ]);
    expect(
      own(sheet).map(({ value, status, rating }) => `${value} ${status} ${rating}`),
    ).to.deep.equal([
      ...Array<string>(7).fill("null suppressed not_rated"),
      ...Array<string>(2).fill("null not_available not_rated"),
      "null not_applicable not_rated",
      "91 ok met",
      "91 ok not_rated",
    ]);
    expect(rules(sheet)).to.deep.equal(["B27"]);
  });

  it("reads a length of time between two with care, and no other range as a number", () => {
    const headings = ["Indicator", "Better when", "Period", "Value", "England"];
    const cells = ["6-7mths", "12 to 18 weeks", "36-99", "36 – 99", "10% to 20%", "1,200-1,300"];
    const sheet = read([
      headings,
      ...cells.map((cell, i) => [`Waiting ${i}`, "lower", "Mar 25", cell, null]),
      ["Waiting here", "lower", "Mar 25", "8 weeks", "11-13 weeks"],
    ]);
    expect(
      own(sheet).map(
        ({ value, status, status_text, comparability }) =>
          `${value} ${status} ${status_text} ${comparability}`,
      ),
    ).to.deep.equal([
      "6.5 ok null caution",
      "15 ok null caution",
      ...cells.slice(2).map((cell) => `null missing ${cell} null`),
      "8 ok null comparable",
    ]);
    const [england] = values(sheet).filter(({ area_role }) => area_role === "england");
    expect(england).to.include({ value: 12, comparability: "caution" });
    expect(sheet.findings.map(({ rule, line }) => `${rule} ${line}`)).to.deep.equal([
      ...["B61 2", "B61 3"],
      ...["B59 4", "B59 5", "B59 6", "B59 7"],
      "B61 8",
    ]);
  });
});

describe("bad sheets", () => {
  it("give findings and lose no row without one", () => {
    const sheet = read([
      ["Board pack", null],
      TWELVE,
      twelve("Good", ["5%"]),
      TWELVE,
      [],
      twelve("Total", ["9%"]),
      twelve("", ["7%"]),
      twelve("Broken", ["#REF!", new Date(Date.UTC(2024, 4, 1))], {
        "Target/Plan": "soonish",
        "What does good performance look like?": "As many or as few as needed",
      }),
    ]);
    expect(sheet.count).to.deep.include({ rowsIn: 5, rowsOut: 2, rowsRejected: 3 });
    expect(rules(sheet)).to.deep.equal(["B07", "B06", "B05", "B09", "B22", "B14", "B16"]);
    expect(sheet.findings.map(({ line }) => line)).to.deep.equal([4, 6, 7, 8, 8, 8, 8]);
    for (const { message, action } of sheet.findings)
      expect(`${message} ${action}`).not.to.match(/soonish|#REF/);
  });

  it("join a heading over two rows", () => {
    const upper = TWELVE.map((heading, i) =>
      i === 8 ? "Months" : i > 8 && i < 20 ? null : heading,
    );
    const lower = TWELVE.map((heading, i) => (i >= 8 && i < 20 ? heading : null));
    const sheet = read([upper, lower, twelve("K", ["5%"])]);
    expect(rules(sheet)).to.deep.equal(["B04"]);
    expect(own(sheet)[0].value).to.equal(5);
  });

  it("without known headings are refused whole", () => {
    const sheet = read([
      ["a", "b"],
      ["c", 1],
    ]);
    expect(rules(sheet)).to.deep.equal(["B01"]);
    expect(sheet.count).to.include({ rowsIn: 2, rowsOut: 0, rowsRejected: 2 });
    expect(rules(read([]))).to.deep.equal(["B01"]);
  });

  it("of 100,000 rows stop at a limit and count the rest as rejected", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => ["KPI " + i, "Mar 25", i, 5]);
    const sheet = read([["Indicator", "Period", "Value", "Target"], ...rows]);
    expect(sheet.count).to.include({ rowsIn: 100_000, rowsOut: 10_000, rowsRejected: 90_000 });
    expect(sheet.findings.filter(({ rule }) => rule === "B08").length).to.equal(1);
  }).timeout(300_000);

  it("are read by a column map that adds to the headings that are known", () => {
    const rows: RawCell[][] = [
      ["Indicator", "Period", "Value", "Aim", "Spielraum"],
      ["Complaints", "Mar 25", 4, 2, "5 points"],
    ];
    const sheet = read(rows, { columnMap: { Spielraum: "tolerance" } });
    expect(own(sheet).map(({ value, target }) => [value, target])).to.deep.equal([[4, 2]]);
    expect(sheet.rows[0].tolerance).to.deep.equal({ kind: "percentage_points", amount: 5 });
  });

  it("with one indicator name and several metrics keep them apart", () => {
    const sheet = read([
      TWELVE,
      twelve("Plans", [30], { Metric: "Number of plans issued", "Target/Plan": null }),
      twelve("Plans", ["41%"], { Metric: "Percentage issued within 20 weeks" }),
    ]);
    expect(sheet.rows.map(({ id, name, unit }) => [id, name, unit])).to.deep.equal([
      ["plans_number_of_plans_issued", "Plans: Number of plans issued", "count"],
      [
        "plans_percentage_issued_within_20_weeks",
        "Plans: Percentage issued within 20 weeks",
        "percent",
      ],
    ]);
  });

  it("are read by a column map when their headings are their own", () => {
    const rows: RawCell[][] = [
      ["Was wir messen", "Wert", "Monat", "Ziel"],
      ["Complaints", 4, "Mar 25", 2],
    ];
    expect(read(rows).layout).to.equal(null);
    const sheet = read(rows, {
      columnMap: {
        "Was wir messen": "name",
        Wert: "current",
        Monat: "current_period",
        Ziel: "target",
      },
    });
    expect(sheet.layout).to.equal("tables");
    expect(own(sheet)[0]).to.include({
      value: 4,
      target: 2,
      rating: "not_rated",
      rating_reason: "no_polarity",
    });
  });
});

/** The KPI sheets of a workbook, and what kept it from being read. */
async function readTemplate(
  bytes: Uint8Array,
): Promise<{ sheets: KpiSheet[]; problems: ScanProblem[] }> {
  const { sheets, problems } = await readWorkbook(bytes);
  return { sheets: kpiSheetsOf("kpis.xlsx", sheets, {}), problems: [...problems] };
}

describe("the template", () => {
  it("has the same bytes every time, and its worked rows are no figures of anybody", async () => {
    expect(kpiTemplate()).to.deep.equal(kpiTemplate());
    const { sheets } = await readTemplate(kpiTemplate());
    expect(rules(sheets[0])).to.deep.equal(["B26", "B26"]);
    expect(sheets[0].count).to.include({ rowsIn: 2, rowsOut: 0, rowsRejected: 2 });
  });

  it("is read back by the workbook reader once its rows are written over", async () => {
    const { sheets, problems } = await readTemplate(
      changed((sheet) => sheet.replaceAll("Exceptions included", "All cases")),
    );
    expect(problems).to.deep.equal([]);
    expect(sheets.length).to.equal(1);
    expect(sheets[0].layout).to.equal("long");
    expect(rules(sheets[0])).to.deep.equal([]);
    const rows = own(sheets[0]);
    expect(rows.map(({ value, target, rating }) => [value, target, rating])).to.deep.equal([
      [67, 95, "missed"],
      [110, 0, "missed"],
    ]);
    expect(sheets[0].rows[0]).to.deep.include({
      headline: true,
      owner: "Head of SEND",
      lens: "governance and assurance",
      tolerance: { kind: "percentage_points", amount: 5 },
    });
    expect(isoOf(sheets[0].rows[0].nextDue!)).to.equal("2025-04-30");
    expect(sheets[0].rows[0].comparators[0].cell.asAt!.label).to.equal("2024");
  });

  it("keeps its drop-down lists within what Excel takes, and its notes too", () => {
    for (const { heading, note, list } of templateColumns) {
      expect(heading.length, heading).to.be.at.most(32);
      expect(note.length, heading).to.be.at.most(255);
      if (list) expect(list.join(",").length, heading).to.be.at.most(255);
    }
  });

  it("joins the periods of one KPI and finds a period given twice", () => {
    const headings = [
      "Indicator",
      "Better when",
      "Unit",
      "Period",
      "Value",
      "Target",
      "Correction",
      "Reason for correction",
    ];
    const sheet = read([
      headings,
      ["Complaints", "lower", "number", "Feb 25", 8, 5, null, null],
      ["Complaints", "lower", "number", "Mar 25", 4, 3, null, null],
      ["Complaints", "lower", "number", "Mar 25", 5, 3, null, null],
      [
        "Audits",
        "lower",
        "per cent",
        "Mar 25",
        80,
        75,
        "polarity: higher",
        "more good audits are better",
      ],
      ["Visits", "higher", "number", "Mar 25", 80, 75, "polarity: lower", ""],
    ]);
    expect(rules(sheet)).to.deep.equal(["B19", "B20"]);
    expect(sheet.count).to.include({ rowsIn: 5, rowsOut: 4, rowsRejected: 1 });
    const rows = own(sheet);
    expect(
      rows.map(
        ({ indicator_id, value, target, rating, movement }) =>
          `${indicator_id} ${value}/${target} ${rating} ${movement}`,
      ),
    ).to.deep.equal([
      "complaints 8/5 missed null",
      // Two figures of one period, of which none is shown once they are settled.
      "complaints 5/3 missed down",
      "complaints 4/3 missed down",
      "audits 80/75 met null",
      "visits 80/75 met null",
    ]);
  });
});

describe("workbooks that cannot be trusted", () => {
  const codes = async (bytes: Uint8Array): Promise<string[]> =>
    (await readTemplate(bytes)).problems.map(({ code }) => code);

  it("give findings: a password, damage, a zip bomb", async () => {
    expect(await codes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))).to.deep.equal([
      "workbook-protected",
    ]);
    expect(await codes(strToU8("nothing of the kind"))).to.deep.equal(["workbook-unreadable"]);
    const bomb = zipSync(
      {
        ...unzipSync(kpiTemplate()),
        "xl/worksheets/sheet1.xml": new Uint8Array(80 * 2 ** 20).fill(32),
      },
      { level: 1 },
    );
    expect(await codes(bomb)).to.deep.equal(["workbook-too-large"]);
  }).timeout(300_000);

  it("give findings for formulas, whose results may be old or missing", async () => {
    const cell = /<c r="I2" t="inlineStr" s="2">.*?<\/c>/;
    const stale = changed((sheet) => sheet.replace(cell, '<c r="I2"><f>SUM(1,2)</f><v>61</v></c>'));
    expect(await codes(stale)).to.deep.equal(["workbook-formulas"]);
    const { sheets, problems } = await readTemplate(
      changed((sheet) => sheet.replace(cell, '<c r="I2"><f>SUM(1,2)</f></c>')),
    );
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).to.deep.equal([
      "workbook-formulas-without-result error",
    ]);
    expect(own(sheets[0])[0]).to.include({ value: null, status: "missing", rating: "not_rated" });
  });
});

describe("rows of kpi_value", () => {
  it("have exactly the declared columns", () => {
    const row = kpiValueRow({
      indicator_id: "a",
      area_code: "999",
      area_code_type: "authority",
      area_role: "own",
      for_area_code: "999",
      period_start: 0,
      period_end: 30,
      period_label: "Jan 1970",
      frequency: "month",
      method: "kpi_sheet",
      origin: "counted",
      source_key: 1,
      value: 5,
    });
    expect(Object.keys(row).sort()).to.deep.equal(kpiValue.columns.map(({ name }) => name).sort());
    expect(row).to.include({ status: "ok", comparability: "comparable" });
    const { frame } = figuresTable(kpiValue, [row]);
    expect(frame.numRows()).to.equal(1);
    expect(frame.get("value", 0)).to.equal(5);
  });
});

describe("a CSV of KPIs", () => {
  it("comes through the CSV reader with its lines", async () => {
    const text =
      'Indicator,Better when,Period,Value,Target\r\n"Complaints, all",lower,Mar 25,4,3\r\n\r\nAudits,higher,Mar 25,"1,200",5\r\n';
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(text);
    };
    const scanned = await scanCsv(chunks(), { table: "kpis" });
    const sheet = readKpiSheet(sheetOfTable("kpis.csv", scanned.tables[0]));
    expect(
      sheet.rows.map(({ name, line, current }) => [name, line, current!.cell.value]),
    ).to.deep.equal([
      ["Complaints, all", 2, 4],
      ["Audits", 4, 1200],
    ]);
  });
});
