import { readPolarity } from "../../../src/kpi/read-polarity";
import { readTargets, targetOf } from "../../../src/kpi/read-target";
import { readTolerance } from "../../../src/kpi/read-tolerance";
import { milestonesIn } from "../../../src/kpi/dated-target";
import type { Target } from "../../../src/kpi/target";
import { correctionNote, type Correctable, type Correction } from "./corrections";
import type { KpiPoint, KpiRow } from "./kpi-row";
import { readFrequency, readUnit } from "./sheet-words";
import { targetCellOf } from "./tables/targets";

/** A KPI with one field as a person says it is; null where the value is not understood. */
type Correct = (row: KpiRow, value: string) => KpiRow | null;

const pointsOf = ({ current, previous, earlier }: KpiRow): KpiPoint[] =>
  [current, previous, ...earlier].filter((point) => point !== null);

/** The target of the KPI and of every figure that it rated. */
function withTarget(row: KpiRow, target: Target): Pick<KpiRow, "current" | "previous" | "earlier"> {
  const printed = JSON.stringify(row.target);
  const point = <T extends KpiPoint | null>(one: T): T =>
    one?.beside && (one === row.current || JSON.stringify(one.beside.target) === printed)
      ? { ...one, beside: { ...one.beside, target } }
      : one;
  return {
    current: point(row.current),
    previous: point(row.previous),
    earlier: row.earlier.map(point),
  };
}

const CORRECT: Readonly<Record<Correctable, Correct>> = {
  polarity: (row, value) => {
    const polarity = readPolarity(value);
    return polarity === null ? null : { ...row, polarity };
  },
  target: (row, value) => {
    const read = readTargets(value).at(-1)!;
    const target = targetOf(read);
    if (target === null) return null;
    const said = "polarity" in read ? read.polarity : null;
    return {
      ...row,
      ...withTarget(row, target),
      target,
      targetCell: targetCellOf({ read, words: value }),
      milestones: milestonesIn(value),
      polarity: row.polarity ?? said,
    };
  },
  tolerance: (row, value) => {
    const tolerance = readTolerance(value);
    return tolerance ? { ...row, tolerance } : null;
  },
  // Figures were read by their unit: what was or may be a fraction of 1 is not read again.
  unit: (row, value) => {
    const unit = readUnit(value);
    if (unit === null || unit === row.unit) return unit && row;
    const values = pointsOf(row).flatMap(({ cell }) => cell.value ?? []);
    const areFractions = values.some((one) => Math.abs(one) <= 1 && !Number.isInteger(one));
    return row.unit === "percent" || unit === "text" || (unit === "percent" && areFractions)
      ? null
      : { ...row, unit };
  },
  frequency: (row, value) => {
    const frequency = readFrequency(value);
    return frequency === null ? null : { ...row, frequency };
  },
  cumulative: (row, value) => ({ ...row, cumulative: !/^(no|none|never|n)$/i.test(value.trim()) }),
  // A table names its periods in headings, which are of many KPIs.
  current_period: () => null,
  previous_period: () => null,
};

/** A KPI of a table with corrections applied and named, and those that could not be. */
export function correctRow(
  row: KpiRow,
  corrections: readonly Correction[],
): { row: KpiRow; refused: readonly Correction[] } {
  const refused: Correction[] = [];
  let corrected = row;
  for (const correction of corrections) {
    const next = CORRECT[correction.field](corrected, correction.value);
    if (next === null) refused.push(correction);
    else corrected = { ...next, corrections: [...next.corrections, correctionNote(correction)] };
  }
  return { row: corrected, refused };
}
