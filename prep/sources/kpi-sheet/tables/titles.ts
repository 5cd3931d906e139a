import type { TableArea } from "./table-area";
import { withoutNumber } from "./clean-title";
import { filledIn, isFigure, textAt, type Grid } from "./grid";
import { labelOf } from "./label-words";
import { kindSaid } from "./kind-words";
import { isSectionText, loneText } from "./row-kinds";
import { periodSaid } from "./period-words";

/** Lone texts above a table that belong to no other, from the nearest upwards. */
export function textsAbove(grid: Grid, areas: readonly TableArea[], area: TableArea): string[] {
  const texts: string[] = [];
  for (let row = area.top - 1; row >= 0; row--) {
    const inOther = areas.find(
      (one) =>
        one !== area &&
        row >= one.top &&
        row < one.end &&
        one.left <= area.right &&
        one.right >= area.left,
    );
    const lone =
      loneText(grid, row, area) ?? loneText(grid, row, { left: 0, right: grid.width - 1 });
    if (lone !== null) texts.push(lone);
    else if (inOther && filledIn(grid, row, area.left, area.right).length > 0) break;
    else if (row >= area.top - 6) texts.push(...wordsOfRow(grid, row, area));
    if (texts.length > 12) break;
  }
  return texts;
}

/** The texts of a row that is no heading of a table; none where they name several years or periods. */
function wordsOfRow(grid: Grid, row: number, { left, right }: TableArea): string[] {
  const words = filledIn(grid, row, left, right)
    .filter((at) => !isFigure(grid.rows[row][at]))
    .map((at) => textAt(grid, row, at));
  const timed = words.filter((text) => timeOf(text) !== null);
  if (new Set(timed.map(timeOf)).size > 1) return [];
  // "Owner | Head of service" beside a table is no title of it; "Period | March 2024" says when.
  return labelOf(words[0] ?? "") === null ? words : timed;
}

/** What a text says of time, to compare; null for nothing. */
function timeOf(text: string): string | null {
  const { period, part, year } = periodSaid(text);
  return period || part || year ? JSON.stringify([period?.label, part, year]) : null;
}

/** Lone texts at the top of the sheet. */
export function sheetTitles(grid: Grid, areas: readonly TableArea[]): string[] {
  const top = Math.min(...areas.map((one) => one.top));
  return Array.from({ length: top }, (_, row) =>
    filledIn(grid, row).map((at) => textAt(grid, row, at)),
  )
    .flat()
    .filter((text) => text.length < 160);
}

/** The name of a file without its folder and ending. */
export const nameOf = (file: string): string =>
  file
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/, "");

/** Whether a text names a period or a year and nothing else. */
function isTimeText(text: string): boolean {
  const { period, part, year, rest } = periodSaid(text);
  return (period !== null || part !== null || year !== null) && kindSaid(rest).rest === "";
}

/** The heading of a table: the nearest short text above it, where it is not the title of the sheet. */
export function sectionAbove(
  above: readonly string[],
  { isOnly, isFirst }: { readonly isOnly: boolean; readonly isFirst: boolean },
): string {
  const found = above.find((text) => isSectionText(text) && !isTimeText(text)) ?? "";
  const place = above.indexOf(found);
  const isTop = place === above.length - 1 && (isOnly || isFirst);
  // Below the title of the sheet may stand the time of the first of several tables.
  const isTitle = isTop && above.slice(0, place).every(isTimeText);
  return isTitle || (isOnly && above.filter(isSectionText).length < 2) ? "" : withoutNumber(found);
}
