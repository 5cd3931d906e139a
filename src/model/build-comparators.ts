import type { Polarity } from "../kpi/polarity";
import { quartileBand, quartileLimits } from "../kpi/quartile";
import { ranksOf } from "../kpi/rank";
import type { Unit } from "../kpi/unit";
import { fieldFigure, rowFigure } from "./comparator-figures";
import { historyBeside, historyOfRows, type FieldRole } from "./comparator-history";
import { dated, latestInTime, latestOf, type InTime } from "./compared-rows";
import type { KpiRows } from "./group-rows";
import type { Comparator, Kpi, Neighbours, NamedFigure, NeighbourAverage, PastFigure } from "./kpi";
import { lazily } from "./lazily";
import { averageOfAreas, averageRowsOf, givenAverage } from "./neighbour-average";
import type { ModelRules } from "./rules";
import type { ScaleOf, Unclear } from "./scales";
import type { Slot } from "./timeline";

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
interface Comparing extends InTime {
  /** Row of the own latest figure, or null. */
  readonly latestRow: number | null;
  readonly rules: ModelRules;
  readonly unit: Unit;
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
