import { academicYearOf, termIndexOf } from "../../calendar/terms";
import { monthOf } from "../../calendar/periods";
import type { CountedAs, CountedMeasure, FigurePart } from "../../indicators/counted-as";
import type { KpiValueRow } from "../../star/kpi-value-row";
import type { Span } from "./ledger";

/** What is counted, from the first to the last of its months, terms or days. */
export interface PartSpan extends Span {
  readonly measure: CountedMeasure;
}

export interface FigureParts {
  readonly kind: CountedAs["kind"] | "unchecked";
  readonly numerator: PartSpan | null;
  readonly denominator: PartSpan | null;
}

/**
 * Day of the January census of each academic year (the year it begins in), by the rows of pupils on
 * roll.
 */
type RollDays = ReadonlyMap<number, number>;

const yearOf = ({ period_start }: KpiValueRow): number => academicYearOf(termIndexOf(period_start));

/**
 * The days of the January censuses: the academic year's figure of pupils on roll is of that day.
 */
export const rollDays = (rows: readonly KpiValueRow[]): RollDays =>
  new Map(
    rows
      .filter(
        ({ indicator_id, frequency }) =>
          indicator_id === "pupils_on_roll" && frequency === "academic_year",
      )
      .map((row) => [yearOf(row), row.period_end]),
  );

function termsOf(row: KpiValueRow): readonly [number, number] {
  const year = yearOf(row) * 3;
  if (row.frequency === "academic_year") return [year, year + 2];
  return row.frequency === "year_to_date"
    ? [year, termIndexOf(row.period_end)]
    : [termIndexOf(row.period_start), termIndexOf(row.period_start)];
}

function spanOf({ measure, time }: FigurePart, row: KpiValueRow, rolls: RollDays): PartSpan {
  if (time === "month")
    return { measure, first: monthOf(row.period_start), last: monthOf(row.period_end), adds: true };
  if (time === "day") return { measure, first: row.period_end, last: row.period_end, adds: true };
  if (time === "period")
    return { measure, first: row.period_start, last: row.period_end, adds: false };
  const [first, last] = termsOf(row);
  if (time === "term") return { measure, first, last, adds: true };
  const roll = rolls.get(yearOf(row));
  if (time === "roll" && roll !== undefined)
    return { measure, first: roll, last: roll, adds: true };
  return { measure, first, last, adds: false };
}

/**
 * What an own figure is made of. `unit` is the indicator's; an indicator that is not counted here
 * is known by its row alone.
 */
export function figureParts(
  row: KpiValueRow,
  counted: CountedAs | undefined,
  unit: string,
  rolls: RollDays,
): FigureParts {
  if (counted) {
    const { kind, numerator, denominator } = counted;
    return {
      kind,
      numerator: numerator && spanOf(numerator, row, rolls),
      denominator: denominator && spanOf(denominator, row, rolls),
    };
  }
  const itself = (part: string): PartSpan => ({
    measure: `${row.indicator_id}.${part}`,
    first: row.period_start,
    last: row.period_end,
    adds: false,
  });
  if (row.denominator !== null)
    return {
      kind: unit === "percent" ? "share" : "rate",
      numerator: itself("numerator"),
      denominator: itself("denominator"),
    };
  return unit === "count"
    ? { kind: "count", numerator: itself("numerator"), denominator: null }
    : { kind: "unchecked", numerator: null, denominator: null };
}
