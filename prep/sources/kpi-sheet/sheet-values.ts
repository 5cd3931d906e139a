import { baseOf, defaultBase } from "../../../src/kpi/direction-base";
import { directionOf } from "../../../src/kpi/direction";
import { rate } from "../../../src/kpi/rate";
import { defaultProfile, type RatingProfile } from "../../../src/kpi/rating-profile";
import type { Status } from "../../../src/kpi/status";
import { resolveTarget, type ComparatorFigure, type ComparatorKind } from "../../../src/kpi/target";
import { isUpdated } from "../../../src/kpi/updated";
import { ENGLAND } from "../../reference/authorities";
import { kpiValueRow, type AreaRole, type KpiValueRow } from "../../star/kpi-value-row";
import type { KpiCell } from "./cell";
import { comparatorNote, PRINTED_AS_RANGE } from "./comparators";
import { differing, periodKey } from "./same-period";
import type { KpiComparator, KpiPoint, KpiRow } from "./kpi-row";

export interface SheetValueOptions {
  /** Three-digit number of the authority whose sheet it is. */
  readonly authority: string;
  /** GSS code of its region; empty where it has none. */
  readonly regionCode: string;
  readonly sourceKey: number;
  readonly profile?: RatingProfile;
}

const STATUS: Readonly<Record<KpiCell["status"], Status>> = {
  ok: "ok",
  awaiting: "awaiting",
  being_scoped: "being_scoped",
  not_available: "not_available",
  not_applicable: "not_applicable",
  missing: "missing",
  suppressed: "suppressed",
  to_be_confirmed: "awaiting",
  unreadable: "missing",
};

/**
 * Rows of `kpi_value` of a KPI sheet: every figure of each KPI with its rating and direction, and
 * the comparators that the sheet prints.
 */
export function sheetValues(rows: readonly KpiRow[], options: SheetValueOptions): KpiValueRow[] {
  return rows.flatMap((row) => [...ownRows(row, options), ...comparatorRows(row, options)]);
}

/**
 * The figures of a row in order of time, one a period unless the row tells two: a prior year that is
 * also the previous period stands once.
 */
function pointsOf({ earlier, priorYear, previous, current }: KpiRow): KpiPoint[] {
  const points = new Map<string, KpiPoint[]>();
  for (const point of [current, previous, priorYear, ...earlier])
    if (point && (point === current || point.cell.status !== "missing")) {
      const key = periodKey(point.period);
      points.set(key, [...(points.get(key) ?? []), point]);
    }
  return [...points.values()].flatMap(differing).sort((a, b) => a.period.end - b.period.end);
}

/** The value that a period has for others to be compared with: none where it is told twice. */
const toldOnce = (points: readonly KpiPoint[], { cell, period }: KpiPoint): KpiCell =>
  points.filter((one) => periodKey(one.period) === periodKey(period)).length > 1
    ? { ...cell, value: null }
    : cell;

function ownRows(
  row: KpiRow,
  { authority, sourceKey, profile = defaultProfile }: SheetValueOptions,
): KpiValueRow[] {
  const polarity = row.polarity ?? "neutral";
  const points = pointsOf(row);
  return points.map((point, index) => {
    const { cell, period } = point;
    const { target, comparators } = point.beside ?? row;
    const resolved = resolveTarget(target, figuresOf(row, comparators));
    const series = points
      .filter((one) => one.period.frequency === period.frequency)
      .map((one) => ({ end: one.period.end, value: toldOnce(points, one).value }));
    const place = series.findIndex((one) => one.end === period.end);
    const lastYear =
      point === row.current && row.priorYear
        ? row.priorYear.cell.value
        : baseOf(series, place, "same_period_last_year", { frequency: period.frequency });
    const base = defaultBase(row.frequency, row.cumulative);
    // The sheet says itself which figure is the previous one; its own column is taken at its word.
    const previous =
      base === "previous_period" && point === row.current && row.previous
        ? toldOnce(points, row.previous)
        : null;
    const compared = previous
      ? previous.value
      : baseOf(series, place, base, { frequency: period.frequency });
    const updated = isUpdated({
      value: cell.value,
      previous: compared,
      asAt: cell.asAt?.end,
      previousAsAt: previous?.asAt?.end,
      frequency: row.frequency,
      columnFrequency: row.columnFrequency,
    });
    const direction = directionOf({ value: cell.value, base: compared, polarity, updated });
    const rating = rate(
      {
        value: cell.value,
        target: resolved.value,
        targetReason: resolved.reason,
        polarity,
        unit: row.unit,
        tolerance: row.tolerance,
        lastYear,
        previous: compared,
      },
      profile,
    );
    const status = STATUS[cell.status];
    const isBenchmark =
      point === row.priorYear && period.frequency !== row.current?.period.frequency;
    return kpiValueRow({
      ...about(row, { area: authority, role: "own", authority, sourceKey }, point),
      ...{ ...figure(cell), ...besides(point) },
      status,
      text_value: cell.isText ? cell.words : null,
      next_due: index === points.length - 1 ? row.nextDue : null,
      method: "kpi_sheet",
      ...cautionOn(point, isBenchmark),
      target: resolved.value,
      lower: rating.lower,
      upper: rating.upper,
      previous: compared,
      rating: rating.rating,
      rating_reason: rating.reason,
      gap: rating.gap,
      movement: direction.movement,
      judgement: direction.judgement,
    });
  });
}

/** Why a figure of a sheet is to be read with care, if it is. */
function cautionOn(
  { provisional, cell: { value, range } }: KpiPoint,
  isBenchmark: boolean,
): Partial<Pick<KpiValueRow, "comparability" | "comparability_note">> {
  const notes = [
    ...(provisional && value !== null ? ["Provisional, as the sheet says"] : []),
    ...(range !== null && value !== null ? [PRINTED_AS_RANGE] : []),
    ...(isBenchmark
      ? ["The sheet does not say which period this column is of: taken for the school year before"]
      : []),
  ];
  return notes.length === 0
    ? {}
    : { comparability: "caution", comparability_note: notes.join("; ") };
}

/** What a sheet prints beside a figure. */
const besides = ({
  numerator = null,
  denominator = null,
  printedRating = null,
}: KpiPoint): Pick<KpiValueRow, "numerator" | "denominator" | "printed_rating"> => ({
  numerator,
  denominator,
  printed_rating: printedRating,
});

const figure = (cell: KpiCell): Pick<KpiValueRow, "value" | "secondary_value" | "status_text"> => ({
  value: cell.value,
  secondary_value: cell.secondary,
  status_text: cell.status === "ok" ? null : cell.words === "" ? null : cell.words,
});

/** The area that a figure is of, the authority that it is shown to, and the sheet's key. */
interface Shown {
  readonly area: string;
  readonly role: AreaRole;
  readonly authority: string;
  readonly sourceKey: number;
}

function about(
  row: KpiRow,
  { area, role, authority, sourceKey }: Shown,
  { cell, period }: Pick<KpiPoint, "cell" | "period">,
): Parameters<typeof kpiValueRow>[0] {
  return {
    indicator_id: row.id,
    area_code: area,
    area_code_type: role === "own" || role === "neighbour_average" ? "authority" : "gss",
    area_role: role,
    ...(row.place && role === "own" ? { breakdown: "locality", breakdown_value: row.place } : {}),
    for_area_code: authority,
    period_start: period.start,
    period_end: period.end,
    period_label: period.average ? `${period.label} average` : period.label,
    frequency: period.frequency,
    method: "kpi_sheet",
    origin: "sheet",
    source_key: sourceKey,
    value: cell.value,
    as_at: cell.asAt?.end ?? period.end,
    cohort_note: row.cohort,
    footprint: row.footprint,
  };
}

function figuresOf(
  row: KpiRow,
  comparators: readonly KpiComparator[],
): Partial<Record<ComparatorKind, ComparatorFigure>> {
  return Object.fromEntries(
    comparators.map((one) => [
      one.kind,
      { value: one.cell.value, comparability: comparatorNote(row, one).comparability },
    ]),
  );
}

/**
 * Comparators as the sheet prints them, of the period that their own cell names, else of the figure
 * they stand beside.
 */
function comparatorRows(
  row: KpiRow,
  { authority, regionCode, sourceKey }: SheetValueOptions,
): KpiValueRow[] {
  const areas: Record<ComparatorKind, readonly [string, AreaRole]> = {
    england: [ENGLAND, "england"],
    region: [regionCode, "region"],
    neighbours: [authority, "neighbour_average"],
  };
  const written = new Set<string>();
  return [...row.earlier, row.previous, row.current].flatMap((point) =>
    (point?.beside?.comparators ?? []).flatMap((comparator): KpiValueRow[] => {
      const { kind, cell } = comparator;
      const [area, role] = areas[kind];
      const period = cell.asAt ?? point!.period;
      const key = `${kind} ${period.frequency} ${period.end}`;
      if (cell.status !== "ok" || area === "" || written.has(key)) return [];
      written.add(key);
      const { comparability, note } = comparatorNote(row, comparator);
      return [
        kpiValueRow({
          ...about(row, { area, role, authority, sourceKey }, { cell, period }),
          ...figure(cell),
          method: "published",
          status: "ok",
          comparability,
          comparability_note: note,
        }),
      ];
    }),
  );
}
