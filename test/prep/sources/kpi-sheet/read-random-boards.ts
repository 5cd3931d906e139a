import { expect } from "chai";
import { isoOf } from "../../../../prep/calendar/day";
import { readKpiSheet } from "../../../../prep/sources/kpi-sheet/read-kpi-sheet";
import { sheetValues } from "../../../../prep/sources/kpi-sheet/sheet-values";
import { randomBoard, unitOfName, type RandomBoard, type StatedFigure } from "./random-boards";

/** Numbers by chance that are the same for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const last = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((last ^ (last >>> 14)) >>> 0) / 2 ** 32;
  };
}

const keyOf = ({ kpi, part, period, value }: StatedFigure): string =>
  `${kpi} | ${part} | ${period} | ${value}`;

/** The figures of the authority and of its parts that are read of a board. */
function readOf({ sheet, rows }: RandomBoard): StatedFigure[] {
  const read = readKpiSheet({ file: "board.xlsx", sheet, rows, formatsKnown: true });
  const names = new Map(read.rows.map(({ id, name }) => [id, name]));
  for (const { name, unit } of read.rows) {
    const of = unitOfName.get(name);
    if (of !== undefined) expect(unit, `unit of ${name} in ${sheet}`).to.equal(of);
  }
  return sheetValues(read.rows, { authority: "839", regionCode: "E12000009", sourceKey: 1 })
    .filter(({ area_role, value }) => area_role === "own" && value !== null)
    .map((row) => ({
      kpi: names.get(row.indicator_id)!,
      part: row.breakdown_value === "all" ? "" : row.breakdown_value,
      period: `${row.frequency} ${isoOf(row.period_end)}`,
      value: row.value!,
      target: row.target,
    }));
}

/**
 * Reads boards made by chance: no figure stands under another KPI, period, unit, area or
 * target than its own. Returns the share of their figures that is found.
 */
export function shareFound(boards: number): number {
  let [stated, found] = [0, 0];
  for (let seed = 1; seed <= boards; seed++) {
    const board = randomBoard(chanceOf(seed));
    const truth = new Map(board.figures.map((figure) => [keyOf(figure), figure]));
    for (const figure of readOf(board)) {
      const named = `board ${seed}, ${board.made}: ${keyOf(figure)}`;
      expect(truth.has(keyOf(figure)), named).to.equal(true);
      expect(figure.target, `target in ${named}`).to.equal(truth.get(keyOf(figure))!.target);
      found++;
    }
    stated += board.figures.length;
  }
  return found / stated;
}
