import {
  dayLabel,
  monthEnd,
  monthStart,
  periodsOf,
  type MonthIndex,
  type MonthlyFrequency,
  type Period,
} from "../calendar/periods";
import type { Figure } from "./figure";
import type { CountBy } from "./indicator";
import type { KnownDays } from "./known-days";

const monthly = [
  "month",
  "quarter",
  "calendar_year",
  "academic_year",
  "financial_year",
  "rolling_12_months",
] as const;
const yearly = ["calendar_year", "academic_year", "financial_year"] as const;

const frequenciesOf = ({
  yearly: onlyYears,
  quarterly,
}: CountBy<"event">): readonly MonthlyFrequency[] => {
  if (onlyYears) return yearly;
  return quarterly ? ["quarter"] : monthly;
};

/** A period to count over, and what is known of it. */
interface Span {
  readonly period: Period;
  readonly is: "known" | "part" | "unknown";
  /** Its months, as places among those that rows are counted by. */
  readonly from: number;
  readonly to: number;
}

/** The periods of an indicator that touch the months known; of twelve months, those known whole. */
export function spansOf(
  count: CountBy<"event">,
  known: KnownDays,
  [first, last]: readonly [first: MonthIndex, last: MonthIndex],
): Span[] {
  return frequenciesOf(count)
    .flatMap((frequency) => periodsOf(frequency, first, last))
    .flatMap((period): Span | [] => {
      const is = stateOf(period, known);
      if (period.frequency === "rolling_12_months" && is !== "known") return [];
      const [from, to] = [Math.max(period.first, first), Math.min(period.last, last)];
      return { period, is, from: from - first, to: to - first };
    });
}

/** What is known of a period: nothing certain, where that holds for a month of it. */
export function stateOf({ first, last }: Period, known: KnownDays): Span["is"] {
  let is: Span["is"] = "known";
  for (let month = first; month <= last; month++) {
    const state = known.month(month);
    if (state === "unknown") return "unknown";
    if (state !== "known") is = "part";
  }
  return is;
}

/** Start, end and label of a span; one that the data end cuts off ends there and says so. */
export function bounds(
  { period, is }: Span,
  known: KnownDays,
  settlesAfterDays: number,
): Pick<Figure, "start" | "end" | "label" | "caution" | "asAt"> {
  const part = is === "part";
  const end = part ? known.end : monthEnd(period.last);
  const unsettled = end + settlesAfterDays > known.end && settlesAfterDays > 0;
  const caution = part
    ? `Part period: the data end on ${dayLabel(known.end)}`
    : unsettled
      ? `Not settled: events of the last ${settlesAfterDays} days may still change it`
      : null;
  return {
    start: monthStart(period.first),
    end,
    label: part ? `${period.label} to ${dayLabel(known.end)}` : period.label,
    caution,
    asAt: end,
  };
}
