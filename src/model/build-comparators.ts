import { averageOf, type AverageMethod } from "../kpi/average";
import type { Polarity } from "../kpi/polarity";
import { quartileBand, quartileLimits } from "../kpi/quartile";
import { ranksOf } from "../kpi/rank";
import type { Unit } from "../kpi/unit";
import { UNIT_MULTIPLIERS } from "./unit-multiplier";
import { textIn } from "./cell";
import type { Columns } from "./columns";
import { datedRows, type DatedRow } from "./build-series";
import type { KpiRows } from "./group-rows";
import type { Comparator, Neighbours, NamedFigure, NeighbourAverage } from "./kpi";
import type { Period } from "./period";
import { comparabilityNamed, methodNamed } from "./rule-words";
import type { ModelRules } from "./rules";

export interface Comparators {
  readonly england: Comparator | null;
  readonly region: (Comparator & { readonly name: string }) | null;
  readonly average: NeighbourAverage | null;
  readonly neighbourAreas: readonly NamedFigure[];
  readonly neighbourPeriod: string | null;
  readonly neighbourModel: string | null;
  readonly others: readonly NamedFigure[];
  readonly history: {
    readonly england: ReadonlyMap<string, number>;
    readonly neighbours: ReadonlyMap<string, number>;
  };
}

/** The own figure that is compared, and by which rules. */
export interface Comparing {
  /** Row of the own latest figure, or null. */
  readonly latestRow: number | null;
  readonly rules: ModelRules;
  readonly unit: Unit;
  /** Periods read so far. */
  readonly known: Map<unknown, Period>;
}

/**
 * The comparators of a KPI: from the fields beside its own figure where there are such, else from
 * rows of other areas. The
 * neighbours' figures are those of the latest period that any of them has; an area without one
 * stays, without a value.
 */
export function buildComparators(
  columns: Columns,
  group: KpiRows,
  { latestRow, rules, unit, known }: Comparing,
): Comparators {
  const rowsOf = (role: string): DatedRow[] =>
    dated(
      columns,
      group.compared.filter((item) => item.role === role).map(({ row }) => row),
      known,
    );
  const englandRows = rowsOf("england");
  const regionRows = rowsOf("region");
  const averageRows = rowsOf("neighbour_average").filter(
    ({ row }) =>
      (methodNamed(columns.text("method", row)) ?? rules.averageMethod) === rules.averageMethod,
  );
  const neighbourRows = rowsOf("neighbour");
  const withValue = neighbourRows.filter(({ row }) => columns.number("value", row) !== null);
  const latest = withValue[withValue.length - 1]?.period ?? null;
  const areas = latestOf(columns, neighbourRows, latest);
  const region = fieldFigure(columns, "region", latestRow) ?? rowFigure(columns, regionRows);
  return {
    england: fieldFigure(columns, "england", latestRow) ?? rowFigure(columns, englandRows),
    region: region && {
      ...region,
      name:
        regionRows.length > 0
          ? (columns.text("area", regionRows[0].row) ?? "")
          : (columns.all("region")[0]?.heading ?? ""),
    },
    average:
      givenAverage(
        columns,
        fieldFigure(columns, "neighbours", latestRow),
        latestRow,
        areas.length,
      ) ??
      givenAverage(
        columns,
        rowFigure(columns, averageRows),
        averageRows.at(-1)?.row ?? null,
        areas.length,
      ) ??
      averageOfAreas(columns, areas, latest, { method: rules.averageMethod, unit }),
    neighbourAreas: areas.map(({ name, value }) => ({ name, value })),
    neighbourPeriod: latest?.label ?? null,
    neighbourModel:
      neighbourRows.length > 0
        ? columns.text("neighbourModel", neighbourRows[0].row)
        : latestRow === null
          ? null
          : columns.text("neighbourModel", latestRow),
    others: [
      ...(latestRow === null
        ? []
        : columns.all("comparators").map((column) => ({
            name: column.heading,
            value: columns.numberOf(column, latestRow),
          }))),
      ...latestOf(columns, rowsOf("other"), null).map(({ name, value }) => ({ name, value })),
    ].filter(({ value }) => value !== null),
    history: { england: history(columns, englandRows), neighbours: history(columns, averageRows) },
  };
}

/** Own authority among its neighbours. */
export function rankAmong(
  own: NamedFigure,
  { neighbourAreas, neighbourPeriod, neighbourModel }: Comparators,
  polarity: Polarity,
): Neighbours | null {
  if (neighbourAreas.length === 0) return null;
  const values = [own.value, ...neighbourAreas.map(({ value }) => value)];
  const limits = quartileLimits(values);
  return {
    areas: neighbourAreas,
    own,
    period: neighbourPeriod,
    model: neighbourModel,
    rank: ranksOf(values, polarity)[0],
    rankOf: values.filter((value) => value !== null).length,
    limits,
    band: quartileBand(own.value, limits, polarity),
  };
}

const dated = (
  columns: Columns,
  rows: readonly number[],
  known: Map<unknown, Period>,
): DatedRow[] =>
  rows.length === 0
    ? []
    : rows
        .map((row) => datedRows(columns, [row], known).dated[0])
        .sort((a, b) => (a.period.end ?? 0) - (b.period.end ?? 0));

function history(columns: Columns, rows: readonly DatedRow[]): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { row, period } of rows) {
    const value = columns.number("value", row);
    if (value !== null) values.set(period.label, value);
  }
  return values;
}

/**
 * Each area's figure in a period (in its own latest where none is asked for), in the order the
 * areas first appear.
 */
function latestOf(
  columns: Columns,
  rows: readonly DatedRow[],
  period: Period | null,
): (NamedFigure & { row: number })[] {
  const figures = new Map<string, NamedFigure & { row: number }>();
  for (const { row, period: own } of rows) {
    const name = columns.text("area", row) ?? "";
    if (period !== null && own.label !== period.label) {
      if (!figures.has(name)) figures.set(name, { name, value: null, row });
    } else figures.set(name, { name, value: columns.number("value", row), row });
  }
  return [...figures.values()];
}

function fieldFigure(columns: Columns, role: string, row: number | null): Comparator | null {
  if (row === null || !columns.has(role)) return null;
  const value = columns.number(role, row);
  const words = value === null ? textIn(columns.raw(role, row)) : null;
  if (value === null && words === null) return null;
  return {
    value,
    words,
    period: null,
    comparability: comparabilityNamed(columns.text("comparability", row)),
    note: columns.text("comparabilityNote", row),
  };
}

function rowFigure(columns: Columns, rows: readonly DatedRow[]): Comparator | null {
  const latest =
    [...rows].reverse().find(({ row }) => columns.number("value", row) !== null) ??
    rows[rows.length - 1];
  if (!latest) return null;
  const { row, period } = latest;
  const value = columns.number("value", row);
  return {
    value,
    words: value === null ? columns.text("statusWords", row) : null,
    period: period.label || null,
    comparability: comparabilityNamed(columns.text("comparability", row)),
    note: columns.text("comparabilityNote", row),
  };
}

/** The neighbours' average as a row gives it, or null. */
const givenAverage = (
  columns: Columns,
  figure: Comparator | null,
  row: number | null,
  areaCount: number,
): NeighbourAverage | null =>
  figure === null || row === null
    ? null
    : {
        ...figure,
        method: methodNamed(columns.text("method", row)),
        areaCount: columns.number("areaCount", row),
        listed: areaCount || null,
      };

/**
 * The average of the neighbours' own figures, or null where there are none or the unit has no
 * average.
 */
function averageOfAreas(
  columns: Columns,
  areas: readonly (NamedFigure & { row: number })[],
  period: Period | null,
  { method, unit }: { method: AverageMethod; unit: Unit },
): NeighbourAverage | null {
  const multiplier = UNIT_MULTIPLIERS[unit];
  if (areas.length === 0 || multiplier === undefined) return null;
  const figures = areas.map(({ name, value, row }) => ({
    area: name,
    value,
    numerator: columns.number("numerator", row),
    denominator: columns.number("denominator", row),
  }));
  const { value, areaCount, listed } = averageOf(figures, method, multiplier);
  return {
    value,
    words: null,
    period: period?.label ?? null,
    comparability: "comparable",
    note: null,
    method,
    areaCount,
    listed,
  };
}
