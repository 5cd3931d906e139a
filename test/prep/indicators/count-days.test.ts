import { expect } from "chai";
import { dayFromIso, isoOf } from "../../../prep/calendar/day";
import { monthOf } from "../../../prep/calendar/periods";
import { countDays, type DayRows } from "../../../prep/indicators/count-days";
import type { Figure } from "../../../prep/indicators/figure";
import type { CountBy } from "../../../prep/indicators/indicator";
import { defineView } from "../../../prep/indicators/view";

const on = (iso: string): number => dayFromIso(iso)!;
type Rows = NonNullable<ReturnType<DayRows["rowsOn"]>>;
const population = defineView({ name: "p", columns: {}, flags: {}, breakdowns: {} });
const counts: CountBy<"day">[] = [
  {
    clock: "day",
    view: population,
    id: "open",
    statistic: "count",
    numerator: "all",
    breakdowns: ["kind", "ward"],
  },
  {
    clock: "day",
    view: population,
    id: "share",
    statistic: "percent",
    numerator: "some",
    denominator: "all",
    breakdowns: [],
    needs: "register",
  },
];
const view: Rows = {
  count: 3,
  measures: { all: [1, 1, 1], some: [0, 1, 0] },
  breakdowns: { kind: { values: ["a", "b"], groups: [1, 1, 1] } },
  caution: null,
};

function count(rowsOn: (day: number) => Rows | null, register = true): Figure[] {
  const figures: Figure[] = [];
  const months = { first: monthOf(on("2024-01-01")), last: monthOf(on("2024-03-01")) };
  countDays(
    counts,
    {
      clock: "day",
      months,
      census: [on("2024-02-10")],
      rowsOn,
      unknown: ({ needs }) => (needs && !register ? "No register" : null),
    },
    (figure) => void figures.push(figure),
  );
  return figures;
}
const find = (figures: Figure[], id: string, end: string, frequency = "month", group = "all") =>
  figures.filter(
    (f) =>
      f.indicator === id &&
      isoOf(f.end) === end &&
      f.frequency === frequency &&
      f.breakdownValue === group,
  );

describe("counting snapshots", () => {
  it("counts on the last day of periods that are over, and on census days", () => {
    const figures = count(() => view);
    expect(find(figures, "open", "2024-03-31").map(({ value }) => value)).to.deep.equal([3]);
    expect(find(figures, "open", "2024-03-31", "quarter")).to.have.length(1);
    expect(find(figures, "open", "2024-02-10", "census")).to.have.length(1);
    expect(
      figures.some(
        ({ frequency }) => frequency === "calendar_year" || frequency === "academic_year",
      ),
    ).to.equal(false);
    expect(find(figures, "share", "2024-01-31")[0]).to.include({
      numerator: 1,
      denominator: 3,
      value: 100 / 3,
    });
  });

  it("gives zeros for groups with nobody, and leaves out breakdowns that are not known", () => {
    const figures = count(() => view);
    expect(find(figures, "open", "2024-01-31", "month", "a")[0].value).to.equal(0);
    expect(figures.some(({ breakdown }) => breakdown === "ward")).to.equal(false);
  });

  it("says not available for a day that no return covers, and for what needs a register", () => {
    const gap = count((day) => (day === on("2024-02-29") ? null : view));
    expect(find(gap, "open", "2024-02-29")[0]).to.include({
      value: null,
      status: "not_available",
      asAt: null,
    });
    expect(
      find(
        count(() => view, false),
        "share",
        "2024-01-31",
      )[0],
    ).to.include({ status: "not_available", statusText: "No register" });
  });
});
