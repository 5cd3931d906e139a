import { expect } from "chai";
import {
  formatBesideTarget,
  formatChange,
  formatNumber,
  formatOrdinal,
  formatPair,
  formatValue,
} from "../../../src/kpi/number-format";
import { formatDay, formatPeriod } from "../../../src/kpi/period-format";
import { roundHalfUp } from "../../../src/kpi/round";
import { summaryOf } from "../../../src/kpi/summary";
import { unitOfDifference } from "../../../src/kpi/unit";

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe("numbers and periods in English", () => {
  it("round half away from zero, as published percentages are", () => {
    expect([
      roundHalfUp(0.285, 2),
      roundHalfUp(2.5, 0),
      roundHalfUp(-2.5, 0),
      roundHalfUp(1.005, 2),
      roundHalfUp(44.125, 2),
      roundHalfUp(-0.04, 1),
    ]).to.deep.equal([0.29, 3, -3, 1.01, 44.13, 0]);
    // 305 of 334 plans, England 2019: 91.317… and 29,895 of 49,519: 60.370…
    expect([
      roundHalfUp((100 * 305) / 334, 1),
      roundHalfUp((100 * 29895) / 49519, 1),
    ]).to.deep.equal([91.3, 60.4]);
  });

  it("have separators, units and a real minus sign", () => {
    expect(formatNumber(1183384, 0)).to.equal("1,183,384");
    expect(formatNumber(-1632.25, 1)).to.equal("−1,632.3");
    expect(formatNumber(999.96, 1)).to.equal("1,000.0");
    expect(formatValue(67, { unit: "percent" })).to.equal("67.0%");
    expect(formatValue(67, { unit: "percent", decimals: 0 })).to.equal("67%");
    expect(formatValue(-3.9, { unit: "gbp_m" })).to.equal("−£3.9m");
    expect(formatValue(6.5, { unit: "months" })).to.equal("6.5 months");
    expect(formatValue(-0.01, { unit: "percent" })).to.equal("0.0%");
  });

  it("show signs of changes, second figures and ordinals", () => {
    expect(formatChange(14, { unit: unitOfDifference("percent") })).to.equal("+14.0 pp");
    expect(formatChange(-29, { unit: "count" })).to.equal("−29");
    expect(formatChange(0.01, { unit: "percentage_points" })).to.equal("0.0 pp");
    expect(formatPair(7, { unit: "count" }, 0.03, { unit: "per_100" })).to.equal("7 (0.03)");
    expect(formatPair(null, { unit: "count" }, 0.02, { unit: "per_100" })).to.equal("(0.02)");
    expect(formatPair(10, { unit: "percent", decimals: 0 }, null, { unit: "count" })).to.equal(
      "10%",
    );
    expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 112, 123].map((rank) => formatOrdinal(rank)).join(" "),
    ).to.equal("1st 2nd 3rd 4th 11th 12th 13th 21st 101st 111th 112th 123rd");
  });

  it("say more where rounding would hide which side of the target a figure is on", () => {
    expect(formatBesideTarget(94.96, 95, { unit: "percent" })).to.equal("94.96%");
    expect(formatBesideTarget(94.9, 95, { unit: "percent" })).to.equal(null);
    expect(formatBesideTarget(95, 95, { unit: "percent" })).to.equal(null);
    expect(formatBesideTarget(94.9999, 95, { unit: "percent", decimals: 0 })).to.equal("94.9999%");
  });

  it("name periods", () => {
    expect(formatDay(day("2024-04-01"))).to.equal("1 April 2024");
    expect(formatPeriod(day("2024-03-01"), day("2024-03-31"), "month")).to.equal("Mar 24");
    expect(formatPeriod(day("2024-01-01"), day("2024-03-31"), "quarter")).to.equal("Jan to Mar 24");
    expect(formatPeriod(day("2023-09-01"), day("2023-12-31"), "term")).to.equal("Sep to Dec 23");
    expect(formatPeriod(day("2023-09-01"), day("2024-08-31"), "academic_year")).to.equal("2023/24");
    expect(formatPeriod(day("2023-04-01"), day("2024-03-31"), "financial_year")).to.equal(
      "2023-24",
    );
    expect(formatPeriod(day("2024-01-01"), day("2024-12-31"), "calendar_year")).to.equal("2024");
    expect(formatPeriod(day("2024-01-01"), day("2024-03-31"), "year_to_date")).to.equal(
      "Year to Mar 24",
    );
    expect(formatPeriod(day("2023-04-01"), day("2024-03-31"), "rolling_12_months")).to.equal(
      "12 months to Mar 24",
    );
    expect(formatPeriod(day("2025-01-16"), day("2025-01-16"), "census")).to.equal(
      "16 January 2025",
    );
  });
});

describe("summary", () => {
  it("counts unrated rows as nothing but unrated, with reasons", () => {
    const summary = summaryOf([
      { rating: "met", reason: null, judgement: "improving" },
      { rating: "missed", reason: null, judgement: "worsening" },
      { rating: "not_rated", reason: "no_target", judgement: "steady" },
      { rating: "not_rated", reason: "no_value", judgement: null },
      { rating: "not_rated", reason: "no_value", judgement: null },
    ]);
    expect(summary).to.deep.equal({
      total: 5,
      ratings: { met: 1, near: 0, missed: 1, not_rated: 3 },
      judgements: { improving: 1, worsening: 1, steady: 1 },
      withoutData: 2,
      notRatedReasons: [
        { reason: "no_value", count: 2 },
        { reason: "no_target", count: 1 },
      ],
    });
  });
});
