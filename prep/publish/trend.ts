import { escape, op } from "arquero";
import type { Day } from "../calendar/day";
import { readDay } from "../calendar/read-day";
import type { Severity } from "../check/finding";
import type { RuleText } from "../check/rule";
import type { RuleCount, SchoolCount } from "../check/run";
import { recordTable } from "../columns/record-table";
import type { RawTable } from "../columns/raw-table";
import { scanCsv } from "../scan/scan";
import { undefused } from "./csv-text";
import { listChunks, type ListColumn } from "./list";
import type { WorkPlaces } from "./work-places";

/** What one run found: of a rule in all, by school, or by team. */
interface TrendRow {
  readonly severity: Severity;
  readonly rule: string;
  readonly breakdown: (typeof breakdowns)[number];
  /** `all`, the id of a school (or `no_school`), or a team (or `not_assigned`). */
  readonly value: string;
  readonly count: number;
}

/** One build over one state of the extracts. */
export interface TrendRun {
  /** The newest day that the extracts say they were made or speak of; null where none says one. */
  readonly dataDate: Day | null;
  /** Tells one state of the extracts from another: `in-` and 12 hexadecimal digits. */
  readonly input: string;
  /** Version of the program: another one may have other rules. */
  readonly product: string;
  readonly rows: readonly TrendRow[];
}

const breakdowns = ["all", "school", "team"] as const;
const severities: readonly Severity[] = ["error", "warning"];

interface TrendSource {
  readonly rules: readonly RuleText[];
  readonly summary: readonly RuleCount[];
  readonly bySchool: readonly SchoolCount[];
}

const COUNTED = ["breakdown", "severity", "rule", "value"] as const;

/**
 * Counts in all, by school and, where the settings name teams, by team; those that come up again
 * not yet added up.
 */
function countRows(
  { rules, summary, bySchool }: TrendSource,
  places: WorkPlaces,
): Readonly<TrendRow>[] {
  const inAll = { breakdown: "all", value: "all" } as const;
  const found = new Set(summary.map(({ rule }) => rule));
  return [
    ...summary.map(({ rule, severity, count }) => ({ severity, rule, ...inAll, count })),
    ...rules
      .filter(({ id }) => !found.has(id))
      .map(({ id, severity }) => ({ severity, rule: id, ...inAll, count: 0 })),
    ...bySchool.flatMap(({ rule, severity, school, count }): TrendRow[] => {
      const { school: id, team } = places.of(school);
      return [
        { severity, rule, breakdown: "school", value: id, count },
        ...(team === null
          ? []
          : [{ severity, rule, breakdown: "team" as const, value: team, count }]),
      ];
    }),
  ];
}

/** The counts of a run: every rule in all, 0 too; by school and team where it found something. */
export function trendRows(source: TrendSource, places: WorkPlaces): TrendRow[] {
  const counts = recordTable(countRows(source, places), [...COUNTED, "count"])
    .groupby(...COUNTED)
    .rollup({ count: op.sum("count") })
    .orderby(
      escape(({ breakdown }: TrendRow) => breakdowns.indexOf(breakdown)),
      escape(({ severity }: TrendRow) => severities.indexOf(severity)),
      "rule",
      "value",
    );
  return counts.objects() as TrendRow[];
}

/**
 * The runs with a new one: it takes the place of an earlier run over the same state of the
 * extracts, else it comes
 * last.
 */
export function withRun(runs: readonly TrendRun[], run: TrendRun): TrendRun[] {
  const same = runs.findIndex(({ input }) => input === run.input);
  return same < 0 ? [...runs, run] : runs.map((other, i) => (i === same ? run : other));
}

/** Errors and warnings of a run in all. */
const totalsOf = ({ rows }: TrendRun): Record<Severity, number> => {
  const total = (wanted: Severity): number =>
    rows
      .filter(({ breakdown, severity }) => breakdown === "all" && severity === wanted)
      .reduce((sum, { count }) => sum + count, 0);
  return { error: total("error"), warning: total("warning") };
};

/** Totals of the run before the one over a state of the extracts; null where that is the first. */
export function totalsBefore(
  runs: readonly TrendRun[],
  input: string,
): Record<Severity, number> | null {
  const before = runs[runs.findIndex((run) => run.input === input) - 1];
  return before ? totalsOf(before) : null;
}

interface Line extends Omit<TrendRun, "rows">, TrendRow {
  readonly run: number;
}

const columns: readonly ListColumn<Line>[] = [
  { name: "run", type: "int64", value: ({ run }) => run },
  { name: "data_date", type: "date", value: ({ dataDate }) => dataDate },
  { name: "input", type: "text", value: ({ input }) => input },
  { name: "product", type: "text", value: ({ product }) => product },
  { name: "severity", type: "text", value: ({ severity }) => severity },
  { name: "rule", type: "text", value: ({ rule }) => rule },
  { name: "breakdown", type: "text", value: ({ breakdown }) => breakdown },
  { name: "breakdown_value", type: "text", value: ({ value }) => value },
  { name: "count", type: "int64", value: ({ count }) => count },
];

/**
 * trend.csv: how often each rule was broken, run after run; the oldest run first, numbered from 1.
 */
export const trendCsv = (runs: readonly TrendRun[]): Generator<Uint8Array> =>
  listChunks(
    "trend",
    columns,
    runs.flatMap(({ rows, ...run }, i) =>
      rows.map((row): Line => ({ run: i + 1, ...run, ...row })),
    ),
  );

/** A cell as a value of a list, or null. */
const oneOf = <T extends string>(list: readonly T[], text: string): T | null =>
  list.find((one) => one === text) ?? null;

/**
 * The runs that a trend.csv holds; null when it is none that we wrote, or somebody has spoilt it.
 * Dates may have been
 * turned round by Excel.
 */
function readTrend(table: RawTable): TrendRun[] | null {
  const cells = columns.map(({ name }) => table.columns.get(name));
  if (cells.some((column) => column === undefined)) return null;
  const runs: { dataDate: Day | null; input: string; product: string; rows: TrendRow[] }[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const [run, date, input, product, severityText, rule, breakdownText, value, countText] =
      cells.map((column) => undefused(column!.at(row) ?? ""));
    const [severity, breakdown] = [
      oneOf(severities, severityText),
      oneOf(breakdowns, breakdownText),
    ];
    const dataDate = date === "" ? null : readDay(date);
    const isNext = run === String(runs.length + 1);
    if (isNext) runs.push({ dataDate, input, product, rows: [] });
    if (
      run !== String(runs.length) ||
      !/^in-[0-9a-f]{12}$/.test(input) ||
      severity === null ||
      breakdown === null ||
      rule === "" ||
      value === "" ||
      !/^\d+$/.test(countText) ||
      (date !== "" && dataDate === null)
    )
      return null;
    runs[runs.length - 1].rows.push({ severity, rule, breakdown, value, count: Number(countText) });
  }
  return runs;
}

/** The runs of a trend.csv, from its bytes; null where it cannot be read. */
export async function runsOf(chunks: AsyncIterable<Uint8Array>): Promise<TrendRun[] | null> {
  const { tables, problems } = await scanCsv(chunks, { table: "trend" });
  return problems.some(({ severity }) => severity === "error") || !tables[0]
    ? null
    : readTrend(tables[0]);
}
