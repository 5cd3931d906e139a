import { expect } from "chai";
import { dayOf } from "../../../prep/calendar/day";
import { knownDays } from "../../../prep/indicators/known-days";
import { countOwn } from "../../../prep/indicators/count-own";
import type { OwnKnown } from "../../../prep/indicators/own-periods";
import {
  readOwnCatalogue,
  type OwnCount,
  type OwnIndicator,
} from "../../../prep/indicators/own-catalogue";
import type { StarTable } from "../../../prep/star/declaration";
import { rowsTable } from "../../../prep/star/rows-table";
import type { Star } from "../../../prep/star/frame";

const plan: StarTable = {
  name: "ehc_plan",
  kind: "fact",
  label: "Plan",
  description: "Plans",
  grain: "One plan",
  key: ["plan"],
  columns: [
    { name: "plan", type: "int64", label: "Plan", description: "Plan" },
    { name: "start_date", type: "date", label: "Start", description: "Start" },
    { name: "cease_date", type: "date", label: "Cease", description: "Cease" },
    { name: "need", type: "text", label: "Need", description: "Need" },
    { name: "weeks", type: "double", label: "Weeks", description: "Weeks" },
  ],
};
const star: Star = new Map([
  [
    "ehc_plan",
    rowsTable(plan, [
      [1, dayOf(2024, 1, 10), null, "ASD", 18],
      [2, dayOf(2024, 1, 20), dayOf(2024, 2, 29), "SEMH", 30],
      [3, dayOf(2024, 2, 1), dayOf(2024, 3, 30), "ASD", 20],
      [4, null, null, "ASD", null],
    ]),
  ],
]);
const months = (...spans: { from: number; to: number }[]): OwnKnown => ({
  days: knownDays(spans),
  frequencies: ["month", "quarter", "term", "calendar_year", "academic_year"],
});
const known = months({ from: dayOf(2024, 1, 1), to: dayOf(2024, 3, 31) });

const own = (count: OwnCount, unit = "count", frequency = "month"): OwnIndicator => {
  const { indicators, problems } = readOwnCatalogue(
    [
      {
        id: "own_one",
        name: "Own",
        section: "Timeliness",
        unit,
        polarity: "lower",
        frequency,
        numerator: "Plans",
        source: "SEN2",
        count,
      },
    ],
    new Set(),
  );
  expect(problems).to.deep.equal([]);
  return indicators[0];
};
const values = (count: OwnCount, unit?: string): (number | null)[] =>
  countOwn(own(count, unit), star, known).figures.map(({ value }) => value);
const problem = (count: OwnCount): string => countOwn(own(count), star, known).problem!;

describe("a council's own indicators", () => {
  it("count what happened in each month by an expression", () => {
    expect(values({ table: "ehc_plan", date: "start_date" })).to.deep.equal([2, 1, 0]);
    expect(
      values({ table: "ehc_plan", date: "start_date", filter: 'd.need == "ASD"' }),
    ).to.deep.equal([1, 1, 0]);
    expect(
      values(
        { table: "ehc_plan", date: "start_date", numerator: "d.weeks <= 20", denominator: "1" },
        "percent",
      ),
    ).to.deep.equal([50, 100, null]);
    expect(
      values(
        { table: "ehc_plan", date: "start_date", numerator: "d.weeks", denominator: "1" },
        "weeks",
      ),
    ).to.deep.equal([24, 20, null]);
  });

  it("count what is in force at each month's end, the last day included", () => {
    expect(values({ table: "ehc_plan", from: "start_date", to: "cease_date" })).to.deep.equal([
      2, 3, 1,
    ]);
  });

  it("say where months are not known, and leave out a month that is cut off", () => {
    const gaps = months(
      { from: dayOf(2024, 1, 1), to: dayOf(2024, 1, 31) },
      { from: dayOf(2024, 3, 1), to: dayOf(2024, 4, 10) },
    );
    expect(
      countOwn(own({ table: "ehc_plan", date: "start_date" }), star, gaps).figures.map(
        ({ label, value, status }) => `${label} ${value} ${status}`,
      ),
    ).to.deep.equal(["Jan 2024 2 ok", "Feb 2024 null not_available", "Mar 2024 0 ok"]);
  });

  it("count by the indicator's own frequency too, and by columns of the table", () => {
    const lines = (count: OwnCount, frequency: string, unit?: string): string[] =>
      countOwn(own(count, unit, frequency), star, known)
        .figures.filter((figure) => figure.frequency === frequency)
        .map(({ label, breakdownValue, value }) => `${label} ${breakdownValue} ${value}`);
    expect(
      lines({ table: "ehc_plan", date: "start_date", breakdowns: ["need"] }, "quarter"),
    ).to.deep.equal(["Jan to Mar 2024 all 3", "Jan to Mar 2024 ASD 2", "Jan to Mar 2024 SEMH 1"]);
    // The term runs to Easter Sunday, 31 March 2024: plan 3 ended the day before.
    expect(
      lines({ table: "ehc_plan", from: "start_date", to: "cease_date" }, "term"),
    ).to.deep.equal(["Spring 2024 all 1"]);
    expect(
      lines(
        { table: "ehc_plan", date: "start_date", numerator: "d.weeks <= 20", denominator: "1" },
        "quarter",
        "percent",
      ),
    ).to.deep.equal([`Jan to Mar 2024 all ${200 / 3}`]);
    expect(
      countOwn(
        own({ table: "ehc_plan", date: "start_date" }, "count", "calendar_year"),
        star,
        known,
      ).figures.filter(({ frequency }) => frequency === "calendar_year"),
    ).to.deep.equal([]);
    const terms: OwnKnown = {
      days: known.days,
      frequencies: ["term", "academic_year"],
      date: "start_date",
    };
    expect(
      countOwn(
        own({ table: "ehc_plan", date: "start_date" }, "count", "term"),
        star,
        terms,
      ).figures.map(({ label, value }) => `${label} ${value}`),
    ).to.deep.equal(["Spring 2024 3"]);
    expect(
      countOwn(own({ table: "ehc_plan", date: "cease_date" }, "count", "term"), star, terms)
        .problem,
    ).to.match(
      /cease_date is no date of ehc_plan that can be counted by. Its dates are: start_date/,
    );
    expect(countOwn(own({ table: "ehc_plan", date: "start_date" }), star, terms).problem).to.equal(
      "Indicator own_one: ehc_plan cannot be counted by month. It can by: term, academic_year.",
    );
    expect(problem({ table: "ehc_plan", date: "start_date", breakdowns: ["weeks"] })).to.match(
      /weeks is no text of ehc_plan, to be broken down by. Its texts are: need/,
    );
  });

  it("say in words which name is wrong, and run no code", () => {
    expect(problem({ table: "plans", date: "start_date" })).to.equal(
      "Indicator own_one: there is no table plans. There are: ehc_plan.",
    );
    expect(problem({ table: "ehc_plan", date: "need" })).to.match(
      /need is no date of ehc_plan. Its dates are: start_date, cease_date/,
    );
    expect(problem({ table: "ehc_plan", date: "start_date", filter: 'd.needs == "ASD"' })).to.match(
      /d\.needs.*Columns of ehc_plan are written d\.name: plan, start_date/,
    );
    expect(
      problem({ table: "ehc_plan", date: "start_date", numerator: "process.exit(1)" }),
    ).to.match(/cannot be used/);
    expect(problem({ table: "ehc_plan", date: "start_date", filter: "d.need ==" })).to.match(
      /cannot be used/,
    );
  });

  it("are refused one by one with the reason", () => {
    const good = {
      id: "own_two",
      name: "Own",
      section: "New section",
      unit: "percent",
      polarity: "higher",
      frequency: "month",
      numerator: "a",
      source: "b",
    };
    const read = readOwnCatalogue(
      [
        good,
        good,
        { ...good, id: "taken" },
        { ...good, id: "Bad Id" },
        { ...good, id: "own_three", unit: "bananas", extra: 1 },
        5,
        { ...good, id: "own_four", count: { table: "t" } },
      ],
      new Set(["taken"]),
    );
    expect(
      read.indicators.map(({ id, decimals, lens, count }) => [id, decimals, lens, count]),
    ).to.deep.equal([["own_two", 1, "governance and assurance", null]]);
    expect(read.problems.length).to.equal(7);
    expect(read.problems[0]).to.equal("Indicator own_two: the id is taken. Choose another.");
    expect(read.problems.join("\n"))
      .to.match(/Indicator own_three, unit: /)
      .and.to.match(/Indicator own_three, extra: /)
      .and.to.match(/Indicator number 6/)
      .and.to.match(/Give either date, or from and to/);
    expect(readOwnCatalogue({}, new Set()).problems.length).to.equal(1);
  });
});
