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
      /** The target itself does not do: `<5`, `more than 90`. */
      readonly strict: boolean;
      /**
       * The day that it holds from, days since 1970-01-01: the last of the period that it is to be
       * reached by, or the first of the one behind "from".
       */
      readonly by: number | null;
    }
  | {
      readonly kind: "comparator";
      readonly comparator: ComparatorKind;
      readonly polarity: Polarity | null;
      readonly by: number | null;
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
/** Of those, the ones that leave out the target itself; what stands before "or below" does not. */
const STRICT = /^(?:[<>](?!=)|above|over|below|under|(?:more|greater|better|less|fewer) than)/;
const NOTE = / ?\((?:stat(?:utory)?|national|local|annual|target|provisional|indicative)\.?\)$/;
/** Words that make another figure of a comparator. */
const OF_COMPARATOR =
  /quartile|quintile|decile|percentile|\b(?:top|best|worst|highest|lowest|half|halfway|double|twice|within|gap|difference|close)\b/;
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
 * The day that `95 by Mar 25`, `95% by 31/03/2025` or `95 from Apr 25` sets, and the text without
 * it; null where what follows is no period.
 */
function splitBy(text: string): { readonly target: string; readonly by: number | null } | null {
  const match = /^(.+?),? (by|from)(?: the)?(?: end(?: of)?)? (.+)$/.exec(text);
  if (!match) return { target: text, by: null };
  const period = readPeriod(match[3], { years: "by_mark" });
  if (typeof period === "string") return null;
  return { target: match[1], by: match[2] === "by" ? period.end : period.start };
}

/**
 * Reads a target as people type it: `95%`, `>95%`, `Above 90%`, `at least 90`, `below national`,
 * `95 by Mar 25`, `90-95`, `100% (stat)`,
 * `TBC`, `England`. A tolerance such as `±5` is no target.
 */
function readTarget(text: string): ReadTarget {
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
  // `+5%` is a change, of what nobody knows.
  if (/^\+ ?\d/.test(plain)) return { kind: "not_understood" };
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
      strict: side !== undefined && STRICT.test(split.target),
      by: split.by,
    };
  const { target } = split;
  const found =
    OF_COMPARATOR.test(target) || /\d/.test(target.replace(YEARS_IN_WORDS, ""))
      ? []
      : COMPARATORS.filter(([form]) => form.test(target));
  return found.length === 1
    ? { kind: "comparator", comparator: found[0][1], polarity, by: split.by }
    : { kind: "not_understood" };
}

/** What parts the milestones of a trajectory. */
const BETWEEN_MILESTONES = /\s*(?:[;\n]|,\s|\bthen\b|\band\b)\s*/i;

/**
 * Reads one target, or the milestones of a trajectory, each with its day and in order of them:
 * `70 by Mar 25, 80 by Mar 26`. A list of which one part is not understood, or has no day, is not understood.
 */
export function readTargets(text: string): readonly ReadTarget[] {
  const one = readTarget(text);
  if (one.kind !== "not_understood") return [one];
  const parts = text.split(BETWEEN_MILESTONES).filter((part) => part.trim() !== "");
  const reads = parts.map(readTarget);
  const dayOf = (read: ReadTarget): number | null => ("by" in read ? read.by : null);
  return reads.length > 1 && reads.every((read) => dayOf(read) !== null)
    ? reads.sort((a, b) => dayOf(a)! - dayOf(b)!)
    : [one];
}

/**
 * The target that a figure is rated against; a range or words that are not understood give null.
 */
export function targetOf(read: ReadTarget): Target | null {
  switch (read.kind) {
    case "value":
      return { kind: "number", value: read.value, ...(read.strict && { strict: true }) };
    case "comparator":
      return { kind: "comparator", comparator: read.comparator };
    case "none":
      return read;
    default:
      return null;
  }
}
