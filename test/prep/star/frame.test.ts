import { desc, op } from "arquero";
import { expect } from "chai";
import { DayColumn, IntegerColumn, NumberColumn, TextColumn } from "../../../prep/columns/column";
import type { StarTable } from "../../../prep/star/declaration";
import { columnOf, starFrame } from "../../../prep/star/frame";
import type { StarValues } from "../../../prep/star/frame";

const plan: StarTable = {
  name: "plan",
  kind: "fact",
  label: "Plan",
  description: "For tests",
  grain: "One plan",
  key: ["plan_key"],
  columns: [
    { name: "plan_key", type: "int64", label: "Key", description: "Key" },
    { name: "need", type: "text", label: "Need", description: "Need" },
    { name: "issued", type: "date", label: "Issued", description: "Issued" },
  ],
};

const good = (): Record<string, StarValues> => ({
  issued: new DayColumn(Int32Array.of(10, -0x80000000, 30)),
  need: new TextColumn(Int32Array.of(1, 2, 1), ["", "ASD", "SEMH"]),
  plan_key: Int32Array.of(1, 2, 3),
});

describe("a star table as an arquero table", () => {
  it("has the declared columns in the declared order, and arquero's verbs work on our columns", () => {
    const frame = starFrame(plan, good());
    expect(frame.columnNames()).to.deep.equal(["plan_key", "need", "issued"]);
    expect(columnOf(frame, "issued").at(1)).to.equal(null);
    const byNeed = frame
      .groupby("need")
      .rollup({ plans: op.count(), last: op.max("issued") })
      .orderby(desc("plans"))
      .objects();
    expect(byNeed).to.deep.equal([
      { need: "ASD", plans: 2, last: 30 },
      { need: "SEMH", plans: 1, last: undefined },
    ]);
    expect(
      frame
        .filter((row: { plan_key: number }) => row.plan_key > 1)
        .reify()
        .array("need"),
    ).to.deep.equal(["SEMH", "ASD"]);
  });

  it("takes a table without rows", () => {
    expect(starFrame(plan, { plan_key: [], need: [], issued: [] }).numRows()).to.equal(0);
  });

  const refused: [string, Record<string, StarValues>, RegExp][] = [
    [
      "a missing column",
      { plan_key: [1], need: ["ASD"] },
      /plan lacks the declared columns issued/,
    ],
    ["an undeclared column", { ...good(), name: ["x", "y", "z"] }, /not declared: name/],
    ["another length", { ...good(), need: ["ASD"] }, /plan\.need has 1 rows; plan\.plan_key has 3/],
    [
      "a fraction as a key",
      { ...good(), plan_key: new NumberColumn(Float64Array.of(1, 2.5, 3)) },
      /plan\.plan_key is declared as int64; row 1/,
    ],
    [
      "a number as text",
      { ...good(), need: [null, "ASD", 7] },
      /plan\.need is declared as text; row 2/,
    ],
    [
      "counts where days are due",
      { ...good(), issued: new IntegerColumn(Int32Array.of(1, 2, 3)) },
      /plan\.issued is declared as date and was given a IntegerColumn/,
    ],
    [
      "an infinite date",
      { ...good(), issued: [1, 2, Infinity] },
      /plan\.issued is declared as date; row 2/,
    ],
  ];
  for (const [what, columns, message] of refused)
    it(`refuses ${what}`, () => expect(() => starFrame(plan, columns)).to.throw(message));

  it("names the columns there are when asked for another", () => {
    expect(() => columnOf(starFrame(plan, good()), "upn")).to.throw(
      "no column upn; there are plan_key, need, issued",
    );
  });
});
