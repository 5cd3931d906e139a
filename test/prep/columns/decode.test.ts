import { expect } from "chai";
import { decodeDays, decodeFlags, decodeIntegers, mapText } from "../../../prep/columns/decode";
import { TextColumn } from "../../../prep/columns/column";

/** A text column of these values; null is "no value". */
const column = (...values: (string | null)[]): TextColumn => {
  const dictionary = ["", ...new Set(values.filter((v): v is string => v !== null))];
  return new TextColumn(
    Int32Array.from(values, (v) => (v === null ? 0 : dictionary.indexOf(v))),
    dictionary,
  );
};

const all = (c: { length: number; at(row: number): unknown }): unknown[] =>
  Array.from({ length: c.length }, (_, row) => c.at(row));

describe("decoding columns", () => {
  it("reads days and names the rows it cannot read", () => {
    const { column: days, invalid } = decodeDays(
      column("1970-01-02", null, "32/01/2020", "1970-Jan-03 00:00:00", "32/01/2020"),
    );
    expect(all(days)).to.deep.equal([1, null, null, 2, null]);
    expect([...invalid]).to.deep.equal([2, 4]);
  });

  it("reads whole numbers with Excel's .0", () => {
    const { column: numbers, invalid } = decodeIntegers(column("1", "2.0", "x", null, "-3", "1.5"));
    expect(all(numbers)).to.deep.equal([1, 2, null, null, -3, null]);
    expect([...invalid]).to.deep.equal([2, 5]);
  });

  it("reads every spelling of yes and no, and keeps missing apart from no", () => {
    const { column: flags, invalid } = decodeFlags(
      column("1", "True", "1.0", "Y", "0", "false", "0.0", "N", null, "2"),
    );
    expect(all(flags)).to.deep.equal([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      null,
      null,
    ]);
    expect([...invalid]).to.deep.equal([9]);
  });

  it("cleans text once a distinct value and merges what becomes equal", () => {
    const cleaned = mapText(column("asd", "ASD", " ", null), (v) => v.trim().toUpperCase());
    expect(all(cleaned)).to.deep.equal(["ASD", "ASD", null, null]);
    expect(cleaned.dictionary).to.deep.equal(["", "ASD"]);
  });
});
