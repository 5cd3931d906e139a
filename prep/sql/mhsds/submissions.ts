import type { Dialect } from "../dialect";
import type { SqlStep } from "../step";
import { asNumber, isOrganisation, printDay } from "./decode";

/** The month of a UniqMonthID: they count from April 1900, which is 1. */
export const monthOfNumber = (number: string): string => `${number} + ${1900 * 12 + 2}`;
const monthOfDay = (day: string): string => `year(${day}) * 12 + month(${day}) - 1`;

/** The first and last day of a month that is counted as year * 12 + month - 1. */
export const printMonthStart = (month: string): string =>
  `make_date(CAST(floor((${month}) / 12) AS INT), CAST((${month}) % 12 + 1 AS INT), 1)`;
export const printMonthEnd = (month: string): string => `last_day(${printMonthStart(month)})`;

/** The whole number of a text, or null. */
export const integer = (text: string): string =>
  `TRY_CAST(regexp_replace(${text}, '[.]0*$', '') AS INT)`;

/** The submissions. */
const sentSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "header_rows",
    makes: "table",
    rule: `Each row of the headers with its month: that of the reporting period, else of UniqMonthID.
      Months are counted as year * 12 + month - 1.`,
    query: `SELECT submission, ${isOrganisation("provider", dialect)} AS is_provider, provider,
  COALESCE(${monthOfDay(printDay("period_start", dialect))},
    ${monthOfNumber(integer("month_number"))}) AS month,
  ${monthOfDay(printDay("period_start", dialect))} <> ${monthOfNumber(integer("month_number"))}
    AS contradicts,
  TRY_CAST(regexp_replace(version, '^([0-9]+).*$',
    '${dialect.name === "spark" ? "$1" : "\\1"}') AS INT) AS version,
  ${integer("file_type")} AS file_type, TRY_CAST(effective_from AS TIMESTAMP) AS effective_from,
    row_id
FROM mhs000_source`,
  },
  {
    name: "submission",
    makes: "table",
    rule: `One submission of each provider and month counts: the highest FileType, then the latest
      EFFECTIVE_FROM, then the highest UniqSubmissionID. A submission without a header is known from
      its people and referrals. Months that were not asked for do not count.`,
    query: `SELECT submission, provider, month, ${printMonthStart("month")} AS month_start,
      ${printMonthEnd("month")} AS month_end,
  COALESCE(version, CASE WHEN month >= ${monthOfNumber("1489")} THEN 6
    WHEN month >= ${monthOfNumber("1459")} THEN 5 ELSE 4 END) AS version,
  is_asked AND row_number() OVER (PARTITION BY provider, month
    ORDER BY COALESCE(file_type, 0) DESC, COALESCE(effective_from,
      TIMESTAMP '1970-01-01 00:00:00') DESC, ${asNumber("submission", "DESC")}) = 1 AS is_latest
FROM (
  SELECT k.*, month BETWEEN p.first_month AND p.last_month AS is_asked
  FROM (
    SELECT k.*, row_number() OVER (PARTITION BY submission ORDER BY place,
      ${asNumber("row_id", "ASC")}) AS n
    FROM (
      SELECT submission, provider, month, version, file_type, effective_from, row_id, 0 AS place
        FROM header_rows WHERE is_provider
      UNION ALL
      SELECT submission, provider, ${monthOfNumber(integer("month_number"))}, NULL,
        ${integer("file_type")}, TRY_CAST(effective_from AS TIMESTAMP), row_id, 1
      FROM mhs001_source WHERE ${isOrganisation("provider", dialect)}
      UNION ALL
      SELECT submission, provider, ${monthOfNumber(integer("month_number"))}, NULL,
        ${integer("file_type")}, TRY_CAST(effective_from AS TIMESTAMP), row_id, 2
      FROM mhs101_source WHERE ${isOrganisation("provider", dialect)}
    ) k
    WHERE submission IS NOT NULL AND month IS NOT NULL
  ) k CROSS JOIN parameter p
  WHERE n = 1
) s`,
  },
];

/** What rows without a submission are placed by. */
const placeStep: SqlStep = {
  name: "latest_of_place",
  makes: "view",
  rule: "The submission that counts of each provider and month.",
  query: `SELECT submission AS place_submission, provider AS place_provider, month AS place_month
FROM submission WHERE is_latest`,
};

/** The months that they are of. */
const monthSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "month_loaded",
    makes: "table",
    rule: `Every month from the first to the last loaded, whether something was sent for it, and how many
      providers of earlier months sent nothing. Only months with a submission are counted; the
      others are not_available.`,
    query: `WITH span AS (
  SELECT ${dialect.series("first_month", "last_month")} AS month
  FROM (SELECT min(month) AS first_month, max(month) AS last_month FROM submission
    WHERE is_latest) s
), sent AS (
  SELECT DISTINCT provider, month FROM submission WHERE is_latest
), since AS (
  SELECT provider, min(month) AS first_month FROM sent GROUP BY provider
)
SELECT m.month, ${printMonthStart("m.month")} AS month_start, ${printMonthEnd("m.month")} AS month_end,
  COALESCE(l.submissions, 0) > 0 AS is_loaded,
  COALESCE(l.has_version_5, FALSE) AS has_version_5, COALESCE(q.silent, 0) AS silent
FROM span m
LEFT JOIN (SELECT month, count(*) AS submissions, bool_or(version < 6) AS has_version_5
  FROM submission WHERE is_latest GROUP BY month) l ON l.month = m.month
LEFT JOIN (
  SELECT m.month, count(*) AS silent
  FROM span m JOIN since f ON f.first_month < m.month LEFT JOIN sent s ON s.provider = f.provider
    AND s.month = m.month
  WHERE s.provider IS NULL GROUP BY m.month
) q ON q.month = m.month`,
  },
  {
    name: "silent_provider",
    makes: "table",
    rule: `Months that a provider of other months sent nothing for: its own figures are not_available,
      not zero.`,
    query: `SELECT p.provider, m.month
FROM (SELECT DISTINCT provider FROM submission WHERE is_latest) p CROSS JOIN month_loaded m
LEFT JOIN (SELECT DISTINCT provider, month FROM submission WHERE is_latest) s
  ON s.provider = p.provider AND s.month = m.month
WHERE s.provider IS NULL`,
  },
];

/** Which submissions there are, and which one of each provider and month counts. */
export const submissionSteps = (dialect: Dialect): readonly SqlStep[] => [
  ...sentSteps(dialect),
  placeStep,
  ...monthSteps(dialect),
];
