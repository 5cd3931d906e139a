import { isMeasure } from "./figure-columns";
import { filledIn, isFigure, textAt, type Grid } from "./grid";
import { isUnderstood, type Heading } from "./heading";
import { figuresBelow, type HeadingAt } from "./table-area";

/** The heading that a table begins with. */
export interface Anchor {
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly isNamed: boolean;
}

/** Blank columns that part two tables of a row. */
const GAP = 2;

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
export function namedAnchors(grid: Grid, headingAt: HeadingAt): Anchor[] {
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
  const isOfGroups =
    FIRST.has(headingAt(row, filled[0]).label ?? "") &&
    over.some((at) => isMeasure(textAt(grid, row, at)));
  const isEnough = over.length > 1 || isOneAgain(grid, row) || understood.length > 2 || isOfGroups;
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
export function plainAnchors(grid: Grid, headingAt: HeadingAt, named: readonly Anchor[]): Anchor[] {
  const anchors: Anchor[] = [];
  for (let row = 0; row < grid.rows.length; row++) {
    if (!isPlainHeading(grid, headingAt, row)) continue;
    const filled = filledIn(grid, row);
    const taken = named.some((one) => covers(one, row, endOf(one, named, grid), filled[0]));
    const upper = named.some((one) => one.row >= row && one.row <= row + 2);
    const last = anchors.at(-1);
    if ((taken && !opensBelow(grid, headingAt, row)) || upper) continue;
    if (last && !isAgain(grid, headingAt, last, row)) continue;
    anchors.push({ row, column: -1, left: 0, isNamed: false });
  }
  return anchors;
}

/**
 * Whether headings open a table of their own below the rows of another, as `Service | Waiting`; or
 * with periods and kinds of figures alone right of its first column.
 */
function opensBelow(grid: Grid, headingAt: HeadingAt, row: number): boolean {
  const first = filledIn(grid, row)[0];
  if (filledIn(grid, row - 1).length <= 1 && FIRST.has(headingAt(row, first).label ?? ""))
    return true;
  const top = topOfTimes(grid, headingAt, row);
  return top !== null && top > 0 && filledIn(grid, top - 1).length <= 1;
}

/** The first of the rows of periods and kinds that end with a row; null where it is none. */
function topOfTimes(grid: Grid, headingAt: HeadingAt, row: number): number | null {
  const areTimes = (at: number): boolean => {
    const right = filledIn(grid, at).filter((one) => one > 0);
    return right.length > 1 && right.every((one) => isTimeOrKind(headingAt(at, one)));
  };
  if (!areTimes(row)) return null;
  return row > 0 && areTimes(row - 1) ? row - 1 : row;
}

const isTimeOrKind = (heading: Heading): boolean =>
  isUnderstood(heading) && (heading.label === null || heading.label === "left_out");

/**
 * A later heading opens a table of its own where it stands below a blank row or a lone text, or says
 * the same as the last one below a lone text of its own.
 */
function isAgain(grid: Grid, headingAt: HeadingAt, last: Anchor, row: number): boolean {
  const top = topOfTimes(grid, headingAt, row) ?? row;
  if (top <= last.row) return false;
  return (
    filledIn(grid, top - 1).length <= 1 ||
    (isOneAgain(grid, row) && blockAbove(grid, top, last.row) !== null)
  );
}

/**
 * The first row of the words that stand directly above a heading and below a blank row: a lone text,
 * perhaps with a row such as `Owner | Head of service` below it. Null where there are none.
 */
export function blockAbove(grid: Grid, heading: number, after: number): number | null {
  let top = heading;
  while (top - 1 > after && filledIn(grid, top - 1).length > 0) top--;
  if (top === heading || top - 1 <= after) return null;
  const rows = Array.from({ length: heading - top }, (_, i) => top + i);
  const areWords = rows.every((row) => {
    const filled = filledIn(grid, row);
    return filled.length <= 2 && filled.every((at) => !isFigure(grid.rows[row][at]));
  });
  return areWords && filledIn(grid, top).length === 1 ? top : null;
}

/** The row at which the table of an anchor ends: where the next one below it begins. */
export function endOf(anchor: Anchor, anchors: readonly Anchor[], grid: Grid): number {
  const below = anchors.filter(
    (one) => one.row > anchor.row && one.left <= Math.max(anchor.column, anchor.left) + 1,
  );
  return Math.min(grid.rows.length, ...below.map(({ row }) => row));
}

/** The last column of a table: before the next one beside it, or a gap behind which nothing is known. */
export function rightOf(anchor: Anchor, anchors: readonly Anchor[], grid: Grid): number {
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
