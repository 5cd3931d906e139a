import { latestOfReferral } from "../../collections/mhsds/read/plans";
import { isOfWaits, referralView, WAITS_SINCE } from "../../collections/mhsds/views/referral-view";
import type { CountBy } from "../../indicators/indicator";
import type { Dialect } from "../dialect";
import { printExpression } from "../print-expression";
import type { SqlStep } from "../step";
import { eventIndicators } from "./counted";
import { byBreakdown } from "./counted-by-month";
import { printDayLabel, printMonthLabel, monthName, yearNumber, yearsLabel } from "./labels";
import { dayLiteral, LOADED_FROM, waiting } from "./month-views";
import { printMonthEnd, printMonthStart } from "./submissions";

/** What is listed or added up by one date: the same for several indicators. */
interface Kind {
  readonly name: string;
  readonly count: CountBy<"event">;
}

const kindOf = ({ date, numerator, denominator = "", measure = "" }: CountBy<"event">): string =>
  [date, numerator, denominator || measure].filter((part) => part !== "").join(" ");

const kinds: readonly Kind[] = [
  ...new Map(
    eventIndicators.map((count) => [kindOf(count), { name: kindOf(count), count }]),
  ).values(),
];

/** Median, 90th centile and longest of listed waits, from how many waited how long. */
const statisticQuery = (
  key: string,
  from: string,
): string => `SELECT ${key}, max(n) AS c, max(wait) AS longest,
  CAST(min(CASE WHEN up_to >= ceil(9 * n / 10) THEN wait END) AS DOUBLE) AS p90,
  (min(CASE WHEN up_to >= floor((n + 1) / 2) THEN wait END) + min(CASE
    WHEN up_to >= floor(n / 2) + 1 THEN wait END)) / CAST(2 AS DOUBLE) AS median
FROM (
  SELECT w.*, sum(c) OVER (PARTITION BY ${key} ORDER BY wait) AS up_to,
    sum(c) OVER (PARTITION BY ${key}) AS n FROM (${from}) w
) w GROUP BY ${key}`;

const PERIODS = [
  { frequency: "month", length: 1, offset: 0, label: printMonthLabel },
  {
    frequency: "quarter",
    length: 3,
    offset: 0,
    label: (first: string) => `${monthName(first)} || ' to ' || ${printMonthLabel(`${first} + 2`)}`,
  },
  { frequency: "calendar_year", length: 12, offset: 0, label: yearNumber },
  {
    frequency: "academic_year",
    length: 12,
    offset: 8,
    label: (first: string) => yearsLabel(first, "/"),
  },
  {
    frequency: "financial_year",
    length: 12,
    offset: 3,
    label: (first: string) => yearsLabel(first, "-"),
  },
];

/** Periods that touch the loaded months. */
const periodQueries = (): string[] => [
  ...PERIODS.map(
    ({ frequency, length, offset, label }) =>
      `SELECT '${frequency}' AS frequency, first_month, first_month + ${length - 1} AS last_month, ${label("first_month")} AS label FROM (SELECT DISTINCT CAST(floor((month - ${offset}) / ${length}) AS INT) * ${length} + ${offset} AS first_month FROM month_loaded) p`,
  ),
  `SELECT 'rolling_12_months', month - 11, month, '12 months to ' || ${printMonthLabel("month")} FROM month_loaded`,
];

/** The referrals whose waits are counted. */
const referralStep = (dialect: Dialect): SqlStep => ({
  name: "referral_at_last",
  makes: "table",
  rule: `Referrals as the latest month shows them. Four weeks end on day 27; whether somebody was seen
        by then is known where the provider sent data for the months of receipt and of that day, and
        shows the referral up to then.`,
  query: `SELECT r.*, f.first_contact, f.second_contact, f.first_direct, f.first_of_any,
  s.month IS NOT NULL AS sent_at_receipt, e.month IS NOT NULL AS sent_at_four_weeks
FROM (
  SELECT r.*, ${printExpression(referralView.dates.four_weeks_end, { dialect })} AS four_weeks_end,
    row_number() OVER (PARTITION BY ${latestOfReferral.by.join(", ")}
      ORDER BY ${latestOfReferral.highest.map((name) => `${name} DESC`).join(", ")}) AS n
  FROM referral_in_month r
) r
LEFT JOIN first_contacts f ON f.referral = r.referral
LEFT JOIN (SELECT DISTINCT provider, month FROM submission WHERE is_latest) s
  ON s.provider = r.provider AND s.month = year(r.received) * 12 + month(r.received) - 1
LEFT JOIN (SELECT DISTINCT provider, month FROM submission WHERE is_latest) e
  ON e.provider = r.provider AND e.month = year(r.four_weeks_end) * 12 + month(r.four_weeks_end) - 1
WHERE r.n = 1`,
});

/** How long referrals waited, by month and group. */
function waitMonthStep(dialect: Dialect): SqlStep {
  const { flags, measures, breakdowns, dates } = referralView;
  const printing = {
    dialect,
    parameters: { loaded_from: LOADED_FROM, waits_since: dayLiteral(WAITS_SINCE) },
  };
  const all = { ...flags, ...measures };
  const number = (name: keyof typeof all): string =>
    name in flags
      ? `CASE WHEN ${printExpression(all[name], printing)} THEN 1 ELSE 0 END`
      : `GREATEST(COALESCE(${printExpression(all[name], printing)}, 0), 0)`;
  const groups = Object.keys(breakdowns) as (keyof typeof breakdowns)[];
  const { join, group } = byBreakdown(["all", ...groups]);
  const rows = kinds.map(({ name, count }) => {
    const { numerator, denominator, measure, leftOut, known } = count;
    const named = (one: string | undefined): string =>
      one === undefined ? "0" : number(one as keyof typeof all);
    const wait = measure
      ? `CASE WHEN ${printExpression(flags[numerator as keyof typeof flags], printing)} THEN ${printExpression(measures[measure as keyof typeof measures], printing)} END`
      : "CAST(NULL AS BIGINT)";
    return `SELECT ${dialect.text(name)} AS kind, '${known}' AS known, submission, record, ${printExpression(dates[count.date as keyof typeof dates], printing)} AS day,
    ${wait} AS wait, ${named(numerator)} AS top, ${named(denominator)} AS bottom, ${named(leftOut?.flag)} AS left_out, ${groups.map((one) => `g_${one}`).join(", ")}
  FROM grouped`;
  });
  return {
    name: "wait_month",
    makes: "table",
    rule: `How many referrals waited how many days, by the month of the day that counts and by group:
        one table for medians, centiles, means and shares.`,
    query: `WITH grouped AS (
  SELECT v.*, ${groups.map((one) => `${printExpression(breakdowns[one], printing)} AS g_${one}`).join(", ")}
  FROM referral_at_last v WHERE ${printExpression(isOfWaits, printing)}
), event AS (
  ${rows.join("\n  UNION ALL\n  ")}
)
SELECT e.kind, e.known, h.area_code, year(e.day) * 12 + month(e.day) - 1 AS month, b.breakdown,
  ${group} AS grp, e.wait,
  count(*) AS c, sum(e.top) AS top, sum(e.bottom) AS bottom, sum(e.left_out) AS left_out
FROM event e JOIN home h ON h.submission = e.submission AND h.record = e.record ${join}
WHERE e.day IS NOT NULL AND e.top + e.bottom + e.left_out > 0
GROUP BY e.kind, e.known, h.area_code, year(e.day) * 12 + month(e.day) - 1, b.breakdown, ${group}, e.wait`,
  };
}

/** The periods that waits are told for. */
const periodStep: SqlStep = {
  name: "period",
  makes: "table",
  rule: `The periods that have figures of waits. A period with a month that is not known has
        no figure; one that the data end cuts off says so; twelve months are counted only whole. Of
        four weeks a month is known where the one before is loaded too.`,
  query: `WITH known AS (
  SELECT 'months' AS known, month FROM month_loaded WHERE is_loaded
  UNION ALL
  SELECT 'four_weeks', m.month FROM month_loaded m JOIN month_loaded b ON b.month = m.month - 1
    AND b.is_loaded WHERE m.is_loaded
), span AS (
  SELECT max(month) AS data_end FROM month_loaded
), period AS (
  ${periodQueries().join("\n  UNION ALL\n  ")}
)
SELECT p.*, ${printMonthStart("p.first_month")} AS period_start,
  ${printMonthEnd("CASE WHEN p.last_month > p.data_end THEN p.data_end ELSE p.last_month END")}
    AS period_end,
  CASE WHEN p.is_known AND p.last_month > p.data_end THEN p.label || ' to '
    || ${printDayLabel(printMonthEnd("p.data_end"))} ELSE p.label END AS period_label,
  CASE WHEN p.is_known AND p.last_month > p.data_end THEN 'Part period: the data end on '
    || ${printDayLabel(printMonthEnd("p.data_end"))} END AS caution
FROM (
  SELECT k.known, p.frequency, p.first_month, p.last_month, p.label, s.data_end,
    count(x.month) = CASE WHEN p.last_month > s.data_end THEN s.data_end
      ELSE p.last_month END - p.first_month + 1 AS is_known
  FROM period p CROSS JOIN span s CROSS JOIN (VALUES ('months'), ('four_weeks')) AS k(known)
  LEFT JOIN known x ON x.known = k.known AND x.month BETWEEN p.first_month AND p.last_month
  GROUP BY k.known, p.frequency, p.first_month, p.last_month, p.label, s.data_end
) p
WHERE p.frequency <> 'rolling_12_months' OR (p.is_known AND p.last_month <= p.data_end)`,
};

/** What is told of the waits of a period, and of those who still wait. */
const statisticSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "wait_period",
    makes: "table",
    rule: "The same by period.",
    query: `SELECT w.kind, w.area_code, p.frequency, p.first_month, w.breakdown, w.grp, w.wait,
        sum(w.c) AS c, sum(w.top) AS top, sum(w.bottom) AS bottom, sum(w.left_out) AS left_out
FROM wait_month w JOIN period p ON p.known = w.known AND p.is_known
  AND w.month BETWEEN p.first_month AND p.last_month AND w.month <= p.data_end
GROUP BY w.kind, w.area_code, p.frequency, p.first_month, w.breakdown, w.grp, w.wait`,
  },
  {
    name: "wait_statistic",
    makes: "table",
    rule: `Medians (mean of the two middle values where their number is even), 90th centiles (nearest
        rank) and longest waits.`,
    query: statisticQuery(
      "kind, area_code, frequency, first_month, breakdown, grp",
      "SELECT * FROM wait_period WHERE wait IS NOT NULL",
    ),
  },
  {
    name: "waiting_statistic",
    makes: "table",
    rule: `Those who still wait for a contact of any kind at the end of a quarter, the last day
        counted.`,
    query: statisticQuery(
      "area_code, month",
      `SELECT h.area_code, v.month, ${printExpression(waiting.view.measures!.days_waited, { dialect, parameters: waiting.parameters })} AS wait, count(*) AS c
    FROM ${waiting.from} v JOIN home h ON h.submission = v.submission AND h.record = v.record
    WHERE v.month % 3 = 2
      AND ${printExpression(waiting.view.flags.waiting, { dialect, parameters: waiting.parameters })}
    GROUP BY h.area_code, v.month, ${printExpression(waiting.view.measures!.days_waited, { dialect, parameters: waiting.parameters })}`,
    ),
  },
  {
    name: "waiting_left_out",
    makes: "table",
    rule: `Those who were received before the first loaded month: whether they were seen is not known.`,
    query: `SELECT h.area_code, v.month, 'Leaves out ' || CAST(count(*) AS STRING)
        || ' referrals received before ' || ${printDayLabel(LOADED_FROM)}
        || ': whether they were seen is not known' AS why
FROM ${waiting.from} v JOIN home h ON h.submission = v.submission AND h.record = v.record
WHERE ${printExpression(waiting.view.flags.too_early, { dialect, parameters: waiting.parameters })}
GROUP BY h.area_code, v.month`,
  },
];

/** The figures of every indicator of waits. */
function eventFigures(dialect: Dialect): SqlStep {
  const rows = eventIndicators.map(
    (count) =>
      `('${count.id}', ${dialect.text(kindOf(count))}, '${count.statistic}', '${count.known}', ${count.quarterly ? "TRUE" : "FALSE"}, ${count.leftOut ? "TRUE" : "FALSE"})`,
  );
  return {
    name: "wait_figure",
    makes: "table",
    rule: "Figures of waits by period. Everybody has one for every period that is known.",
    query: `WITH told AS (
  SELECT i.*, a.area_code, p.frequency, p.first_month, p.last_month, p.is_known, p.period_start,
    p.period_end, p.period_label, p.caution
  FROM (VALUES
    ${rows.join(",\n    ")}
  ) AS i(indicator, kind, statistic, known, is_quarterly, has_left_out)
  JOIN period p ON p.known = i.known CROSS JOIN area a
  WHERE NOT i.is_quarterly OR p.frequency = 'quarter'
), summed AS (
  SELECT kind, area_code, frequency, first_month, breakdown, grp, sum(top) AS top, sum(bottom)
    AS bottom, sum(left_out) AS left_out
  FROM wait_period GROUP BY kind, area_code, frequency, first_month, breakdown, grp
), counted AS (
  SELECT s.*, w.c, w.median, w.p90, w.longest
  FROM summed s LEFT JOIN wait_statistic w ON w.kind = s.kind AND w.area_code = s.area_code
    AND w.frequency = s.frequency AND w.first_month = s.first_month AND w.breakdown = s.breakdown
    AND w.grp = s.grp
)
SELECT t.indicator, t.area_code, t.frequency, t.period_start, t.period_end, t.period_label,
  t.first_month, t.last_month, COALESCE(c.breakdown, 'all') AS breakdown, COALESCE(c.grp, 'all')
  AS grp, t.statistic,
  COALESCE(c.top, 0) AS n,
  CASE WHEN t.statistic IN ('percent', 'mean') THEN COALESCE(c.bottom, 0)
    WHEN t.statistic <> 'count' THEN COALESCE(c.c, 0) END AS d,
  CASE t.statistic WHEN 'median' THEN c.median WHEN 'p90' THEN c.p90 WHEN 'longest'
    THEN CAST(c.longest AS DOUBLE) END AS stat,
  CASE WHEN NOT t.is_known THEN 'No return loaded covers the whole period' END AS missing, t.caution
    AS of_silent, CAST(NULL AS STRING) AS of_version,
  CASE WHEN t.has_left_out THEN COALESCE(c.left_out, 0) END AS own_left_out
FROM told t LEFT JOIN counted c ON t.is_known AND c.kind = t.kind AND c.area_code = t.area_code AND c.frequency = t.frequency AND c.first_month = t.first_month`,
  };
}

/** The waits of referrals, by the month of the contact that ends them, in every period. */
export const waitSteps = (dialect: Dialect): readonly SqlStep[] => [
  referralStep(dialect),
  waitMonthStep(dialect),
  periodStep,
  ...statisticSteps(dialect),
  eventFigures(dialect),
];
