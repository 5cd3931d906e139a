/** How often a figure is made; a `census` figure is a snapshot on one day a year. */
export type Frequency =
  | "day"
  | "week"
  | "month"
  | "census"
  | "quarter"
  | "term"
  | "half_term"
  | "calendar_year"
  | "academic_year"
  | "financial_year"
  | "year_to_date"
  | "rolling_12_months";

/**
 * The most days between the ends of two neighbouring periods. Half-terms and terms are of uneven
 * length
 * (the longest wait is over the summer holiday); a year to date and rolling twelve months move by
 * the month.
 */
export const LONGEST_STEP: Readonly<Record<Frequency, number>> = {
  day: 1,
  week: 7,
  month: 31,
  year_to_date: 31,
  rolling_12_months: 31,
  half_term: 106,
  quarter: 92,
  term: 170,
  census: 380,
  calendar_year: 366,
  academic_year: 366,
  financial_year: 366,
};

const FRIDAY = 1;

/**
 * Whether a period that ends on `end` may follow one that ended on `before` with none missing
 * between them; figures of working days go on from Friday to Monday.
 */
export const follows = (before: number, end: number, frequency: Frequency): boolean =>
  end - before <= LONGEST_STEP[frequency] ||
  (frequency === "day" && end - before === 3 && before % 7 === FRIDAY);
