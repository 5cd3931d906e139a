import { phrase } from "./fold";
import { cellText, filledIn, isFigure, type Grid } from "./grid";

interface Across {
  readonly left: number;
  readonly right: number;
}

const TOTALS = /^(?:grand |overall |sub ?)?(?:totals?|averages?)(?: of all)?$/;
/** Counts of ratings and the like under a table. */
const SUMMARY =
  /^(?:total |number of |no of |% of )?(?:kpis?|measures|indicators|pis?)\b.*\b(?:on|off|above|below|met|missed|green|red|amber|blue|target|rated|improv\w+|worsen\w+|declin\w+|same)\b/;
const NOTE =
  /^(?:[*†‡¹²³]|notes?\b|source|data source|key\b|rag key|contact|produced|prepared|author|meeting|please note|footnote|caveat|definitions?\b|n ?b\b)/;
/** Longer words are a text. */
const LONGEST_SECTION = 110;

export const isTotalName = (text: string): boolean => TOTALS.test(phrase(text));
export const isSummaryName = (text: string): boolean => SUMMARY.test(phrase(text));
export const isNoteText = (text: string): boolean =>
  NOTE.test(text.trim().toLowerCase()) || /[.!?]$/.test(text.trim());

/** Whether a row has one text and nothing else; the text may stand in several merged cells. */
export function loneText(grid: Grid, row: number, { left, right }: Across): string | null {
  const filled = filledIn(grid, row, left, right);
  if (filled.length === 0 || filled.some((at) => isFigure(grid.rows[row][at]))) return null;
  const texts = new Set(filled.map((at) => cellText(grid.rows[row][at])));
  return texts.size === 1 && (filled.length === 1 || filled.length > 2) ? [...texts][0] : null;
}

/**
 * The text of a row that heads the rows below it: a text alone, or one beside a number that theirs
 * begin with, as `2 | Health` above `2.1`. Null where the row is none.
 */
export function headingText(grid: Grid, row: number, area: Across): string | null {
  const alone = loneText(grid, row, area);
  if (alone !== null) return alone;
  const filled = filledIn(grid, row, area.left, area.right);
  if (filled.length !== 2) return null;
  const [number, name] = filled.map((at) => cellText(grid.rows[row][at]));
  const below = grid.rows
    .slice(row + 1)
    .map((_, i) => row + 1 + i)
    .find((at) => !isBlank(grid, at, area));
  if (below === undefined || !/^(?:\d{1,2}|[a-z])\.?$/i.test(number) || /^[\d.,%£ -]+$/.test(name))
    return null;
  const start = `${number.replace(/\.$/, "")}.`;
  const next = cellText(grid.rows[below][filled[0]] ?? null);
  return next.startsWith(start) && next.length > start.length ? name : null;
}

/** Whether a lone text may be the name of the rows below it. */
export const isSectionText = (text: string): boolean =>
  text.length <= LONGEST_SECTION && !isNoteText(text) && !/^[\d.,%£ -]+$/.test(text);

export const isBlank = (grid: Grid, row: number, { left, right }: Across): boolean =>
  filledIn(grid, row, left, right).length === 0;
