import { fold } from "./fold";
import { filledIn, isFigure, textAt, type Grid } from "./grid";
import { isUnderstood, type Heading } from "./heading";

/** Reads the cell of a row and column as a heading; blank cells too. */
export type HeadingAt = (row: number, column: number) => Heading;

/** A table of a sheet: where its headings stand and how far it goes. */
export interface TableArea {
  readonly left: number;
  readonly right: number;
  /** First and last row of the headings. */
  readonly top: number;
  readonly headings: number;
  /** The row behind its last. */
  readonly end: number;
  /** Column of the heading that names KPIs; -1 where none does. */
  readonly name: number;
}

interface Anchor {
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly isNamed: boolean;
}

/** Rows below a heading in which its first figures stand. */
const NEAR = 4;
/** Blank columns that part two tables of a row. */
const GAP = 2;

const figuresBelow = (grid: Grid, row: number, column: number): boolean =>
  Array.from({ length: NEAR }, (_, i) => grid.rows[row + 1 + i]?.[column]).some(isFigure);

/** The run of headings right of a column, up to a gap. */
function headingsRight(grid: Grid, row: number, column: number): number[] {
  const found: number[] = [];
  let blank = 0;
  for (let at = column + 1; at < grid.width && blank < GAP; at++)
    if (textAt(grid, row, at) === "") blank++;
    else {
      blank = 0;
      found.push(at);
    }
  return found;
}

/** Whether a cell that names KPIs is the heading of a table, and not a word in one. */
function opensTable(grid: Grid, headingAt: HeadingAt, row: number, column: number): boolean {
  const right = headingsRight(grid, row, column);
  if (right.some((at) => isFigure(grid.rows[row][at]))) return false;
  const below = [row, row + 1];
  const understood = below
    .flatMap((at) =>
      at === row || isContinued(grid, row, column) ? right.map((one) => headingAt(at, one)) : [],
    )
    .filter(isUnderstood);
  if (understood.length > 0) return true;
  return right.filter((at) => figuresBelow(grid, row, at)).length >= 2;
}

/** Whether the cell below a heading is blank or the same, as under a heading of two rows. */
const isContinued = (grid: Grid, row: number, column: number): boolean => {
  const below = textAt(grid, row + 1, column);
  return below === "" || below === textAt(grid, row, column);
};

/** First column of the headings that stand directly left of a column. */
function leftOf(grid: Grid, row: number, column: number): number {
  let left = column;
  while (left > 0 && textAt(grid, row, left - 1) !== "") left--;
  return left;
}

/** Headings that name KPIs, from the top. A second one beside the first belongs to its table. */
function namedAnchors(grid: Grid, headingAt: HeadingAt): Anchor[] {
  const anchors: Anchor[] = [];
  for (let row = 0; row < grid.rows.length; row++) {
    let before: Anchor | null = null;
    for (const column of filledIn(grid, row)) {
      if (headingAt(row, column).label !== "name") continue;
      const above = anchors.find((one) => one.row === row - 1 && one.column === column);
      if (above && textAt(grid, row, column) === textAt(grid, row - 1, column)) continue;
      if (!opensTable(grid, headingAt, row, column)) continue;
      const last: Anchor | null = before;
      const isBeside =
        last !== null &&
        !Array.from({ length: column - last.column - 1 }, (_, i) => last.column + 1 + i).some(
          (at) => figuresBelow(grid, row, at),
        );
      if (isBeside) continue;
      const left: number = Math.max(leftOf(grid, row, column), last === null ? 0 : last.column + 1);
      before = {
        row,
        column,
        left: last === null ? left : firstLabel(headingAt, row, left, column),
        isNamed: true,
      };
      anchors.push(before);
    }
  }
  return anchors;
}

/** Labels that stand left of the name of a KPI where another table ends beside them. */
function firstLabel(headingAt: HeadingAt, row: number, left: number, column: number): number {
  const leading = new Set(["number", "section", "priority", "board", "group", "area"]);
  let first = column;
  while (first > left && leading.has(headingAt(row, first - 1).label ?? "")) first--;
  return first;
}

/** Labels that the first heading of a table may have where none says "KPI". */
const FIRST: ReadonlySet<string> = new Set(["group", "area", "period", "metric", "section"]);

/** Whether the words of a row of headings stand in a row above it, too. */
const isOneAgain = (grid: Grid, row: number): boolean => {
  const words = (at: number): string =>
    filledIn(grid, at)
      .map((one) => textAt(grid, at, one))
      .join("|");
  return Array.from({ length: row }, (_, at) => at).some((at) => words(at) === words(row));
};

/** Whether a row has the headings of a table that does not say "KPI": periods, areas, measures. */
function isPlainHeading(grid: Grid, headingAt: HeadingAt, row: number): boolean {
  const filled = filledIn(grid, row);
  if (filled.length < 2 || filled.some((at) => isFigure(grid.rows[row][at]))) return false;
  const body = [1, 2, 3]
    .map((n) => row + n)
    .find((at) => filledIn(grid, at).some((one) => isFigure(grid.rows[at][one])));
  if (body === undefined) return false;
  // Of several rows of headings the lowest counts; those above it are found from there.
  for (let at = row + 1; at < body; at++) if (filledIn(grid, at).length > 1) return false;
  const over = filled.filter((at) => isFigure(grid.rows[body][at]));
  const label = filledIn(grid, body).find((at) => !isFigure(grid.rows[body][at]));
  const understood = filled.filter((at) => isUnderstood(headingAt(row, at)));
  const isEnough = over.length > 1 || isOneAgain(grid, row) || understood.length > 2;
  if (label === undefined || over.length === 0 || !isEnough) return false;
  const isLabelledAbove =
    textAt(grid, row, label) === "" && FIRST.has(headingAt(row - 1, label).label ?? "");
  if (isLabelledAbove) return true;
  const headings = filled.map((at) => headingAt(row, at));
  const rowLabel = headingAt(body, label);
  return (
    headings.some((one) => isUnderstood(one) && one.label !== "left_out") ||
    rowLabel.period !== null ||
    rowLabel.part !== null ||
    rowLabel.year !== null
  );
}

const covers = ({ row, left }: Anchor, at: number, end: number, column: number): boolean =>
  at >= row && at < end && column >= left;

/** Headings without a word for KPIs, in rows that no other table takes. */
function plainAnchors(grid: Grid, headingAt: HeadingAt, named: readonly Anchor[]): Anchor[] {
  const anchors: Anchor[] = [];
  for (let row = 0; row < grid.rows.length; row++) {
    if (!isPlainHeading(grid, headingAt, row)) continue;
    const filled = filledIn(grid, row);
    const taken = named.some((one) => covers(one, row, endOf(one, named, grid), filled[0]));
    const upper = named.some((one) => one.row >= row && one.row <= row + 2);
    const last = anchors.at(-1);
    if ((taken && !opensBelow(grid, headingAt, row)) || upper) continue;
    if (last && !isAgain(grid, last, row)) continue;
    anchors.push({ row, column: -1, left: 0, isNamed: false });
  }
  return anchors;
}

/** Whether headings open a table of their own below the rows of another, as `Service | Waiting`. */
const opensBelow = (grid: Grid, headingAt: HeadingAt, row: number): boolean =>
  filledIn(grid, row - 1).length <= 1 &&
  FIRST.has(headingAt(row, filledIn(grid, row)[0]).label ?? "");

/** A later heading opens a table of its own where it stands below a blank row or a lone text. */
const isAgain = (grid: Grid, last: Anchor, row: number): boolean =>
  row > last.row && filledIn(grid, row - 1).length <= 1;

/** The row at which the table of an anchor ends: where the next one below it begins. */
function endOf(anchor: Anchor, anchors: readonly Anchor[], grid: Grid): number {
  const below = anchors.filter(
    (one) => one.row > anchor.row && one.left <= Math.max(anchor.column, anchor.left) + 1,
  );
  return Math.min(grid.rows.length, ...below.map(({ row }) => row));
}

/** The last column of a table: before the next one beside it, or a gap behind which nothing is known. */
function rightOf(anchor: Anchor, anchors: readonly Anchor[], grid: Grid): number {
  const end = endOf(anchor, anchors, grid);
  const beside = anchors.filter(
    (one) =>
      one.left > Math.max(anchor.column, 0) &&
      one.row < end &&
      endOf(one, anchors, grid) > anchor.row &&
      one !== anchor,
  );
  return Math.min(grid.width, ...beside.map(({ left }) => left)) - 1;
}

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
function upperRows(
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
    if (!isOver || !isWords || isTitle) break;
    top = above;
  }
  return top;
}

/** Rows of headings below a row, down to the first that has figures or a name. */
function lowerRows(
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

/** The tables of a sheet, from the top, then from the left. */
export function findTables(grid: Grid, headingAt: HeadingAt): TableArea[] {
  const named = namedAnchors(grid, headingAt);
  const anchors = [...named, ...plainAnchors(grid, headingAt, named)].sort(
    (a, b) => a.row - b.row || a.left - b.left,
  );
  const areas = anchors.map((anchor) => {
    const left = leftmost(grid, anchor, anchors);
    const extent = { left, right: rightOf(anchor, anchors, grid), name: anchor.column };
    return {
      ...extent,
      top: upperRows(grid, headingAt, extent, anchor.row),
      headings: lowerRows(grid, headingAt, extent, anchor.row),
      end: endOf(anchor, anchors, grid),
    };
  });
  return areas.map((area) => {
    const below = areas.filter(
      (one) => one.top > area.headings && one.left <= area.right && one.right >= area.left,
    );
    return { ...area, end: Math.min(area.end, ...below.map(({ top }) => top)) };
  });
}

/** The first column of a table that no other stands left of. */
function leftmost(grid: Grid, anchor: Anchor, anchors: readonly Anchor[]): number {
  const beside = anchors.filter(
    (one) =>
      one !== anchor &&
      one.column < anchor.left &&
      one.row < endOf(anchor, anchors, grid) &&
      endOf(one, anchors, grid) > anchor.row &&
      one.left < anchor.left,
  );
  return beside.length > 0 ? anchor.left : 0;
}
