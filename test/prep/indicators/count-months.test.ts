import { expect } from "chai";
import { byMonth } from "../../../prep/columns/by-month";
import { columns } from "../../../prep/columns/expression";
import { countIndicators } from "../../../prep/indicators/count";
import type { MonthRows } from "../../../prep/indicators/count-months";
import type { Figure } from "../../../prep/indicators/figure";
import { defineIndicators, type MonthCount } from "../../../prep/indicators/indicator";
import { defineView, viewRows } from "../../../prep/indicators/view";
import { monthOf } from "../../../prep/calendar/periods";
import { dayFromIso, isoOf } from "../../../prep/calendar/day";

const q = columns({ met: "flag", late: "flag", days: "number", team: "text" });
const visits = defineView({
  name: "visits",
  columns: q,
  flags: { met: q.met, late: q.late },
  measures: { days: q.days },
  breakdowns: { team: q.team },
  units: ["person"],
});
type Count = MonthCount<typeof visits>;

const month = (text: string): number => monthOf(dayFromIso(`${text}-01`)!);
const [JANUARY, MARCH, JUNE] = ["2024-01", "2024-03", "2024-06"].map(month);
const span = Array.from({ length: JUNE - JANUARY + 1 }, (_, i) => JANUARY + i);

/** Month, person (0: not known which), met, late, days, team. */
const rows: readonly (readonly [number, number, number, number, number, number])[] = [
  [JANUARY, 1, 1, 0, 4, 0],
  [JANUARY, 1, 1, 0, 6, 0],
  [JANUARY, 2, 0, 1, 8, 1],
  [JANUARY, 0, 1, 0, 1, 1],
  [MARCH, 1, 1, 0, 3, 1],
  [MARCH, 2, 1, 1, 9, 1],
  [MARCH, 3, 1, 0, 2, 1],
  [JUNE, 3, 1, 0, 5, 0],
];
const column = (at: number): Int32Array => Int32Array.from(rows, (row) => row[at]);

function count(one: Partial<Count>, more: Partial<MonthRows> = {}): Figure[] {
  const figures: Figure[] = [];
  const base: Count = { clock: "month", statistic: "count", where: ["met"], breakdowns: [] };
  countIndicators(
    defineIndicators({ view: visits, source: "a test" }, [
      {
        id: "visits",
        name: "Visits",
        section: "Mental health",
        unit: "count",
        polarity: "neutral",
        frequency: "month",
        words: { numerator: "Visits" },
        count: { ...base, ...one },
        relations: "independent",
      },
    ]),
    {
      visits: {
        clock: "month",
        rows: viewRows(visits, {
          count: rows.length,
          columns: {
            met: column(2),
            late: column(3),
            days: column(4),
            team: { values: ["north", "south", "west"], groups: column(5) },
          },
          units: { person: { of: column(1), count: 4, none: 0 } },
        }),
        of: byMonth(column(0), span),
        knowledge: () => ({ missing: null, caution: null }),
        ...more,
      },
    },
    (figure) => figures.push(figure),
  );
  return figures;
}

const told = (figures: readonly Figure[]): string[] =>
  figures.map(
    ({ end, breakdownValue, value, status }) =>
      `${isoOf(end).slice(0, 7)} ${breakdownValue} ${value ?? status}`,
  );

describe("counting rows of months", () => {
  it("counts rows that all flags hold for, zero where there are none", () => {
    expect(told(count({}))).to.deep.equal([
      "2024-01 all 3",
      "2024-02 all 0",
      "2024-03 all 3",
      "2024-04 all 0",
      "2024-05 all 0",
      "2024-06 all 1",
    ]);
    expect(told(count({ where: ["met", "late"] })).slice(0, 3)).to.deep.equal([
      "2024-01 all 0",
      "2024-02 all 0",
      "2024-03 all 1",
    ]);
  });

  it("counts each person once, and nobody who is not known, by the groups that somebody is in", () => {
    const figures = count({ distinct: "person", breakdowns: ["team"] });
    expect(told(figures.filter(({ end }) => monthOf(end) === JANUARY))).to.deep.equal([
      "2024-01 all 1",
      "2024-01 north 1",
      "2024-01 south 0",
    ]);
  });

  it("divides by the rows that the denominator's flags hold for", () => {
    const figures = count({ statistic: "percent", where: ["met", "late"], outOf: ["late"] });
    expect(told(figures).slice(0, 3)).to.deep.equal([
      "2024-01 all 0",
      "2024-02 all not_applicable",
      "2024-03 all 100",
    ]);
  });

  it("counts people once in several months, and not before so many are loaded", () => {
    expect(told(count({ distinct: "person", over: 3 }))).to.deep.equal([
      "2024-01 all not_available",
      "2024-02 all not_available",
      "2024-03 all 3",
      "2024-04 all 3",
      "2024-05 all 3",
      "2024-06 all 1",
    ]);
  });

  it("counts people once from the start of the financial year", () => {
    const figures = count({ distinct: "person", over: "financial_year" });
    expect(told(figures)).to.deep.equal([
      "2024-01 all not_available",
      "2024-02 all not_available",
      "2024-03 all not_available",
      "2024-04 all 0",
      "2024-05 all 0",
      "2024-06 all 1",
    ]);
    expect(figures[5].label).to.equal("2024-25 to 30 Jun 2024");
  });

  it("tells how a quarter ends, and what it leaves out", () => {
    const figures = count(
      { statistic: "median", measure: "days", quarterly: true, leavesOut: "late" },
      { leftOut: (left) => `without ${left}` },
    );
    expect(told(figures)).to.deep.equal(["2024-03 all 3", "2024-06 all 5"]);
    expect(figures.map(({ label, caution }) => [label, caution])).to.deep.equal([
      ["Jan to Mar 2024", "without 1"],
      ["Apr to Jun 2024", null],
    ]);
  });

  it("says of months that are not known why, and of groups that were silent", () => {
    const figures = count(
      { breakdowns: ["team"], needs: undefined },
      {
        knowledge: (one) => ({ missing: one === MARCH ? "lost" : null, caution: "few" }),
        silent: {
          breakdown: "team",
          holds: (team, one) => team === "south" && one === JUNE,
          why: "silent",
        },
      },
    );
    const words = figures
      .filter(({ status }) => status === "not_available")
      .map(({ end, breakdownValue, statusText }) => [monthOf(end), breakdownValue, statusText]);
    expect(words).to.deep.equal([
      [MARCH, "all", "lost"],
      [JUNE, "south", "silent"],
    ]);
    expect(figures[0].caution).to.equal("few");
  });
});
