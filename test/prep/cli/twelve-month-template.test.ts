import { expect } from "chai";
import { bookOf } from "../../board-book";
import { runMain, type MainRun } from "./run-main";

/** The headings of the template as a council's list of metrics prints them. */
const HEADINGS = [
  ...["Indicator Name", "Metric", "What does good performance look like?", "Measure updated"],
  ...["Reporting Period", "Reporting Frequency", "England Average", "Target/Plan"],
  ...["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"],
  ...["Previous Position", "Latest Position", "Direction"],
];

/** Indicator names of the list with their metrics: one name has several. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  EHCP: [
    "Number of EHCP issued",
    "Number of new referrals",
    "Number of decisions to assess",
    "Percentage issued within 20 weeks",
    "Number of EHCNA overdue by 30 weeks",
    "Number of EHCNA overdue by 52 weeks",
    "Number of Tribunals",
    "Number of Mediations",
  ],
  "School placements": [
    "EHC pupils electively home educated",
    "EHC pupils who are CME (NCY 0-11)",
    "Percentage of CYP with an EHCP in mainstream education",
    "Percentage of CYP with an EHCP in special schools",
    "Length of time attending AP (average weeks)",
    "Length of time attending AP (longest weeks)",
  ],
  "Annual reviews": [
    "Number due within the month",
    "Percentage completed within the month due",
    "Percentage completed within 12 month timescale",
  ],
  "Education transport": [
    "Number of CYP accessing travel with an EHCP",
    "Number of CYP accessing travel with SEND Support",
    "Highest cost per route (£)",
    "Average cost per route (£)",
  ],
  SALT: [
    "Number of new referrals",
    "Percentage seen within 18 weeks",
    "Number over 18 weeks",
    "Longest wait (weeks)",
  ],
  "ASD/ADHD": [
    "Number of new referrals",
    "Percentage seen within 18 weeks",
    "Number over 18 weeks",
    "Longest wait (weeks)",
  ],
  "Health visitors": [
    "Percentage Birth Visits completed within 14 days",
    "Percentage 6-8 week reviews completed by 8 weeks",
  ],
};

interface Kpi {
  readonly name: string;
  readonly metric: string;
  readonly unit: "percent" | "gbp" | "weeks" | "count";
  readonly months: readonly number[];
  readonly england: number | null;
  readonly target: number;
}

const unitOf = (metric: string): Kpi["unit"] =>
  metric.startsWith("Percentage")
    ? "percent"
    : metric.includes("£")
      ? "gbp"
      : /\(.*weeks\)/.test(metric)
        ? "weeks"
        : "count";

/** Invented figures: no two KPIs, and no two months of one, have the same. */
const kpis: readonly Kpi[] = Object.entries(METRICS)
  .flatMap(([name, metrics]) => metrics.map((metric) => ({ name, metric, unit: unitOf(metric) })))
  .map((kpi, i) => ({
    ...kpi,
    months: Array.from({ length: 12 }, (_, month) =>
      kpi.unit === "percent" ? 20 + i * 2 + month / 10 : 100 + i * 20 + month,
    ),
    england: kpi.unit === "percent" ? 10.5 + i : null,
    target: kpi.unit === "percent" ? 15 + i * 2 : 95 + i * 20,
  }));

const cellOf = (value: number, unit: Kpi["unit"]) =>
  unit === "percent"
    ? { v: value / 100, f: "0.0%" }
    : unit === "gbp"
      ? { v: value, f: '"£"#,##0' }
      : value;

const rowOf = ({ name, metric, unit, months, england, target }: Kpi) => [
  ...[name, metric, "Higher is better", "Monthly", "2024/25", "Monthly"],
  england === null ? "" : cellOf(england, unit),
  cellOf(target, unit),
  ...months.map((value) => cellOf(value, unit)),
  ...[cellOf(months[10], unit), cellOf(months[11], unit), "Improving"],
];

const month = (at: number): string =>
  new Date(Date.UTC(2024, 3 + at + 1, 0)).toISOString().slice(0, 10);

describe("the twelve-month template as a workbook", function () {
  let built: MainRun;
  before(() => {
    const rows = [HEADINGS, ...kpis.map(rowOf)];
    built = runMain("build", { "kpis.xlsx": bookOf([{ name: "KPI data", rows }]) }, [
      "--no-report",
      ...["--authority", "839"],
    ]);
  });

  it("keeps every metric of a repeated name apart, with its own unit", () => {
    const indicators = built.table("star/indicator.csv");
    expect(indicators, built.said).to.have.length(kpis.length);
    expect(new Set(indicators.map((row) => row.indicator_id)).size).to.equal(kpis.length);
    for (const [i, { name, metric, unit }] of kpis.entries()) {
      expect(indicators[i].indicator_name).to.include(metric);
      expect(indicators[i].unit, `${name}: ${metric}`).to.equal(unit);
    }
    expect(
      built.table("checks/findings.csv").filter(({ severity }) => severity === "error"),
    ).to.deep.equal([]);
  });

  it("has every figure of twelve months under its KPI and month, and no other", () => {
    const ids = built.table("star/indicator.csv").map((row) => row.indicator_id);
    const own = built
      .table("star/kpi_value.csv")
      .filter(({ area_role }) => area_role === "own")
      .map((row) => [row.indicator_id, row.period_end, row.frequency, row.value].join(" "));
    const printed = kpis.flatMap(({ months }, i) =>
      months.map((value, at) => [ids[i], month(at), "month", String(value)].join(" ")),
    );
    expect(own).to.have.members(printed);
    expect(own).to.have.length(12 * kpis.length);
  });

  it("rates each by its own target, and has England beside it", () => {
    const ids = built.table("star/indicator.csv").map((row) => row.indicator_id);
    const values = built.table("star/kpi_value.csv");
    for (const [i, { metric, target, england }] of kpis.entries()) {
      const rows = values.filter(({ indicator_id: id }) => id === ids[i]);
      for (const row of rows.filter(({ area_role }) => area_role === "own"))
        expect([Number(row.target), row.rating], metric).to.deep.equal([target, "met"]);
      expect(
        rows.filter(({ area_role }) => area_role === "england").map(({ value }) => Number(value)),
        metric,
      ).to.deep.equal(england === null ? [] : [england]);
    }
  });
});
