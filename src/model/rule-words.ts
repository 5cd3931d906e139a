import type { AverageMethod } from "../kpi/average";
import type { Comparability } from "../kpi/comparability";
import type { Frequency } from "../kpi/frequency";
import { LONGEST_STEP } from "../kpi/frequency";
import type { Polarity } from "../kpi/polarity";
import type { ComparatorKind, Target } from "../kpi/target";
import type { Tolerance } from "../kpi/tolerance";
import type { Unit } from "../kpi/unit";
import { numberIn } from "./cell";

const POLARITIES: Readonly<Record<string, Polarity>> = {
  higher: "higher",
  high: "higher",
  up: "higher",
  increase: "higher",
  "▲": "higher",
  lower: "lower",
  low: "lower",
  down: "lower",
  decrease: "lower",
  "▼": "lower",
  neutral: "neutral",
  none: "neutral",
  "-": "neutral",
  "↔": "neutral",
  "": "neutral",
};

/** The polarity that a cell names, or null where it has no such word. */
export const polarityNamed = (text: string | null): Polarity | null =>
  text === null ? null : (POLARITIES[text.toLowerCase().replace(/ is better$/, "")] ?? null);

/** The frequency that a cell names (`monthly`, `half-termly`, `academic year`), or null. */
export function frequencyNamed(text: string | null): Frequency | null {
  if (text === null) return null;
  const plain = text
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/ly$/, "");
  return plain in LONGEST_STEP ? (plain as Frequency) : null;
}

/** How a row's average was made, where it says so. */
export const methodNamed = (text: string | null): AverageMethod | "published" | null =>
  text === "mean" || text === "median" || text === "pooled" || text === "published" ? text : null;

/** Anything but the two cautions reads as comparable. */
export const comparabilityNamed = (text: string | null): Comparability =>
  text === "caution" || text === "not_comparable" ? text : "comparable";

/** A tolerance as people write it: `5` (points of a percentage, else in the unit), `5 points`, `10%` (of the target). */
export function toleranceIn(cell: unknown, unit: Unit): Tolerance | null {
  const plain = numberIn(cell);
  if (plain !== null)
    return unit === "percent"
      ? { kind: "percentage_points", amount: plain }
      : { kind: "absolute", amount: plain };
  const match =
    typeof cell === "string"
      ? /^\s*([\d.]+)\s*(%|per cent|pp|points?|percentage points?)/i.exec(cell)
      : null;
  const amount = match ? numberIn(match[1]) : null;
  if (match === null || amount === null) return null;
  return /^(%|per cent)$/i.test(match[2])
    ? { kind: "percent_of_target", percent: amount }
    : { kind: "percentage_points", amount };
}

const COMPARATORS: readonly (readonly [RegExp, ComparatorKind])[] = [
  [/england|national/i, "england"],
  [/region/i, "region"],
  [/neighbour/i, "neighbours"],
];

/** What a target that is not a number says: the comparator it points at, or why there is none. */
export function targetNamed(text: string | null): Target {
  if (text === null) return { kind: "none", reason: "no_target" };
  if (/^n\/?a$|not applicable/i.test(text))
    return { kind: "none", reason: "target_not_applicable" };
  const found = COMPARATORS.find(([pattern]) => pattern.test(text));
  return found
    ? { kind: "comparator", comparator: found[1] }
    : { kind: "none", reason: "target_not_set" };
}
