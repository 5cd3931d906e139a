import type { Frequency } from "../../src/kpi/frequency";

/** Periods that breakdowns of many small groups are counted for. */
const LONG: ReadonlySet<Frequency> = new Set([
  "census",
  "term",
  "calendar_year",
  "academic_year",
  "financial_year",
]);

interface Broken {
  readonly breakdowns: readonly string[];
  readonly byYear?: readonly string[];
}

/** Everybody, then the breakdowns that are counted for some period. */
export const allBreakdowns = ({ breakdowns, byYear = [] }: Broken): readonly string[] => [
  "all",
  ...breakdowns,
  ...byYear,
];

/** Whether a breakdown is counted for periods of a frequency. */
export const isCountedBy = ({ byYear }: Broken, breakdown: string, frequency: Frequency): boolean =>
  LONG.has(frequency) || byYear === undefined || !byYear.includes(breakdown);
