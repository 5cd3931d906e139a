import { dayOf, civilOf, type Day } from "./day";
import { monthEnd, monthLabel, monthOf, monthStart } from "./periods";
import { weekdayOf } from "./working-days";

/** A week or month, or what of it lies between two days. */
export interface CutSpan {
  readonly start: Day;
  readonly end: Day;
  /** `Apr 2024` or `2024-W14`. */
  readonly label: string;
  /** It is cut off at its start or its end. */
  readonly part: boolean;
}

/**
 * `2024-W14`: the ISO 8601 week of a day, which begins on Monday and belongs to the year that its
 * Thursday lies in.
 */
function isoWeek(day: Day): string {
  const thursday = day - weekdayOf(day) + 3;
  const { year } = civilOf(thursday);
  return `${year}-W${String(Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1).padStart(2, "0")}`;
}

const whole: Readonly<
  Record<
    "week" | "month",
    (day: Day) => { readonly start: Day; readonly end: Day; readonly label: string }
  >
> = {
  week: (day) => ({
    start: day - weekdayOf(day),
    end: day - weekdayOf(day) + 6,
    label: isoWeek(day),
  }),
  month: (day) => ({
    start: monthStart(monthOf(day)),
    end: monthEnd(monthOf(day)),
    label: monthLabel(monthOf(day)),
  }),
};

/**
 * The weeks or months from one day to another, both included; the first and the last are cut off
 * there.
 */
export function spansBetween(from: Day, to: Day, by: "week" | "month"): CutSpan[] {
  const spans: CutSpan[] = [];
  for (let day = from; day <= to;) {
    const { start, end, label } = whole[by](day);
    spans.push({ start: day, end: Math.min(end, to), label, part: day > start || end > to });
    day = end + 1;
  }
  return spans;
}
