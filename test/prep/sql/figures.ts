/** A row of `kpi_value` that is compared, with its key. */
export interface Told {
  readonly key: string;
  /** Numerator, denominator, value, status, start and label of the period, and comparability. */
  readonly words: string;
  /** A group of nobody: the star may leave it out, and a job does. */
  readonly isEmpty: boolean;
  readonly indicator: string;
}

/** The columns that are compared, those of the key first. */
export const COMPARED = [
  "indicator_id",
  "area_code",
  "frequency",
  "period_end",
  "breakdown",
  "breakdown_value",
  "numerator",
  "denominator",
  "value",
  "status",
  "period_start",
  "period_label",
  "comparability",
] as const;

const numberOf = (cell: string): number | null =>
  cell === "" ? null : Math.round(Number(cell) * 1e9) / 1e9;

/** A row of cells in the order of `COMPARED`, blank where there is none. */
export function toldOf(cells: readonly string[]): Told {
  const [indicator, , , , breakdown] = cells;
  const [numerator, denominator, value] = cells.slice(6, 9).map(numberOf);
  const days = [cells[3], cells[10]].map((day) => day.slice(0, 10));
  return {
    indicator,
    key: [...cells.slice(0, 3), days[0], ...cells.slice(4, 6)].join(" | "),
    words: [numerator, denominator, value, cells[9], days[1], ...cells.slice(11)].join(" | "),
    isEmpty: breakdown !== "all" && !numerator && !denominator,
  };
}

/** What two engines tell differently, and what one of them alone tells of somebody. */
export function differences(star: readonly Told[], job: readonly Told[]): string[] {
  const jobs = new Map(job.map((told) => [told.key, told]));
  const wrong: string[] = [];
  if (jobs.size !== job.length) wrong.push("the job tells a figure twice");
  const seen = new Set<string>();
  for (const told of star) {
    const other = jobs.get(told.key);
    seen.add(told.key);
    if (other && other.words !== told.words)
      wrong.push(`${told.key}: ${other.words}, should be ${told.words}`);
    else if (!other && !told.isEmpty) wrong.push(`${told.key}: not there, should be ${told.words}`);
  }
  for (const { key, words, isEmpty } of job)
    if (!seen.has(key) && !isEmpty) wrong.push(`${key}: ${words}, should not be there`);
  return wrong;
}
