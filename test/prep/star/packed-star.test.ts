import { expect } from "chai";
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  NumberColumn,
  TextColumn,
} from "../../../prep/columns/column";
import type { StarTable, StarType } from "../../../prep/star/declaration";
import { starFrame, type StarData, type StarValues } from "../../../prep/star/frame";
import { listOf } from "../../../prep/star/list-of";
import { packStar, unpackStar } from "../../../prep/star/packed-star";

const column = (name: string, type: StarType) => ({ name, type, label: name, description: name });

const declaration: StarTable = {
  name: "case",
  kind: "fact",
  label: "Case",
  description: "Cases",
  grain: "One case",
  key: ["case_key"],
  columns: [
    column("case_key", "int64"),
    column("need", "text"),
    column("received", "date"),
    column("weeks", "double"),
    column("is_open", "boolean"),
    column("words", "text"),
  ],
};

const columns: Readonly<Record<string, StarValues>> = {
  case_key: new IntegerColumn(Int32Array.of(7, 1, 2, 3).subarray(1)),
  need: new TextColumn(Int32Array.of(2, 0, 1), () => ["", "ASD", "SEMH"]),
  received: new DayColumn(Int32Array.of(19_000, -0x80000000, 3)),
  weeks: new NumberColumn(Float64Array.of(1.5, NaN, -2)),
  is_open: new FlagColumn(Int8Array.of(1, 0, -1)),
  words: ["a", null, "b"],
};

describe("packed stars", () => {
  const data: StarData = { declaration, frame: starFrame(declaration, columns) };
  const sent = structuredClone(packStar(new Map([["case", data]])));
  const back = unpackStar(sent).get("case")!;

  it("come out of another thread with the same values and kinds of columns", () => {
    expect(listOf(back)).to.deep.equal(listOf(data));
    for (const [name, values] of Object.entries(columns))
      expect((back.frame.column(name) as object).constructor, name).to.equal(values.constructor);
  });

  it("hold the rows alone, of a view of more", () => {
    const [key] = sent[0].columns;
    expect((key.values as Int32Array).buffer.byteLength).to.equal(12);
  });
});
