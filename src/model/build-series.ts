import type { NumberForm } from "../kpi/number-format";
import type { Polarity } from "../kpi/polarity";
import { rate } from "../kpi/rate";
import { resolveTarget, type ComparatorFigure, type ComparatorKind } from "../kpi/target";
import { lastYearPoint, previousPoint } from "../kpi/direction-base";
import type { Frequency } from "../kpi/frequency";
import { numberIn, textIn } from "./cell";
import type { Columns } from "./columns";
import type { Point } from "./kpi";
import { periodIn, type Period } from "./period";
import { targetNamed, toleranceIn, comparabilityNamed } from "./rule-words";
import type { ModelRules } from "./rules";
import { statusWords } from "./status-words";

export interface SeriesContext {
  readonly columns: Columns;
  readonly rules: ModelRules;
  readonly polarity: Polarity;
  readonly form: NumberForm;
  readonly frequency: Frequency;
  /** The comparators of the row, for targets that point at one. */
  readonly comparators: Readonly<Partial<Record<ComparatorKind, ComparatorFigure>>>;
}

/** A period with the row it came from. */
export interface DatedRow {
  readonly row: number;
  readonly period: Period;
}

/**
 * Rows in order of time; rows whose period names no time keep their order, after the dated ones. A
 * second row of a period is counted, not drawn.
 */
export function datedRows(
  columns: Columns,
  rows: readonly number[],
  known: Map<unknown, Period>,
): { dated: DatedRow[]; doubled: number } {
  const seen = new Set<string | number>();
  const dated: DatedRow[] = [];
  for (const row of rows) {
    const raw = columns.raw("period", row);
    const key = raw instanceof Date ? raw.getTime() : raw;
    let period = known.get(key);
    if (!period) known.set(key, (period = periodIn(raw)));
    // A label such as "2025/26 to date" names no end; the day that the figure speaks of does.
    const asAt = period.end === null ? columns.day("asAt", row) : null;
    if (asAt !== null) period = { ...period, end: asAt };
    if (seen.has(period.label)) continue;
    seen.add(period.label);
    dated.push({ row, period });
  }
  const order = (end: number | null): number => end ?? Number.MAX_SAFE_INTEGER;
  if (dated.length > 1) dated.sort((a, b) => order(a.period.end) - order(b.period.end));
  return { dated, doubled: rows.length - dated.length };
}

/**
 * Of periods of several lengths, those of the KPI's own frequency; all where none is of it, as of a
 * termly KPI in a monthly paper.
 */
export function ofFrequency(
  dated: readonly DatedRow[],
  frequency: Frequency | null,
): readonly DatedRow[] {
  const own = dated.filter(({ period }) => period.frequency === frequency);
  return own.length > 0 ? own : dated;
}

/** The points of a KPI with each one's rating. */
export function buildSeries(dated: readonly DatedRow[], context: SeriesContext): Point[] {
  const { columns, rules, polarity, form, frequency, comparators } = context;
  const asks = (base: "previous" | "last_year"): boolean =>
    rules.profile.rules.some(({ when }) =>
      when.some((condition) => condition.test === "better_than" && condition.base === base),
    );
  const [asksPrevious, asksLastYear] = [asks("previous"), asks("last_year")];
  const ends = dated.map(({ row, period }, index) => ({
    end: period.end ?? index,
    value: columns.number("value", row),
  }));
  return dated.map(({ row, period }, index): Point => {
    const value = ends[index].value;
    const number = columns.number("target", row);
    const target =
      number !== null
        ? { value: number, reason: null }
        : resolveTarget(
            targetNamed(
              columns.text("targetRule", row) ?? textIn(columns.raw("target", row)),
              form.unit,
            ),
            comparators,
          );
    const lower = columns.number("lower", row);
    const upper = columns.number("upper", row);
    const rating = rate(
      {
        value,
        target: target.value,
        targetReason: target.reason,
        polarity,
        unit: form.unit,
        tolerance:
          lower !== null || upper !== null
            ? { kind: "bounds", lower, upper }
            : (toleranceIn(columns.raw("tolerance", row), form.unit) ?? rules.tolerance),
        previous: asksPrevious
          ? (columns.number("previous", row) ??
            previousPoint(ends, index, frequency)?.value ??
            null)
          : null,
        lastYear: asksLastYear ? (lastYearPoint(ends, index)?.value ?? null) : null,
      },
      rules.profile,
    );
    return {
      row,
      period,
      value,
      secondary: columns.number("secondary", row),
      numerator: columns.number("numerator", row),
      denominator: columns.number("denominator", row),
      target: target.value,
      rating,
      words: wordsOf(columns, row, value),
      comparability: comparabilityNamed(columns.text("comparability", row)),
    };
  });
}

/**
 * The words of a figure that is not a number: its sentence, its status in words, or text that
 * stands where the number should.
 */
function wordsOf(columns: Columns, row: number, value: number | null): string | null {
  const sentence = columns.text("textValue", row);
  if (sentence !== null && value === null) return sentence;
  const raw = columns.raw("value", row);
  const status =
    columns.text("statusWords", row) ??
    (typeof raw === "string" && numberIn(raw) === null ? textIn(raw) : null);
  return value === null ? statusWords(status) : null;
}
