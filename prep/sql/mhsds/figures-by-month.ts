import type { Dialect } from "../dialect";
import type { SqlStep } from "../step";
import { monthIndicators, monthIndicatorsOf, type MonthIndicator } from "./counted";
import { measureRows, tableOf } from "./counted-by-month";
import { monthViews, waiting, type PrintedView } from "./month-views";
import { printDayLabel, printMonthLabel, monthName, yearsLabel } from "./labels";
import { yearOf } from "./over-months";
import { shortName } from "./read-columns";
import { NO_SUBMISSION, AGES_BY_VERSION } from "../../collections/mhsds/model/months";
import { mhsdsTables } from "../../collections/mhsds/fields/fields";
import { printMonthStart } from "./submissions";

/** Views that are counted within a month. */
const isPlain = ({ view }: PrintedView): boolean =>
  monthIndicatorsOf(view.name).every(({ over }) => over === undefined);

const text = (value: string | undefined): string => (value === undefined ? "NULL" : `'${value}'`);

function frequencyOf({ over, quarterly }: MonthIndicator): string {
  if (quarterly) return "quarter";
  if (over === undefined) return "month";
  return over === "financial_year" ? "year_to_date" : "rolling_12_months";
}

function declaration(count: MonthIndicator): string {
  const silent = monthViews.some(
    ({ view, hasSilent }) => hasSilent && view.name === count.view.name,
  );
  const [{ short = null } = {}] = mhsdsTables
    .filter((table) => table === count.needs)
    .map((table) => ({ short: shortName(table) }));
  return `('${count.id}', '${frequencyOf(count)}', '${count.statistic}', ${short ? `'${short}'` : "CAST(NULL AS STRING)"}, ${text(count.needs)}, ${count.known === "childrens_services" ? "TRUE" : "FALSE"}, ${silent ? "TRUE" : "FALSE"})`;
}

/** Waits so far of those who still wait at the end of a quarter. */
function waitingQuery(): string {
  const ids = monthIndicatorsOf(waiting.view.name);
  const value = (statistic: string): string =>
    statistic === "count" ? "CAST(NULL AS DOUBLE)" : `max(w.${statistic})`;
  return ids
    .map(
      ({ id, statistic }) =>
        `SELECT '${id}' AS indicator, w.area_code, w.month, 'all' AS breakdown, 'all' AS grp, max(w.c) AS n, max(w.c) AS d, ${value(statistic)} AS stat FROM waiting_statistic w GROUP BY w.area_code, w.month`,
    )
    .join("\n  UNION ALL\n  ");
}

/** What was counted, whichever way. */
const countedSteps: readonly SqlStep[] = [
  {
    name: "month_counted",
    makes: "table",
    rule: "Numerators and denominators by indicator, area, month and group.",
    query: `SELECT m.indicator, c.area_code, c.month, c.breakdown, c.grp, sum(CASE
      WHEN (c.marks & m.n) <> 0 THEN c.units ELSE 0 END) AS n,
  CASE WHEN max(m.d) > 0 THEN sum(CASE WHEN (c.marks & m.d) <> 0 THEN c.units ELSE 0 END) END AS d
FROM (
  ${monthViews
    .filter(isPlain)
    .map(({ view }) => `SELECT * FROM ${tableOf(view.name)}_counted`)
    .join("\n  UNION ALL\n  ")}
) c JOIN measure m ON m.view = c.view AND m.unit = c.unit AND m.breakdown = c.breakdown
WHERE (c.marks & (m.n | m.d)) <> 0
GROUP BY m.indicator, c.area_code, c.month, c.breakdown, c.grp
UNION ALL
SELECT * FROM mh_access_counted
UNION ALL
SELECT * FROM mh_second_contacts_counted`,
  },
];

/** What is told of each month. */
const toldSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "month_told",
    makes: "table",
    rule: `What is known of each month: which months a figure looks at, and why there is none where one of
      them is not loaded, lies before the first, or a table is missing.`,
    query: `SELECT i.*, m.month, COALESCE(x.first_month, CASE WHEN i.frequency = 'quarter'
      THEN m.month - 2 ELSE m.month END) AS first_month, m.month AS last_month,
  CASE i.frequency WHEN 'quarter' THEN ${printMonthStart("m.month - 2")} WHEN 'month' THEN m.month_start
    ELSE ${printMonthStart("x.first_month")} END AS period_start,
  m.month_end AS period_end,
  CASE i.frequency WHEN 'quarter' THEN ${monthName("m.month - 2")} || ' to '
    || ${printMonthLabel("m.month")} WHEN 'month' THEN ${printMonthLabel("m.month")}
    WHEN 'year_to_date' THEN ${yearsLabel("x.first_month", "-")} || ' to '
      || ${printDayLabel("m.month_end")}
    ELSE '12 months to ' || ${printDayLabel("m.month_end")} END AS period_label,
  CASE WHEN i.frequency IN ('month', 'quarter') AND a.short IS NOT NULL THEN 'The extract has no '
    || i.table_name || ' table'
    WHEN i.frequency IN ('month', 'quarter') AND NOT m.is_loaded THEN '${NO_SUBMISSION}'
    WHEN i.frequency = 'rolling_12_months' AND COALESCE(w.loaded, 0) < 12
      THEN 'Needs twelve months of extracts'
    WHEN i.frequency = 'year_to_date' AND COALESCE(w.loaded, 0) < m.month - x.first_month + 1
      THEN 'The extracts do not go back to the start of the financial year'
  END AS missing,
  CASE WHEN COALESCE(w.silent, m.silent) > 0 THEN CAST(COALESCE(w.silent, m.silent) AS STRING)
    || ' providers of earlier months sent nothing for a month of the period' END AS of_silent,
  CASE WHEN i.of_children AND m.has_version_5 THEN ${dialect.text(AGES_BY_VERSION)} END AS of_version
FROM (VALUES
  ${monthIndicators.map(declaration).join(",\n  ")}
) AS i(indicator, frequency, statistic, needs, table_name, of_children, has_silent)
CROSS JOIN month_loaded m
LEFT JOIN table_absent a ON a.short = i.needs
LEFT JOIN (
  SELECT 'rolling_12_months' AS frequency, month, month - 11 AS first_month FROM month_loaded
  UNION ALL
  SELECT 'year_to_date', month, ${yearOf("month")} FROM month_loaded
) x ON x.frequency = i.frequency AND x.month = m.month
LEFT JOIN (
  SELECT x.frequency, x.month, sum(CASE WHEN l.is_loaded THEN 1 ELSE 0 END) AS loaded, max(l.silent)
    AS silent
  FROM (SELECT 'rolling_12_months' AS frequency, month, month - 11 AS first_month
    FROM month_loaded UNION ALL SELECT 'year_to_date', month, ${yearOf("month")}
    FROM month_loaded) x
  JOIN month_loaded l ON l.month BETWEEN x.first_month AND x.month GROUP BY x.frequency, x.month
) w ON w.frequency = i.frequency AND w.month = m.month
WHERE i.frequency <> 'quarter' OR m.month % 3 = 2`,
  },
];

/** The figures. */
const figureSteps: readonly SqlStep[] = [
  {
    name: "month_figure",
    makes: "table",
    rule: `Figures by month. Everybody has one for every month, a zero among them; a group of nobody has
      none. A provider that sent nothing for a month has no figure.`,
    query: `WITH waits AS (
  ${waitingQuery()}
), counted AS (
  SELECT indicator, area_code, month, breakdown, grp, n, d, CAST(NULL AS DOUBLE) AS stat
    FROM month_counted
  UNION ALL
  SELECT * FROM waits
), told AS (
  SELECT t.*, a.area_code FROM month_told t CROSS JOIN area a
)
SELECT t.indicator, t.area_code, t.frequency, t.period_start, t.period_end, t.period_label,
  t.first_month, t.last_month, 'all' AS breakdown, 'all' AS grp, t.statistic,
  COALESCE(c.n, 0) AS n, CASE WHEN t.statistic <> 'count' THEN COALESCE(c.d, 0) END AS d, c.stat,
    t.missing, COALESCE(l.why, t.of_silent) AS of_silent, t.of_version, CAST(NULL AS BIGINT)
    AS own_left_out
FROM told t LEFT JOIN counted c ON c.indicator = t.indicator AND c.area_code = t.area_code
  AND c.month = t.month AND c.breakdown = 'all'
LEFT JOIN waiting_left_out l ON t.frequency = 'quarter' AND l.area_code = t.area_code
  AND l.month = t.month
UNION ALL
SELECT t.indicator, t.area_code, t.frequency, t.period_start, t.period_end, t.period_label,
  t.first_month, t.last_month, c.breakdown, c.grp, t.statistic,
  c.n, CASE WHEN t.statistic <> 'count' THEN c.d END, c.stat, NULL, t.of_silent, t.of_version, NULL
FROM told t JOIN counted c ON c.indicator = t.indicator AND c.area_code = t.area_code
  AND c.month = t.month AND c.breakdown <> 'all'
WHERE t.missing IS NULL
UNION ALL
SELECT t.indicator, t.area_code, t.frequency, t.period_start, t.period_end, t.period_label,
  t.first_month, t.last_month, 'provider', g.grp, t.statistic,
  NULL, NULL, NULL, 'The provider sent nothing for this month', NULL, NULL, NULL
FROM told t JOIN (SELECT DISTINCT indicator, area_code, grp FROM counted
  WHERE breakdown = 'provider') g ON g.indicator = t.indicator AND g.area_code = t.area_code
JOIN silent_provider s ON s.provider = g.grp AND s.month = t.month
WHERE t.missing IS NULL AND t.has_silent`,
  },
];

/** The counts by month become figures, or it is said why there is none. */
export const monthFigureSteps = (dialect: Dialect): readonly SqlStep[] => [
  ...countedSteps,
  ...toldSteps(dialect),
  ...figureSteps,
];

/** The declaration of all counts by month. */
export const measureStep: SqlStep = {
  name: "measure",
  makes: "table",
  rule: `What is counted: the marks of the numerator (n) and of the denominator (d; 0 for a plain count)
    of each indicator, of rows or of units that count once, by breakdown.`,
  query: `SELECT * FROM (VALUES
  ${monthViews.flatMap(measureRows).join(",\n  ")}
) AS m(indicator, view, unit, breakdown, n, d)`,
};
