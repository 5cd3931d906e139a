import { sexCodes } from "../../collections/mhsds/fields/code-sets";
import { latestOfPerson, latestOfTeam } from "../../collections/mhsds/read/plans";
import {
  mhOrganisationDimension,
  mhPersonDimension,
  serviceTeamDimension,
} from "../../collections/mhsds/tables/fact-tables";
import { columns, recode } from "../../columns/expression";
import type { Dialect } from "../dialect";
import { printExpression } from "../print-expression";
import type { SqlStep } from "../step";
import { starQuery } from "./star-query";
import { printMonthEnd } from "./submissions";

/** Hexadecimal digits of a pseudonym, as those of a build. */
const DIGITS = 32;

const { sex } = columns({ sex: "text" });

/** One row of each by its declared order, the highest first; no value is the lowest. */
const oneOf = (
  { by, highest }: { readonly by: readonly string[]; readonly highest: readonly string[] },
  from: string,
  named: Readonly<Record<string, string>> = {},
): string => `SELECT * FROM (
  SELECT t.*, row_number() OVER (PARTITION BY ${by.join(", ")}
    ORDER BY ${highest.map((name) => `${named[name] ?? name} DESC NULLS LAST`).join(", ")}) AS place
  FROM ${from} t
) t WHERE place = 1`;

/** The people of the star's referrals. */
const personStep = (dialect: Dialect): SqlStep => ({
  name: mhPersonDimension.name,
  makes: "table",
  isOfStar: true,
  rule: `${mhPersonDimension.description} The pseudonym is a digest of the person's id in the tables, which
    has to be a pseudonym itself: no key is in this job, so that it protects nobody.`,
  query: starQuery(
    mhPersonDimension,
    `(${oneOf(latestOfPerson, "star_referral")})`,
    {
      pseudonym: `substr(${dialect.sha256("person")}, 1, ${DIGITS})`,
      sex: printExpression(recode(sex, sexCodes, "not_recorded"), { dialect }),
      sub_icb: "home_sub_icb",
      linked_person_key: "NULL",
    },
    dialect,
  ),
});

/** The teams that referrals are with. */
const teamStep = (dialect: Dialect): SqlStep => ({
  name: serviceTeamDimension.name,
  makes: "table",
  isOfStar: true,
  rule: serviceTeamDimension.description,
  query: starQuery(
    serviceTeamDimension,
    `(
  SELECT l.*, ${dialect.key("l.team")} AS team_key, s.first_month_of, s.last_month_of
  FROM (${oneOf(
    latestOfTeam,
    "(SELECT t.*, s.provider FROM team_of_referral t JOIN submission s ON s.submission = t.submission WHERE t.has_team)",
    { main: "CASE WHEN is_main THEN 1 ELSE 0 END", type: "team_type", ageGroup: "age_group" },
  )}) l
  JOIN (SELECT team, min(month_end) AS first_month_of, max(month_end) AS last_month_of
    FROM team_of_referral WHERE has_team GROUP BY team) s ON s.team = l.team
)`,
    {
      intended_age_group: "age_group",
      first_month: "first_month_of",
      last_month: "last_month_of",
    },
    dialect,
  ),
});

/** The organisations that the data name. */
const organisationStep = (dialect: Dialect): SqlStep => ({
  name: mhOrganisationDimension.name,
  makes: "table",
  isOfStar: true,
  rule: mhOrganisationDimension.description,
  query: starQuery(
    mhOrganisationDimension,
    `(
  SELECT role, organisation, ${printMonthEnd("min(month)")} AS first_month_of,
    ${printMonthEnd("max(month)")} AS last_month_of,
    CASE WHEN role = 'provider' THEN count(DISTINCT month) END AS months
  FROM (
    SELECT 'provider' AS role, provider AS organisation, month FROM submission WHERE is_latest
    UNION ALL
    SELECT 'commissioner', commissioner, month FROM referral_record
    UNION ALL
    SELECT 'sub_icb', sub_icb, month FROM person_area
    UNION ALL
    SELECT 'icb', icb, month FROM person_area
  ) o WHERE organisation IS NOT NULL GROUP BY role, organisation
)`,
    { first_month: "first_month_of", last_month: "last_month_of", months_sent: "months" },
    dialect,
  ),
});

/** The dimensions of the star that MHSDS fills. */
export const dimensionSteps = (dialect: Dialect): readonly SqlStep[] => [
  personStep(dialect),
  teamStep(dialect),
  organisationStep(dialect),
];
