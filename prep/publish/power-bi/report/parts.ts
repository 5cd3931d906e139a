import { HAS_FIGURES } from "../measures/reading-measures";
import { HAS_REQUESTS } from "../model/date-received";
import { column, measure } from "./fields";
import { shownName } from "./pbir";
import type { Field, Page, Box, Visual } from "./report";

export const WIDTH = 1280;
export const HEIGHT = 720;
/** Where the content of a page begins, below its title and slicers. */
export const TOP = 132;
export const MARGIN = 16;

type More = Partial<Omit<Visual, "id" | "type" | "place" | "title">>;

/** A visual of one list of fields. */
const visual =
  (type: string) =>
  (role: string) =>
  (
    id: string,
    title: string,
    place: Box,
    { fields, ...more }: More & { readonly fields: readonly Field[] },
  ): Visual => ({
    id,
    type,
    place,
    title,
    alt: title,
    roles: { [role]: fields },
    ...more,
  });

export const table = visual("tableEx")("Values");
export const cards = visual("cardVisual")("Data");

/** What a chart shows: values by category, in the category's order unless it says otherwise. */
interface Charted {
  readonly category: Field;
  readonly values: readonly Field[];
}
const chart =
  (type: string) =>
  (
    id: string,
    title: string,
    place: Box,
    { category, values, ...more }: More & Charted,
  ): Visual => ({
    id,
    type,
    place,
    title,
    alt: title,
    roles: { Category: [category], Y: values },
    sort: { field: category, direction: "Ascending" },
    ...more,
  });
export const lines = chart("lineChart");
export const bars = chart("clusteredBarChart");

export const words = (id: string, text: string, place: Box): Visual => ({
  id,
  type: "textbox",
  place,
  title: "",
  alt: text,
  roles: {},
  text,
});

/** Drop-down lists in a row under the title; the same list on another page keeps its choice. */
export const slicers = (...fields: readonly Field[]): Visual[] =>
  fields.map((field, i) => ({
    id: `slicer ${field.name}`,
    type: "slicer",
    place: [MARGIN + i * 256, 56, 240, 68],
    title: shownName(field),
    alt: `Choose: ${shownName(field)}`,
    roles: { Values: [field] },
    settings: { data: { mode: "Dropdown" }, header: { show: false } },
    sync: `${field.table} ${field.name}`,
    // The days run from the first plan to the last due date: years without figures are not offered.
    ...(field.table === "Date" ? { only: measure(HAS_FIGURES) } : {}),
    ...(field.table === "Date received" ? { only: measure(HAS_REQUESTS.name) } : {}),
  }));

/** The usual slicers over figures: the year and the lens. */
export const figureSlicers = slicers(column("Date", "Academic year"), column("Indicator", "Lens"));

/** Width of the button that leads back, which stands left of the title. */
const BACK = 44;

const back: Visual = {
  id: "back",
  type: "actionButton",
  place: [MARGIN, 8, BACK, 44],
  title: "",
  alt: "Back to the page that you came from",
  roles: {},
  leadsBack: true,
};

/**
 * A page with a title; its content is placed below. A page that is reached by drill-through has a
 * button that leads back, as Power BI Desktop makes one.
 */
export const page = (
  id: string,
  name: string,
  visuals: readonly Visual[],
  more: Partial<Page> = {},
): Page => {
  const { width = WIDTH, height = HEIGHT, opens } = more;
  const buttons = opens?.kind === "Drillthrough" ? [back] : [];
  const left = buttons.length > 0 ? MARGIN + BACK + 8 : MARGIN;
  return {
    id,
    name,
    width,
    height,
    ...more,
    visuals: [words("title", name, [left, 8, width - left - MARGIN, 44]), ...buttons, ...visuals],
  };
};
