import { FINANCIAL_YEAR_BEGINS } from "../../calendar/periods";
import {
  accessView,
  secondContacts,
  secondContactView,
} from "../../collections/mhsds/views/access-view";
import type { View } from "../../indicators/view";
import type { Dialect } from "../dialect";
import { printExpression } from "../print-expression";
import type { SqlStep } from "../step";
import { monthIndicatorsOf } from "./counted";
import { byBreakdown } from "./counted-by-month";

const FIRST_MONTH = "(SELECT min(month) FROM month_loaded)";
/** First month of the financial year of a month. */
export const yearOf = (month: string): string =>
  `(CAST(floor((${month} - ${FINANCIAL_YEAR_BEGINS}) / 12) AS INT) * 12 + ${FINANCIAL_YEAR_BEGINS})`;

const power = (exponent: string): string => `CAST(power(2, ${exponent}) AS BIGINT)`;

/** The rows that `secondContacts` declares: of each referral of an area, ever and of a year. */
function secondQuery(dialect: Dialect): string {
  const { by, where, day, then, first } = secondContacts;
  const view: View = accessView;
  const valueOf = (name: string): string =>
    printExpression(view.measures?.[name] ?? view.flags[name], { dialect });
  const order = ["day", ...then.map((_, i) => `then_${i}`)].join(", ");
  const unit = `area_code, ${by}`;
  const monthOfDay = "year(day) * 12 + month(day) - 1";
  const firstOf = (within: string): string =>
    `first_value(is_such) OVER (PARTITION BY ${within} ORDER BY ${order}, n)`;
  const placeIn = (within: string): string =>
    `row_number() OVER (PARTITION BY ${within} ORDER BY ${order}, n)`;
  return `SELECT DISTINCT area_code, person, ${monthOfDay} AS month
FROM (
  SELECT c.*, ${placeIn(unit)} AS place, ${firstOf(unit)} AS is_first_such,
    ${placeIn(`${unit}, year_of`)} AS place_in_year,
    ${firstOf(`${unit}, year_of`)} AS is_first_such_in_year
  FROM (
    SELECT c.*, ${yearOf(`(${monthOfDay})`)} AS year_of,
      row_number() OVER (PARTITION BY ${unit} ORDER BY ${order}) AS n
    FROM (
      SELECT h.area_code, v.person, v.${by}, ${printExpression(view.dates![day], { dialect })} AS day,
        ${then.map((name, i) => `COALESCE(${valueOf(name)}, -1) AS then_${i}`).join(", ")},
        ${valueOf(first)} AS is_such
      FROM access_in_month v JOIN home h ON h.submission = v.submission AND h.record = v.record
      WHERE v.person IS NOT NULL AND ${valueOf(where)}
    ) c
  ) c
) c WHERE (place = 2 AND is_first_such) OR (place_in_year = 2 AND is_first_such_in_year)`;
}

/** People who were seen in any of twelve months, and people with a second contact in the year. */
export function overMonthsSteps(dialect: Dialect): readonly SqlStep[] {
  const breakdowns = ["all", ...monthIndicatorsOf(accessView.name)[0].breakdowns];
  const { join, group } = byBreakdown(breakdowns);
  const windows = monthIndicatorsOf(accessView.name).map(({ id, over }) => ({ id, over }));
  const lengths = [...new Set(windows.map(({ over }) => over))];
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
JOIN (VALUES ${windows.map(({ id, over }) => `('${id}', ${over})`).join(", ")}) AS o(indicator, months)
  ON o.indicator = m.indicator
JOIN (
  SELECT l.month, k.months AS length, ${power(`l.month - ${FIRST_MONTH} + 1`)} - ${power(`l.month - ${FIRST_MONTH} - k.months + 1`)} AS months
  FROM month_loaded l CROSS JOIN (SELECT DISTINCT months FROM (VALUES ${lengths.map((one) => `(${one})`).join(", ")}) AS k(months)) k
  WHERE l.month - ${FIRST_MONTH} >= k.months - 1
) w ON w.length = o.months
WHERE (c.months & w.months) <> 0
GROUP BY m.indicator, c.area_code, w.month, c.breakdown, c.grp`,
    },
    {
      name: "second_contacts",
      makes: "table",
      rule: `Second contacts of a referral, direct or indirect, whose first was before the 18th birthday:
        ever, or of the financial year. In the order of days; of one day direct contacts come first,
        then the younger age.`,
      query: secondQuery(dialect),
    },
    {
      name: "mh_second_contacts_counted",
      makes: "table",
      rule: "People with a second contact in the financial year so far.",
      query: monthIndicatorsOf(secondContactView.name)
        .map(
          ({ id }) => `SELECT '${id}' AS indicator, s.area_code, m.month, 'all' AS breakdown,
  'all' AS grp, count(*) AS n, CAST(NULL AS BIGINT) AS d
FROM month_loaded m JOIN (
  SELECT s.area_code, s.person, ${yearOf("s.month")} AS year_of, min(s.month) AS month
  FROM second_contacts s JOIN month_loaded l ON l.month = s.month GROUP BY s.area_code, s.person,
    ${yearOf("s.month")}
) s ON s.year_of = ${yearOf("m.month")} AND s.month <= m.month
GROUP BY s.area_code, m.month`,
        )
        .join("\nUNION ALL\n"),
    },
  ];
}
