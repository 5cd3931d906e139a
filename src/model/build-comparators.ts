import { averageOf, type AverageMethod } from "../kpi/average";
import type { Polarity } from "../kpi/polarity";
import { quartileBand, quartileLimits } from "../kpi/quartile";
import { ranksOf } from "../kpi/rank";
import type { Unit } from "../kpi/unit";
import { UNIT_MULTIPLIERS } from "../kpi/unit";
import { textIn } from "./cell";
import type { Columns } from "./columns";
import { besidePeriod, historyBeside, historyOfRows, type FieldRole } from "./comparator-history";
import type { KpiRows } from "./group-rows";
import type { Comparator, Kpi, Neighbours, NamedFigure, NeighbourAverage } from "./kpi";
import { comparabilityNamed, methodNamed } from "./rule-words";
import type { OrderOptions } from "./order-periods";
import type { ModelRules } from "./rules";
import type { ScaleOf, Unclear } from "./scales";
import { slotsOf, type PeriodReader, type Slot } from "./timeline";

interface Comparators {
  readonly england: Comparator | null;
  readonly region: (Comparator & { readonly name: string }) | null;
  readonly average: NeighbourAverage | null;
  readonly neighbourAreas: readonly NamedFigure[];
  readonly neighbourPeriod: string | null;
  readonly neighbourModel: string | null;
  readonly others: readonly NamedFigure[];
  readonly history: Kpi["history"];
}

/** The own figure that is compared, and by which rules. */
interface Comparing {
  /** Row of the own latest figure, or null. */
  readonly latestRow: number | null;
  /** Last day of its period; null where that is not known. */
  readonly latestEnd: number | null;
  readonly rules: ModelRules;
  readonly unit: Unit;
  readonly reader: PeriodReader;
  readonly order: OrderOptions;
  readonly scale: ScaleOf | null;
  readonly unclear: Unclear;
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
  comparing: Comparing,
): Comparators {
  const { latestRow, latestEnd, rules, unit } = comparing;
  const rowsOf = (role: string): Slot[] =>
    dated(
      columns,
      group.compared.filter((item) => item.role === role).map(({ row }) => row),
      comparing,
    );
  const field = (role: FieldRole): Comparator | null =>
    fieldFigure(columns, role, latestRow, comparing);
  const englandRows = rowsOf("england");
  const regionRows = rowsOf("region");
  const averages = rowsOf("neighbour_average");
  const byMethod = (method: NeighbourAverage["method"]): Slot[] =>
    averages.filter(
      ({ row }) => (methodNamed(columns.text("method", row)) ?? rules.averageMethod) === method,
    );
  const chosen = byMethod(rules.averageMethod);
  const averageRows = chosen.length > 0 ? chosen : byMethod("published");
  const neighbourRows = rowsOf("neighbour");
  const latest = latestInTime(columns, neighbourRows, latestEnd);
  const figureOf = (rows: readonly Slot[]): Comparator | null => rowFigure(columns, shown(rows));
  const shown = (rows: readonly Slot[]): Slot | null =>
    latestInTime(columns, rows, latestEnd) ?? rows.at(-1) ?? null;
  const own = comparing.reader(group.own, comparing.order).rows;
  const areas = latestOf(columns, neighbourRows, latest);
  const region = field("region") ?? figureOf(regionRows);
  return {
    england: field("england") ?? figureOf(englandRows),
    region: region && {
      ...region,
      name:
        regionRows.length > 0
          ? (columns.text("area", regionRows[0].row) ?? "")
          : (columns.all("region")[0]?.heading ?? ""),
    },
    average:
      givenAverage(columns, field("neighbours"), latestRow, areas.length) ??
      givenAverage(columns, figureOf(averageRows), shown(averageRows)?.row ?? null, areas.length) ??
      averageOfAreas(columns, areas, latest?.period ?? null, { method: rules.averageMethod, unit }),
    neighbourAreas: areas.map(({ name, value }) => ({ name, value })),
    neighbourPeriod: latest?.period.label ?? null,
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
      ...latestOf(columns, rowsOf("other"), null).map(({ name, value, period }) => ({
        name,
        value,
        period,
      })),
    ].filter(({ value }) => value !== null),
    history: {
      england: historyBeside(columns, "england", own) ?? historyOfRows(columns, englandRows),
      neighbours: historyBeside(columns, "neighbours", own) ?? historyOfRows(columns, averageRows),
    },
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

/**
 * The rows of a role in order of time, one for each period of an area and method; none where the
 * order is not known.
 */
function dated(columns: Columns, rows: readonly number[], { reader, order }: Comparing): Slot[] {
  if (rows.length === 0) return [];
  const byArea = new Map<string, Slot[]>();
  for (const one of reader(rows, order).rows) {
    const name = `${columns.text("area", one.row) ?? ""} ${columns.text("method", one.row) ?? ""}`;
    const list = byArea.get(name);
    if (list) list.push(one);
    else byArea.set(name, [one]);
  }
  return [...byArea.values()]
    .flatMap((list) => slotsOf(columns, list))
    .sort((a, b) => a.place - b.place);
}

/** The figure of a period, null where it has two. */
const valueIn = (columns: Columns, { row, differ }: Slot): number | null =>
  differ ? null : columns.number("value", row);

/**
 * The latest row with a value that is of the time of the own figure or before it; where all are
 * later, the latest. Null where none has a value.
 */
function latestInTime(columns: Columns, rows: readonly Slot[], ownEnd: number | null): Slot | null {
  const given = rows.filter(({ row }) => columns.number("value", row) !== null);
  const inTime = given.filter(
    ({ period: { end } }) => end === null || ownEnd === null || end <= ownEnd,
  );
  return inTime.at(-1) ?? given.at(-1) ?? null;
}

/**
 * Each area's figure in a period (in its own latest where none is asked for), in the order the
 * areas first appear.
 */
function latestOf(
  columns: Columns,
  rows: readonly Slot[],
  latest: Slot | null,
): (NamedFigure & { row: number })[] {
  const figures = new Map<string, NamedFigure & { row: number }>();
  for (const slot of rows) {
    const { row, place, period } = slot;
    const name = columns.text("area", row) ?? "";
    if (latest !== null && place !== latest.place) {
      if (!figures.has(name)) figures.set(name, { name, value: null, row });
    } else {
      const value = valueIn(columns, slot);
      figures.set(name, { name, value, row, period: period.label });
    }
  }
  return [...figures.values()];
}

/** The comparator beside the own figure; a question mark where its scale is not certain. */
function fieldFigure(
  columns: Columns,
  role: FieldRole,
  row: number | null,
  { scale, unclear }: Comparing,
): Comparator | null {
  if (row === null || !columns.has(role)) return null;
  const figure = columns.number(role, row);
  const doubtful = unclear(role, figure, { scale, value: columns.number("value", row) });
  const value = doubtful ? null : figure;
  const words = doubtful ? "?" : value === null ? textIn(columns.raw(role, row)) : null;
  if (value === null && words === null) return null;
  return {
    value,
    words,
    comparability: comparabilityNamed(columns.text("comparability", row)),
    note: columns.text("comparabilityNote", row),
    ...periodBeside(columns, role, row),
  };
}

/**
 * The period that a comparator beside the own figure is of, and where it is from: `Mar 2024, as the
 * board's sheet prints it` is of Mar 2024.
 */
function periodBeside(
  columns: Columns,
  role: FieldRole,
  row: number,
): Pick<Comparator, "period" | "from"> {
  const [, from = ""] = (columns.text(`${role}Period`, row) ?? "").split(/, (.+)/);
  return { period: besidePeriod(columns, role, row), from: from || null };
}

function rowFigure(columns: Columns, latest: Slot | null): Comparator | null {
  if (latest === null) return null;
  const { row, period, differ } = latest;
  const value = valueIn(columns, latest);
  return {
    value,
    words: differ ? "?" : value === null ? columns.text("statusWords", row) : null,
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
        method: methodNamed(columns.text("neighboursMethod", row) ?? columns.text("method", row)),
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
  period: Slot["period"] | null,
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
