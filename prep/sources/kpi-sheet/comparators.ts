import type { Comparability } from "../../../src/kpi/comparability";
import type { KpiComparator, KpiRow } from "./kpi-row";

interface ComparatorNote {
  readonly comparability: Comparability;
  readonly note: string | null;
}

/** What is said beside a figure that is the middle of two. */
export const PRINTED_AS_RANGE = "Printed as a range; its middle is shown";

/** A number that the sheet gives of us: the current, else the previous, else the year before. */
export const ownFigure = ({ current, previous, priorYear }: KpiRow): number | null =>
  current?.cell.value ?? previous?.cell.value ?? priorYear?.cell.value ?? null;

/** Whether one figure is five times the other or more; 0 is far from nothing. */
export const isFarFrom = (own: number | null, other: number | null): boolean =>
  own !== null &&
  other !== null &&
  own > 0 &&
  other > 0 &&
  Math.max(own, other) / Math.min(own, other) >= 5;

/** Whether the row is a rate of a term or half-term, which a yearly rate may stand beside. */
export const isPartYearRate = (row: KpiRow): boolean =>
  /\brate\b/i.test(row.name) &&
  (row.current?.period.frequency === "term" || row.current?.period.frequency === "half_term");

/**
 * Whether a comparator that a sheet prints may be held against the row's own figure, and why not.
 */
export function comparatorNote(row: KpiRow, { kind, cell }: KpiComparator): ComparatorNote {
  if (row.unit === "count" && kind !== "neighbours" && cell.value !== null)
    return {
      comparability: "not_comparable",
      note: "A count of a larger area beside a count of one authority",
    };
  if (isFarFrom(ownFigure(row), cell.value))
    return {
      comparability: "caution",
      note: "Differs by a factor of five or more: the denominators may not be the same",
    };
  if (cell.range !== null) return { comparability: "caution", note: PRINTED_AS_RANGE };
  if (isPartYearRate(row) && cell.asAt === null)
    return {
      comparability: "caution",
      note: "May be of a whole year, the own figure of part of one",
    };
  return { comparability: "comparable", note: null };
}
