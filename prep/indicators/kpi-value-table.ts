import { textBuilder } from "../columns/build";
import { DayColumn, IntegerColumn, MISSING, NumberColumn, type TextColumn } from "../columns/column";
import { kpiValue } from "../star/kpi-value";
import { starFrame, type StarData, type StarValues } from "../star/frame";
import type { Day } from "../calendar/day";
import type { Figure } from "./figure";

/** What all counted figures of one authority share. */
export interface FigureContext {
  readonly authority: string;
  /** Who is counted and which area is covered, in words. */
  readonly cohort: (indicator: string) => string | null;
  readonly footprint: string;
  /** Key of the source that covers a day; null when none does. */
  readonly sourceOn: (day: Day) => number | null;
}

/** Frequencies in the order that rows are written. */
const frequencies = ["month", "census", "quarter", "calendar_year", "academic_year", "financial_year", "rolling_12_months"];

/** Own, counted figures as rows of `kpi_value`, in the order of indicator, breakdown, frequency, period and group as they were counted. */
export function kpiValueTable(figures: readonly Figure[], { authority, cohort, footprint, sourceOn }: FigureContext): StarData {
  const rank = new Map(figures.map((figure, i) => [figure, i]));
  const firstOf = new Map<string, number>();
  figures.forEach(({ indicator }, i) => firstOf.has(indicator) || firstOf.set(indicator, i));
  const rows = [...figures].sort(
    (a, b) =>
      firstOf.get(a.indicator)! - firstOf.get(b.indicator)! ||
      Number(a.breakdown !== "all") - Number(b.breakdown !== "all") ||
      (a.breakdown < b.breakdown ? -1 : a.breakdown > b.breakdown ? 1 : 0) ||
      frequencies.indexOf(a.frequency) - frequencies.indexOf(b.frequency) ||
      a.end - b.end ||
      rank.get(a)! - rank.get(b)!,
  );
  const n = rows.length;
  const text = (read: (figure: Figure) => string | null): TextColumn => {
    const builder = textBuilder(n);
    rows.forEach((figure, row) => builder.set(row, read(figure)));
    return builder.column();
  };
  const days = (read: (figure: Figure) => Day | null): DayColumn => new DayColumn(Int32Array.from(rows, (figure) => read(figure) ?? MISSING));
  const numbers = (read: (figure: Figure) => number | null): NumberColumn => new NumberColumn(Float64Array.from(rows, (figure) => read(figure) ?? NaN));
  const same = (value: string): TextColumn => text(() => value);
  const counted: Record<string, StarValues> = {
    indicator_id: text(({ indicator }) => indicator),
    area_code: same(authority),
    area_code_type: same("authority"),
    area_role: same("own"),
    for_area_code: same(authority),
    period_start: days(({ start }) => start),
    period_end: days(({ end }) => end),
    period_label: text(({ label }) => label),
    frequency: text(({ frequency }) => frequency),
    breakdown: text(({ breakdown }) => breakdown),
    breakdown_value: text(({ breakdownValue }) => breakdownValue),
    service: same("all"),
    numerator: numbers(({ numerator }) => numerator),
    denominator: numbers(({ denominator }) => denominator),
    value: numbers(({ value }) => value),
    status: text(({ status }) => status),
    status_text: text(({ statusText }) => statusText),
    as_at: days(({ asAt }) => asAt),
    method: same("counted"),
    source_key: new IntegerColumn(Int32Array.from(rows, ({ asAt }) => (asAt === null ? null : sourceOn(asAt)) ?? MISSING)),
    comparability: text(({ caution, value }) => (value === null ? null : caution === null ? "comparable" : "caution")),
    comparability_note: text(({ caution }) => caution),
    cohort_note: text(({ indicator }) => cohort(indicator)),
    footprint: same(footprint),
  };
  const blank: Readonly<Record<string, StarValues>> = { text: text(() => null), date: days(() => null), double: numbers(() => null), int64: new IntegerColumn(new Int32Array(n).fill(MISSING)) };
  const columns = Object.fromEntries(kpiValue.columns.map(({ name, type }) => [name, counted[name] ?? blank[type]]));
  return { declaration: kpiValue, frame: starFrame(kpiValue, columns) };
}
