import type { Page, Box, Visual } from "./report";

/** Width of the phone layout's canvas in Power BI, and what is left between visuals. */
const WIDTH = 320;
const GAP = 8;

/** Heights on a phone by type: what a thumb scrolls past in one go; others get the last. */
const HEIGHTS: Readonly<Record<string, number>> = {
  textbox: 48,
  slicer: 68,
  actionButton: 44,
  cardVisual: 160,
  lineChart: 240,
  clusteredBarChart: 280,
};
const TALL = 360;

/** Letters of a text box in a line on a phone, and the height of a line. */
const [LETTERS, LINE] = [32, 24];

const heightOf = ({ type, mobile, text = "" }: Visual): number =>
  mobile?.[3] ?? Math.max(HEIGHTS[type] ?? TALL, LINE * Math.ceil(text.length / LETTERS));

/**
 * A page with a place for each of its visuals on a phone: one below the other, in the order in which
 * the Tab key goes through them. Pages for paper and tooltips have none.
 */
export function withPhone(page: Page): Page {
  if (page.opens?.kind === "Tooltip" || page.height > page.width) return page;
  let y = 0;
  const visuals = page.visuals.map((visual) => {
    const mobile: Box = [0, y, WIDTH, heightOf(visual)];
    y += mobile[3] + GAP;
    return { ...visual, mobile };
  });
  return { ...page, visuals };
}
