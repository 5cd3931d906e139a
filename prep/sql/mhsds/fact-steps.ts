import { contactView, FIRST_CONTACTS_SINCE } from "../../collections/mhsds/views/contact-view";
import { isOfWaits, referralView, WAITS_SINCE } from "../../collections/mhsds/views/referral-view";
import { referralMonthView } from "../../collections/mhsds/views/referral-month-view";
import { OLDEST } from "../../collections/mhsds/tables/star-referrals";
import { mhContact, mhReferral } from "../../collections/mhsds/tables/fact-tables";
import type { Expression } from "../../columns/expression";
import type { Dialect } from "../dialect";
import { printExpression } from "../print-expression";
import type { SqlStep } from "../step";
import { asNumber } from "./decode";
import { dayLiteral, LOADED_FROM } from "./month-views";
import { starQuery } from "./star-query";

/** Whose records are counted, and reasons that are told by older versions. */
const earlySteps: readonly SqlStep[] = [
  {
    name: "counted_record",
    makes: "table",
    rule: "The records of people who belong to an area that is counted.",
    query: "SELECT DISTINCT submission, record FROM home",
  },
  {
    name: "older_reason",
    makes: "table",
    rule: `Why referrals were closed or rejected, as MHS102 says before version 6: the first of each
      referral that says so.`,
    query: `SELECT submission, referral, max(CASE WHEN n_close = 1 THEN close_reason END) AS close_reason,
  max(CASE WHEN n_reject = 1 THEN reject_reason END) AS reject_reason
FROM (
  SELECT s.*, ${["close", "reject"]
    .map(
      (what) =>
        `row_number() OVER (PARTITION BY submission, referral ORDER BY CASE WHEN ${what}_reason IS NULL THEN 1 ELSE 0 END, ${asNumber("row_id", "ASC")}) AS n_${what}`,
    )
    .join(",\n    ")}
  FROM mhs102 s
) s GROUP BY submission, referral`,
  },
];

/** The referrals of the star. */
const referralSteps = (dialect: Dialect): readonly SqlStep[] => {
  const since = { loaded_from: LOADED_FROM, waits_since: dayLiteral(WAITS_SINCE) };
  const isReceived = [referralMonthView.flags.received, referralMonthView.flags.aged_0_18]
    .map((flag) => printExpression(flag, { dialect }))
    .join(" AND ");
  const flag = (of: Expression): string =>
    `CASE WHEN is_counted AND ${printExpression(of, { dialect, parameters: since })} THEN 1 ELSE 0 END`;
  const wait = (of: Expression): string =>
    `CASE WHEN is_counted THEN ${printExpression(of, { dialect, parameters: since })} END`;
  const { flags, measures } = referralView;
  return [
    {
      name: "star_referral",
      makes: "table",
      rule: `The referrals of the star: of people aged 0 to ${OLDEST} on receipt who belong to an area that
        is counted, as the latest month shows them. Their flags and waits are those of the figures,
        of people aged 0 to 18.`,
      query: `SELECT r.*, ${dialect.key("r.referral")} AS mh_referral_key,
  ${dialect.key("r.person")} AS mh_person_key, ${dialect.key("r.team")} AS team_key,
  COALESCE(m.close_reason, o.close_reason) AS close_reason,
  COALESCE(m.reject_reason, o.reject_reason) AS reject_reason, m.priority,
  CASE WHEN g.referral IS NOT NULL THEN 1 ELSE 0 END AS received_0_18,
  ${printExpression(isOfWaits, { dialect, column: (name) => `r.${name}` })} AS is_counted
FROM referral_at_last r
JOIN counted_record c ON c.submission = r.submission AND c.record = r.record
JOIN mhs101 m ON m.submission = r.submission AND m.referral = r.referral
LEFT JOIN older_reason o ON o.submission = r.submission AND o.referral = r.referral
LEFT JOIN (
  SELECT DISTINCT v.referral
  FROM referral_in_month v JOIN counted_record h ON h.submission = v.submission
    AND h.record = v.record
  WHERE ${isReceived}
) g ON g.referral = r.referral
WHERE r.age_received BETWEEN 0 AND ${OLDEST} AND r.person IS NOT NULL`,
    },
    {
      name: mhReferral.name,
      makes: "table",
      isOfStar: true,
      partition: "last_month",
      rule: mhReferral.description,
      query: starQuery(
        mhReferral,
        "star_referral",
        {
          source_key: "1",
          received_date: "received",
          discharge_date: "discharged",
          rejection_date: "rejected",
          first_contact_date: "first_contact",
          second_contact_date: "second_contact",
          first_direct_date: "first_direct",
          last_month: "month_end",
          referral_source: "source",
          first_wait_days: wait(measures.first_wait),
          second_wait_days: wait(measures.second_wait),
          first_seen: flag(flags.first_seen),
          second_seen: flag(flags.second_seen),
          direct_seen: flag(flags.direct_seen),
          within_4_weeks: flag(flags.within_4_weeks),
        },
        dialect,
      ),
    },
  ];
};

/** The contacts of the star's referrals, with the flags of the figures. */
function contactStep(dialect: Dialect): SqlStep {
  const parameters = { first_contacts_since: dayLiteral(FIRST_CONTACTS_SINCE) };
  const flag = (of: Expression): string =>
    `CASE WHEN ${printExpression(of, { dialect, parameters })} THEN 1 ELSE 0 END`;
  const { attended_0_18, not_attended_0_18, attendance_known_0_18 } = contactView.flags;
  return {
    name: mhContact.name,
    makes: "table",
    isOfStar: true,
    partition: "month_end",
    rule: mhContact.description,
    query: starQuery(
      mhContact,
      `(
  SELECT c.*, ${dialect.key("c.submission || ' ' || c.contact")} AS mh_contact_key,
    r.mh_referral_key, r.mh_person_key, h.record IS NOT NULL AS of_area
  FROM contact_in_month c JOIN star_referral r ON r.referral = c.referral
  LEFT JOIN counted_record h ON h.submission = c.submission AND h.record = c.record
)`,
      {
        contact_date: "date",
        duration_minutes: "duration",
        attended_0_18: flag(attended_0_18),
        not_attended_0_18: flag(not_attended_0_18),
        attendance_known_0_18: flag(attendance_known_0_18),
      },
      dialect,
    ),
  };
}

/** The facts of the star that MHSDS fills. */
export const factSteps = (dialect: Dialect): readonly SqlStep[] => [
  ...earlySteps,
  ...referralSteps(dialect),
  contactStep(dialect),
];
