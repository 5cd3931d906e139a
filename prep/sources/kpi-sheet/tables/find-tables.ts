import type { Grid } from "./grid";
import { lowerRows, upperRows } from "./heading-rows";
import {
  blockAbove,
  endOf,
  namedAnchors,
  plainAnchors,
  rightOf,
  type Anchor,
} from "./table-anchors";
import type { HeadingAt, TableArea } from "./table-area";

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
    const end = Math.min(area.end, ...below.map(({ top }) => top));
    const block = below.some(({ top }) => top === end)
      ? blockAbove(grid, end, area.headings)
      : null;
    return { ...area, end: block ?? end };
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
