import { kpiValueRow, type KpiValueRow } from "../star/kpi-value-row";
import type { Figure } from "./figure";
import type { Gap } from "./gap";
import { gated, type CoverageLimits } from "./gate";

/** What all counted figures of one authority share. */
export interface FigureContext {
  readonly authority: string;
  /** Kind of code that the area has; an authority's number where it is not given. */
  readonly areaCodeType?: KpiValueRow["area_code_type"];
  /** Who is counted, in words: for all figures, or for each. */
  readonly cohort: string | ((figure: Figure) => string);
  /** Which area is covered, in words. */
  readonly footprint: string;
  /** Key of the source that tells a figure; of the newest source where none does. */
  readonly sourceOf: (figure: Figure) => number;
  /** What the data of a figure lack; nothing where it is not given. */
  readonly gapsOf?: (figure: Figure) => readonly Gap[];
  /** What puts all of them in doubt; nothing where it is not given. */
  readonly doubts?: readonly Gap[];
  readonly limits: CoverageLimits;
}

/** Frequencies in the order that rows are written. */
const frequencies = [
  "month",
  "census",
  "term",
  "quarter",
  "year_to_date",
  "calendar_year",
  "academic_year",
  "financial_year",
  "rolling_12_months",
];

/**
 * Own, counted figures, past the gate, as rows of `kpi_value`, in the order of indicator,
 * breakdown, frequency, period
 * and group as they were counted.
 */
export function countedRows(figures: readonly Figure[], context: FigureContext): KpiValueRow[] {
  const { authority, areaCodeType = "authority", cohort, footprint, sourceOf } = context;
  const { gapsOf = () => [], doubts = [], limits } = context;
  const place = new Map(figures.map((figure, i) => [figure, i]));
  const firstOf = new Map<string, number>();
  figures.forEach(({ indicator }, i) => firstOf.has(indicator) || firstOf.set(indicator, i));
  const ordered = [...figures].sort(
    (a, b) =>
      firstOf.get(a.indicator)! - firstOf.get(b.indicator)! ||
      Number(a.breakdown !== "all") - Number(b.breakdown !== "all") ||
      (a.breakdown < b.breakdown ? -1 : a.breakdown > b.breakdown ? 1 : 0) ||
      frequencies.indexOf(a.frequency) - frequencies.indexOf(b.frequency) ||
      a.end - b.end ||
      place.get(a)! - place.get(b)!,
  );
  return ordered.map((counted) => {
    const figure = gated(counted, [...gapsOf(counted), ...doubts], limits);
    const { coverage } = figure;
    return kpiValueRow({
      indicator_id: figure.indicator,
      area_code: authority,
      area_code_type: areaCodeType,
      area_role: "own",
      for_area_code: authority,
      period_start: figure.start,
      period_end: figure.end,
      period_label: figure.label,
      frequency: figure.frequency,
      breakdown: figure.breakdown,
      breakdown_value: figure.breakdownValue,
      numerator: figure.numerator,
      denominator: figure.denominator,
      value: figure.value,
      status: figure.status,
      status_text: figure.statusText,
      as_at: figure.asAt,
      method: "counted",
      origin: "counted",
      source_key: sourceOf(figure),
      comparability:
        figure.value === null ? null : figure.caution === null ? "comparable" : "caution",
      comparability_note: figure.caution,
      cohort_note: typeof cohort === "string" ? cohort : cohort(figure),
      footprint,
      rows_eligible: coverage?.eligible ?? null,
      rows_left_out: coverage?.leftOut ?? null,
      left_out_reason: coverage?.reason ?? null,
    });
  });
}
