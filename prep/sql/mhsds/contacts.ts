import { accessParts, accessView } from "../../collections/mhsds/views/access-view";
import { contactView, indirectView } from "../../collections/mhsds/views/contact-view";
import type { Dialect } from "../dialect";
import { printExpression } from "../print-expression";
import { printReductions } from "../print-reduction";
import type { SqlStep } from "../step";
import type { View } from "../../indicators/view";
import { printAgeOn } from "./people";

/** What contacts and indirect activity take from their referral. */
const OF_REFERRAL =
  "r.provider, r.month, r.month_start, r.month_end, r.person, r.council, r.icb, r.sub_icb, r.sex, r.ethnicity, r.age_at_end, r.own_district, r.received, r.discharged, r.age_received";

/** Kinds of contacts that do not hang on the first of a referral. */
const KINDS = ["is_attended", "is_direct", "is_contact", "is_access"] as const;

/** What both kinds of rows have in the view of access. */
const OF_ACCESS =
  "submission, record, referral, provider, month, person, council, sub_icb, sex, ethnicity, age_received, date, own_district, age_at_end";

/** The parts of access with the table that their rows are in. */
const IN_TABLE = {
  "mh.contacts": { table: "contact_in_month", view: contactView, ageOnDay: "age" },
  "mh.indirect": { table: "indirect_in_month", view: indirectView, ageOnDay: "CAST(NULL AS INT)" },
} as const;

function accessQuery(dialect: Dialect): string {
  const parts = accessParts.map(({ view: name, kind, where, contact }) => {
    const { table, view, ageOnDay } = IN_TABLE[name];
    const flags: View["flags"] = view.flags;
    const [isIn, isContact] = [where, contact].map((flag) =>
      printExpression(flags[flag], { dialect }),
    );
    return `  SELECT ${OF_ACCESS}, ${ageOnDay} AS age_on_day, ${isContact} AS contact, ${kind} AS kind
  FROM ${table} WHERE ${isIn}`;
  });
  return `SELECT v.*, ${printExpression(accessView.measures.age, { dialect })} AS band_age
FROM (
${parts.join("\n  UNION ALL\n")}
) v`;
}

/** First and second contacts of each referral: of contacts, and of indirect activity. */
function firstContactsQuery(dialect: Dialect): string {
  const names = Object.keys(contactView.reductions);
  const ofContacts = printReductions({
    view: contactView,
    names,
    by: ["referral"],
    from: "contact_in_month",
    printing: { dialect },
  });
  const others = Object.keys(indirectView.reductions);
  const ofIndirect = printReductions({
    view: indirectView,
    names: others,
    by: ["referral"],
    from: "indirect_in_month",
    printing: { dialect },
  });
  const blanks = names.map((name) => (others.includes(name) ? name : "CAST(NULL AS DATE)"));
  return `SELECT referral, ${names.map((name) => `min(${name}) AS ${name}`).join(", ")}
FROM (
${ofContacts}
UNION ALL
SELECT referral, ${blanks.join(", ")} FROM (
${ofIndirect}
) i
) c GROUP BY referral`;
}

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
      c.mechanism, c.duration, c.row_id
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
    query: firstContactsQuery(dialect),
  },
  {
    name: "access_in_month",
    makes: "table",
    rule: `Everything that counts for access: direct contacts and indirect activity. Age on the day, else
      at the end of the month; the age of the first contact is that on the day, of indirect activity
      that on receipt.`,
    query: accessQuery(dialect),
  },
];
