import { accessView } from "../../collections/mhsds/views/access-view";
import type { Dialect } from "../dialect";
import { printExpression } from "../print-expression";
import type { SqlStep } from "../step";
import { monthIndicatorsOf } from "./counted";
import { byBreakdown } from "./counted-by-month";

const FIRST_MONTH = "(SELECT min(month) FROM month_loaded)";
/** First month of the financial year of a month. */
export const yearOf = (month: string): string =>
  `(CAST(floor((${month} - 3) / 12) AS INT) * 12 + 3)`;

const power = (exponent: string): string => `CAST(power(2, ${exponent}) AS BIGINT)`;

/** People who were seen in any of twelve months, and people with a second contact in the year. */
export function overMonthsSteps(dialect: Dialect): readonly SqlStep[] {
  const breakdowns = ["all", ...monthIndicatorsOf(accessView.name)[0].breakdowns];
  const { join, group } = byBreakdown(breakdowns);
  const childs = printExpression(accessView.flags.childs_contact, { dialect });
  return [
    {
      name: "mh_access_months",
      makes: "table",
      rule: `In which months each person was seen, by group: one bit a month from the first loaded. A
        person counts once in each twelve months. At most 62 months at a time.`,
      query: `SELECT area_code, breakdown, grp, mark, months, count(*) AS people
FROM (
  SELECT r.area_code, b.breakdown, ${group} AS grp, k.mark, r.person, bit_or(${power(`r.month - ${FIRST_MONTH}`)}) AS months
  FROM mh_access_marked r ${join} CROSS JOIN (SELECT DISTINCT n AS mark FROM measure
    WHERE view = '${accessView.name}') k
  WHERE r.person IS NOT NULL AND (r.marks & k.mark) <> 0
  GROUP BY r.area_code, b.breakdown, ${group}, k.mark, r.person
) p GROUP BY area_code, breakdown, grp, mark, months`,
    },
    {
      name: "mh_access_counted",
      makes: "table",
      rule: "People who were seen in the twelve months up to each month.",
      query: `SELECT m.indicator, c.area_code, w.month, c.breakdown, c.grp, sum(c.people) AS n,
        CAST(NULL AS BIGINT) AS d
FROM mh_access_months c JOIN measure m ON m.view = '${accessView.name}'
  AND m.breakdown = c.breakdown AND m.n = c.mark
CROSS JOIN (
  SELECT month, ${power(`month - ${FIRST_MONTH} + 1`)} - ${power(`month - ${FIRST_MONTH} - 11`)} AS months
  FROM month_loaded WHERE month - ${FIRST_MONTH} >= 11
) w
WHERE (c.months & w.months) <> 0
GROUP BY m.indicator, c.area_code, w.month, c.breakdown, c.grp`,
    },
    {
      name: "second_contacts",
      makes: "table",
      rule: `Second contacts of a referral, direct or indirect, whose first was before the 18th birthday:
        ever, or of the financial year. In the order of days; of one day direct contacts come first,
        then the younger age.`,
      query: `SELECT DISTINCT area_code, person, year(date) * 12 + month(date) - 1 AS month
FROM (
  SELECT c.*, row_number() OVER (PARTITION BY area_code, referral ORDER BY date, kind,
    age_of_contact, n) AS place,
    first_value(age_of_contact) OVER (PARTITION BY area_code, referral ORDER BY date, kind,
      age_of_contact, n) AS first_age,
    row_number() OVER (PARTITION BY area_code, referral, year_of ORDER BY date, kind,
      age_of_contact, n) AS place_in_year,
    first_value(age_of_contact) OVER (PARTITION BY area_code, referral, year_of ORDER BY date, kind,
      age_of_contact, n) AS first_age_in_year
  FROM (
    SELECT h.area_code, v.person, v.referral, v.date, v.kind, v.age_of_contact,
      ${yearOf("(year(v.date) * 12 + month(v.date) - 1)")} AS year_of,
      row_number() OVER (PARTITION BY h.area_code, v.referral ORDER BY v.date, v.kind,
        v.age_of_contact) AS n
    FROM access_in_month v JOIN home h ON h.submission = v.submission AND h.record = v.record
    WHERE v.person IS NOT NULL AND ${childs}
  ) c
) c WHERE (place = 2 AND COALESCE(first_age, -1) < 18) OR (place_in_year = 2 AND COALESCE(first_age_in_year, -1) < 18)`,
    },
    {
      name: "mh_second_contacts_counted",
      makes: "table",
      rule: "MHS69: people with a second contact in the financial year so far.",
      query: `SELECT 'mhs69' AS indicator, s.area_code, m.month, 'all' AS breakdown, 'all' AS grp,
        count(*) AS n, CAST(NULL AS BIGINT) AS d
FROM month_loaded m JOIN (
  SELECT s.area_code, s.person, ${yearOf("s.month")} AS year_of, min(s.month) AS month
  FROM second_contacts s JOIN month_loaded l ON l.month = s.month GROUP BY s.area_code, s.person,
    ${yearOf("s.month")}
) s ON s.year_of = ${yearOf("m.month")} AND s.month <= m.month
GROUP BY s.area_code, m.month`,
    },
  ];
}
