import { expect } from "chai";
import { collections } from "../../../prep/collections/index";
import { columns } from "../../../prep/columns/expression";
import { partsOfAll, relationsOf } from "../../../prep/indicators/counted-as";
import { defineIndicators, type Indicator } from "../../../prep/indicators/indicator";
import { relationProblems } from "./relation-problems";
import type { Relations } from "../../../prep/indicators/relations";
import { defineView } from "../../../prep/indicators/view";

const q = columns({ day: "day", small: "flag", large: "flag" });
const view = defineView({
  name: "things",
  columns: q,
  dates: { day: q.day },
  flags: { small: q.small, large: q.large },
  breakdowns: {},
  known: ["things"],
});
const record = (
  id: string,
  numerator: "small" | "large",
  relations: Relations<typeof view>,
): readonly Indicator[] =>
  defineIndicators({ view, source: "A test" }, [
    {
      id,
      name: id,
      section: "Plans",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: id },
      count: {
        clock: "event",
        date: "day",
        statistic: "count",
        numerator,
        known: "things",
        breakdowns: [],
      },
      relations,
    },
  ]);

describe("the relations of the indicator records", () => {
  it("are said by every indicator that is counted", () => {
    expect(relationProblems(collections.flatMap(({ indicators }) => indicators))).to.deep.equal([]);
  });

  it("may not be left unsaid", () => {
    expect(relationProblems(record("a", "small", []))).to.deep.equal(["a says nothing of small"]);
    expect(
      relationProblems(record("a", "small", [{ whole: "large", parts: ["small"] }])),
    ).to.deep.equal([]);
  });

  it("may not be denied where another indicator is counted from the same rows", () => {
    const alone = record("a", "small", "independent");
    expect(relationProblems(alone)).to.deep.equal([]);
    const together = [...alone, ...record("b", "large", [{ toldBy: "a" }])];
    expect(relationProblems(together)).to.deep.equal([
      "a says that it is independent, and b is counted from the same rows",
      "b says nothing of large",
    ]);
  });

  it("may not be left to an indicator of other rows", () => {
    expect(relationProblems(record("a", "small", [{ toldBy: "b" }]))).to.deep.equal([
      "a is told by b, which is not counted from its rows",
      "a says nothing of small",
    ]);
  });

  it("name measures by the view and the date of the record", () => {
    const [one] = record("a", "small", [{ whole: "large", parts: ["small"], exact: true }]);
    expect(relationsOf([one]).parts).to.deep.equal([
      { whole: "things.day.large", parts: ["things.day.small"], exact: true },
    ]);
    expect(partsOfAll([one]).get(one.id)).to.deep.equal({
      kind: "count",
      numerator: { measure: "things.day.small", time: "month" },
      denominator: null,
    });
  });
});
