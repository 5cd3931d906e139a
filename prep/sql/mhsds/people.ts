import { councilOf } from "../../collections/mhsds/model/places";
import { unknownIdentities } from "../../collections/mhsds/fields/code-sets";
import { FIRST_OF_SUB_ICBS } from "../../collections/mhsds/read/month-number";
import { gpOfPerson } from "../../collections/mhsds/read/plans";
import { anonymousProviders } from "../../collections/mhsds/read/extract";
import { personIndicatorView } from "../../collections/mhsds/views/person-indicator-view";
import { authorities } from "../../reference/authorities";
import { districtCodes } from "../../reference/districts";
import type { Dialect } from "../dialect";
import { printReductions } from "../print-reduction";
import type { SqlStep } from "../step";
import { asNumber } from "./decode";

/** Completed years from a birth day to another day; NULL before birth. */
export const printAgeOn = (birth: string, day: string): string =>
  `NULLIF(GREATEST(-1, year(${day}) - year(${birth}) - CASE WHEN month(${day}) * 100 + day(${day}) < month(${birth}) * 100 + day(${birth}) THEN 1 ELSE 0 END), -1)`;

const list = (codes: Iterable<string>, { text }: Dialect): string =>
  [...codes].map(text).join(", ");

/** A code of the home record where there is one, else of the person's own. */
const ofHome = (name: string): string =>
  `CASE WHEN h.month IS NOT NULL THEN h.${name} ELSE p.${name} END AS ${name}`;

const HOME = ["district", "sub_icb", "icb", "sex", "ethnicity"];

/** Councils by ONS code, districts with the one of their county. */
function councils({ text }: Dialect): string {
  const codes = [...new Set([...authorities().map(({ onsCode }) => onsCode), ...districtCodes()])];
  const rows = codes.map((code) => `(${text(code)}, ${text(councilOf(code))})`);
  return `SELECT * FROM (VALUES\n  ${rows.join(",\n  ")}\n) AS c(ons_code, council)`;
}

/** Records of people, and the registrations that say their area. */
const recordSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "council",
    makes: "table",
    rule: `Who answers for the special educational needs of those who live in an area: the three-digit
      number of the council by its ONS code, districts with their county.`,
    query: councils(dialect),
  },
  {
    name: "person_record",
    makes: "table",
    rule: `People by month. Whose record it is: Person_ID; of the anonymous digital providers
      (${[...anonymousProviders].join(", ")}) the provider and its local id, because their Person_ID
      does not hold.`,
    query: `SELECT submission, record, provider, month, month_start, month_end, national, row_id,
  CASE WHEN patient IS NOT NULL AND (person IS NULL
    OR provider IN (${list(anonymousProviders, dialect)})) THEN 'local ' || provider || ' '
    || patient ELSE person END AS person,
  COALESCE(age_at_end, ${printAgeOn("birth", "month_end")}) AS age_at_end, birth, district, sub_icb
    AS sub_icb_of_home, ccg AS ccg_of_home, icb AS icb_of_home,
  CASE WHEN gender_identity IN (${list(unknownIdentities, dialect)}) THEN COALESCE(gender, gender_identity)
    ELSE COALESCE(gender_identity, gender) END AS sex, ethnicity
FROM mhs001`,
  },
  {
    name: "gp_of_person",
    makes: "table",
    rule: `The GP registration of a person in a month: not ended, not one of the practice codes for none
      or not known (${gpOfPerson.notPractices.join(", ")}), of the highest record number.`,
    query: `SELECT * FROM (
  SELECT p.month, COALESCE('p ' || p.person, 'r ' || p.submission || ' ' || p.record) AS of_person,
    g.sub_icb, g.ccg, g.icb,
    row_number() OVER (PARTITION BY p.month, COALESCE('p ' || p.person, 'r ' || p.submission || ' '
      || p.record) ORDER BY ${asNumber("p.record", "DESC")}, ${asNumber("g.row_id", "ASC")}) AS n
  FROM mhs002 g JOIN person_record p ON p.submission = g.submission AND p.record = g.record
  WHERE g.ended IS NULL AND COALESCE(g.practice NOT IN (${list(gpOfPerson.notPractices, dialect)}),
    TRUE)
) g WHERE n = 1`,
  },
  {
    name: "person_area",
    makes: "table",
    rule: `The area of each record: of the GP registration of the month, else of residence; CCGs before
      July 2022, sub-ICB locations since.`,
    query: `SELECT p.submission, p.record, p.provider, p.month, p.month_start, p.month_end,
      p.national, p.row_id, p.person, p.age_at_end, p.birth, p.district, p.sex, p.ethnicity,
  CASE WHEN p.month >= ${FIRST_OF_SUB_ICBS} THEN COALESCE(g.sub_icb, p.sub_icb_of_home) ELSE COALESCE(g.ccg,
    p.ccg_of_home) END AS sub_icb,
  COALESCE(g.icb, p.icb_of_home) AS icb
FROM person_record p LEFT JOIN gp_of_person g ON g.month = p.month AND g.of_person = COALESCE('p ' || p.person, 'r ' || p.submission || ' ' || p.record)`,
  },
];

/** Where people live, and which areas are counted. */
const homeSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "person_in_month",
    makes: "table",
    rule: `A person that several providers know in a month lives where the record says that national
      counts use (PatMRecInRP); where several do, the one with the highest record number.`,
    query: `SELECT p.submission, p.record, p.provider, p.month, p.month_start, p.month_end,
      p.person, p.age_at_end, p.birth,
  p.own_district, p.icb, p.sub_icb, p.sex, p.ethnicity,
  COALESCE(c.council, CASE WHEN substr(p.district, 1, 1) IN ('N', 'S', 'W') THEN 'outside_england'
    ELSE 'not_recorded' END) AS council
FROM (
  SELECT p.submission, p.record, p.provider, p.month, p.month_start, p.month_end, p.person,
    p.age_at_end, p.birth, p.district AS own_district,
    ${HOME.map(ofHome).join(",\n    ")}
  FROM person_area p LEFT JOIN (
    SELECT * FROM (
      SELECT q.*, row_number() OVER (PARTITION BY person, month
        ORDER BY ${asNumber("record", "DESC")}, ${asNumber("row_id", "DESC")}) AS n
      FROM person_area q WHERE national AND person IS NOT NULL
    ) q WHERE n = 1
  ) h ON h.person = p.person AND h.month = p.month
) p LEFT JOIN council c ON c.ons_code = p.district`,
  },
  {
    name: "area",
    makes: "table",
    rule: `The areas that are counted: those asked for, else every council and every integrated care
      board that is found; "everyone" is all people of the tables. Councils need a place of
      residence somewhere in the extract; an extract without codes of boards is taken to be the
      board's own.`,
    query: `SELECT DISTINCT a.area_code, a.area_type,
  a.area_type = 'group' OR (a.area_type = 'ods' AND NOT t.boards) AS is_everyone
FROM (
  SELECT TRIM(code) AS area_code, CASE WHEN ${dialect.matches("TRIM(code)", "^[0-9]{3}$")}
    THEN 'authority' WHEN TRIM(code) = 'everyone' THEN 'group' ELSE 'ods' END AS area_type
  FROM (SELECT ${dialect.parts("areas")} AS code FROM parameter) p WHERE TRIM(code) <> ''
  UNION ALL
  SELECT p.council, 'authority' FROM person_in_month p CROSS JOIN parameter q WHERE q.areas = ''
    AND ${dialect.matches("p.council", "^[0-9]{3}$")}
  UNION ALL
  SELECT p.icb, 'ods' FROM person_in_month p CROSS JOIN parameter q WHERE q.areas = ''
    AND p.icb IS NOT NULL
) a CROSS JOIN (SELECT COALESCE(bool_or(own_district IS NOT NULL), FALSE) AS councils,
  COALESCE(bool_or(icb IS NOT NULL), FALSE) AS boards FROM person_in_month) t
WHERE a.area_type <> 'authority' OR t.councils`,
  },
  {
    name: "opted_out",
    makes: "table",
    rule: `People who have opted out: by their id in the tables, or by its SHA-256 digest in hexadecimal
      digits.`,
    query: `SELECT p.person FROM (SELECT DISTINCT person FROM person_in_month) p
JOIN opted_out_list l ON upper(TRIM(l.person_id)) = upper(p.person)
UNION
SELECT p.person FROM (SELECT DISTINCT person FROM person_in_month) p
JOIN opted_out_list l ON lower(TRIM(l.person_id)) = ${dialect.sha256("p.person")}`,
  },
  {
    name: "counted_person",
    makes: "view",
    rule: "The records of everybody else: those who have opted out belong to no area.",
    query: `SELECT p.* FROM person_in_month p LEFT JOIN opted_out o ON o.person = p.person
WHERE o.person IS NULL`,
  },
  {
    name: "home",
    makes: "table",
    rule: "The areas that each person of a month belongs to.",
    query: `SELECT p.submission, p.record, a.area_code
FROM counted_person p JOIN area a ON a.area_type = 'authority' AND a.area_code = p.council
UNION ALL
SELECT p.submission, p.record, a.area_code
FROM counted_person p JOIN area a ON a.area_type = 'ods' AND a.area_code = p.icb
  AND NOT a.is_everyone
UNION ALL
SELECT p.submission, p.record, a.area_code
FROM counted_person p CROSS JOIN area a WHERE a.is_everyone`,
  },
];

/** What is said of people besides. */
const indicatorSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "person_indicators",
    makes: "table",
    rule: `Looked after (Y), with a child protection plan (3) or a young carer (Y), whichever provider of
      the month says so; of a record without a person, its own.`,
    query: printReductions({
      view: personIndicatorView,
      names: Object.keys(personIndicatorView.reductions),
      by: ["month", "of_person"],
      from: `(SELECT p.month, COALESCE('p ' || p.person, 'r ' || p.submission || ' ' || p.record)
      AS of_person, i.looked_after, i.child_protection, i.young_carer
    FROM mhs005 i JOIN person_record p ON p.submission = i.submission AND p.record = i.record)`,
      printing: { dialect },
    }),
  },
];

/** Who is known in each month, where they live and what they are. */
export const peopleSteps = (dialect: Dialect): readonly SqlStep[] => [
  ...recordSteps(dialect),
  ...homeSteps(dialect),
  ...indicatorSteps(dialect),
];
