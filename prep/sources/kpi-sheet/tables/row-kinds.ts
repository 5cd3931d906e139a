import { phrase } from "./fold";
import { cellText, filledIn, isFigure, type Grid } from "./grid";

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
export function loneText(
  grid: Grid,
  row: number,
  { left, right }: { readonly left: number; readonly right: number },
): string | null {
  const filled = filledIn(grid, row, left, right);
  if (filled.length === 0 || filled.some((at) => isFigure(grid.rows[row][at]))) return null;
  const texts = new Set(filled.map((at) => cellText(grid.rows[row][at])));
  return texts.size === 1 && (filled.length === 1 || filled.length > 2) ? [...texts][0] : null;
}

/** Whether a lone text may be the name of the rows below it. */
export const isSectionText = (text: string): boolean =>
  text.length <= LONGEST_SECTION && !isNoteText(text) && !/^[\d.,%£ -]+$/.test(text);

export const isBlank = (
  grid: Grid,
  row: number,
  { left, right }: { readonly left: number; readonly right: number },
): boolean => filledIn(grid, row, left, right).length === 0;
