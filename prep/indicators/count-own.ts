import type { ColumnTable } from "arquero";
import type { Day } from "../calendar/day";
import type { Star, StarData } from "../star/frame";
import { notAvailable, valued, type Figure } from "./figure";
import { unlimited, Unending, type Limited } from "./limited";
import type { OwnCount, OwnIndicator } from "./own-catalogue";
import { ownPeriods, periodState, type OwnKnown, type OwnPeriod } from "./own-periods";

interface OwnCounted {
  readonly figures: Figure[];
  /** What is wrong with the indicator, in words; then there are no figures. */
  readonly problem: string | null;
}

/** The rows that an indicator counts, as plain columns. */
interface OwnRows {
  readonly count: number;
  /**
   * Days of an event; first and last day of what is in force, the last Infinity while it still is.
   * Rows without a day have NaN.
   */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  /** Index into `values` by row, for everybody and each breakdown. */
  readonly groups: readonly {
    readonly name: string;
    readonly values: readonly string[];
    readonly of: Int32Array;
  }[];
}

/** What of the table cannot be used as the indicator says, in words; null when all can. */
function wrongName(
  count: OwnCount,
  { declaration: { columns } }: StarData,
  known: OwnKnown,
): string | null {
  const ofType = (type: string): string[] =>
    columns.filter((column) => column.type === type).map(({ name }) => name);
  const dates = known.date === undefined ? ofType("date") : [known.date];
  for (const name of [count.date, count.from, count.to])
    if (name !== undefined && !dates.includes(name))
      return `${name} is no date of ${count.table}${known.date === undefined ? "" : " that can be counted by"}. Its dates are: ${dates.join(", ")}.`;
  for (const name of count.breakdowns ?? [])
    if (!ofType("text").includes(name))
      return `${name} is no text of ${count.table}, to be broken down by. Its texts are: ${ofType("text").join(", ")}.`;
  return known.date !== undefined && count.date === undefined
    ? `${count.table} is counted by a date: ${known.date}.`
    : null;
}

function groupsOf(table: ColumnTable, name: string): OwnRows["groups"][number] {
  const texts = Array.from(
    { length: table.numRows() },
    (_, row) => (table.get(name, row) as string | null | undefined) || "not_recorded",
  );
  const values = [...new Set(texts)].sort(
    (a, b) =>
      Number(a === "not_recorded") - Number(b === "not_recorded") || (a < b ? -1 : a > b ? 1 : 0),
  );
  const index = new Map(values.map((value, i) => [value, i]));
  return { name, values, of: Int32Array.from(texts, (text) => index.get(text)!) };
}

/** The rows that pass the filter, with what each adds: the council's own expressions run here. */
const countedRows = (table: ColumnTable, count: OwnCount): ColumnTable =>
  (count.filter === undefined ? table : table.filter(count.filter))
    .derive({
      own_numerator: count.numerator ?? "1",
      own_denominator: count.denominator ?? "1",
    })
    .reify();

function rowsOf(table: ColumnTable, { date, from, to, breakdowns = [] }: OwnCount): OwnRows {
  const count = table.numRows();
  const column = (name: string, missing: number): Float64Array =>
    Float64Array.from(
      { length: count },
      (_, row) => (table.get(name, row) as number | null | undefined) ?? missing,
    );
  const number = (name: string): Float64Array =>
    Float64Array.from({ length: count }, (_, row) => Number(table.get(name, row)) || 0);
  const begin = column(date ?? from!, NaN);
  return {
    count,
    from: begin,
    to: date === undefined ? column(to!, Infinity) : begin,
    numerator: number("own_numerator"),
    denominator: number("own_denominator"),
    groups: [
      { name: "all", values: ["all"], of: new Int32Array(count) },
      ...breakdowns.map((name) => groupsOf(table, name)),
    ],
  };
}

/** Sums of a period by group: events of its days, or what is in force on its last day. */
function sumsOf(
  { count, from, to, numerator, denominator }: OwnRows,
  { of, values }: OwnRows["groups"][number],
  period: OwnPeriod,
  isEvent: boolean,
): { top: Float64Array; bottom: Float64Array } {
  const [top, bottom] = [new Float64Array(values.length), new Float64Array(values.length)];
  const counts = (row: number, last: Day): boolean =>
    isEvent ? from[row] >= period.from && from[row] <= last : from[row] <= last && to[row] >= last;
  for (let row = 0; row < count; row++) {
    if (!counts(row, period.to)) continue;
    top[of[row]] += numerator[row];
    bottom[of[row]] += denominator[row];
  }
  return { top, bottom };
}

/**
 * Counts a council's own indicator from the star, by the shortest period that its table is known by
 * and by the indicator's own, for everybody and each breakdown.
 * A period in a gap is not_available; one that the data end cuts off is left out. A name that is
 * not known comes back in words with the names that are; so does an expression that `limited`
 * stopped.
 */
export function countOwn(
  indicator: OwnIndicator,
  star: Star,
  known: OwnKnown,
  limited: Limited = unlimited,
): OwnCounted {
  const { id, count, unit, frequency: wanted } = indicator;
  const refuse = (why: string): OwnCounted => ({ figures: [], problem: `Indicator ${id}: ${why}` });
  if (!count || !known.days.months) return { figures: [], problem: null };
  const data = star.get(count.table);
  if (!data)
    return refuse(`there is no table ${count.table}. There are: ${[...star.keys()].join(", ")}.`);
  const wrong = wrongName(count, data, known);
  if (wrong !== null) return refuse(wrong);
  const frequencies = known.frequencies.filter(
    (one) => one === known.frequencies[0] || one === wanted,
  );
  if (!frequencies.includes(wanted as (typeof frequencies)[number]))
    return refuse(
      `${count.table} cannot be counted by ${wanted}. It can by: ${known.frequencies.join(", ")}.`,
    );
  const isEvent = count.date !== undefined;
  if (!isEvent && (wanted === "rolling_12_months" || wanted === "year_to_date"))
    return refuse(`what is in force on a day cannot be counted by ${wanted}.`);
  let rows: OwnRows;
  try {
    rows = rowsOf(
      limited(() => countedRows(data.frame, count)),
      count,
    );
  } catch (error) {
    if (error instanceof Unending)
      return refuse(
        `an expression did not end and was ${error.message}. Look for a regular expression that repeats a repetition, such as (a+)+, and write it without.`,
      );
    return refuse(
      `an expression cannot be used (${(error as Error).message.split("\n")[0]}). Columns of ${count.table} are written d.name: ${data.declaration.columns.map(({ name }) => name).join(", ")}.`,
    );
  }
  const statistic =
    count.denominator === undefined ? "count" : unit === "percent" ? "percent" : "mean";
  const figures = frequencies.flatMap((frequency) =>
    ownPeriods(frequency, known).flatMap((period): Figure[] => {
      const { start, end, label } = period;
      const about = { indicator: id, frequency, start, end, label };
      const state = periodState(known, period);
      if (state === "cut off") return [];
      if (state === "unknown")
        return [
          {
            ...about,
            breakdown: "all",
            breakdownValue: "all",
            ...notAvailable("No extract loaded covers the whole period"),
            asAt: null,
          },
        ];
      return rows.groups.flatMap((groups) => {
        const { top, bottom } = sumsOf(rows, groups, period, isEvent);
        return groups.values.map((breakdownValue, group): Figure => ({
          ...about,
          breakdown: groups.name,
          breakdownValue,
          ...valued(statistic, top[group], count.denominator === undefined ? null : bottom[group]),
          caution: null,
          asAt: period.to,
        }));
      });
    }),
  );
  return { figures, problem: null };
}
