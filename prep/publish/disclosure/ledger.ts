import { sparseRow, type SparseRow } from "./sparse-row";

/** One measure of one group of a breakdown in one place. */
export interface LedgerSeries {
  readonly measure: string;
  /** Area and service. */
  readonly place: string;
  readonly breakdown: string;
  readonly group: string;
  /** The unknown of each unit of time. */
  readonly unknowns: Map<number, number>;
  /**
   * An unknown for each span of more than one unit that there is a figure of, so that bounds see
   * sums over groups of such figures.
   */
  readonly spans: Map<number, number>;
  /** The figure of each span of time, as an index into the cells. */
  readonly cells: Map<number, number>;
}

/** Units of time, or spans of several. */
export type TimeMap = "unknowns" | "spans";

type SeriesKey = Pick<LedgerSeries, "measure" | "place" | "breakdown" | "group">;

/** A span of time: units from first to last that add up, or one that stands for itself. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly adds: boolean;
}

/** Months, terms and days as numbers are all below this. */
const TIMES = 100_000;

/** First and last unit of a span by its number. */
export const spanEnds = (span: number): readonly [first: number, last: number] => [
  Math.floor(span / TIMES),
  span % TIMES,
];

/** A number for a span of time. */
export const spanNumber = ({ first, last }: Pick<Span, "first" | "last">): number =>
  first * TIMES + last;

/** The unknowns that all figures are sums of, found by what they are of. */
export interface Ledger {
  readonly all: readonly LedgerSeries[];
  readonly unknowns: number;
  find(key: SeriesKey): LedgerSeries | undefined;
  open(key: SeriesKey): LedgerSeries;
  /** The unknown of a unit of time, or of a span by its number; made where there is none yet. */
  unknown(series: LedgerSeries, time: number, of?: TimeMap): number;
  /** The sum over a span. */
  sum(series: LedgerSeries, span: Span): SparseRow;
}

export function openLedger(): Ledger {
  const byKey = new Map<string, LedgerSeries>();
  const all: LedgerSeries[] = [];
  let unknowns = 0;
  const text = ({ measure, place, breakdown, group }: SeriesKey): string =>
    `${measure}\n${place}\n${breakdown}\n${group}`;
  const unknown = (series: LedgerSeries, time: number, of: TimeMap = "unknowns"): number => {
    const known = series[of];
    const found = known.get(time);
    if (found !== undefined) return found;
    known.set(time, unknowns);
    return unknowns++;
  };
  return {
    all,
    get unknowns() {
      return unknowns;
    },
    find: (key) => byKey.get(text(key)),
    open: ({ measure, place, breakdown, group }) => {
      const key = text({ measure, place, breakdown, group });
      const found = byKey.get(key);
      if (found) return found;
      const series: LedgerSeries = {
        measure,
        place,
        breakdown,
        group,
        unknowns: new Map(),
        spans: new Map(),
        cells: new Map(),
      };
      byKey.set(key, series);
      all.push(series);
      return series;
    },
    unknown,
    sum: (series, span) => {
      if (span.adds && span.last > span.first) unknown(series, spanNumber(span), "spans");
      const times = span.adds
        ? Array.from({ length: span.last - span.first + 1 }, (_, i) => span.first + i)
        : [spanNumber(span)];
      return sparseRow(times.map((time) => [unknown(series, time), 1]));
    },
  };
}
