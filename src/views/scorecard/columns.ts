import type { Words } from "../../host/words";
import {
  absenceText,
  asAtText,
  averageName,
  comparatorPeriod,
  comparatorText,
  directionSaid,
  directionText,
  gapText,
  isApart,
  isRatingAsked,
  previousText,
  rankText,
  secondaryText,
  spcText,
  targetText,
  valueText,
} from "../../model/display";
import type { Kpi, Scorecard } from "../../model/kpi";
import { trendText } from "../../model/trend-text";
import { columnIds, type ColumnId } from "../../settings/column-ids";
import { html } from "../element";
import { assuranceIcon, movementIcon, variationIcon } from "../icon";
import { doubtMark, ownPill, ratingPill } from "../pill";
import type { Scene } from "../scene";
import { monthStrip } from "./month-strip";
import { neighbourStrip } from "./neighbour-strip";
import { sparkline } from "./sparkline";

/** One column of the scorecard: when it is worth showing, how wide, and what a row has in it. */
export interface ScorecardColumn {
  readonly id: ColumnId;
  /** Pixels at a text size of 13, and more where it says more. */
  readonly width: number;
  /** The same where a status is its icon alone. */
  readonly narrow?: number;
  readonly numeric?: true;
  /** How many times its width a column may grow where there is room to share. */
  readonly grow?: number;
  /** Columns with the highest number are the first to go where there is no room; 0 stays. */
  readonly drop: number;
  /** What a row says in it, where that decides how wide it is, with pixels for what stands beside. */
  readonly said?: (kpi: Kpi, scene: Scene) => string;
  readonly beside?: number;
  /** Its words are left out where a status is its icon alone. */
  readonly iconOnly?: true;
  /** Wells without a field in any of which nothing can be said in it, however many KPIs are asked. */
  readonly of?: readonly string[];
  /** False where no KPI has anything to say in it. */
  present(kpis: readonly Kpi[]): boolean;
  fill(cell: HTMLElement, kpi: Kpi, scene: Scene, room: Space): void;
}

/** Pixels that a cell may draw in. */
interface Space {
  readonly width: number;
  readonly height: number;
}

const some =
  (test: (kpi: Kpi) => unknown) =>
  (kpis: readonly Kpi[]): boolean =>
    kpis.some((kpi) => Boolean(test(kpi)));
const always = (): boolean => true;
const write =
  (text: (kpi: Kpi, scene: Scene) => string) =>
  (cell: HTMLElement, kpi: Kpi, scene: Scene): void => {
    cell.textContent = text(kpi, scene);
  };

/** Pixels beside a strip of neighbours for the rank and the padding. */
const RANK = 84;

/** Drawing heights inside a row. */
const inset = (height: number): number => Math.max(12, height - 6);

const table: Readonly<Record<ColumnId, Omit<ScorecardColumn, "id">>> = {
  number: {
    width: 38,
    drop: 6,
    numeric: true,
    of: ["number"],
    present: some(({ number }) => number),
    fill: write(({ number }) => number ?? ""),
  },
  priority: {
    width: 56,
    drop: 9,
    of: ["priority"],
    present: some(({ priority }) => priority),
    fill: write(({ priority }) => priority ?? ""),
  },
  indicator: { width: 0, drop: 0, present: always, fill: () => undefined },
  value: {
    width: 112,
    narrow: 88,
    drop: 0,
    numeric: true,
    present: always,
    said: (kpi, { words, settings }) =>
      `${valueText(kpi)}${settings.numbers.secondary ? ` ${secondaryText(kpi, words)}` : ""}`,
    beside: 8,
    fill: (cell, kpi, { words, settings }) => {
      const absent = absenceText(kpi, words);
      if (absent !== "") return void cell.append(html("span", { class: "words" }, absent));
      const second = settings.numbers.secondary ? secondaryText(kpi, words) : "";
      cell.append(
        html("b", { style: kpi.colour === null ? null : `color:${kpi.colour}` }, valueText(kpi)),
        kpi.latest.comparability === "comparable"
          ? ""
          : html(
              "span",
              { class: "caution" },
              "*",
              html("span", { class: "sr-only" }, words("caution")),
            ),
        doubtMark(kpi, words),
        second === "" ? "" : html("small", {}, ` ${second}`),
      );
    },
  },
  direction: {
    width: 102,
    drop: 2,
    present: some(({ direction }) => direction.movement ?? direction.reason === "not_updated"),
    said: (kpi, { words }) => directionText(kpi, words),
    beside: 18,
    fill: (cell, kpi, { words }) => {
      const { movement, judgement } = kpi.direction;
      const text = directionText(kpi, words);
      if (text === "") return;
      const said =
        movement === null || judgement === null
          ? text
          : `${words(`movement_${movement}`)}, ${directionSaid(kpi, words)}`;
      cell.append(
        html(
          "span",
          { class: `direction ${judgement ?? "steady"}${isApart(kpi) ? " apart" : ""}` },
          movement === null ? "" : movementIcon(movement),
          html("span", { "aria-hidden": "true" }, text),
          html("span", { class: "sr-only" }, said),
        ),
      );
    },
  },
  previous: {
    width: 78,
    drop: 7,
    numeric: true,
    present: some(({ previous }) => previous.value !== null),
    said: previousText,
    fill: write((kpi) => previousText(kpi)),
  },
  target: {
    width: 76,
    drop: 1,
    numeric: true,
    present: some(({ latest, targetWords }) => latest.target !== null || targetWords !== null),
    said: (kpi, { words }) => targetText(kpi, words),
    fill: write((kpi, { words }) => targetText(kpi, words)),
  },
  status: {
    width: 106,
    narrow: 44,
    drop: 0,
    present: some(isRatingAsked),
    said: ({ latest: { rating } }, { words }) => words(`rating_${rating.rating}`),
    beside: 40,
    iconOnly: true,
    fill: (cell, { latest: { rating } }, { words }) =>
      cell.append(ratingPill(rating.rating, words)),
  },
  ownStatus: {
    width: 112,
    narrow: 44,
    drop: 0,
    of: ["ownStatus"],
    present: some(({ own }) => own.status),
    said: ({ own }) => own.status ?? "",
    beside: 40,
    iconOnly: true,
    fill: (cell, kpi) => cell.append(ownPill(kpi)),
  },
  ownDirection: {
    width: 104,
    drop: 3,
    of: ["ownDirection"],
    present: some(({ own }) => own.direction),
    said: ({ own }) => own.direction ?? "",
    beside: 18,
    fill: (cell, { own: { direction, judgement, movement } }) =>
      cell.append(
        html(
          "span",
          { class: `direction ${judgement ?? "steady"}` },
          movement === null ? "" : movementIcon(movement),
          direction ?? "",
        ),
      ),
  },
  trend: {
    width: 108,
    grow: 2.2,
    drop: 3,
    present: some(({ series }) => series.filter(({ value }) => value !== null).length > 1),
    fill: (cell, kpi, { settings, words }, { width, height }) => {
      const line = sparkline(kpi, {
        width: Math.min(width - 16, 220),
        height: Math.min(22, inset(height)),
        fullScale: settings.numbers.fullScale,
      });
      if (line) cell.append(line, html("span", { class: "sr-only" }, trendText(kpi, words)));
    },
  },
  months: {
    width: 208,
    drop: 10,
    present: some(({ latest }) => latest.period.end !== null),
    fill: (cell, kpi, { settings, words }) =>
      cell.append(monthStrip(kpi, settings.numbers.firstMonth, words)),
  },
  england: {
    width: 78,
    drop: 5,
    numeric: true,
    of: ["england", "areaRole"],
    present: some(({ england }) => england?.value !== null && england),
    said: (kpi, { words }) => widerOf(kpi.england, kpi, words),
    fill: (cell, kpi, scene) => comparison(cell, kpi.england, kpi, "england", scene),
  },
  region: {
    width: 82,
    drop: 8,
    numeric: true,
    of: ["region", "areaRole"],
    present: some(({ region }) => region?.value !== null && region),
    said: (kpi, { words }) => widerOf(kpi.region, kpi, words),
    fill: (cell, kpi, scene) => comparison(cell, kpi.region, kpi, "region", scene),
  },
  neighbours: {
    width: 232,
    grow: 1.9,
    drop: 4,
    of: ["neighbours", "areaRole"],
    present: some(({ neighbours, average }) => neighbours ?? (average?.value !== null && average)),
    fill: (cell, kpi, { words }, { width, height }) => {
      const strip = neighbourStrip(kpi, width - RANK, Math.min(22, inset(height)));
      const rank = rankText(kpi, words);
      const name =
        kpi.average === null
          ? ""
          : `${averageName(kpi, words)} ${comparatorText(kpi.average, kpi)} ${comparatorPeriod(kpi.average, kpi, words)}`.trim();
      if (strip)
        cell.append(
          strip,
          html("span", { class: "rank" }, rank),
          html("span", { class: "sr-only" }, name),
        );
      else
        cell.append(
          html(
            "span",
            { class: "words" },
            kpi.average?.value === null || kpi.average === null ? "" : name,
          ),
        );
    },
  },
  gap: {
    width: 82,
    drop: 7,
    numeric: true,
    present: some(({ latest }) => latest.rating.gap !== null),
    said: gapText,
    fill: write((kpi) => gapText(kpi)),
  },
  spc: {
    width: 64,
    drop: 5,
    present: some(({ spc }) => spc()?.enoughPoints),
    fill: (cell, kpi, { words }) => {
      const spc = kpi.spc();
      if (!spc?.enoughPoints) return;
      cell.append(
        html(
          "span",
          { class: "spc" },
          variationIcon(spc.variation),
          spc.assurance === null ? "" : assuranceIcon(spc.assurance),
          html("span", { class: "sr-only" }, spcText(kpi, words)),
        ),
      );
    },
  },
  asAt: {
    width: 88,
    drop: 6,
    present: some(({ asAt, latest }) => asAt ?? latest.period.label),
    said: (kpi, { words }) => asAtText(kpi, words),
    fill: (cell, kpi, { words }) =>
      cell.append(
        html("span", { class: "as-at" }, asAtText(kpi, words)),
        kpi.stale ? html("span", { class: "stale" }, words("stale")) : "",
      ),
  },
  owner: {
    width: 120,
    grow: 1.6,
    drop: 9,
    of: ["owner"],
    present: some(({ notes }) => notes.owner),
    fill: write(({ notes }) => notes.owner ?? ""),
  },
  commentary: {
    width: 220,
    grow: 3,
    drop: 8,
    of: ["commentary"],
    present: some(({ notes }) => notes.commentary),
    fill: write(({ notes }) => notes.commentary ?? ""),
  },
};

function comparison(
  cell: HTMLElement,
  comparator: Kpi["england"],
  kpi: Kpi,
  className: string,
  { words }: Scene,
): void {
  if (comparator === null) return;
  cell.append(
    html("span", { class: className }, comparatorText(comparator, kpi)),
    periodBeside(comparator, kpi, words),
    comparator.comparability === "comparable"
      ? ""
      : html(
          "span",
          { class: "caution" },
          "*",
          html("span", { class: "sr-only" }, words("caution")),
        ),
  );
}

/** The longer of a comparator's figure and the period below it. */
const widerOf = (comparator: Kpi["england"], kpi: Kpi, words: Words): string => {
  if (comparator === null) return "";
  const [text, period] = [
    comparatorText(comparator, kpi),
    comparatorPeriod(comparator, kpi, words),
  ];
  return period.length > text.length ? period : text;
};

/** The period of a comparator, small, where it is another than the figure's. */
const periodBeside = (
  comparator: NonNullable<Kpi["england"]>,
  kpi: Kpi,
  words: Words,
): Node | string => {
  const period = comparatorPeriod(comparator, kpi, words);
  return period === "" ? "" : html("small", {}, ` ${period}`);
};

/** Whether a row of the scorecard has something in a column. */
export const isFilled = ({ id, of, present }: ScorecardColumn, from: Filled): boolean =>
  id === "indicator" || ((of?.some((well) => from.wells.has(well)) ?? true) && present(from.kpis));

/** What fills columns. */
type Filled = Pick<Scorecard, "kpis" | "wells">;

/** The columns that a row of these KPIs has something in. */
export const columnsIn = (from: Filled): ReadonlySet<ColumnId> =>
  new Set(columnIds.filter((id) => isFilled(columnOf(id), from)));

export const columnOf = (id: ColumnId): ScorecardColumn => ({ id, ...table[id] });
