import { LONGEST_STEP, type Frequency } from "./frequency";

interface UpdatedInput {
  readonly value: number | null;
  readonly previous: number | null;
  /** The days that the two figures speak of, where the source says so. */
  readonly asAt?: number | null;
  readonly previousAsAt?: number | null;
  /** How often the KPI is made. */
  readonly frequency: Frequency;
  /** How often its column is: a termly KPI in a monthly paper. */
  readonly columnFrequency: Frequency;
}

/**
 * Whether a figure is a new one. Two figures of one date are the same figure; without dates, a
 * figure made less often than its
 * column and unchanged in it was carried over: it is "not updated", which is not "the same".
 */
export function isUpdated({
  value,
  previous,
  asAt = null,
  previousAsAt = null,
  frequency,
  columnFrequency,
}: UpdatedInput): boolean {
  if (asAt !== null && previousAsAt !== null) return asAt !== previousAsAt;
  return !(
    value !== null &&
    value === previous &&
    LONGEST_STEP[frequency] > LONGEST_STEP[columnFrequency]
  );
}
