import { date, flag, key, text, whole } from "../../../star/column-kinds";
import type { StarColumn, StarTable } from "../../../star/declaration";
import { withWords } from "../../../star/words-of-codes";

/**
 * A day that a dimension tells of itself: related to no date table, or the dimension would be a
 * fact of it.
 */
const day = (name: string, label: string, description: string): StarColumn => ({
  name,
  type: "date",
  label,
  description,
});

/**
 * People of the mental health data have keys of their own: only an agreed linkage table ties them
 * to the children of SEN2 and the school census.
 */
export const mhPersonDimension: StarTable = withWords(
  { sex: "sex", ethnicity: "ethnicity", council: "authority" },
  {
    name: "mh_person",
    kind: "dimension",
    label: "Mental health person",
    description:
      "People aged 0 to 25 in the mental health data, under pseudonyms made from their pseudonymous national key.",
    grain: "One person as the mental health data know them",
    key: ["mh_person_key"],
    columns: [
      key("mh_person_key", "Mental health person key"),
      {
        ...text(
          "pseudonym",
          "Pseudonym",
          "Keyed hash of Person_ID; the same in every build with the same key.",
        ),
        hidden: true,
      },
      text("sex", "Sex", "M, F, non_binary, other, indeterminate or not_recorded.", {
        source: "MHSDS GenderIDCode, Gender",
      }),
      text("ethnicity", "Ethnicity", "NHS ethnic category A to S, Z not stated, 99 not known.", {
        source: "MHSDS NHSDEthnicity",
      }),
      text(
        "council",
        "Council of residence",
        "Three-digit number of the council with the upper tier's duties, outside_england or not_recorded; latest known.",
        { source: "MHSDS LADistrictAuth" },
      ),
      text(
        "sub_icb",
        "Sub-ICB",
        "Sub-ICB location of GP practice, else of residence; latest known.",
      ),
      {
        name: "linked_person_key",
        type: "int64",
        label: "Linked person",
        description:
          "Person of SEN2 and the school census, where an agreed linkage table names them.",
        hidden: true,
      },
    ],
  },
);

export const serviceTeamDimension: StarTable = withWords(
  { team_type: "team_type", intended_age_group: "intended_age_group" },
  {
    name: "service_team",
    kind: "dimension",
    label: "Service team",
    description: "Teams of mental health services, under keys: no local team name or id.",
    grain: "One team of one provider",
    key: ["team_key"],
    columns: [
      key("team_key", "Team key"),
      text("provider", "Provider", "ODS code of the provider."),
      text(
        "team_type",
        "Team type",
        "Service or team type code of the latest month, such as C04.",
        {
          source: "MHSDS ServTeamTypeMH, ServTeamTypeRefToMH",
        },
      ),
      text(
        "intended_age_group",
        "Intended age group",
        "01 all ages, 02 children and young people, 03 adults, 04 older adults; from version 6.",
        { source: "MHSDS ServTeamIntAgeGroup" },
      ),
      day("first_month", "First month", "First month with a referral to it."),
      day("last_month", "Last month", "Last month with a referral to it."),
    ],
  },
);

export const mhOrganisationDimension: StarTable = withWords(
  { role: "organisation_role" },
  {
    name: "mh_organisation",
    kind: "dimension",
    label: "Health organisation",
    description:
      "Providers, commissioners, sub-ICB locations and boards, with the months in which the data name them. Integrated care boards changed in April 2026, so a code holds for its months only.",
    grain: "One organisation code in one role",
    key: ["role", "organisation"],
    columns: [
      text("role", "Role", "provider, commissioner, sub_icb or icb."),
      text("organisation", "Organisation", "ODS code."),
      day("first_month", "First month", "First month that names it."),
      day("last_month", "Last month", "Last month that names it."),
      whole("months_sent", "Months sent", "Of a provider: months with a submission."),
    ],
  },
);

export const mhReferral: StarTable = withWords(
  {
    council: "authority",
    referral_source: "source_of_referral",
    referral_reason: "referral_reason",
    priority: "referral_priority",
    team_type: "team_type",
    reject_reason: "reject_reason",
  },
  {
    name: "mh_referral",
    kind: "fact",
    label: "Mental health referral",
    description:
      "Referrals of people aged 0 to 25 to mental health services, as the latest month shows them, with their waits.",
    grain: "One referral",
    key: ["mh_referral_key"],
    columns: [
      key("mh_referral_key", "Mental health referral key"),
      key("mh_person_key", "Mental health person key", "mh_person.mh_person_key"),
      key("team_key", "Team key", "service_team.team_key"),
      key("source_key", "Source key", "source.source_key"),
      text("provider", "Provider", "ODS code of the provider.", { source: "MHSDS OrgIDProv" }),
      text("commissioner", "Commissioner", "ODS code of the commissioner.", {
        source: "MHSDS OrgIDComm",
      }),
      text(
        "council",
        "Council of residence",
        "Of the latest month: authority number, outside_england or not_recorded.",
      ),
      date("received_date", "Received", "Day the referral was received.", {
        source: "MHSDS ReferralRequestReceivedDate",
        inactive: false,
      }),
      date("discharge_date", "Discharged", "Day of discharge from the service.", {
        source: "MHSDS ServDischDate",
      }),
      date("rejection_date", "Rejected", "Day the referral was not accepted.", {
        source: "MHSDS ReferRejectionDate",
      }),
      date("first_contact_date", "First contact", "First attended contact of the loaded months."),
      date(
        "second_contact_date",
        "Second contact",
        "Second attended contact of the loaded months.",
      ),
      date(
        "first_direct_date",
        "First direct contact",
        "First attended contact face to face, by telephone, talk type or video.",
      ),
      date("last_month", "Last month", "Last day of the last month that shows the referral."),
      whole("age_received", "Age on receipt", "Completed years."),
      text("referral_source", "Referral source", "Source of referral code.", {
        source: "MHSDS SourceOfReferralMH",
      }),
      text("referral_reason", "Referral reason", "Primary reason code.", {
        source: "MHSDS PrimReasonReferralMH",
      }),
      text("priority", "Priority", "1 emergency, 2 urgent, 3 routine, 4 very urgent.", {
        source: "MHSDS ClinRespPriorityType",
      }),
      text("team_type", "Team type", "Type of the main team.", { source: "MHSDS ServTeamTypeMH" }),
      text("close_reason", "Closure reason", "Code.", { source: "MHSDS ReferClosReason" }),
      text(
        "reject_reason",
        "Rejection reason",
        "01 duplicate, 02 another service needed, 03 incomplete.",
        { source: "MHSDS ReferRejectReason" },
      ),
      whole(
        "first_wait_days",
        "Wait for first contact",
        "Days from receipt to first attended contact; blank where the referral is older than the loaded months.",
      ),
      whole(
        "second_wait_days",
        "Wait for second contact",
        "Days from receipt to second attended contact; blank likewise.",
      ),
      flag(
        "received_0_18",
        "Referral counted",
        "1 where it counts as received: aged 0 to 18, of the area that is counted, and reported in its month.",
      ),
      flag(
        "first_seen",
        "First contact counted",
        "1 where the wait for a first contact counts: aged 0 to 18, of the area, received in the loaded months.",
      ),
      flag(
        "second_seen",
        "Second contact counted",
        "1 where the wait for a second contact counts.",
      ),
      flag("direct_seen", "Direct contact counted", "1 where a first direct contact counts."),
      flag("within_4_weeks", "Within four weeks", "1 where it came 0 to 27 days after receipt."),
    ],
  },
);

export const mhContact: StarTable = withWords(
  { attendance: "attendance", mechanism: "mechanism" },
  {
    name: "mh_contact",
    kind: "fact",
    label: "Mental health contact",
    description: "Care contacts of the referrals of people aged 0 to 25.",
    grain: "One care contact",
    key: ["mh_contact_key"],
    columns: [
      key("mh_contact_key", "Mental health contact key"),
      key("mh_referral_key", "Mental health referral key"),
      key("mh_person_key", "Mental health person key", "mh_person.mh_person_key"),
      date("contact_date", "Contact date", "Day of the contact.", {
        source: "MHSDS CareContDate",
        inactive: false,
      }),
      date("month_end", "Month", "Last day of the month whose submission holds it."),
      text("provider", "Provider", "ODS code of the provider."),
      text(
        "attendance",
        "Attendance",
        "5 and 6 attended, 7 too late, 2 and 4 cancelled, 3 did not attend.",
        { source: "MHSDS AttendStatus" },
      ),
      text("mechanism", "Mechanism", "Consultation mechanism code, such as 01 face to face.", {
        source: "MHSDS ConsMechanismMH",
      }),
      whole("duration_minutes", "Minutes", "Length of the contact."),
      flag(
        "attended_0_18",
        "Attended",
        "Attended, aged 0 to 18 on receipt of the referral, of the area that is counted.",
      ),
      flag("not_attended_0_18", "Not attended", "Codes 3 and 7, aged 0 to 18, of the area."),
      flag(
        "attendance_known_0_18",
        "Attendance known",
        "With an attendance code, aged 0 to 18, of the area.",
      ),
    ],
  },
);
