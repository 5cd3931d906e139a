/** A figure with the year it is of. */
export interface YearFigure {
  readonly year: number;
  readonly value: number | null;
}

export interface YearChange {
  /** Latest less the one before, null where either has no value. */
  readonly change: number | null;
  readonly previousYear: number | null;
  /**
   * Years between the two: more than 1 means that years are missing between them and the change
   * must say so.
   */
  readonly years: number | null;
}

/**
 * The change from the year before as the official tool has it: against the row before the latest
 * one, whatever year that is. `figures` are of one area.
 */
export function changeFromPreviousYear(figures: readonly YearFigure[]): YearChange {
  const [latest, before] = [...figures].sort((a, b) => b.year - a.year);
  if (!latest || !before) return { change: null, previousYear: null, years: null };
  const change =
    latest.value === null || before.value === null ? null : latest.value - before.value;
  return { change, previousYear: before.year, years: latest.year - before.year };
}
