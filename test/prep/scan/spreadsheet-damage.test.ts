import { expect } from "chai";
import { textBuilder } from "../../../prep/columns/build";
import type { TextColumn } from "../../../prep/columns/column";
import { columnDamage, isIdLost, meantCode } from "../../../prep/scan/spreadsheet-damage";

function column(values: readonly (string | null)[]): TextColumn {
  const builder = textBuilder(values.length);
  values.forEach((value, row) => builder.set(row, value));
  return builder.column();
}
const none = { scientific: 0, cut: 0, decimals: 0, short: 0 };

describe("what a spreadsheet does to a column", () => {
  it("is seen by distinct values: scientific notation, digits cut to fifteen, decimals, lost zeros", () => {
    expect(
      columnDamage(column(["4.61169E+18", "4.61169E+18", "8E+19", "4611686018400000291"])),
    ).to.include({ scientific: 2, cut: 0 });
    const cut = ["461168601840000000", "461168601840001000", "461168601840002000", null, "12"];
    expect(columnDamage(column(cut))).to.deep.equal({ ...none, cut: 3 });
    expect(columnDamage(column(["1.0", "02.0", "3", "1.5"]))).to.deep.equal({
      ...none,
      decimals: 2,
    });
    expect(columnDamage(column(["0123456", "123456", "12", "AB"]), 7)).to.deep.equal({
      ...none,
      short: 2,
    });
  });

  it("is not seen in ids that only look like it", () => {
    for (const values of [
      ["10000302000000002", "10000302000000003", "10000302000000000"],
      ["461168601840000000", "461168601840001000"],
      ["RZZ8E+19", "E12", "1E", "100001", "A330000009055"],
    ])
      expect(isIdLost(columnDamage(column(values))), values.join(" ")).to.equal(false);
  });

  it("leaves a code where only one can be meant", () => {
    const codes = new Set(["01", "02", "1", "10", "A"]);
    const meant = (text: string): string | null => meantCode(text, (code) => codes.has(code));
    expect(["2", "2.0", "02.0", "10.00", "1.0", "3.0", "2.5", "A.0", ""].map(meant)).to.deep.equal([
      "02",
      "02",
      "02",
      "10",
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
