import { baseOf, defaultBase } from "../../../src/kpi/direction-base";
import { directionOf } from "../../../src/kpi/direction";
import { polarityBeside, targetInForce, type DatedTarget } from "../../../src/kpi/dated-target";
import { rateByTargets } from "../../../src/kpi/rate-by-targets";
import { defaultProfile, type RatingProfile } from "../../../src/kpi/rating-profile";
import type { Status } from "../../../src/kpi/status";
import type { ComparatorFigure, ComparatorKind } from "../../../src/kpi/target";
import { isUpdated } from "../../../src/kpi/updated";
import { kpiValueRow, type KpiValueRow } from "../../star/kpi-value-row";
import { ratingColumns } from "../../star/rating-columns";
import { about, figure } from "./about-figure";
import type { KpiCell } from "./cell";
import { comparatorRows, type SheetOfAuthority } from "./comparator-rows";
import { comparatorNote, PRINTED_AS_RANGE } from "./comparators";
import { IMPOSSIBLE, isImpossible } from "./impossible";
import { differing, periodKey } from "./same-period";
import type { KpiComparator, KpiPoint, KpiRow } from "./kpi-row";

interface SheetValueOptions extends SheetOfAuthority {
  /** Targets that are set for an indicator beside the sheet; they go before its own. */
  readonly targetsOf?: (indicator: string) => readonly DatedTarget[];
  readonly profileOf?: (indicator: string) => RatingProfile;
  /** Published comparators of a figure, for targets that point at one that the sheet has not. */
  readonly comparatorsOf?: (figure: KpiValueRow) => Comparators;
}

type Comparators = Readonly<Partial<Record<ComparatorKind, ComparatorFigure>>>;

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

/** The status of a figure that a cell gives. */
export const statusOfCell = ({ status }: Pick<KpiCell, "status">): Status => STATUS[status];

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
  {
    authority,
    sourceKey,
    targetsOf = () => [],
    profileOf = () => defaultProfile,
    comparatorsOf = () => ({}),
  }: SheetValueOptions,
): KpiValueRow[] {
  const own = row.polarity ?? "neutral";
  const profile = profileOf(row.id);
  const set = row.place ? [] : targetsOf(row.id);
  const points = pointsOf(row);
  return points.map((point, index) => {
    const { cell, period } = point;
    const targets = withOwnTarget(row, point, set);
    const { polarity } = polarityBeside(targetInForce(targets, period.end), own);
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
    const status = statusOfCell(cell);
    const isBenchmark =
      point === row.priorYear && period.frequency !== row.current?.period.frequency;
    const unrated = kpiValueRow({
      ...about(row, { area: authority, role: "own", authority, sourceKey }, point),
      ...{ ...figure(cell), ...besides(point) },
      status,
      text_value: cell.isText ? cell.words : null,
      next_due: index === points.length - 1 ? row.nextDue : null,
      method: "kpi_sheet",
      ...cautionOn(row, point, isBenchmark),
      previous: compared,
      movement: direction.movement,
      judgement: direction.judgement,
    });
    const toRate = {
      value: cell.value,
      day: period.end,
      unit: row.unit,
      polarity: own,
      comparators: {
        ...comparatorsOf(unrated),
        ...figuresOf(row, (point.beside ?? row).comparators),
      },
      lastYear,
      previous: compared,
    };
    return { ...unrated, ...ratingColumns(rateByTargets(toRate, targets, profile), profile) };
  });
}

/**
 * The targets of a figure: those that are set beside the sheet, and before the first of them what
 * the sheet prints; else the milestones of the sheet, else the target that stands beside it.
 */
function withOwnTarget(
  row: KpiRow,
  { beside }: KpiPoint,
  set: readonly DatedTarget[],
): readonly DatedTarget[] {
  const { tolerance, milestones = [] } = row;
  const target = beside?.target ?? row.target;
  const printed = { target, tolerance, polarity: null, from: null };
  if (set.length > 0) return target.kind === "none" ? set : [printed, ...set];
  const isRowTarget = JSON.stringify(target) === JSON.stringify(row.target);
  return milestones.length > 0 && isRowTarget
    ? milestones.map((one) => ({ ...one, tolerance }))
    : [printed];
}

/** Why a figure of a sheet is to be read with care, if it is. */
function cautionOn(
  row: KpiRow,
  { provisional, cell: { value, range } }: KpiPoint,
  isBenchmark: boolean,
): Partial<Pick<KpiValueRow, "comparability" | "comparability_note">> {
  const notes = [
    ...(provisional && value !== null ? ["Provisional, as the sheet says"] : []),
    ...(range !== null && value !== null ? [PRINTED_AS_RANGE] : []),
    ...(isImpossible(row, value) ? [IMPOSSIBLE] : []),
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
