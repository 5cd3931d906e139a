import { expect } from "chai";
import { dayIn, isTrue, numberIn, textIn } from "../../../src/model/cell";
import { columnsOf } from "../../../src/model/columns";
import { readFormatString } from "../../../src/model/format-string";
import { dayNumber } from "../../../src/kpi/day-number";
import { orderPeriods } from "../../../src/model/order-periods";
import { readingOf, type Period } from "../../../src/model/period";
import { unitNamed } from "../../../src/model/unit-name";
import { dataViewOf } from "../../../page/visual/data-view";

const day = (year: number, month: number, date: number): number => dayNumber(year, month, date);

describe("cells", () => {
  it("reads numbers, also written as text, and nothing else", () => {
    expect([3, 0, -2.5, "1,632", "−3", " 4.0 "].map(numberIn)).to.deep.equal([
      3, 0, -2.5, 1632, -3, 4,
    ]);
    for (const cell of [
      null,
      undefined,
      NaN,
      Infinity,
      "",
      "awaiting data",
      "6-7",
      true,
      new Date(),
      "1e5",
    ])
      expect(numberIn(cell), String(cell)).to.equal(null);
  });
  it("reads days in the forms that boards write", () => {
    for (const cell of [
      "2024-03-31",
      "31/03/2024",
      "31 March 2024",
      "31 Mar 24",
      new Date(2024, 2, 31),
    ])
      expect(dayIn(cell), String(cell)).to.equal(day(2024, 3, 31));
    for (const cell of ["2024-02-30", "31/02/2024", "Mar 24", "soon", 45382, new Date(NaN)])
      expect(dayIn(cell), String(cell)).to.equal(null);
  });
  it("reads words and yes or no", () => {
    expect([" a ", "", null, 5, new Date(2024, 0, 2)].map(textIn)).to.deep.equal([
      "a",
      null,
      null,
      "5",
      "2024-01-02",
    ]);
    expect([true, 1, "Yes", "x", false, 0, "no", null].map(isTrue)).to.deep.equal([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

/** The period of a label that stands alone. */
function periodIn(cell: unknown): Period {
  const order = orderPeriods([readingOf(cell)], { years: null, firstMonth: 4 });
  if ("why" in order) throw new Error(order.label);
  return order.placed[0].period;
}

describe("periods", () => {
  const cases: readonly (readonly [unknown, number | null, string | null])[] = [
    ["Mar 24", day(2024, 3, 31), "month"],
    ["March 2024", day(2024, 3, 31), "month"],
    ["Feb 24", day(2024, 2, 29), "month"],
    ["2024-03", day(2024, 3, 31), "month"],
    ["2023-24", day(2024, 3, 31), "financial_year"],
    ["2023/24", day(2024, 8, 31), "academic_year"],
    ["2023/2024", day(2024, 8, 31), "academic_year"],
    ["2022", day(2022, 12, 31), "calendar_year"],
    ["Q1 2023-24", day(2023, 6, 30), "quarter"],
    ["Q4 2023-24", day(2024, 3, 31), "quarter"],
    ["Autumn 23", day(2023, 12, 31), "term"],
    ["Spring 2023/24", day(2024, 3, 31), "term"],
    ["HT3 23/24", day(2024, 2, 14), "half_term"],
    ["Q1 24/25", day(2024, 6, 30), "quarter"],
    ["2024 Q1", day(2024, 3, 31), "quarter"],
    ["FY24/25", day(2025, 3, 31), "financial_year"],
    ["Jan - Mar 2024", day(2024, 3, 31), "quarter"],
    ["2024 March", day(2024, 3, 31), "month"],
    ["w/c 11/03/2024", day(2024, 3, 17), "week"],
    ["Autumn 1 2024/25", day(2024, 10, 31), "half_term"],
    ["March", null, null],
    ["2023/25", null, null],
    ["HT1 23/24", day(2023, 10, 31), "half_term"],
    ["Year to Mar 24", day(2024, 3, 31), "year_to_date"],
    ["12 months to Mar 24", day(2024, 3, 31), "rolling_12_months"],
    [new Date(2024, 2, 31), day(2024, 3, 31), "month"],
    ["Wave two", null, null],
    ["Mayor 24", null, null],
    ["", null, null],
  ];
  for (const [cell, end, frequency] of cases) {
    it(`reads ${String(cell) || "a blank"}`, () => {
      const period = periodIn(cell);
      expect([period.end, period.frequency]).to.deep.equal([end, frequency]);
    });
  }
  it("keeps the label as it is written", () => {
    expect(periodIn("HT3 23/24").label).to.equal("HT3 23/24");
    expect(periodIn(new Date(2024, 2, 31)).label).to.equal("Mar 24");
  });
});

describe("format strings and units", () => {
  it("tells a share of 1 from a percentage that is already one", () => {
    expect(readFormatString("0.0%")).to.deep.equal({
      scalesToPercent: true,
      percent: true,
      decimals: 1,
      pounds: false,
      signs: null,
    });
    expect(readFormatString('0.0"%"')).to.deep.equal({
      scalesToPercent: false,
      percent: true,
      decimals: 1,
      pounds: false,
      signs: null,
    });
    expect(readFormatString("0\\%;-0\\%")).to.deep.equal({
      scalesToPercent: false,
      percent: true,
      decimals: 0,
      pounds: false,
      signs: null,
    });
    expect(readFormatString("#,0.000")).to.include({ decimals: 3, percent: false });
    expect(readFormatString('"£"#,0.00')).to.include({ decimals: 2, pounds: true });
    expect(
      [
        '#,0,,"m"',
        '"£"#,0.0,,"m"',
        '0" days"',
        "$#,0",
        "[$€-x-euro2]#,0",
        "0.0,K",
        "0.0‰",
        "0.00E+00",
      ].map((format) => {
        const { signs } = readFormatString(format);
        return signs && [signs.before, signs.after, signs.divisor];
      }),
    ).to.deep.equal([
      ["", "m", 1e6],
      ["£", "m", 1e6],
      ["", " days", 1],
      ["$", "", 1],
      ["€", "", 1],
      ["", "K", 1e3],
      ["", "‰", 1e-3],
      null,
    ]);
    expect(readFormatString("General")).to.include({ decimals: null });
  });
  it("knows the names of units", () => {
    expect(
      ["%", "per cent", "Rate per 1,000", "£m", "days", "per_10000", "No."].map(unitNamed),
    ).to.deep.equal(["percent", "percent", "per_1000", "gbp_m", "days", "per_10000", "count"]);
    expect(unitNamed("furlongs")).to.equal(null);
  });
  it("reads each column by its own format, and each row by its own where it has one", () => {
    const view = dataViewOf(
      [
        { indicator: "a", value: 0.671, target: 0.95 },
        { indicator: "b", value: 12, target: 9 },
      ],
      { formats: { value: "0.0%", target: "0" } },
    );
    view.categorical!.values![0].objects = [
      undefined as never,
      { general: { formatString: "#,0" } },
    ];
    const columns = columnsOf(view);
    expect(columns.number("value", 0)).to.be.closeTo(67.1, 1e-9);
    expect(columns.number("value", 1)).to.equal(12);
    // A target without a per cent sign of its own is on the scale of the value.
    expect([0, 1].map((row) => columns.number("target", row))).to.deep.equal([95, 9]);
  });
});
