import { monthOf } from "../../calendar/periods";
import type { Range } from "./rounding";

/** What is counted, of whom, where and when: what makes a number the same number in two outputs. */
export interface FigureKey {
  readonly measure: string;
  /** Area and service. */
  readonly place: string;
  readonly breakdown: string;
  readonly group: string;
  /** Units of time as the measure has them, or days from first to last. */
  readonly unit: "own" | "days";
  readonly first: number;
  readonly last: number;
  /** Its units of time add up. */
  readonly adds: boolean;
}

/** A figure that readers have been given, or that was kept from them. */
export interface KnownFigure extends FigureKey {
  /** What a reader takes it to be; null where it was hidden. */
  readonly range: Range | null;
}

/** A count that would be published beside the figures. */
interface OfferedFigure extends FigureKey {
  readonly value: number;
}

/** What stands beside the figures of a build. */
export interface Beside {
  /** Released earlier, or together with it. */
  readonly known: readonly KnownFigure[];
  /** Those most wanted first. */
  readonly offered: readonly OfferedFigure[];
}

export const NOTHING_BESIDE: Beside = { known: [], offered: [] };

/** The key of days that are whole months, by months; others stay as they are. */
export function inMonths(key: FigureKey): FigureKey {
  const { unit, first, last } = key;
  const isWhole = monthOf(first - 1) !== monthOf(first) && monthOf(last + 1) !== monthOf(last);
  return unit === "days" && isWhole
    ? { ...key, unit: "own", first: monthOf(first), last: monthOf(last), adds: true }
    : key;
}
