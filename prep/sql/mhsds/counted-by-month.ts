import type { Dialect } from "../dialect";
import { printExpression } from "../print-expression";
import type { SqlStep } from "../step";
import { monthIndicatorsOf, type MonthIndicator } from "./counted";
import type { PrintedView } from "./month-views";

/** Name of a view as a table of a job: `mh_referrals`. */
export const tableOf = (view: string): string => view.replaceAll(".", "_");

const keyOf = (where: readonly string[]): string => [...where].sort().join(" ");
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  keyOf(one) === keyOf(other);

/** Flags that hold together, as one bit of a row. */
interface Marks {
  /** The value of the bit of some flags. */
  readonly bitOf: (where: readonly string[]) => number;
  readonly all: readonly (readonly string[])[];
}

function marksOf(indicators: readonly MonthIndicator[]): Marks {
  const all: string[][] = [];
  const places = new Map<string, number>();
  const bitOf = (where: readonly string[]): number => {
    const key = keyOf(where);
    let place = places.get(key);
    if (place === undefined) {
      place = all.push([...where]) - 1;
      places.set(key, place);
    }
    return 2 ** place;
  };
  for (const { where, outOf } of indicators)
    for (const of of [where, outOf ?? []]) if (of.length > 0) bitOf(of);
  return { bitOf, all };
}

/** Breakdowns that any of some counts is told by, everybody first. */
const breakdownsOf = (indicators: readonly MonthIndicator[]): string[] => [
  "all",
  ...new Set(indicators.flatMap(({ breakdowns }) => breakdowns)),
];

/** Rows once a breakdown, each with its group: `b.breakdown` and `grp`. */
export const byBreakdown = (breakdowns: readonly string[]): { join: string; group: string } => ({
  join: `CROSS JOIN (VALUES ${breakdowns.map((name) => `('${name}')`).join(", ")}) AS b(breakdown)`,
  group:
    breakdowns.length === 1
      ? "'all'"
      : `CASE b.breakdown ${breakdowns.map((name) => `WHEN '${name}' THEN ${name === "all" ? "'all'" : `g_${name}`}`).join(" ")} END`,
});

/** The rows of a view with their groups and flags, then in their areas with their marks. */
export function markedSteps(
  { view, from, units, parameters }: PrintedView,
  dialect: Dialect,
): readonly SqlStep[] {
  const indicators = monthIndicatorsOf(view.name);
  const { all } = marksOf(indicators);
  const printing = { dialect, parameters };
  const flags = [...new Set(all.flat())];
  const groups = breakdownsOf(indicators).slice(1);
  const table = tableOf(view.name);
  const own = units.map((unit) => `v.${unit}`);
  const bits = all.map(
    (where, bit) =>
      `CASE WHEN ${where.map((flag) => `f_${flag}`).join(" AND ")} THEN ${2 ** bit} ELSE 0 END`,
  );
  const told = all.map((where, bit) => {
    const ids = indicators
      .filter(({ where: first, outOf = [] }) => [first, outOf].some((of) => isSame(of, where)))
      .map(({ id }) => id);
    return `${2 ** bit}: ${where.join(" and ")} (${ids.join(", ")})`;
  });
  return [
    {
      name: `${table}_flags`,
      makes: "table",
      rule: "What each row is (f_) and which groups it is in (g_).",
      query: `SELECT ${["v.submission", "v.record", "v.month", ...own].join(", ")},
  ${groups.map((name) => `${printExpression(view.breakdowns[name], printing)} AS g_${name}`).join(",\n  ")},
  ${flags.map((name) => `${printExpression(view.flags[name], printing)} AS f_${name}`).join(",\n  ")}
FROM ${from} v`,
    },
    {
      name: `${table}_marked`,
      makes: "table",
      rule: `Which rows are counted for what: each set of flags that an indicator asks for is one bit of marks.\n\n${told.join("\n\n")}`,
      query: `SELECT h.area_code,
        ${["v.month", ...own, ...groups.map((name) => `v.g_${name}`), "v.marks"].join(", ")}
FROM (
  SELECT v.*, ${bits.join("\n    + ")} AS marks
  FROM ${table}_flags v
) v JOIN home h ON h.submission = v.submission AND h.record = v.record
WHERE v.marks <> 0`,
      drops: [`${table}_flags`],
    },
  ];
}

/** What a count is of: rows, or units that count once. */
const unitOf = ({ distinct }: MonthIndicator): string => distinct ?? "row";

/** The declaration of the counts of a view, as rows of the table `measure`. */
export function measureRows({ view }: PrintedView): string[] {
  const indicators = monthIndicatorsOf(view.name);
  const { bitOf } = marksOf(indicators);
  return indicators.flatMap((count) =>
    ["all", ...count.breakdowns].map(
      (breakdown) =>
        `('${count.id}', '${view.name}', '${unitOf(count)}', '${breakdown}', ${bitOf(count.where)}, ${count.outOf ? bitOf(count.outOf) : 0})`,
    ),
  );
}

/** Rows, and units once each, by month, group and the marks that they have. */
export function countedStep({ view }: PrintedView): SqlStep {
  const indicators = monthIndicatorsOf(view.name);
  const { bitOf } = marksOf(indicators);
  const units = [...new Set(indicators.map(unitOf))];
  const parts = units.map((unit) => {
    const own = indicators.filter((count) => unitOf(count) === unit);
    let mask = 0n;
    for (const { where, outOf } of own)
      for (const of of [where, outOf ?? []]) if (of.length > 0) mask |= BigInt(bitOf(of));
    const { join, group } = byBreakdown(breakdownsOf(own));
    const from = `${tableOf(view.name)}_marked r ${join}\n  WHERE (r.marks & ${mask}) <> 0`;
    const head = `SELECT '${view.name}' AS view, '${unit}' AS unit, area_code, month, breakdown, grp, marks, count(*) AS units`;
    const rows =
      unit === "row"
        ? `SELECT r.area_code, r.month, b.breakdown, ${group} AS grp, r.marks & ${mask} AS marks FROM ${from}`
        : `SELECT r.area_code, r.month, b.breakdown, ${group} AS grp, r.${unit}, bit_or(r.marks & ${mask}) AS marks FROM ${from} AND r.${unit} IS NOT NULL\n  GROUP BY r.area_code, r.month, b.breakdown, ${group}, r.${unit}`;
    return `${head}\nFROM (\n  ${rows}\n) u GROUP BY area_code, month, breakdown, grp, marks`;
  });
  return {
    name: `${tableOf(view.name)}_counted`,
    makes: "table",
    rule: "How many rows, and how many units counted once in a month and group, have which marks.",
    query: parts.join("\nUNION ALL\n"),
  };
}
