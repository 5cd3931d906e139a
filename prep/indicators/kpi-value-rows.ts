import { kpiValueRow, type KpiValueRow } from "../star/kpi-value-row";
import type { Figure } from "./figure";
import type { Gap } from "./gap";
import { gated, type CoverageLimits } from "./gate";

/** What a figure is of, whatever its group: what its data lack is the same for all groups. */
export type FigureOfPeriod = Pick<Figure, "indicator" | "breakdown" | "start" | "end">;

/** What all counted figures of one authority share. */
interface FigureContext {
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
  readonly gapsOf?: (figure: FigureOfPeriod) => readonly Gap[];
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

/** More days than any two figures can be apart. */
const DAYS = 2 ** 20;

/** Places of texts in a list without repeats. */
const placesOf = (texts: readonly string[]): ReadonlyMap<string, number> =>
  new Map(texts.map((text, i) => [text, i]));

/**
 * Figures by indicator as they first came, everybody before the groups, breakdown, frequency and
 * period. There can be a hundred thousand: each gets its place as one number.
 */
function inOrder(figures: readonly Figure[]): Figure[] {
  const indicators = placesOf([...new Set(figures.map(({ indicator }) => indicator))]);
  const groups = [...new Set(figures.map(({ breakdown }) => breakdown))].sort();
  const breakdowns = placesOf(["all", ...groups.filter((name) => name !== "all")]);
  const places = Float64Array.from(figures, ({ indicator, breakdown, frequency, end }) => {
    const group = indicators.get(indicator)! * breakdowns.size + breakdowns.get(breakdown)!;
    return (group * frequencies.length + frequencies.indexOf(frequency)) * DAYS + end;
  });
  return Array.from(figures, (_, i) => i)
    .sort((a, b) => places[a] - places[b])
    .map((i) => figures[i]);
}

/** Asks once for the groups of a period, whose figures stand together. */
function onceAPeriod(
  gapsOf: (figure: FigureOfPeriod) => readonly Gap[],
): (figure: FigureOfPeriod) => readonly Gap[] {
  let last: FigureOfPeriod | null = null;
  let gaps: readonly Gap[] = [];
  return (figure) => {
    const isSame =
      last !== null &&
      figure.indicator === last.indicator &&
      figure.breakdown === last.breakdown &&
      figure.start === last.start &&
      figure.end === last.end;
    if (!isSame) gaps = gapsOf(figure);
    last = figure;
    return gaps;
  };
}

/**
 * What put a group there that nobody of a figure's own period is in: nothing where a period that was
 * read whole shows it, else what all of them lack.
 */
function gapsOfGroup(
  gapsOf: (figure: FigureOfPeriod) => readonly Gap[],
): (figure: Figure) => readonly Gap[] {
  const known = new Map<Figure["shownBy"], readonly Gap[]>();
  return ({ indicator, breakdown, shownBy }) => {
    if (shownBy === undefined) return [];
    let found = known.get(shownBy);
    if (!found) {
      const lacks = shownBy.map(({ start, end }) => gapsOf({ indicator, breakdown, start, end }));
      known.set(shownBy, (found = lacks.some((gaps) => gaps.length === 0) ? [] : lacks.flat()));
    }
    return found;
  };
}

/**
 * Own, counted figures, past the gate, as rows of `kpi_value`, in the order of indicator,
 * breakdown, frequency, period
 * and group as they were counted.
 */
export function countedRows(figures: readonly Figure[], context: FigureContext): KpiValueRow[] {
  const { authority, areaCodeType = "authority", cohort, footprint, sourceOf } = context;
  const { gapsOf = () => [], doubts = [], limits } = context;
  const lackOf = onceAPeriod((figure) => [...gapsOf(figure), ...doubts]);
  const lackOfGroup = gapsOfGroup(gapsOf);
  // What all rows share is put together once: a copy of it costs less than a row made anew.
  const shared = kpiValueRow({
    indicator_id: "",
    area_code: authority,
    area_code_type: areaCodeType,
    area_role: "own",
    for_area_code: authority,
    period_start: 0,
    period_end: 0,
    period_label: "",
    frequency: "month",
    method: "counted",
    origin: "counted",
    source_key: 0,
    footprint,
  });
  return inOrder(figures).map((counted): KpiValueRow => {
    const figure = gated(counted, [...lackOf(counted), ...lackOfGroup(counted)], limits);
    const { coverage } = figure;
    return {
      ...shared,
      indicator_id: figure.indicator,
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
      source_key: sourceOf(figure),
      comparability:
        figure.value === null ? null : figure.caution === null ? "comparable" : "caution",
      comparability_note: figure.caution,
      cohort_note: typeof cohort === "string" ? cohort : cohort(figure),
      rows_eligible: coverage?.eligible ?? null,
      rows_left_out: coverage?.leftOut ?? null,
      left_out_reason: coverage?.reason ?? null,
    };
  });
}
