import { mandatory, PLACING } from "../../collections/mhsds/indicators/gaps";
import { columnsOf, type MhsdsTable } from "../../collections/mhsds/fields/fields";
import type { ReducedTable } from "../../collections/mhsds/read/plans";
import { always } from "../../collections/mhsds/rules/submission-findings";
import { restsOn } from "../../indicators/rests-on";
import type { Count } from "../../indicators/indicator";
import type { SqlStep } from "../step";
import { eventIndicators, monthIndicators } from "./counted";
import { shortName, sqlName } from "./read-columns";
import { reducedTables } from "./reduce";

/** The columns of the extract that each figure rests on: equal lists once. */
const lists = new Map<string, number>();
const listOf: { readonly indicator: string; readonly breakdown: string; readonly list: number }[] =
  [...monthIndicators, ...eventIndicators].flatMap((count) =>
    ["all", ...count.breakdowns].map((breakdown) => {
      const key = restsOn(count as Count, breakdown).join(" ");
      if (!lists.has(key)) lists.set(key, lists.size);
      return { indicator: count.id, breakdown, list: lists.get(key)! };
    }),
  );

const names: ReadonlySet<string> = new Set([...lists.keys()].flatMap((key) => key.split(" ")));

/** The columns of a table that figures rest on. */
const restedOn = (table: MhsdsTable) =>
  columnsOf[table].filter(({ heading }) => names.has(`${table}.${heading}`));

function coverageOf(table: ReducedTable): string[] {
  const columns = restedOn(table);
  if (columns.length === 0) return [];
  const sums = columns.flatMap(({ name, since = 0 }) => {
    const of = sqlName(name);
    const sum = (sort: number): string =>
      `sum(CASE WHEN ${of}_is = ${sort}${since > 0 ? ` AND version >= ${since}` : ""} THEN 1 ELSE 0 END)`;
    return [`${sum(0)} AS ${of}_0`, `${sum(1)} AS ${of}_1`, `${sum(2)} AS ${of}_2`];
  });
  const pick = (sort: number): string =>
    `CASE n.place ${columns.map(({ name }, i) => `WHEN ${i} THEN ${sqlName(name)}_${sort}`).join(" ")} END`;
  const rows = columns.map(({ heading }, i) => {
    const name = `${table}.${heading}`;
    return `('${name}', '${heading}', ${i}, ${mandatory.has(name) ? "TRUE" : "FALSE"}, ${PLACING.has(name) ? "TRUE" : "FALSE"})`;
  });
  return [
    `SELECT n.name, '${table}' AS table_name, n.heading, n.is_mandatory, n.is_placing, w.month, ${pick(1)} + ${pick(2)} AS given, ${pick(2)} AS invalid, ${pick(0)} AS missing
FROM (SELECT month, ${sums.join(", ")} FROM ${shortName(table)}_rows WHERE why NOT IN (1, 2)
  GROUP BY month) w
CROSS JOIN (VALUES ${rows.join(", ")}) AS n(name, heading, place, is_mandatory, is_placing)`,
  ];
}

const neededTables = [
  ...always.map((table) => ({ table, when: "TRUE" })),
  {
    table: "MHS102OtherServiceType",
    when: "EXISTS (SELECT 1 FROM submission WHERE version < 6)",
  },
  {
    table: "MHS902ServiceTeamDetails",
    when: "EXISTS (SELECT 1 FROM submission WHERE version >= 6) AND NOT EXISTS (SELECT 1 FROM team_of_referral WHERE team_type IS NOT NULL)",
  },
];

/** The share of a gap, in per cent, of what is not known at all. */
const UNREAD = 1_000_000;

/** What went in, and what it lacks. */
const readSteps: readonly SqlStep[] = [
  {
    name: "row_account",
    makes: "table",
    rule: "How many rows of each table went in, and why rows went out (0: they stayed).",
    query: [
      ...reducedTables.map(
        (table) =>
          `SELECT '${table}' AS table_name, why, count(*) AS row_count FROM ${shortName(table)}_rows GROUP BY why`,
      ),
      "SELECT 'MHS000Header', CASE WHEN is_provider AND month IS NOT NULL THEN 0 ELSE 3 END, count(*) FROM header_rows GROUP BY CASE WHEN is_provider AND month IS NOT NULL THEN 0 ELSE 3 END",
    ].join("\nUNION ALL\n"),
  },
  {
    name: "coverage",
    makes: "table",
    rule: `How many values of each column are given, are none of their kind, and are missing, by month:
      what figures rest on.`,
    query: reducedTables.flatMap(coverageOf).join("\nUNION ALL\n"),
  },
  {
    name: "table_gap",
    makes: "table",
    rule: `What tables lack as a whole: rows that could not be placed, tables that are not there or of
      which nothing could be placed, months that contradict each other, teams that nothing
      describes.`,
    query: `SELECT table_name, CAST(NULL AS BIGINT) AS eligible, CAST(NULL AS BIGINT) AS left_out,
      'None of the rows of the table ' || table_name || ' could be placed' AS why
FROM row_account GROUP BY table_name HAVING sum(CASE WHEN why = 0 THEN row_count ELSE 0 END) = 0
UNION ALL
SELECT table_name, eligible, left_out, CAST(left_out AS STRING) || ' of ' || CAST(eligible
  AS STRING) || ' rows of the table ' || table_name || ' could not be placed'
FROM (SELECT table_name, sum(CASE WHEN why IN (0, 2, 3, 4) THEN row_count ELSE 0 END) AS eligible,
  sum(CASE WHEN why IN (2, 3, 4) THEN row_count ELSE 0 END) AS left_out FROM row_account
  GROUP BY table_name) l WHERE left_out > 0
UNION ALL
${neededTables
  .map(
    ({ table, when }) =>
      `SELECT '${table}', NULL, NULL, 'The extract has no table ${table}' FROM table_absent WHERE short = '${shortName(table as MhsdsTable)}' AND ${when}`,
  )
  .join("\nUNION ALL\n")}
UNION ALL
SELECT 'MHS000Header', count(*), sum(CASE WHEN contradicts THEN 1 ELSE 0 END), CAST(sum(CASE
  WHEN contradicts THEN 1 ELSE 0 END) AS STRING) || ' of ' || CAST(count(*) AS STRING)
  || ' submissions name a month that is not that of their reporting period'
FROM header_rows HAVING sum(CASE WHEN contradicts THEN 1 ELSE 0 END) > 0
UNION ALL
SELECT 'MHS902ServiceTeamDetails', count(*), sum(CASE WHEN team_type IS NULL THEN 1 ELSE 0 END),
  CAST(sum(CASE WHEN team_type IS NULL THEN 1 ELSE 0 END) AS STRING) || ' of ' || CAST(count(*)
  AS STRING) || ' referrals are with a team whose type is not known'
FROM team_of_referral WHERE is_main AND team IS NOT NULL HAVING sum(CASE WHEN team_type IS NULL THEN 1 ELSE 0 END) > 0`,
  },
];

/** What figures rest on. */
const restSteps: readonly SqlStep[] = [
  {
    name: "figure",
    makes: "view",
    rule: "All figures as they were counted.",
    query: "SELECT * FROM month_figure\nUNION ALL\nSELECT * FROM wait_figure",
  },
  {
    name: "rests_on",
    makes: "table",
    rule: "The columns of the extract that figures rest on, equal lists once.",
    query: `SELECT * FROM (VALUES
  ${[...lists]
    .flatMap(([key, list]) =>
      key.split(" ").map((name) => `(${list}, '${name}', '${name.split(".")[0]}')`),
    )
    .join(",\n  ")}
) AS r(list, name, table_name)`,
  },
  {
    name: "list_of",
    makes: "table",
    rule: "Which of these lists an indicator and breakdown rests on.",
    query: `SELECT * FROM (VALUES
  ${listOf.map(({ indicator, breakdown, list }) => `('${indicator}', '${breakdown}', ${list})`).join(",\n  ")}
) AS r(indicator, breakdown, list)`,
  },
];

/** What each figure leaves out at most. */
const worstGap: SqlStep = {
  name: "worst_gap",
  makes: "table",
  rule: `The gap that matters most to the figures that rest on some columns in some months, as a share
      of what should have been counted. What was not read at all is more than everything.`,
  query: `WITH asked AS (
  SELECT DISTINCT l.list, f.first_month, f.last_month FROM figure f JOIN list_of l
    ON l.indicator = f.indicator AND l.breakdown = f.breakdown
), told AS (
  SELECT a.list, a.first_month, a.last_month, c.name, c.table_name, c.heading, c.is_mandatory,
    c.is_placing, sum(c.given) AS given, sum(c.invalid) AS invalid, sum(c.missing) AS missing
  FROM asked a JOIN rests_on r ON r.list = a.list JOIN coverage c ON c.name = r.name
    AND c.month BETWEEN a.first_month AND a.last_month
  GROUP BY a.list, a.first_month, a.last_month, c.name, c.table_name, c.heading, c.is_mandatory,
    c.is_placing
), gap AS (
  SELECT list, first_month, last_month, CAST(NULL AS BIGINT) AS eligible, CAST(NULL AS BIGINT)
    AS left_out, 'No row of the table ' || table_name || ' has ' || heading AS why
  FROM told WHERE given = 0 AND missing > 0 AND is_mandatory
  UNION ALL
  SELECT list, first_month, last_month, given + missing, missing, CAST(missing AS STRING) || ' of '
    || CAST(given + missing AS STRING) || ' rows of the table ' || table_name || ' have no '
    || heading
  FROM told WHERE missing > 0 AND is_placing AND given > 0
  UNION ALL
  SELECT list, first_month, last_month, given, invalid, CAST(invalid AS STRING) || ' of '
    || CAST(given AS STRING) || ' values of ' || heading || ' (' || table_name
    || ') could not be read'
  FROM told WHERE invalid > 0
  UNION ALL
  SELECT DISTINCT a.list, a.first_month, a.last_month, g.eligible, g.left_out, g.why
  FROM asked a JOIN rests_on r ON r.list = a.list JOIN table_gap g ON g.table_name = r.table_name
)
SELECT * FROM (
  SELECT g.*, row_number() OVER (PARTITION BY list, first_month, last_month ORDER BY share DESC,
    why) AS n
  FROM (SELECT g.*, CASE WHEN eligible IS NULL THEN ${UNREAD} WHEN eligible = 0 THEN 0
    ELSE CAST(100 * left_out AS DOUBLE) / eligible END AS share FROM gap g) g
) g WHERE n = 1`,
};

/** What was read only in part, by table, column and month, and what follows for each figure. */
export const coverageSteps: readonly SqlStep[] = [...readSteps, ...restSteps, worstGap];
