import { readSign } from "../../../../src/kpi/read-sign";
import { printedRating } from "../printed-rating";
import { isMeasure, type FigureColumn } from "./figure-columns";
import type { TableArea } from "./table-area";
import { filledIn, isNumber, textAt, type Grid } from "./grid";
import { headingOf, isUnderstood } from "./heading";
import { labelOf } from "./label-words";

interface Table {
  readonly grid: Grid;
  readonly area: TableArea;
  readonly figures: readonly FigureColumn[];
}

/**
 * Whether a row below a blank one or a lone text has the headings of another table that was not
 * recognised as one, such as `Service | Number waiting | Longest wait` below a table of months: its
 * rows are no figures under the headings of this one.
 */
export function isForeignHeadings({ grid, area, figures }: Table, row: number): boolean {
  if (filledIn(grid, row - 1, area.left, area.right).length > 1) return false;
  const over = figures.filter(({ at }) => textAt(grid, row, at) !== "");
  if (over.length < 2 || over.some(({ at }) => isNumber(grid.rows[row][at]))) return false;
  const words = over.map(({ at }) => textAt(grid, row, at));
  const isWords = words.every((text) => readSign(text) === null && printedRating(text) === null);
  if (!isWords || new Set(words).size < words.length) return false;
  const [first] = filledIn(grid, row, area.left, area.right);
  const known = words.filter((text) => isMeasure(text) || isUnderstood(headingOf(text)));
  return labelOf(textAt(grid, row, first)) !== null || known.length * 2 >= words.length;
}
