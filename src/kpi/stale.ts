/**
 * Whether the next figure is past due on a day (whole days since 1970-01-01). False where no due
 * date is known.
 */
export const isStale = (nextDue: number | null, today: number): boolean =>
  nextDue !== null && nextDue < today;
