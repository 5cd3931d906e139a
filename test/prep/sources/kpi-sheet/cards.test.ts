import { expect } from "chai";
import { readKpiSheet } from "../../../../prep/sources/kpi-sheet/read-kpi-sheet";
import type { RawCell } from "../../../../prep/sources/kpi-sheet/cell";

const read = (...rows: readonly (readonly RawCell[])[]) =>
  readKpiSheet({ file: "cards.xlsx", sheet: "March 2025", rows, formatsKnown: true });

const figures = (...rows: readonly (readonly RawCell[])[]): string[] =>
  read(...rows).rows.map(({ name, current, line }) => `${line} ${name} ${current?.cell.value}`);

const NAMES = ["Plans issued", "Reviews held", "Appeals lodged"];
const MORE = ["Requests made", "Plans ceased", "Complaints made"];

describe("a sheet of cards", () => {
  it("is read with the names above, below or beside the figures, under the rows of the sheet", () => {
    expect(figures(["Board"], NAMES, [1, 2, 3], [], MORE, [4, 5, 6])).to.deep.equal([
      "3 Plans issued 1",
      "3 Reviews held 2",
      "3 Appeals lodged 3",
      "6 Requests made 4",
      "6 Plans ceased 5",
      "6 Complaints made 6",
    ]);
    expect(figures(["Board"], [], [1, 2, 3], NAMES)).to.deep.equal([
      "3 Plans issued 1",
      "3 Reviews held 2",
      "3 Appeals lodged 3",
    ]);
    expect(
      figures(
        ["Board"],
        [],
        ["Plans issued", 1, "Reviews held", 2],
        ["Appeals lodged", 3, "Plans ceased", 4],
      ),
    ).to.have.length(4);
  });

  it("is not read where a name may be of the figure above it or of the one below", () => {
    expect(figures(["Board"], [], NAMES, [1, 2, 3], MORE, [4, 5, 6], NAMES)).to.deep.equal([]);
    expect(figures(["Board"], [], NAMES, [1, 2, 3], MORE)).to.deep.equal([]);
    expect(figures(["Board"], [], NAMES, [1, 2, 3], [], [4, 5, 6], MORE)).to.deep.equal([]);
  });

  it("is not read where figures stand under something else than names, or not in a grid", () => {
    expect(figures(["Board"], [], ["Jan 24", "Feb 24", "Mar 24"], [1, 2, 3])).to.deep.equal([]);
    expect(figures(["Board"], [], NAMES, [1, 2, null])).to.deep.equal([]);
    expect(figures(["Board"], [], ["Plans issued", "Reviews held"], [1, 2])).to.deep.equal([]);
    expect(
      figures(["Board"], [], ["Plans issued", "Plans issued", "Appeals"], [1, 2, 3]),
    ).to.deep.equal([]);
  });

  it("names the cells below a figure that hold a number and are not understood", () => {
    const { rows, findings } = read(
      ["Board"],
      [],
      NAMES,
      [1, 2, 3],
      ["Target 5", "up by 2 on May", "no change"],
    );
    expect(rows.map(({ target }) => target.kind)).to.deep.equal(["number", "none", "none"]);
    expect(findings.filter(({ rule }) => rule === "B02").map(({ line }) => line)).to.deep.equal([
      5,
    ]);
  });
});
