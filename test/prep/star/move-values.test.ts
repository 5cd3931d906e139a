import { expect } from "chai";
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  MISSING,
  NumberColumn,
  TextColumn,
} from "../../../prep/columns/column";
import type { StarType } from "../../../prep/star/declaration";
import type { StarValues } from "../../../prep/star/frame";
import { joinValues } from "../../../prep/star/move-values";

const valuesOf = (values: StarValues): unknown[] =>
  Array.from({ length: values.length }, (_, row) => values.at(row) ?? null);

const cases: readonly (readonly [StarType, StarValues, StarValues])[] = [
  [
    "text",
    new TextColumn(Int32Array.of(1, 0, 2), ["", "a", "b"]),
    new TextColumn(Int32Array.of(1, 2), ["", "b", "c"]),
  ],
  ["int64", new IntegerColumn(Int32Array.of(1, MISSING)), new IntegerColumn(Int32Array.of(2, 3))],
  ["date", new DayColumn(Int32Array.of(1, MISSING)), new DayColumn(Int32Array.of(2))],
  ["double", new NumberColumn(Float64Array.of(1.5, NaN)), new NumberColumn(Float64Array.of(-2))],
  ["double", new IntegerColumn(Int32Array.of(4, MISSING)), new NumberColumn(Float64Array.of(0.5))],
  ["boolean", new FlagColumn(Int8Array.of(1, -1)), new FlagColumn(Int8Array.of(0))],
  ["text", ["x", null], new TextColumn(Int32Array.of(1), ["", "y"])],
];

describe("columns below each other", () => {
  it("have the values of all of them, whatever holds them", () => {
    for (const [type, one, other] of cases)
      expect(
        valuesOf(
          joinValues(type, [
            { values: one, by: 0 },
            { values: other, by: 0 },
          ]),
        ),
      ).to.deep.equal([...valuesOf(one), ...valuesOf(other)]);
  });

  it("move keys, and leave what is missing missing", () => {
    const keys = [
      { values: new IntegerColumn(Int32Array.of(1, MISSING)), by: 0 },
      { values: new IntegerColumn(Int32Array.of(1, MISSING, 2)), by: 10 },
    ];
    expect(valuesOf(joinValues("int64", keys))).to.deep.equal([1, null, 11, null, 12]);
  });

  it("hold keys that 32 bits do not", () => {
    const keys = [
      { values: new IntegerColumn(Int32Array.of(2_000_000_000)), by: 0 },
      { values: new IntegerColumn(Int32Array.of(2_000_000_000, MISSING)), by: 2_000_000_000 },
    ];
    expect(valuesOf(joinValues("int64", keys))).to.deep.equal([2_000_000_000, 4_000_000_000, null]);
  });
});
