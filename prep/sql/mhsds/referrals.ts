import { sourceGroups } from "../../collections/mhsds/fields/code-sets";
import { anonymousProviders } from "../../collections/mhsds/read/extract";
import { teamView } from "../../collections/mhsds/views/team-view";
import type { Dialect } from "../dialect";
import { printReductions } from "../print-reduction";
import type { SqlStep } from "../step";
import { asNumber } from "./decode";
import { printAgeOn } from "./people";

const list = (codes: Iterable<string>, { text }: Dialect): string =>
  [...codes].map(text).join(", ");

/** Sources by their first letter. */
const sourceGroup = ({ text }: Dialect): string =>
  `CASE substr(source, 1, 1) ${Object.entries(sourceGroups)
    .map(([letter, group]) => `WHEN ${text(letter)} THEN ${text(group)}`)
    .join(" ")} END`;

/** Referrals and their teams. */
const teamSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "referral_record",
    makes: "table",
    rule: `Referrals by month, each with the person of its submission. Ages that the extract lacks come
      from the birth day, where it has one.`,
    query: `SELECT r.submission, r.record, r.referral, r.provider, r.month, r.month_start,
      r.month_end, r.version, p.person, p.icb, p.sub_icb, p.council, p.sex, p.ethnicity,
      p.age_at_end, p.own_district, p.birth,
  r.received, r.discharged, r.rejected AS own_rejected, r.commissioner, r.source, r.reason, r.team,
    r.team_type, r.age_group,
  COALESCE(r.age_received, ${printAgeOn("p.birth", "r.received")}) AS age_received,
  COALESCE(r.age_discharged, ${printAgeOn("p.birth", "r.discharged")}) AS age_discharged
FROM mhs101 r JOIN person_in_month p ON p.submission = r.submission AND p.record = r.record`,
  },
  {
    name: "team_of_referral",
    makes: "table",
    rule: `The teams that referrals are with: those of MHS102, and from version 6 the team of the
      referral itself. Type and intended ages are the row's own, else those of MHS902.`,
    query: `SELECT t.submission, t.referral, t.month, t.month_end, t.version, t.received,
      t.age_received, t.team, t.team IS NOT NULL AS has_team, t.closed, t.rejected, t.is_main,
      t.row_id,
  COALESCE(t.team_type, d.team_type) AS team_type, COALESCE(t.age_group, d.age_group) AS age_group
FROM (
  SELECT s.submission, s.referral, r.month, r.month_end, r.version, r.received, r.age_received,
    s.team, s.closed, s.rejected, s.team_type, s.age_group, FALSE AS is_main, s.row_id
  FROM mhs102 s JOIN referral_record r ON r.submission = s.submission AND r.referral = s.referral
  UNION ALL
  SELECT submission, referral, month, month_end, version, received, age_received, team, discharged,
    own_rejected, team_type, age_group, TRUE, '0'
  FROM referral_record WHERE version >= 6
) t LEFT JOIN mhs902 d ON d.submission = t.submission AND d.team = t.team`,
  },
  {
    name: "young_team",
    makes: "table",
    rule: `Whether over half of the referrals of a team and month without ages of teams (before
      version 6) were of people under 18 on receipt: then it is a children's service.`,
    query: printReductions({
      view: teamView,
      names: ["is_young"],
      by: ["team", "month"],
      from: "(SELECT * FROM team_of_referral WHERE has_team)",
      printing: { dialect },
    }),
  },
];

/** What the teams tell of referrals. */
const toldSteps = (dialect: Dialect): readonly SqlStep[] => [
  {
    name: "team_told",
    makes: "table",
    rule: `What the teams of a referral say of it. Whether it is with a children's service at the end of
      the month, and on the day it was received: not a learning disability or autism team; a team
      for looked after children, youth offending or paediatric liaison, or from version 6 one meant
      for children and young people, or before one whose referrals are mostly under 18; teams that
      closed or rejected the referral by the day do not count. The day by which all its teams had
      rejected it. The main team and its type: the referral's own from version 6, else the first of
      MHS102.`,
    query: printReductions({
      view: teamView,
      names: [
        "childrens_service",
        "childrens_service_at_receipt",
        "all_rejected",
        "main_type",
        "main_team",
      ],
      by: ["submission", "referral"],
      from: `(SELECT t.*, COALESCE(y.is_young, FALSE) AS is_young
    FROM team_of_referral t LEFT JOIN young_team y ON y.team = t.team AND y.month = t.month)`,
      printing: { dialect },
      takes: { main_type: "team_type", main_team: "team" },
      order: asNumber("row_id", "ASC"),
    }),
  },
  {
    name: "referral_in_month",
    makes: "table",
    rule: `Referrals as each month shows them, with all that is counted of them and broken down by.`,
    query: `SELECT r.submission, r.record, r.referral, r.provider, r.month, r.month_start,
      r.month_end, r.person, r.icb, r.sub_icb AS home_sub_icb, r.council, r.sex, r.ethnicity,
      r.age_at_end, r.own_district,
  CASE WHEN r.provider IN (${list(anonymousProviders, dialect)}) THEN r.commissioner
    ELSE r.sub_icb END AS sub_icb,
  r.received, r.discharged, COALESCE(r.own_rejected, t.all_rejected) AS rejected, r.age_received,
    r.age_discharged, r.age_received AS band_age,
  r.source, ${sourceGroup(dialect)} AS referral_source, r.reason AS referral_reason, t.main_type AS team_type,
      t.main_team AS team,
  COALESCE(i.looked_after, FALSE) AS looked_after, COALESCE(i.protection_plan, FALSE)
    AS protection_plan, COALESCE(i.young_carer, FALSE) AS young_carer,
  h.referral IS NOT NULL AS inpatient, COALESCE(t.childrens_service, FALSE) AS childrens_service,
    COALESCE(t.childrens_service_at_receipt, FALSE) AS childrens_service_at_receipt, r.commissioner,
    r.birth
FROM referral_record r
LEFT JOIN team_told t ON t.submission = r.submission AND t.referral = r.referral
LEFT JOIN (SELECT DISTINCT submission, referral FROM mhs501) h ON h.submission = r.submission
  AND h.referral = r.referral
LEFT JOIN person_indicators i ON i.month = r.month AND i.of_person = COALESCE('p ' || r.person, 'r ' || r.submission || ' ' || r.record)`,
  },
];

/** Referrals, their teams, whether these are children's services, and when they were rejected. */
export const referralSteps = (dialect: Dialect): readonly SqlStep[] => [
  ...teamSteps(dialect),
  ...toldSteps(dialect),
];
