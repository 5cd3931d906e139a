import { dateOrderOf } from "../kpi/date-order";
import { snapshot } from "../kpi/make-period";
import { sameNumber } from "../kpi/same-number";
import type { Columns } from "./columns";
import {
  orderPeriods,
  type NoOrder,
  type Ordered,
  type OrderOptions,
  type PlacedPeriod,
} from "./order-periods";
import { readingOf, type PeriodReading } from "./period";

/** A row with its period and the place of that in the order of time. */
interface PlacedRow extends PlacedPeriod {
  readonly row: number;
}

/** A period of a series with the row that its figure stands in. */
export interface Slot extends PlacedRow {
  /** Rows of this period beside the one: more figures than one. */
  readonly more: number;
  /** True where they say different things: then none of them is drawn. */
  readonly differ: boolean;
}

/** Rows with their places in time, or why they have none. */
interface Placed {
  /** As slots, which they are where each period stands once. */
  readonly rows: readonly Slot[];
  readonly noOrder: NoOrder | null;
  /** See `Ordered`. */
  readonly begins: Ordered["begins"];
}

/** Places rows in time; reads each label of the period field once. */
export type PeriodReader = (rows: readonly number[], options: OrderOptions) => Placed;

export function periodReader(columns: Columns): PeriodReader {
  const known = new Map<unknown, PeriodReading>();
  let order: boolean | null = null;
  const dayFirst = (): boolean =>
    (order ??= !["month-first", "mixed"].includes(dateOrderOf(columns.texts("period"))));
  const readingIn = (row: number): PeriodReading => {
    const raw = columns.raw("period", row);
    const key = raw instanceof Date ? raw.getTime() : raw;
    let reading = known.get(key);
    if (!reading) known.set(key, (reading = readingOf(raw, typeof raw !== "string" || dayFirst())));
    // A label such as "2025/26 to date" names no end; the day that the figure speaks of does.
    const day = reading.kind === "unread" ? columns.day("asAt", row) : null;
    if (day === null) return reading;
    const to = snapshot(day);
    return { kind: "period", label: reading.label, academic: to, financial: to };
  };
  // The KPIs of a table mostly have the same periods in the same order.
  let last: { readings: readonly PeriodReading[]; years: unknown; placed: Placing } | null = null;
  const place = (readings: readonly PeriodReading[], options: OrderOptions): Placing => {
    if (
      last?.years === options.years &&
      last.readings.length === readings.length &&
      readings.every((reading, i) => reading === last!.readings[i])
    )
      return last.placed;
    const placed = placing(readings, options);
    last = { readings, years: options.years, placed };
    return placed;
  };
  return (rows, options) => {
    if (rows.length === 0) return { rows: [], noOrder: null, begins: null };
    let [used, readings] = [rows, rows.map(readingIn)];
    if (readings.some(({ kind }) => kind === "blank" || kind === "unread")) {
      const speaks = rows.map(
        (row, i) => !/blank|unread/.test(readings[i].kind) || hasFigure(columns, row),
      );
      if (speaks.includes(true)) {
        used = rows.filter((_, i) => speaks[i]);
        readings = readings.filter((_, i) => speaks[i]);
      }
    }
    const ordered = place(readings, options);
    return "why" in ordered
      ? { rows: [], noOrder: ordered, begins: null }
      : {
          rows: used.map((row, i) => {
            const { period, place: at } = ordered.placed[i];
            return { row, period, place: at, more: 0, differ: false };
          }),
          noOrder: null,
          begins: ordered.begins,
        };
  };
}

/** The place of each reading, or why there is none. */
type Placing = Ordered | NoOrder;

/** Puts different readings in order and gives each of them, as often as it stands, its place. */
function placing(readings: readonly PeriodReading[], options: OrderOptions): Placing {
  const different = new Map(readings.map((reading) => [keyOf(reading), reading]));
  const ordered = orderPeriods([...different.values()], options);
  if ("why" in ordered) return ordered;
  const places = new Map([...different.keys()].map((key, i) => [key, ordered.placed[i]]));
  return { ...ordered, placed: readings.map((reading) => places.get(keyOf(reading))!) };
}

const keyOf = (reading: PeriodReading): string =>
  reading.kind === "day"
    ? String(reading.day)
    : `${reading.label} ${reading.kind === "period" ? reading.academic.end : ""}`;

/**
 * Whether a row has a figure, words in place of one, or a status that the author gave it. A status
 * that a measure works out beside a value stands for blank values too, and tells of no figure.
 */
export const hasFigure = (columns: Columns, row: number): boolean =>
  columns.text("value", row) !== null ||
  columns.text("statusWords", row) !== null ||
  columns.text("textValue", row) !== null ||
  (columns.text("ownStatus", row) !== null &&
    !(columns.has("value") && columns.all("ownStatus")[0].measured));

/**
 * One slot for each period, in order. A label without a year that stands in two rows, one of them
 * blank, may be of two years.
 */
export function slotsOf(columns: Columns, rows: readonly Slot[]): readonly Slot[] {
  if (rows.every(({ place }, i) => i === 0 || place > rows[i - 1].place)) return rows;
  const byPlace = new Map<number, PlacedRow[]>();
  for (const one of rows) {
    const list = byPlace.get(one.place);
    if (list) list.push(one);
    else byPlace.set(one.place, [one]);
  }
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([, list]): Slot => {
      const told = list.filter(({ row }) => columns.number("value", row) !== null);
      const one =
        told.find(({ row }) => columns.text("target", row) !== null) ??
        told[0] ??
        list.find(({ row }) => hasFigure(columns, row)) ??
        list[0];
      return {
        row: one.row,
        period: one.period,
        place: one.place,
        more: list.length - 1,
        differ:
          told.some(({ row }) => differ(columns, row, one.row)) ||
          (one.period.end === null && told.length > 0 && told.length < list.length),
      };
    });
}

/** Whether two rows of a period give different figures, or hold one against different targets. */
const differ = (columns: Columns, a: number, b: number): boolean =>
  a !== b &&
  (!sameNumber(columns.number("value", a)!, columns.number("value", b)!) ||
    ["target", "targetRule", "polarity"].some((role) => {
      const [one, other] = [columns.text(role, a), columns.text(role, b)];
      return one !== null && other !== null && one !== other;
    }));
