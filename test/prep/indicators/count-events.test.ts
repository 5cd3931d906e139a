import { expect } from "chai";
import { dayFromIso, isoOf } from "../../../prep/calendar/day";
import { monthOf } from "../../../prep/calendar/periods";
import { MISSING } from "../../../prep/columns/column";
import { eventCounter, type EventRows } from "../../../prep/indicators/count-events";
import type { Figure } from "../../../prep/indicators/figure";
import type { CountBy } from "../../../prep/indicators/indicator";
import { knownDays } from "../../../prep/indicators/known-days";

const on = (iso: string): number => dayFromIso(iso)!;
const dates = ["2024-01-05", "2024-01-31", "2024-02-01", "2024-04-30", "", "2023-12-31"];
const fact: EventRows["rows"] = {
  count: dates.length,
  dates: { date: Int32Array.from(dates, (iso) => (iso ? on(iso) : MISSING)) },
  measures: { hit: [1, 0, 1, 1, 1, 1], all: [1, 1, 1, 1, 1, 1], days: [70, NaN, 77, 98, 7, 7] },
  breakdowns: { kind: { values: ["a", "b", "none"], groups: [0, 0, 1, 1, 1, 0] } },
};
const known = knownDays([{ from: on("2024-01-01"), to: on("2024-04-30") }]);

function count(
  more: Partial<CountBy<"event">>,
): (end: string, frequency: string, group?: string) => Figure | undefined {
  const figures: Figure[] = [];
  const counter = eventCounter({
    clock: "event",
    rows: fact,
    known: { k: known },
    from: monthOf(on("2023-11-01")),
  });
  counter(
    {
      clock: "event",
      id: "x",
      statistic: "count",
      date: "date",
      numerator: "hit",
      known: "k",
      breakdowns: ["kind"],
      ...more,
    } as CountBy<"event">,
    (figure) => void figures.push(figure),
  );
  return (end, frequency, group = "all") =>
    figures.find(
      (figure) =>
        isoOf(figure.end) === end &&
        figure.frequency === frequency &&
        figure.breakdownValue === group,
    );
}

describe("counting flows", () => {
  it("counts what happened on known days, with zeros, by month and group", () => {
    const figure = count({});
    expect(
      ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"].map(
        (end) => figure(end, "month")!.value,
      ),
    ).to.deep.equal([1, 1, 0, 1]);
    expect(
      ["a", "b", "none"].map((group) => figure("2024-01-31", "month", group)!.value),
    ).to.deep.equal([1, 0, 0]);
    expect(figure("2024-03-31", "quarter")!.value).to.equal(2);
  });

  it("says not available where days are missing, for everyone only", () => {
    const figure = count({});
    expect(figure("2023-12-31", "month")).to.include({
      value: null,
      status: "not_available",
      caution: null,
    });
    expect(figure("2023-12-31", "month", "a")).to.equal(undefined);
    expect(figure("2024-03-31", "financial_year")).to.include({ status: "not_available" });
  });

  it("ends a period that goes on with the data, and an unknown one too", () => {
    const figure = count({});
    expect(figure("2024-04-30", "calendar_year"))
      .to.include({ value: 3, label: "2024 to 30 Apr 2024" })
      .and.to.have.property("caution")
      .that.matches(/^Part period/);
    expect(figure("2024-04-30", "academic_year")).to.include({ status: "not_available" });
    expect(figure("2024-08-31", "academic_year")).to.equal(undefined);
  });

  it("gives no per cent of nobody, and weeks from whole days", () => {
    expect(count({ statistic: "percent", denominator: "all" })("2024-03-31", "month")).to.include({
      value: null,
      denominator: 0,
      status: "not_applicable",
    });
    expect(count({ statistic: "percent", denominator: "all" })("2024-01-31", "month")).to.include({
      value: 50,
      numerator: 1,
      denominator: 2,
    });
    expect(
      count({ statistic: "mean", numerator: "days", denominator: "hit", per: 7 })(
        "2024-04-30",
        "calendar_year",
      ),
    ).to.include({ value: 35 / 3, numerator: 35 });
    const places = (["median", "p90", "longest"] as const).map(
      (statistic) => count({ statistic, measure: "days", per: 7 })("2024-03-31", "quarter")!.value,
    );
    expect(places).to.deep.equal([10.5, 11, 11]);
  });
});
