import type { AverageMethod } from "../kpi/average";
import type { Comparability } from "../kpi/comparability";
import type { Frequency } from "../kpi/frequency";
import { LONGEST_STEP } from "../kpi/frequency";
import type { Polarity } from "../kpi/polarity";
import { readPolarity } from "../kpi/read-polarity";
import { readTarget, targetOf } from "../kpi/read-target";
import { readTolerance } from "../kpi/read-tolerance";
import type { Target } from "../kpi/target";
import type { Tolerance } from "../kpi/tolerance";
import type { Unit } from "../kpi/unit";
import { numberIn } from "./cell";

/** The polarity that a cell names, or null where its words are not understood. */
export const polarityNamed = (text: string | null): Polarity | null =>
  text === null ? null : readPolarity(text);

const OTHER_FREQUENCIES: Readonly<Record<string, Frequency>> = {
  dai: "day",
  annual: "calendar_year",
  year: "calendar_year",
};

/** The frequency that a cell names (`monthly`, `half-termly`, `academic year`), or null. */
export function frequencyNamed(text: string | null): Frequency | null {
  if (text === null) return null;
  const plain = text
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/ly$/, "");
  return plain in LONGEST_STEP ? (plain as Frequency) : (OTHER_FREQUENCIES[plain] ?? null);
}

/** How a row's average was made, where it says so. */
export const methodNamed = (text: string | null): AverageMethod | "published" | null =>
  text === "mean" || text === "median" || text === "pooled" || text === "published" ? text : null;

/** Anything but the two cautions reads as comparable. */
export const comparabilityNamed = (text: string | null): Comparability =>
  text === "caution" || text === "not_comparable" ? text : "comparable";

/**
 * A tolerance as people write it: `5` (points of a percentage, else in the unit), `5 points`, `10%`
 * (of the target).
 */
export function toleranceIn(cell: unknown, unit: Unit): Tolerance | null {
  const plain = numberIn(cell);
  if (plain !== null)
    return unit === "percent"
      ? { kind: "percentage_points", amount: plain }
      : { kind: "absolute", amount: plain };
  if (typeof cell !== "string") return null;
  const share = /^\s*([\d.]+)\s*(?:%|per cent)\s*$/i.exec(cell);
  return readTolerance(share ? `${share[1]}% of target` : cell) ?? null;
}

/**
 * What a target that is not a number of its own says: an amount in words, the comparator it points
 * at, or why there is none.
 */
export function targetNamed(text: string | null, unit: Unit): Target {
  const read = readTarget(text ?? "");
  // A percentage is held against percentages only.
  if (read.kind === "value" && read.unit === "percent" && unit !== "percent")
    return { kind: "none", reason: "target_not_set" };
  return targetOf(read) ?? { kind: "none", reason: "target_not_set" };
}
