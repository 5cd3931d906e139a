import { contactView } from "../../collections/mhsds/views/contact-view";
import { anonymousProviders } from "../../collections/mhsds/read/extract";
import { livesInEngland } from "../../collections/mhsds/model/places";
import type { Dialect } from "../dialect";
import { printExpression } from "../print-expression";
import type { SqlStep } from "../step";
import { printAgeOn } from "./people";

/** What contacts and indirect activity take from their referral. */
const OF_REFERRAL =
  "r.provider, r.month, r.month_start, r.month_end, r.person, r.council, r.icb, r.sub_icb, r.sex, r.ethnicity, r.age_at_end, r.own_district, r.received, r.discharged, r.age_received";

/** Kinds of contacts that do not hang on the first of a referral. */
const KINDS = ["is_attended", "is_direct", "is_contact", "is_access"] as const;

/** People without a code of residence count as living in England. */
const inEngland = (district: string): string =>
  livesInEngland("")
    ? `(${district} IS NULL OR ${district} LIKE 'E%')`
    : `COALESCE(${district} LIKE 'E%', FALSE)`;

/** Contacts and indirect activity with their referral, and the first contacts of each referral. */
export const contactSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "contact_in_month",
    makes: "table",
    rule: `Care contacts with their referral of the same submission. Attended is attendance 5 and 6;
      direct is attended face to face, by telephone, talk type or video; of the anonymous digital
      providers messages and chats are contacts, and count for access as they are.`,
    query: `SELECT c.*, ${KINDS.map(
      (kind) => `${printExpression(contactView.flags[kind], { dialect })} AS ${kind}`,
    ).join(",\n  ")}
FROM (
  SELECT c.submission, r.record, c.referral, c.contact, ${OF_REFERRAL},
    c.date, COALESCE(c.age, ${printAgeOn("r.birth", "c.date")}) AS age, c.status AS attendance,
      c.mechanism, r.provider IN (${[...anonymousProviders].map(dialect.text).join(", ")})
      AS anonymous_provider
  FROM mhs201 c JOIN referral_in_month r ON r.submission = c.submission AND r.referral = c.referral
) c`,
  },
  {
    name: "indirect_in_month",
    makes: "table",
    rule: "Indirect activity with its referral of the same submission.",
    query: `SELECT a.submission, r.record, a.referral, ${OF_REFERRAL}, a.date
FROM mhs204 a JOIN referral_in_month r ON r.submission = a.submission AND r.referral = a.referral`,
  },
  {
    name: "first_contacts",
    makes: "table",
    rule: `First and second attended contact of each referral over all loaded months, its first direct
      contact, and its first contact of any kind that counts. Two contacts of one day are two.`,
    query: `SELECT referral, min(CASE WHEN n = 1 THEN date END) AS first_contact, min(CASE
      WHEN n = 2 THEN date END) AS second_contact, min(CASE WHEN is_direct THEN date END)
      AS first_direct, min(CASE WHEN is_any THEN date END) AS first_of_any
FROM (
  SELECT referral, date, is_direct, is_contact AS is_any, row_number() OVER (PARTITION BY referral
    ORDER BY date) AS n FROM contact_in_month WHERE is_attended AND date IS NOT NULL
  UNION ALL
  SELECT referral, date, FALSE, TRUE, 0 FROM indirect_in_month WHERE date IS NOT NULL
) s GROUP BY referral`,
  },
  {
    name: "access_in_month",
    makes: "table",
    rule: `Everything that counts for access: direct contacts and indirect activity. Age on the day, else
      at the end of the month; the age of the first contact is that on the day, of indirect activity
      that on receipt.`,
    query: `SELECT submission, record, referral, provider, month, person, council, sub_icb, sex,
      ethnicity, age_received, date, ${inEngland("own_district")} AS in_england, is_contact
      AS contact,
  COALESCE(age, age_at_end) AS age, COALESCE(age, age_at_end) AS band_age, COALESCE(age,
    age_received) AS age_of_contact, 0 AS kind
FROM contact_in_month WHERE is_access
UNION ALL
SELECT submission, record, referral, provider, month, person, council, sub_icb, sex, ethnicity,
  age_received, date, ${inEngland("own_district")}, TRUE,
  age_at_end, age_at_end, age_received, 1
FROM indirect_in_month`,
  },
];
