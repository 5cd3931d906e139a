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
import type { Comparator, Kpi, Neighbours, NamedFigure, NeighbourAverage, PastFigure } from "./kpi";
import { lazily } from "./lazily";
import { comparabilityNamed, methodNamed } from "./rule-words";
import type { OrderOptions } from "./order-periods";
import type { ModelRules } from "./rules";
import type { ScaleOf, Unclear } from "./scales";
import { oneForEach, rowsInTime, type PeriodReader, type Slot } from "./timeline";

interface Comparators {
  readonly england: Comparator | null;
  readonly region: (Comparator & { readonly name: string }) | null;
  readonly average: NeighbourAverage | null;
  readonly areas: readonly (NamedFigure & { readonly row: number })[];
  readonly neighbourPeriod: Slot["period"] | null;
  readonly neighbourModel: string | null;
  readonly others: readonly NamedFigure[];
  readonly history: Kpi["history"];
  /** Rows of each role in order of time. */
  readonly rows: Readonly<Record<RowRole, readonly Slot[]>>;
}

type Role = KpiRows["compared"][number]["role"];
type RowRole = Exclude<Role, "beside">;

const rowsOf = ({ compared }: KpiRows, wanted: Role): number[] =>
  compared.filter(({ role }) => role === wanted).map(({ row }) => row);

/** The own figure that is compared, and by which rules. */
interface Comparing {
  readonly columns: Columns;
  readonly group: KpiRows;
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

const NO_ROWS: Comparators["rows"] = {
  england: [],
  region: [],
  neighbour: [],
  neighbour_average: [],
  other: [],
};

/**
 * The comparators of a KPI: from the fields beside its own figure where there are such, else from
 * rows of other areas. The
 * neighbours' figures are those of the latest period that any of them has; an area without one
 * stays, without a value.
 */
export const buildComparators = lazily<Comparing, Comparators>({
  rows: (comparing) => {
    const { columns, group } = comparing;
    if (group.compared.length === 0) return NO_ROWS;
    const of = (role: RowRole): Slot[] => dated(columns, rowsOf(group, role), comparing);
    return {
      england: of("england"),
      region: of("region"),
      neighbour: of("neighbour"),
      neighbour_average: of("neighbour_average"),
      other: of("other"),
    };
  },
  england: (comparing, { rows }) =>
    fieldFigure("england", comparing) ?? figureOf(rows.england, comparing),
  region: (comparing, { rows }) => {
    const { columns } = comparing;
    const region = fieldFigure("region", comparing) ?? figureOf(rows.region, comparing);
    const name =
      rows.region.length > 0
        ? columns.text("area", rows.region[0].row)
        : columns.all("region")[0]?.heading;
    return region && { ...region, name: name ?? "" };
  },
  average: (comparing, { rows, areas, neighbourPeriod }) => {
    const { columns, latestRow, rules, unit } = comparing;
    const averages = averageRowsOf(comparing, rows.neighbour_average);
    const row = shown(averages, comparing)?.row ?? null;
    return (
      givenAverage(columns, fieldFigure("neighbours", comparing), latestRow, areas.length) ??
      givenAverage(columns, figureOf(averages, comparing), row, areas.length) ??
      averageOfAreas(columns, areas, neighbourPeriod, { method: rules.averageMethod, unit })
    );
  },
  areas: (comparing, { rows }) => {
    const { columns } = comparing;
    return latestOf(columns, rows.neighbour, latestNeighbour(comparing, rows));
  },
  neighbourPeriod: (comparing, { rows }) => latestNeighbour(comparing, rows)?.period ?? null,
  neighbourModel: ({ columns, latestRow }, { rows }) => {
    const row = rows.neighbour[0]?.row ?? latestRow;
    return row === null ? null : columns.text("neighbourModel", row);
  },
  others: ({ columns, latestRow }, { rows }) =>
    [
      ...(latestRow === null
        ? []
        : columns.all("comparators").map((column) => ({
            name: column.heading,
            value: columns.numberOf(column, latestRow),
          }))),
      ...latestOf(columns, rows.other, null).map(({ name, value, period }) => ({
        name,
        value,
        period,
      })),
    ].filter(({ value }) => value !== null),
  history: (comparing, { rows }) => {
    const { columns, group, reader, order } = comparing;
    const { rows: ownRows, periods } = reader([...group.own, ...rowsOf(group, "beside")], order);
    const own = {
      length: ownRows.length,
      at: (i: number) => ({ row: ownRows[i], period: periods[i].period }),
    };
    const beside = (role: FieldRole): readonly PastFigure[] | null =>
      historyBeside(columns, role, own);
    return {
      england: beside("england") ?? historyOfRows(columns, rows.england),
      neighbours:
        beside("neighbours") ??
        historyOfRows(columns, averageRowsOf(comparing, rows.neighbour_average)),
    };
  },
});

/** The rows of averages by the author's method; without any those that are published. */
function averageRowsOf({ columns, rules }: Comparing, averages: readonly Slot[]): Slot[] {
  const byMethod = (method: NeighbourAverage["method"]): Slot[] =>
    averages.filter(
      ({ row }) => (methodNamed(columns.text("method", row)) ?? rules.averageMethod) === method,
    );
  const chosen = byMethod(rules.averageMethod);
  return chosen.length > 0 ? chosen : byMethod("published");
}

const latestNeighbour = (
  { columns, latestEnd }: Comparing,
  rows: Comparators["rows"],
): Slot | null => latestInTime(columns, rows.neighbour, latestEnd);

/** The row of a comparator to show: the latest in time, without one the last. */
const shown = (rows: readonly Slot[], { columns, latestEnd }: Comparing): Slot | null =>
  latestInTime(columns, rows, latestEnd) ?? rows.at(-1) ?? null;

const figureOf = (rows: readonly Slot[], comparing: Comparing): Comparator | null =>
  rowFigure(comparing.columns, shown(rows, comparing));

/** Own authority among its neighbours. */
export function rankAmong(
  own: NamedFigure,
  { areas, neighbourPeriod, neighbourModel }: Comparators,
  polarity: Polarity,
): Neighbours | null {
  if (areas.length === 0) return null;
  const values = [own.value, ...areas.map(({ value }) => value)];
  const limits = quartileLimits(values);
  return {
    areas: areas.map(({ name, value }) => ({ name, value })),
    own,
    period: neighbourPeriod?.label ?? null,
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
  for (const one of rowsInTime(reader(rows, order))) {
    const name = `${columns.text("area", one.row) ?? ""} ${columns.text("method", one.row) ?? ""}`;
    const list = byArea.get(name);
    if (list) list.push(one);
    else byArea.set(name, [one]);
  }
  return [...byArea.values()]
    .flatMap((list) => oneForEach(columns, list))
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
  role: FieldRole,
  { columns, latestRow: row, scale, unclear }: Comparing,
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
