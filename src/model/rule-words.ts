import type { AverageMethod } from "../kpi/average";
import type { Comparability } from "../kpi/comparability";
import type { Frequency } from "../kpi/frequency";
import { LONGEST_STEP } from "../kpi/frequency";
import type { NotRatedReason } from "../kpi/rating";
import { readPolarity } from "../kpi/read-polarity";
import { datedTargets, type DatedTarget } from "../kpi/dated-target";
import { readTolerance } from "../kpi/read-tolerance";
import type { Polarity } from "../kpi/polarity";
import type { Tolerance } from "../kpi/tolerance";
import { fitsUnit, type Unit } from "../kpi/unit";
import { numberIn, textIn } from "./cell";
import type { Columns } from "./columns";
import { remembered } from "./remembered";
import type { ModelRules } from "./rules";

const OTHER_FREQUENCIES: Readonly<Record<string, Frequency>> = {
  dai: "day",
  half_year: "term",
  annual: "calendar_year",
  year: "calendar_year",
};

/** The frequency that a cell names (`monthly`, `half-termly`, `academic year`), or null. */
export const frequencyNamed = (text: string | null): Frequency | null =>
  text === null ? null : readFrequency(text);

const readFrequency = remembered((text): Frequency | null => {
  const plain = text
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/ly$/, "");
  return plain in LONGEST_STEP ? (plain as Frequency) : (OTHER_FREQUENCIES[plain] ?? null);
});

const YEARS: ReadonlySet<Frequency | null> = new Set<Frequency>([
  "calendar_year",
  "academic_year",
  "financial_year",
]);

/** Whether a period is of a frequency that words name: a year is a year, of whichever kind. */
export const isOf = (frequency: Frequency | null, named: Frequency): boolean =>
  frequency === named || (YEARS.has(named) && YEARS.has(frequency));

/** How a row's average was made, where it says so. */
export const methodNamed = (text: string | null): AverageMethod | "published" | null =>
  text === "mean" || text === "median" || text === "pooled" || text === "published" ? text : null;

/** Anything that names no caution reads as comparable. */
export function comparabilityNamed(text: string | null): Comparability {
  if (text === null) return "comparable";
  const plain = text.toLowerCase().replace(/[_-]/g, " ");
  if (/\bno[tn]?\b|incomparable/.test(plain)) return "not_comparable";
  return /caution|care/.test(plain) ? "caution" : "comparable";
}

/** The most points that a tolerance written as a share of 1 is taken for. */
const LARGEST_SHARE = 0.3;

/**
 * A tolerance as people write it: a number (points of a percentage, else in the unit), or words as
 * in a sheet. Undefined where it is not understood, null where there is none.
 * `scale` is what the numbers of its column are multiplied by.
 */
export function toleranceIn(
  cell: unknown,
  unit: Unit,
  scale: number,
): Tolerance | null | undefined {
  const plain = numberIn(cell);
  if (plain !== null) {
    // Beside shares of 1, 0.05 is five points and so is 5; what lies between may be either.
    const share = Math.abs(plain) <= LARGEST_SHARE;
    if (scale === 100 && !share && Math.abs(plain) < 1) return undefined;
    const amount = scale === 100 && share ? plain * 100 : plain;
    return unit === "percent"
      ? { kind: "percentage_points", amount }
      : { kind: "absolute", amount };
  }
  const text = textIn(cell);
  if (text === null) return null;
  const read = readTolerance(text);
  return read?.kind === "absolute" && unit === "percent"
    ? { kind: "percentage_points", amount: read.amount }
    : read;
}

const polarityNamed = remembered(readPolarity);
const readTargets = remembered(datedTargets);

/**
 * Reads a target that is not a number of its own, or the milestones of a trajectory; null where the
 * words are not understood, or name a unit that is not the KPI's.
 */
export function targetsNamed(text: string | null, unit: Unit): readonly DatedTarget[] | null {
  const targets = readTargets(text ?? "");
  return targets?.every((one) => fitsUnit(one.unit ?? null, unit)) ? targets : null;
}

/**
 * Which way is better: by the data, else by the words of the target (`at least 95`), else by the
 * author's setting. Words that are not understood, or two that say opposite things, give neither
 * and a reason.
 */
export function polarityOf(
  columns: Columns,
  row: number,
  rules: ModelRules,
  unit: Unit,
): { readonly polarity: Polarity; readonly fault: NotRatedReason | null } {
  const said = columns.text("polarity", row);
  const named = said === null ? null : polarityNamed(said);
  const words = columns.text("targetRule", row) ?? columns.text("target", row);
  const asked =
    columns.raw("targetRule", row) === null && typeof columns.raw("target", row) === "number"
      ? null
      : (targetsNamed(words, unit)?.at(-1)?.asked ?? null);
  const opposed = named !== null && named !== "neutral" && asked !== null && asked !== named;
  return (said !== null && named === null) || opposed
    ? { polarity: "neutral", fault: "polarity_not_understood" }
    : { polarity: named ?? asked ?? rules.polarity, fault: null };
}
