import { expect } from "chai";
import type { BoardTableRow } from "../../page/messages";
import { areasIn, besideEachOther, boardOf, boardsIn, rowsOnBoard } from "../../page/visual/areas";
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

describe("the boards of several on the page", () => {
  const about = { indicator_id: "in_time", board_order: 1, unit: "percent", polarity: "higher" };
  const of = (more: object) =>
    tableRowsOf({
      board: [{ ...figure("999", 47), target: 40, rating: "met" }],
      comparators: [compared("E92000001", "england", "999", 46.4)],
      indicators: [{ indicator_id: "in_time", indicator_name: "In time", unit: "percent" }],
      areas: [],
      ...more,
    });
  const boardKpis = [
    { ...about, board: "First", printed_name: "In time" },
    { ...about, board: "Second", printed_name: "Plans in time" },
  ];

  it("are told apart by their name, each with its words and ratings", () => {
    const boardRatings = [{ ...figure("999", 47), board: "Second", target: 50, rating: "missed" }];
    const all = of({ boardKpis, boardRatings });
    expect(boardsIn(all)).to.deep.equal(["First", "Second"]);
    const said = (board: string) =>
      rowsOnBoard(all, board).map(({ indicator, areaRole, target, rating }) => [
        ...[indicator, areaRole, target, rating],
      ]);
    expect(said("First")).to.deep.equal([
      ["In time", "own", 40, "met"],
      ["In time", "england", undefined, undefined],
    ]);
    expect(said("Second")).to.deep.equal([
      ["Plans in time", "own", 50, "missed"],
      ["Plans in time", "england", undefined, undefined],
    ]);
  });

  it("are none where there is one board, or the boards are of several authorities", () => {
    expect(boardsIn(of({ boardKpis: boardKpis.slice(0, 1) }))).to.deep.equal([]);
    const ofAuthorities = boardKpis.map((kpi) => ({ ...kpi, area_code: "999" }));
    expect(boardsIn(of({ boardKpis: ofAuthorities }))).to.deep.equal([]);
    expect(rowsOnBoard(of({}), "")).to.have.length(2);
  });
});
