import { narrowed, TITLE } from "./area-choice";
import { column, measure } from "./fields";
import { MARGIN } from "./parts";
import type { Box, Field, Page, Visual } from "./report";

const BOARD = column("Board KPIs", "Board");
const WIDTH = 240;

/** What the table of boards says of a KPI in place of the indicator, by the indicator's column. */
const ON_BOARD: Readonly<Record<string, string>> = {
  Indicator: "Printed name",
  Section: "Section on the board",
  "Sub-section": "Sub-section on the board",
  "Sheet reference": "Number",
  Order: "Order on the board",
  Priority: "Priority on the board",
  Headline: "Headline of the board",
  Owner: "Owner on the board",
  Polarity: "Polarity",
  Unit: "Unit",
  Frequency: "Frequency",
  Cumulative: "Cumulative",
  Lens: "Lens",
  Numerator: "Numerator",
  Collection: "Collection",
};

/** Pages that list the KPIs of a board. */
const LISTS: readonly string[] = ["scorecard", "cards", "exceptions", "print"];
/** Pages of one KPI, whose figures are rated as the board wants. */
const OF_ONE: readonly string[] = ["trend"];

const onBoard = (field: Field): Field =>
  field.kind === "Column" && field.table === "Indicator" && field.name in ON_BOARD
    ? column(BOARD.table, ON_BOARD[field.name])
    : field;

const mapped = (visual: Visual): Visual => ({
  ...visual,
  roles: Object.fromEntries(
    Object.entries(visual.roles).map(([role, fields]) => [role, fields.map(onBoard)]),
  ),
  ...(visual.type === "slicer"
    ? { sync: visual.sync?.replace("Indicator ", `${BOARD.table} `) }
    : {}),
});

/** The list that a reader chooses a board from; the first is chosen until then. */
const slicer = (place: Box): Visual => ({
  id: `slicer ${BOARD.name}`,
  type: "slicer",
  place,
  title: "Board",
  alt: "Choose: board",
  roles: { Values: [BOARD] },
  settings: {
    data: { mode: "Dropdown" },
    header: { show: false },
    selection: { singleSelect: true, strictSingleSelect: true },
  },
  sync: `${BOARD.table} ${BOARD.name}`,
});

/**
 * A page with a list beside its title that one of several boards is chosen from, the same on all
 * pages: it shows that board's KPIs under its names, in its sections and order. A page that opens by
 * a KPI opens by its name on a board too.
 */
export function withBoardChoice(page: Page): Page {
  if (page.opens?.kind === "Drillthrough" && page.opens.by.some(({ name }) => name === "Indicator"))
    return {
      ...page,
      opens: { ...page.opens, by: [...page.opens.by, column(BOARD.table, "Printed name")] },
    };
  const isList = LISTS.includes(page.id);
  if (!isList && !OF_ONE.includes(page.id)) return page;
  const left = page.width - MARGIN - WIDTH;
  const [title, ...others] = page.visuals.map((visual) => narrowed(visual, left - MARGIN));
  return {
    ...page,
    visuals: [
      title,
      slicer([left, TITLE - 4, WIDTH, 52]),
      ...(isList ? others.map(mapped) : others),
    ],
  };
}

/** What lists of KPIs are sorted by. */
export const IN_ORDER = { field: measure("Order of KPIs"), direction: "Ascending" } as const;
