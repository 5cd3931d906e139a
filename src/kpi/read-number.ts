import type { Unit } from "./unit";

/**
 * A figure as printed: thousands and millions written out, the unit that stands beside it, the
 * decimals as they are printed.
 */
interface ReadNumber {
  readonly value: number;
  /** Null where the figure names none. */
  readonly unit: Unit | null;
  readonly decimals: number;
}

/** Thousands are parted by commas or blanks in threes, or not at all; `0,125` has none. */
const DIGITS = /^(?:[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)|\d+)?(?:\.\d+)?$/;

/** What stands behind a figure, in lower case. */
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:%|per ?cent)$/, "percent"],
  [/^(?:pp|ppts?|percentage points?)$/, "percentage_points"],
  [/^(?:mths?|months?)$/, "months"],
  [/^(?:wks?|weeks?)$/, "weeks"],
  [/^days?$/, "days"],
  [/^(?:mins?|minutes?)$/, "minutes"],
  [/^sessions?$/, "sessions"],
  [/^fte$/, "fte"],
];

/** The unit that a word behind a figure names, or null. */
const unitBehind = (word: string): Unit | null =>
  UNITS.find(([form]) => form.test(word.trim().toLowerCase()))?.[1] ?? null;

const decimalsIn = (digits: string): number => /\.(\d+)/.exec(digits)?.[1].length ?? 0;

/** A plain number of digits; null for `1,63` and anything else. */
const readDigits = (text: string): number | null =>
  /\d/.test(text) && DIGITS.test(text) ? Number(text.replace(/[, ]/g, "")) : null;

/**
 * Reads `1,234`, `67.4%`, `-3.5 pp`, `£1.2m`, `£1,200`, `1.5k`, `12 weeks`; null where the text is
 * no figure. Pounds in millions stay in
 * millions, with their unit.
 */
export function readNumber(text: string): ReadNumber | null {
  const plain = text
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  const match = /^([-+])? ?(£)? ?([-+])?([\d., ]*[\d])\s*([a-z%]+(?: [a-z]+)?)?$/i.exec(plain);
  if (!match || (match[1] && match[3])) return null;
  const [, sign, pound, inner, digits, word = ""] = match;
  const amount = readDigits(digits);
  if (amount === null) return null;
  const value = (sign ?? inner) === "-" ? -amount : amount;
  const decimals = decimalsIn(digits);
  if (/^k$/i.test(word))
    return {
      value: toThousands(value),
      unit: pound ? "gbp" : null,
      decimals: Math.max(0, decimals - 3),
    };
  if (pound && /^(?:m|mn|million)$/i.test(word)) return { value, unit: "gbp_m", decimals };
  const unit = word === "" ? null : unitBehind(word);
  if (word !== "" && (unit === null || pound)) return null;
  return { value, unit: pound ? "gbp" : unit, decimals };
}

const toThousands = (value: number): number => Number((value * 1000).toPrecision(12));
