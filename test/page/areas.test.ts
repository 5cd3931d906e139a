import { expect } from "chai";
import type { BoardTableRow } from "../../page/messages";
import { areasIn, besideEachOther, boardOf } from "../../page/visual/areas";
import { tableRowsOf } from "../../page/worker/board-rows";

const month = { frequency: "month", period_label: "Dec 2025", period_end: "2025-12-31" };
const figure = (area: string, value: number) => ({
  ...{ ...month, indicator_id: "in_time", area_code: area, value },
});
const compared = (area: string, role: string, forArea: string, value: number) => ({
  ...{ ...figure(area, value), area_role: role, for_area_code: forArea },
});
const rows: readonly BoardTableRow[] = tableRowsOf({
  board: [figure("QZZ", 50), figure("999", 47), figure("951", 53)],
  comparators: [
    compared("E92000001", "england", "951", 46.4),
    compared("E92000001", "england", "999", 46.4),
    compared("960", "neighbour", "999", 40),
    { ...compared("999", "neighbour_average", "999", 41), method: "mean" },
    compared("councils of QZZ", "other", "QZZ", 50),
  ],
  indicators: [{ indicator_id: "in_time", indicator_name: "In time", unit: "percent" }],
  areas: [
    { area_code: "QZZ", area_name: "The board", area_level: "icb" },
    { area_code: "999", area_name: "Sampleshire", area_level: "authority" },
    { area_code: "951", area_name: "Northmere", area_level: "authority" },
    { area_code: "E92000001", area_name: "England", area_level: "country" },
  ],
});
const told = (of: readonly BoardTableRow[]) =>
  of.map(({ area, areaRole, value }) => [area, areaRole, value]);

describe("the board of several areas on the page", () => {
  it("is of one area at a time, authorities first", () => {
    expect(areasIn(rows)).to.deep.equal(["Sampleshire", "Northmere", "The board"]);
  });

  it("has the own figures of the area and what it is compared with alone", () => {
    expect(told(boardOf(rows, "Sampleshire"))).to.deep.equal([
      ["Sampleshire", "own", 47],
      ["England", "england", 46.4],
      ["960", "neighbour", 40],
      ["Sampleshire", "neighbour_average", 41],
    ]);
    expect(told(boardOf(rows, "The board"))).to.deep.equal([
      ["The board", "own", 50],
      ["councils of QZZ", "other", 50],
    ]);
  });

  it("stands beside each other with England once, and the board as a line", () => {
    const beside = besideEachOther(rows);
    expect(told(beside)).to.deep.equal([
      ["The board", "other", 50],
      ["Sampleshire", "own", 47],
      ["Northmere", "own", 53],
      ["England", "england", 46.4],
    ]);
    expect(beside.every(({ forArea }) => forArea === undefined)).to.equal(true);
  });
});
