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

/** The slots of a series in order of time, each made when it is asked for. */
export interface Slots {
  readonly length: number;
  at(index: number): Slot;
  /** Rows beside the one of their period, over all slots. */
  readonly more: number;
}

/** Slots that are there already. */
export const slotsIn = (list: readonly Slot[]): Slots => ({
  length: list.length,
  at: (index) => list[index],
  more: list.reduce((sum, { more }) => sum + more, 0),
});

/** All slots of a series. */
export const listOf = (slots: Slots): Slot[] =>
  Array.from({ length: slots.length }, (_, index) => slots.at(index));

/** Rows with their places in time, or why they have none. */
interface Placed {
  readonly rows: readonly number[];
  /** The period of each row, with its place. */
  readonly periods: readonly PlacedPeriod[];
  /** Whether each stands after the one before it: then each period has one row. */
  readonly rising: boolean;
  readonly noOrder: NoOrder | null;
  /** See `Ordered`. */
  readonly begins: Ordered["begins"];
}

const NO_ROWS: Placed = { rows: [], periods: [], rising: true, noOrder: null, begins: null };

/** Places rows in time; reads each label of the period field once. */
export type PeriodReader = (rows: readonly number[], options: OrderOptions) => Placed;

/** Lists of labels that are kept with their order. */
const MOST_LISTS = 8;

export function periodReader(columns: Columns): PeriodReader {
  const cells = columns.cells("period");
  const known = new Map<unknown, PeriodReading>();
  let order: boolean | null = null;
  const dayFirst = (): boolean => (order ??= isDayFirst([...columns.texts("period")]));
  const readingIn = (row: number): PeriodReading => {
    const raw = cells[row] ?? null;
    const key = keyIn(raw);
    let reading = known.get(key);
    if (!reading) known.set(key, (reading = readingOf(raw, typeof raw === "string" && dayFirst)));
    // A label such as "2025/26 to date" names no end; the day that the figure speaks of does.
    const day = reading.kind === "unread" ? columns.day("asAt", row) : null;
    if (day === null) return reading;
    const to = snapshot(day);
    return { kind: "period", label: reading.label, academic: to, financial: to };
  };
  // The KPIs of a table mostly have the same periods in the same order. Where each row has one, the
  // labels alone say which.
  const lists: { labels: readonly unknown[]; years: unknown; placing: Rising }[] = [];
  const knownOrder = (rows: readonly number[], { years }: OrderOptions): Rising | null => {
    const found = lists.find(
      (one) =>
        one.years === years &&
        one.labels.length === rows.length &&
        rows.every((row, i) => isSameLabel(cells[row], one.labels[i])),
    );
    return found?.placing ?? null;
  };
  // A list of rows that is asked for again has the same labels, as long as the reader lives.
  const asked = new WeakMap<
    readonly number[],
    { readonly years: unknown; readonly placed: Placed }
  >();
  const kept = (rows: readonly number[], { years }: OrderOptions, order: Rising): Placed => {
    const placed: Placed = { rows, noOrder: null, ...order };
    asked.set(rows, { years, placed });
    return placed;
  };
  return (rows, options) => {
    if (rows.length === 0) return NO_ROWS;
    const again = asked.get(rows);
    if (again?.years === options.years) return again.placed;
    const before = knownOrder(rows, options);
    if (before) return kept(rows, options, before);
    let [used, readings] = [rows, rows.map(readingIn)];
    const isPlain = !rows.some((row) => isOdd(known.get(keyIn(cells[row]))));
    if (readings.some(isOdd)) {
      const speaks = rows.map((row, i) => !isOdd(readings[i]) || hasFigure(columns, row));
      if (speaks.includes(true)) {
        used = rows.filter((_, i) => speaks[i]);
        readings = readings.filter((_, i) => speaks[i]);
      }
    }
    const ordered = placing(readings, options);
    if ("why" in ordered) return { ...NO_ROWS, noOrder: ordered };
    const { placed: periods, begins } = ordered;
    const rising = periods.every(({ place }, i) => i === 0 || place > periods[i - 1].place);
    if (isPlain) {
      const labels = rows.map((row) => cells[row]);
      const placing = { periods, begins, rising };
      lists.unshift({ labels, years: options.years, placing });
      lists.splice(MOST_LISTS);
      return kept(rows, options, placing);
    }
    return { rows: used, periods, rising, noOrder: null, begins };
  };
}

/** Whether dates of a column are day first; hours of half a day are written beside months first. */
function isDayFirst(texts: readonly string[]): boolean {
  const order = dateOrderOf(texts);
  const halves = order === "either" && texts.some((text) => /\d [ap]m$/i.test(text.trim()));
  return !halves && order !== "month-first" && order !== "mixed";
}

/** What is known of labels in an order, whatever their rows are. */
type Rising = Pick<Placed, "periods" | "begins" | "rising">;

const isOdd = (reading: PeriodReading | undefined): boolean =>
  reading === undefined || reading.kind === "blank" || reading.kind === "unread";

const keyIn = (raw: unknown): unknown => (raw instanceof Date ? raw.getTime() : (raw ?? null));

const isSameLabel = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());

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
export function slotsOf(columns: Columns, placed: Placed): Slots {
  return placed.rising ? inTime(placed) : slotsIn(oneForEach(columns, rowsInTime(placed)));
}

/** Each row by itself, in the order of the data. */
const inTime = ({ rows, periods }: Placed): Slots => ({
  length: rows.length,
  at: (i) => ({
    row: rows[i],
    period: periods[i].period,
    place: periods[i].place,
    more: 0,
    differ: false,
  }),
  more: 0,
});

/** Each row by itself, as a slot. */
export const rowsInTime = (placed: Placed): Slot[] => listOf(inTime(placed));

/** One slot for each period of rows in any order. */
export function oneForEach(columns: Columns, rows: readonly Slot[]): readonly Slot[] {
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

/** Wells by which a figure is rated and judged. */
const HELD_BY = (
  "target,targetRule,polarity,tolerance,lower,upper,previous,england,region,neighbours," +
  "rating,ownStatus,ownDirection"
).split(",");

/** Whether two rows of a period give different figures, or hold one against different things. */
const differ = (columns: Columns, a: number, b: number): boolean =>
  a !== b &&
  (!sameNumber(columns.number("value", a)!, columns.number("value", b)!) ||
    HELD_BY.some((role) => {
      const [one, other] = [columns.text(role, a), columns.text(role, b)];
      return one !== null && other !== null && one !== other;
    }));
