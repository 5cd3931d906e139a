import { readNumber } from "./read-number";
import type { Unit } from "./unit";

/** Two figures printed in place of one. */
interface ReadRange {
  readonly low: number;
  readonly high: number;
  /** Null where neither names one. */
  readonly unit: Unit | null;
  readonly decimals: number;
}

const RANGE =
  /^(?:between )?(\d[\d.,]*)( ?(?:%|per ?cent|[a-z]+))? ?(?:-|to|and) ?(\d[\d.,]*)( ?(?:%|per ?cent|[a-z]+))?$/i;

/**
 * Reads `36-99`, `90% to 95%`, `between 5 and 8`, `12 to 18 weeks`; null where the text is no range.
 * A range is never a number.
 */
export function readRange(text: string): ReadRange | null {
  const plain = text
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  const match = RANGE.exec(plain);
  if (!match) return null;
  const [, first, behindFirst = "", last, behindLast = ""] = match;
  const [low, high] = [readNumber(first + behindFirst), readNumber(last + behindLast)];
  if (!low || !high || low.value > high.value) return null;
  if (low.unit !== null && high.unit !== null && low.unit !== high.unit) return null;
  return {
    low: low.value,
    high: high.value,
    unit: high.unit ?? low.unit,
    decimals: Math.max(low.decimals, high.decimals),
  };
}
