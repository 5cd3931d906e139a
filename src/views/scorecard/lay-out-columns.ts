import type { Kpi } from "../../model/kpi";
import { columnIds } from "../../settings/column-ids";
import { settingsTable } from "../../settings/settings-table";
import type { Scene } from "../scene";
import { widestOf } from "../text-width";
import type { ScorecardColumn } from "./columns/column";
import { columnOf, isFilled } from "./columns/table";

export interface PlacedColumn extends ScorecardColumn {
  /** Pixels on screen. */
  readonly room: number;
  readonly heading: string;
}

const LEAST_INDICATOR = 230;
/** Names take what they need on one line up to this; longer ones take a second line. */
const MOST_INDICATOR = 470;
/** Pixels of the disclosure button before a name and of the padding. */
const BESIDE_NAME = 36;
/** Padding of a cell. */
const PADDING = 18;
/** Columns may grow this much where there is room to share, if they name no other. */
const GROW = 1.35;
/** No figure or word makes a column wider than this; beyond it takes a second line or is cut. */
const MOST_FIGURE = 190;
/** Size of headings beside that of figures, and a little room. */
const HEADING = 0.9;
/** KPIs that are asked how wide their figures are. */
const ASKED = 80;
/** Below this width a status is its icon alone, with the word for screen readers. */
export const ICONS_ONLY = 520;
/** How large text is in each density, beside the text size of the settings. */
const TEXT = { comfortable: 1, compact: 0.92, print: 0.9 } as const;

/**
 * The columns that are shown, in the author's order and with their widths. Columns that no row
 * fills are left out; where the width does not do for the rest, those that matter least go first.
 * No column is narrower than what it says. The indicator takes what its names need up to a cap, and
 * the others share the rest, as far as each may grow.
 */
export function layOutColumns(
  scene: Scene,
  width: number,
  headingOf: (id: ScorecardColumn["id"]) => string,
): PlacedColumn[] {
  const { columns } = scene.settings;
  const { kpis } = scene.scorecard;
  const text = textOf(scene);
  const asked = kpis.slice(0, ASKED);
  let shown = columnIds
    .map(columnOf)
    .filter(
      (column) =>
        column.id === "indicator" ||
        (columns[`${column.id}Show`] && isFilled(column, scene.scorecard)),
    )
    .sort((a, b) => columns[`${a.id}Place`] - columns[`${b.id}Place`])
    .map((column): PlacedColumn => {
      const heading = columns[`${column.id}Heading`] || headingOf(column.id);
      const set = columns[`${column.id}Width`];
      const need = (): number => needOf(column, heading, asked, scene, text, width < ICONS_ONLY);
      return { ...column, heading, room: set || (column.id === "indicator" ? 0 : need()) };
    });
  // A column that is hidden by default and shown was asked for: it stays as long as the target
  // does.
  const dropOf = ({ id, drop }: ScorecardColumn): number =>
    settingsTable.columns[`${id}Show`].value ? drop : 1;
  const taken = (): number => shown.reduce((sum, { room }) => sum + room, 0);
  while (taken() + (columns.indicatorWidth > 0 ? 0 : LEAST_INDICATOR) > width) {
    const last = shown.reduce((worst, column) => (dropOf(column) > dropOf(worst) ? column : worst));
    if (dropOf(last) === 0) break;
    shown = shown.filter((column) => column !== last);
  }
  if (columns.indicatorWidth > 0) return shown;
  const rest = Math.max(120, headRoom(headingOf("indicator"), text), width - taken());
  const names = Math.min(rest, namesRoom(kpis, text));
  const grown = (column: PlacedColumn): number =>
    columns[`${column.id}Width`] > 0 || column.id === "indicator"
      ? 0
      : column.room * ((column.grow ?? GROW) - 1);
  const wanted = shown.reduce((sum, column) => sum + grown(column), 0);
  const share = wanted === 0 ? 0 : Math.min(1, (rest - names) / wanted);
  return shown.map((column) => ({
    ...column,
    room: column.id === "indicator" ? names : Math.floor(column.room + share * grown(column)),
  }));
}

/** The text of a table: its size in pixels, its font, and how large beside a usual one. */
interface Text {
  readonly size: number;
  readonly font: string;
  readonly scale: number;
}

function textOf({ settings: { text, layout } }: Scene): Text {
  const size = text.size * TEXT[layout.density];
  return {
    size,
    font: `${size}px "${text.family}", "Segoe UI", Arial, sans-serif`,
    scale: text.size / 13,
  };
}

/** What a column takes at the least: its usual width, its figures whole, no word of its heading cut. */
function needOf(
  column: ScorecardColumn,
  heading: string,
  asked: readonly Kpi[],
  scene: Scene,
  { size, font, scale }: Text,
  iconsOnly: boolean,
): number {
  const usual = ((iconsOnly && column.narrow) || column.width) * scale;
  const bold = `600 ${font}`;
  const head = widestOf(heading.split(/\s/), bold, size) * HEADING;
  const said =
    column.said === undefined || (iconsOnly && column.iconOnly)
      ? 0
      : (column.beside ?? 0) * scale +
        widestOf(
          asked.map((kpi) => column.said!(kpi, scene)),
          bold,
          size,
        );
  return Math.round(Math.max(usual, Math.min(Math.max(head, said), MOST_FIGURE * scale) + PADDING));
}

/** What the heading of the indicators takes. */
const headRoom = (heading: string, { font, size, scale }: Text): number =>
  widestOf(heading.split(/\s/), `600 ${font}`, size) * HEADING + BESIDE_NAME * scale;

/** What the names take on one line, to the cap. */
const namesRoom = (kpis: readonly Kpi[], { font, size, scale }: Text): number => {
  const most = MOST_INDICATOR * scale;
  const names = kpis.map(({ name, notes: { footprint } }) =>
    footprint === null ? name : `${name} ${footprint}`,
  );
  return Math.ceil(Math.max(160 * scale, widestOf(names, font, size, most) + BESIDE_NAME * scale));
};
