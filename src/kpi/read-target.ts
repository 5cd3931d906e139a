import type { Polarity } from "./polarity";
import { readNumber } from "./read-number";
import { readPeriod } from "./read-period";
import { readRange } from "./read-range";
import { readSign } from "./read-sign";
import type { ComparatorKind, Target } from "./target";
import type { Unit } from "./unit";

/** What a person typed as a target. */
export type ReadTarget =
  | {
      readonly kind: "value";
      readonly value: number;
      readonly unit: Unit | null;
      readonly decimals: number;
      /** From `>`, `at least`, `below` and the like; null where the words do not say. */
      readonly polarity: Polarity | null;
      /** Last day by which it is to be reached, days since 1970-01-01. */
      readonly by: number | null;
    }
  | {
      readonly kind: "comparator";
      readonly comparator: ComparatorKind;
      readonly polarity: Polarity | null;
    }
  | {
      readonly kind: "range";
      readonly low: number;
      readonly high: number;
      readonly unit: Unit | null;
    }
  | {
      readonly kind: "none";
      readonly reason: "no_target" | "target_not_set" | "target_not_applicable";
    }
  | { readonly kind: "not_understood" };

const COMPARATORS: readonly (readonly [RegExp, ComparatorKind])[] = [
  [/\b(?:england|english|national(?:ly)?|nat\.? av)/, "england"],
  [/\bregion(?:al|s)?\b/, "region"],
  [/\bneighbours?\b|\bsns?\b|\bstat(?:istical)? n/, "neighbours"],
];

/** Words in front of a target that say on which side of it is better. */
const SIDES: readonly (readonly [RegExp, Polarity])[] = [
  [
    /^(?:>=?|≥|above|over|at least|more than|greater than|better than|no less than|not less than|minimum(?: of)?|min\.?) ?/,
    "higher",
  ],
  [
    /^(?:<=?|≤|below|under|at most|less than|fewer than|no more than|not more than|up to|maximum(?: of)?|max\.?) ?/,
    "lower",
  ],
];
const NOTE = / ?\((?:stat(?:utory)?|national|local|annual|target|provisional|indicative)\.?\)$/;
/** The year of a comparator, as in "England 2023/24". */
const YEARS_IN_WORDS = /\b(?:19|20)\d\d(?:[/-]\d\d)?\b/g;

const none = (reason: "no_target" | "target_not_set" | "target_not_applicable"): ReadTarget => ({
  kind: "none",
  reason,
});

/**
 * A sign in place of a target: dashes and "not available" say that there is none to hold a figure
 * against.
 */
function signTarget(text: string): ReadTarget | null {
  const sign = readSign(text);
  if (sign === null || sign === "suppressed") return null;
  return none(
    sign === "not_applicable" || sign === "not_available"
      ? "target_not_applicable"
      : "target_not_set",
  );
}

/**
 * The day that `95 by Mar 25` or `95% by 31/03/2025` sets, and the text without it; null where what
 * follows is no period.
 */
function splitBy(text: string): { readonly target: string; readonly by: number | null } | null {
  const match = /^(.+?),? (?:by|from)(?: the)?(?: end(?: of)?)? (.+)$/.exec(text);
  if (!match) return { target: text, by: null };
  const period = readPeriod(match[2], { years: "by_mark" });
  return typeof period === "string" ? null : { target: match[1], by: period.end };
}

/**
 * Reads a target as people type it: `95%`, `>95%`, `Above 90%`, `at least 90`, `below national`,
 * `95 by Mar 25`, `90-95`, `100% (stat)`,
 * `TBC`, `England`. A tolerance such as `±5` is no target.
 */
export function readTarget(text: string): ReadTarget {
  const plain = text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "" || plain === "no target") return none("no_target");
  const range = readRange(plain);
  if (range) return { kind: "range", low: range.low, high: range.high, unit: range.unit };
  const signed = signTarget(plain);
  if (signed) return signed;
  const split = splitBy(plain.replace(NOTE, ""));
  if (split === null) return { kind: "not_understood" };
  const side = SIDES.find(([form]) => form.test(split.target));
  const suffix =
    /^(.*\d.*?) ?(?:\+|or (more|above|over|higher)|or (less|fewer|below|under|lower))$/.exec(
      split.target,
    );
  const amount = suffix ? suffix[1] : split.target.replace(side?.[0] ?? /^/, "");
  const polarity = side?.[1] ?? (suffix ? (suffix[3] ? "lower" : "higher") : null);
  const number = readNumber(amount.replace(/^= ?/, ""));
  if (number)
    return {
      kind: "value",
      value: number.value,
      unit: number.unit,
      decimals: number.decimals,
      polarity,
      by: split.by,
    };
  const found = /\d/.test(plain.replace(YEARS_IN_WORDS, ""))
    ? []
    : COMPARATORS.filter(([form]) => form.test(plain));
  return found.length === 1
    ? { kind: "comparator", comparator: found[0][1], polarity }
    : { kind: "not_understood" };
}

/**
 * The target that a figure is rated against; a range or words that are not understood give null.
 */
export function targetOf(read: ReadTarget): Target | null {
  switch (read.kind) {
    case "value":
      return { kind: "number", value: read.value };
    case "comparator":
      return { kind: "comparator", comparator: read.comparator };
    case "none":
      return read;
    default:
      return null;
  }
}
