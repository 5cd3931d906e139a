import { escape, op } from "arquero";
import type { Severity } from "../check/finding";
import type { RuleText } from "../check/rule";
import type { RuleCount, SchoolCount } from "../check/run";
import { recordTable } from "../columns/record-table";
import type { FoundInRun, RunList } from "./run-list";
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
export type TrendRun = FoundInRun<TrendRow>;

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

/** Errors and warnings of a run in all. */
const totalsOf = ({ found }: TrendRun): Record<Severity, number> => {
  const total = (wanted: Severity): number =>
    found
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

/** A cell as a value of a list, or null. */
const oneOf = <T extends string>(list: readonly T[], text: string): T | null =>
  list.find((one) => one === text) ?? null;

/** trend.csv: how often each rule was broken, run after run. */
export const trend: RunList<TrendRow> = {
  name: "trend",
  columns: [
    { name: "severity", type: "text", value: ({ severity }) => severity },
    { name: "rule", type: "text", value: ({ rule }) => rule },
    { name: "breakdown", type: "text", value: ({ breakdown }) => breakdown },
    { name: "breakdown_value", type: "text", value: ({ value }) => value },
    { name: "count", type: "int64", value: ({ count }) => count },
  ],
  read: ([severityText, rule, breakdownText, value, countText]) => {
    const severity = oneOf(severities, severityText);
    const breakdown = oneOf(breakdowns, breakdownText);
    if (severity === null || breakdown === null || !rule || !value || !/^\d+$/.test(countText))
      return null;
    return { severity, rule, breakdown, value, count: Number(countText) };
  },
};
