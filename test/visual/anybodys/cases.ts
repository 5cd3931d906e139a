import type { DataViewOptions, Row } from "../../../page/visual/data-view";
import type { DrawnRow } from "./read-row";

/** Rows that a stranger brings, and how their first KPI has to be drawn. */
export interface Case {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly view?: DataViewOptions;
  readonly drawn: Partial<DrawnRow>;
}

const one = (name: string, row: Row, drawn: Partial<DrawnRow>, view?: DataViewOptions): Case => ({
  name,
  rows: [{ indicator: "A", ...row }],
  view,
  drawn,
});

type Point = readonly [period: unknown, value: unknown, more?: Row];

const series = (
  name: string,
  points: readonly Point[],
  drawn: Partial<DrawnRow>,
  more: Row = {},
): Case => ({
  name,
  rows: points.map(([period, value, own]) => ({
    indicator: "A",
    period,
    value,
    polarity: "higher",
    target: 50,
    ...more,
    ...own,
  })),
  drawn,
});

const UNSURE = { status: "Not rated", direction: "" };
const noPlace = (label: string): Partial<DrawnRow> => ({
  ...UNSURE,
  value: `not sure which is latest: “${label}” has no known place in time`,
});
const SUMMER: readonly Point[] = [
  ["Apr 2024", 60],
  ["May 2024", 61],
  ["Jun 2024", 62],
];

const FORMATS: readonly Case[] = [
  one(
    "a share with a per cent format beside a target of 100",
    { value: 0.9, target: 95, polarity: "higher" },
    { value: "90%?", target: "95 ?", status: "Not rated" },
    { formats: { value: "0%" } },
  ),
  one(
    "a typed percentage beside a share with a per cent format",
    { unit: "%", value: "67.4%", target: 0.95, polarity: "higher" },
    { value: "67.4%", target: "95.0%", status: "Missed" },
    { formats: { target: "0%" } },
  ),
  one(
    "thousands as text",
    { value: "1,632", target: "1,500", polarity: "lower" },
    { value: "1,632", target: "1,500", status: "Missed" },
  ),
  one(
    "thousands parted by blanks",
    { value: "1 632", target: "1 500", polarity: "lower" },
    { value: "1,632", target: "1,500", status: "Missed" },
  ),
  one(
    "a decimal comma",
    { value: "1.632,5", target: "1500", polarity: "lower" },
    { value: "1.632,5", status: "Not rated" },
  ),
  one(
    "an accountant's negative",
    { value: "(12)", target: "0", polarity: "higher" },
    { value: "(12)", status: "Not rated" },
  ),
  one(
    "a tolerance with a per cent format",
    { value: 0.91, target: 0.95, tolerance: 0.05, polarity: "higher" },
    { value: "91%", status: "Near" },
    { formats: { value: "0%", target: "0%", tolerance: "0%" } },
  ),
  one(
    "a format that divides by a thousand",
    { value: 12_345, target: 12_000, polarity: "lower" },
    { value: "12.3K", target: "12.0K", status: "Missed" },
    { formats: { value: '0.0,"K"' } },
  ),
  one(
    "a format per thousand",
    { value: 0.0123, target: 0.015, polarity: "lower" },
    { value: "12.3‰", target: "15.0‰", status: "Met" },
    { formats: { value: "0.0‰" } },
  ),
  one(
    "blanks in typed percentages",
    { value: " 67.4 % ", target: "≥ 70 %", polarity: "higher" },
    { value: "67.4%", target: "≥ 70.0%", status: "Missed" },
  ),
  one(
    "shares without a format beside a percentage in words",
    { unit: "%", value: 0.994, target: "at least 2.3%", polarity: "higher" },
    { value: "1.0%?", status: "Not rated" },
  ),
  one(
    "a share beside a target with a per cent format",
    { value: 0.994, target: 0.021, polarity: "higher" },
    { status: "Not rated" },
    { formats: { target: "0.0%" } },
  ),
  one(
    "a target of a few per cent that would be some hundred by the format of the value",
    { value: 0.991, target: 2.9, polarity: "lower" },
    { value: "99.1%?", target: "2.9 ?", status: "Not rated" },
    { formats: { value: "0.0%" } },
  ),
  {
    name: "a count of one in a table of small percentages",
    rows: [
      { indicator: "A", value: 1, target: 5, polarity: "lower" },
      { indicator: "B", unit: "%", value: 0.13, target: 0.14, polarity: "lower" },
    ],
    drawn: { value: "1", target: "5", status: "Met" },
  },
  one(
    "thousands that are decimals",
    { value: "0,955", target: "0,900", polarity: "lower" },
    { value: "0,955", status: "" },
  ),
  {
    name: "thousands in a column of decimal commas",
    rows: [
      { indicator: "A", value: "12,345", target: "13,5", polarity: "lower" },
      { indicator: "B", value: "67,4", target: "70", polarity: "higher" },
    ],
    drawn: { value: "12,345", status: "Not rated" },
  },
  one("infinity", { value: Infinity, target: 5, polarity: "higher" }, { value: "no data" }),
];

const PERIODS: readonly Case[] = [
  series(
    "quarters with a dash",
    [
      ["Q1 2024-25", 60],
      ["Q4 2023-24", 70],
      ["Q3 2023-24", 20],
    ],
    { value: "60", asAt: "Q1 2024-25", status: "Met", direction: "down, worsening" },
  ),
  series(
    "months in any case",
    [
      ["MAR-24", 60],
      ["apr-24", 40],
      ["Feb-24", 70],
    ],
    { value: "40", asAt: "apr-24", status: "Missed", direction: "down, worsening" },
  ),
  series(
    "dates written month first",
    [
      ["03/31/2024", 60],
      ["04/30/2024", 40],
    ],
    noPlace("03/31/2024"),
  ),
  series(
    "serial numbers of Excel",
    [
      [45_351, 60],
      [45_412, 70],
    ],
    noPlace("45351"),
  ),
  series(
    "years and months as one number",
    [
      [202_403, 60],
      [202_405, 40],
      [202_404, 70],
    ],
    { value: "40", asAt: "202405", direction: "down, worsening" },
  ),
  series(
    "years as numbers",
    [
      [2022, 60],
      [2024, 40],
      [2023, 70],
    ],
    { value: "40", asAt: "2024", direction: "down, worsening" },
  ),
  series(
    "weeks by their end",
    [
      ["w/e 17/03/2024", 60],
      ["w/e 24/03/2024", 40],
      ["w/e 10/03/2024", 70],
    ],
    { value: "40", asAt: "w/e 24/03/2024", direction: "down, worsening" },
  ),
  series(
    "half-terms",
    [
      ["Autumn 2 2023/24", 60],
      ["Spring 1 2023/24", 40],
      ["Autumn 1 2023/24", 70],
    ],
    { value: "40", asAt: "Spring 1 2023/24", direction: "down, worsening" },
  ),
  series("a row of totals", [...SUMMER, ["Total", 183]], noPlace("Total")),
  series(
    "halves of a year",
    [
      ["H1 2024/25", 60],
      ["H2 2023/24", 40],
    ],
    noPlace("H1 2024/25"),
  ),
  series(
    "months of the financial year by number",
    [
      ["M1 24/25", 60],
      ["M12 23/24", 40],
    ],
    { value: "60", asAt: "M1 24/25", direction: "up, improving" },
  ),
  series(
    "the year alone of a hierarchy of dates",
    [
      [2024, 60],
      [2024, 40],
    ],
    { ...UNSURE, value: "not sure: different figures for 2024" },
  ),
  series(
    "numbers of periods",
    [
      [1, 60],
      [2, 40],
    ],
    noPlace("1"),
  ),
  series(
    "dates with a time as text",
    [
      ["2024-03-01T00:00:00", 60],
      ["2024-05-01T00:00:00", 40],
      ["2024-04-01T00:00:00", 70],
    ],
    { value: "40", asAt: "May 24", direction: "down, worsening" },
  ),
  series(
    "quarters with their months in brackets",
    [
      ["Q4 (Jan-Mar 24)", 40],
      ["Q2 (Jul-Sep 23)", 60],
      ["Q3 (Oct-Dec 23)", 70],
    ],
    { value: "40", direction: "down, worsening" },
  ),
  series(
    "quarters by their ordinal, the year in brackets",
    [
      ["1st quarter (2024/25)", 40],
      ["4th quarter (2023/24)", 70],
    ],
    { value: "40", direction: "down, worsening" },
  ),
  series(
    "weekdays, and a mark of revision",
    [
      ["Mon 11 Mar 2024*", 40],
      ["Monday 4 March 2024", 70],
    ],
    { value: "40", asAt: "11 Mar 24", direction: "down, worsening" },
  ),
  series(
    "dates of a clock of twelve hours, as months come first beside it",
    [
      ["1/2/2024 12:00:00 AM", 60],
      ["12/1/2023 12:00:00 AM", 40],
    ],
    noPlace("1/2/2024 12:00:00 AM"),
  ),
  series("a quarter among months", [...SUMMER, ["Q1 2024/25", 183]], {
    ...UNSURE,
    value: "not sure which is latest: “Q1 2024/25” lies within another period",
  }),
];

const TRAJECTORIES: readonly Case[] = [
  series("a target ahead", [...SUMMER, ["Jul 2024", null, { target: 99 }]], {
    value: "62",
    target: "50",
    status: "Met",
    asAt: "Jun 2024",
  }),
  series("noughts in months to come", [...SUMMER, ["Jan 2060", 0], ["Feb 2060", 0]], {
    value: "62",
    asAt: "Jun 2024",
    direction: "up, improving",
  }),
  series(
    "words in the latest month",
    [...SUMMER, ["Jul 2024", null, { statusWords: "awaiting" }]],
    {
      value: "awaiting data, last 62 in Jun 2024",
      status: "Not rated",
    },
  ),
  one(
    "milestones in words",
    {
      unit: "%",
      period: "Apr 2024",
      value: 72,
      targetRule: "70 by Mar 24, 80 by Mar 25",
      polarity: "higher",
    },
    { value: "72%", target: "≥ 70%", status: "Met" },
  ),
  one(
    "a target that is not due",
    { unit: "%", period: "Apr 2024", value: 92, target: "90% by March 2060", polarity: "higher" },
    { value: "92%", target: "90% by March 2060", status: "Not rated" },
  ),
];

const ROUNDING: readonly Case[] = [
  one(
    "a figure that rounds to its target",
    { value: 49.96, target: 50, unit: "%", polarity: "higher" },
    { value: "49.96%", target: "50.00%", status: "Missed" },
    { formats: { value: "0" } },
  ),
  one(
    "millions that round apart",
    { value: 3_949_999, target: 3_950_000, polarity: "higher" },
    { value: "£3.9m", target: "£4.0m", status: "Missed" },
    { formats: { value: '"£"0.0,,"m"' } },
  ),
];

const WORDS: readonly Case[] = [
  one("low is good", { value: 4, target: 5, polarity: "Low is good" }, { status: "Met" }),
  one("a verb for the polarity", { value: 4, target: 5, polarity: "Decrease" }, { status: "Met" }),
  one("no polarity", { value: 4, target: 5, polarity: "N/A" }, { status: "Not rated" }),
  one(
    "a way that is bad",
    { value: 4, target: 5, polarity: "High is bad" },
    { status: "Met", value: "4" },
  ),
  one(
    "a way that is worse",
    { value: 4, target: 5, polarity: "Lower is worse" },
    { status: "Missed" },
  ),
  one(
    "a way that is only denied",
    { value: 4, target: 5, polarity: "Higher is not better" },
    { value: "4?", status: "Not rated" },
  ),
  one(
    "at most, as a polarity",
    { value: 4, target: 5, polarity: "No more than target" },
    { status: "Met" },
  ),
  one(
    "another figure of England as the target",
    { value: 6, england: 5, targetRule: "England top quartile", polarity: "higher" },
    { value: "6?", status: "Not rated" },
  ),
  one(
    "a rate of something",
    { value: 12.5, unit: "per 1,000 pupils", target: 10, polarity: "lower" },
    { value: "12.5", target: "10.0", status: "Missed" },
  ),
  one(
    "a share of something",
    { value: 50, unit: "Per cent (%)", target: 60, polarity: "higher" },
    { value: "50%", target: "60%", status: "Missed" },
  ),
  one(
    "a change as the target",
    { unit: "%", value: 85, target: "+5%", polarity: "higher" },
    { value: "85%?", target: "+5%", status: "Not rated" },
  ),
  one("a sign in the target", { value: 4, target: "<5" }, { target: "< 5", status: "Met" }),
  one(
    "the target itself, which its sign leaves out",
    { value: 5, target: "<5" },
    {
      target: "< 5",
      status: "Missed",
    },
  ),
  one(
    "the target itself, which its words take in",
    { value: 5, target: "at most 5" },
    {
      target: "≤ 5",
      status: "Met",
    },
  ),
  one(
    "a target in a word that is no figure",
    { value: 0, target: "zero", polarity: "lower" },
    { value: "0?", target: "zero", status: "Not rated" },
  ),
  one(
    "a tolerance with both signs",
    { unit: "%", value: 91, target: 95, polarity: "higher", tolerance: "+/- 5%" },
    { status: "Near" },
  ),
  one(
    "a hidden figure",
    { value: "<5", target: "3", polarity: "lower" },
    { value: "<5", status: "Not rated" },
  ),
  one(
    "a suppressed figure",
    { value: "c", target: "3" },
    { value: "suppressed", status: "Not rated" },
  ),
];

const twice = (name: string, a: Row, b: Row): Case =>
  series(
    name,
    [
      ["Mar 2024", 60, a],
      ["Mar 2024", 60, b],
    ],
    { ...UNSURE, value: "not sure: different figures for Mar 2024" },
  );

const NOISE: readonly Case[] = [
  twice("two targets", { target: 50 }, { target: 70 }),
  twice("two tolerances", { target: 62, tolerance: 1 }, { target: 62, tolerance: 5 }),
  twice("two lower bounds", { target: 62, lower: 61 }, { target: 62, lower: 55 }),
  twice("two statuses", { ownStatus: "Green" }, { ownStatus: "Red" }),
  twice("two ratings", { rating: "met" }, { rating: "missed" }),
  twice(
    "two comparators that the target is",
    { target: null, targetRule: "England", england: 55 },
    { target: null, targetRule: "England", england: 65 },
  ),
  series("the same row twice", [...SUMMER, SUMMER[2]], { value: "62", status: "Met" }),
  series(
    "two figures without a period",
    [
      [undefined, 4],
      [undefined, 9],
    ],
    { value: "not sure: different figures for A", status: "Not rated" },
  ),
  series(
    "ups and downs of a process that holds",
    [...Array.from({ length: 14 }, (_, i): Point => [new Date(2023, i, 1), 50 + (i % 3)])],
    { value: "51", direction: "up, steady: no special cause over 14 points" },
  ),
];

/** The cases by their kind. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  formats: FORMATS,
  periods: PERIODS,
  trajectories: TRAJECTORIES,
  rounding: ROUNDING,
  words: WORDS,
  noise: NOISE,
};
