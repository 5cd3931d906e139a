import { fold } from "./fold";
import { filledIn, isFigure, textAt, type Grid } from "./grid";
import { isUnderstood } from "./heading";
import { figuresBelow, NEAR, type HeadingAt, type TableArea } from "./table-area";

/** Whether a row of headings names units and nothing else, as `No. | % | weeks`. */
const isUnits = (
  grid: Grid,
  headingAt: HeadingAt,
  row: number,
  { left, right }: Pick<TableArea, "left" | "right">,
): boolean =>
  filledIn(grid, row, left, right).every((at) => {
    const { label, kind, period, part, year, unit, rest } = headingAt(row, at);
    const isNumber = label === "number";
    return (
      isNumber ||
      (label === null &&
        unit !== null &&
        rest === "" &&
        [kind, period, part, year].every((one) => one === null))
    );
  });

/** Whether the cell above a heading may be a heading of its column: over another, or over its cells. */
const isHeadingOver = (grid: Grid, row: number, at: number): boolean =>
  textAt(grid, row, at) !== "" || filledBelow(grid, row, at);

/** Whether the cell above one heads the same labels: the lower one is blank, or says it again. */
const isLabelOver = (grid: Grid, row: number, at: number): boolean => {
  const own = textAt(grid, row, at);
  return own === textAt(grid, row - 1, at) || (own === "" && filledBelow(grid, row, at));
};

const filledBelow = (grid: Grid, row: number, at: number): boolean =>
  Array.from({ length: NEAR }, (_, i) => textAt(grid, row + 1 + i, at)).some((text) => text !== "");

/** Rows of headings above a row: words over its columns of figures, none over its names. */
export function upperRows(
  grid: Grid,
  headingAt: HeadingAt,
  area: Omit<TableArea, "top" | "headings" | "end">,
  row: number,
): number {
  let top = row;
  while (top > 0 && row - top < 2) {
    const above = top - 1;
    const filled = filledIn(grid, above, area.left, area.right);
    const name = Math.max(area.name, area.left);
    const beside = filled.filter((at) => at !== name);
    const isOfUnits = textAt(grid, row, name) === "" && isUnits(grid, headingAt, row, area);
    const isOver =
      beside.some((at) => at > area.name && textAt(grid, row, at) !== "") &&
      beside.every((at) => isHeadingOver(grid, row, at) || isOfUnits) &&
      (textAt(grid, above, name) === "" || isLabelOver(grid, row, name));
    const isWords = filled.every((at) => !isFigure(grid.rows[above][at]));
    const isTitle = filled.length === 1 && !isUnderstood(headingAt(above, filled[0]));
    // One period does not stand over another: "Reporting period: January" belongs to the title.
    const isOfTitle = filled.some(
      (at) => headingAt(above, at).period !== null && headingAt(row, at).period !== null,
    );
    if (!isOver || !isWords || isTitle || isOfTitle) break;
    top = above;
  }
  return top;
}

/** Rows of headings below a row, down to the first that has figures or a name. */
export function lowerRows(
  grid: Grid,
  headingAt: HeadingAt,
  area: Omit<TableArea, "top" | "headings" | "end">,
  row: number,
): number {
  let last = row;
  while (last - row < 2) {
    const below = last + 1;
    const filled = filledIn(grid, below, area.left, area.right);
    const name = area.name >= 0 ? area.name : area.left;
    const isNamed =
      textAt(grid, below, name) !== "" && textAt(grid, below, name) !== textAt(grid, row, name);
    const columns = filled.filter(
      (at) => fold(textAt(grid, below, at)) !== fold(textAt(grid, row, at)),
    );
    if (isNamed || columns.length < 2 || filled.some((at) => isFigure(grid.rows[below]?.[at])))
      break;
    const understood = columns.filter((at) => isUnderstood(headingAt(below, at))).length;
    const overFigures = columns.filter((at) => figuresBelow(grid, below, at)).length;
    if (understood * 2 < columns.length && overFigures * 2 < columns.length) break;
    last = below;
  }
  return last;
}
