import type { MeasureRelations } from "../../indicators/counted-as";
import type { FigureKey } from "./known-figure";
import { spanNumber, type Ledger } from "./ledger";
import type { DisclosureRules } from "./profile";
import { rangeOf, type Range } from "./rounding";
import type { SparseRow } from "./sparse-row";

/** A cell while it is being put together. */
export interface Draft {
  /** What it is of; null for what no figure shows. */
  readonly key: FigureKey | null;
  readonly row: SparseRow;
  readonly span?: number;
  /** NaN where nobody here knows it. */
  readonly value: number;
  readonly fractional: boolean;
  /** It is a count of people or cases, not of weeks or sessions. */
  readonly counted: boolean;
  sensitive: boolean;
  order: number;
  shown: Range;
  /** What readers know of it already. */
  known: Range | null;
}

/** Cells by what they are of. */
export interface Drafts {
  readonly ledger: Ledger;
  readonly all: Draft[];
  /** The cell of a key, made where there is none yet. */
  at(key: FigureKey, value: number, row?: SparseRow): number;
  find(key: FigureKey): number | undefined;
}

/** Whether a count is small, or none where none is hidden too. */
export const isSmall = (value: number, { threshold, showZeros }: DisclosureRules): boolean =>
  (value > 0 && value < threshold) || (value === 0 && !showZeros);

export function openDrafts(
  ledger: Ledger,
  { restsOn }: MeasureRelations,
  rules: DisclosureRules,
): Drafts {
  const all: Draft[] = [];
  return {
    ledger,
    all,
    find: (key) => ledger.find(key)?.cells.get(spanNumber(key)),
    at: (key, value, given) => {
      const counted = restsOn[key.measure] === undefined;
      const series = ledger.open(key);
      const span = spanNumber(key);
      const found = series.cells.get(span);
      if (found !== undefined) return found;
      series.cells.set(span, all.length);
      const row = given ?? ledger.sum(series, key);
      const own = series.spans.get(span);
      all.push({
        key,
        row,
        ...(given === undefined && row.at.length > 1 ? { span: own! } : {}),
        value,
        fractional: !Number.isInteger(value) && !Number.isNaN(value),
        counted,
        sensitive: false,
        order: Infinity,
        shown: counted || rules.roundTo === 1 ? rangeOf(value, rules) : [0, Infinity],
        known: null,
      });
      return all.length - 1;
    },
  };
}
