import { column } from "./fields";
import { MARGIN } from "./parts";
import type { Page, Box, Visual } from "./report";

const AREA = column("Area", "Area name");
const WIDTH = 240;
/** The row of the title. */
export const TITLE = 8;

/** A visual in the row of the title without the room to the right of a place. */
export const narrowed = (visual: Visual, right: number): Visual => {
  const [x, y, width, height] = visual.place;
  return y === TITLE && x + width > right
    ? { ...visual, place: [x, y, right - x, height] }
    : visual;
};

/**
 * A page of several areas with a list beside its title that one area is chosen from, the same on all
 * pages. A page that shows the areas side by side has none, nor have pages that others open.
 */
export function withAreaChoice(page: Page): Page {
  const isShown = page.visuals.some(({ roles }) =>
    Object.values(roles)
      .flat()
      .some(({ table, name }) => table === AREA.table && name === AREA.name),
  );
  if (page.opens || isShown) return page;
  const left = page.width - MARGIN - WIDTH;
  const place: Box = [left, 4, WIDTH, 52];
  const slicer: Visual = {
    id: `slicer ${AREA.name}`,
    type: "slicer",
    place,
    title: "Area",
    alt: "Choose: area",
    roles: { Values: [AREA] },
    settings: {
      data: { mode: "Dropdown" },
      header: { show: false },
      selection: { singleSelect: true, strictSingleSelect: true },
    },
    sync: `${AREA.table} ${AREA.name}`,
  };
  const [title, ...others] = page.visuals.map((visual) => narrowed(visual, left - MARGIN));
  return { ...page, visuals: [title, slicer, ...others] };
}
