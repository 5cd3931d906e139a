import {
  and,
  atLeast,
  atMost,
  above,
  below,
  between,
  columns,
  daysBetween,
  equal,
  isIn,
  not,
  or,
  parameters,
  plus,
  type Expression,
} from "../../../columns/expression";
import { dayOf } from "../../../calendar/day";
import { everyRow, numberRows } from "../../../columns/rows";
import { defineView, lazyColumns, viewRows, type ViewRows } from "../../../indicators/view";
import type { Mhsds } from "../read/extract";
import { SELF_REFERRAL, SUSPECTED_AUTISM, fromEducation } from "../fields/code-sets";
import { referralColumnsOf } from "../model/group-columns";
import { monthEdges } from "../model/months";
import type { FirstContacts } from "../model/first-contacts";
import type { TeamsOfReferrals } from "../model/teams";
import { personIndicatorRows } from "./person-indicator-view";
import { aged, referralColumns, referralGroups } from "./groups";
import { ofChildrensTeams, ofContact, ofGroups, ofIndirect, ofReferral } from "./rests-on";

const q = {
  ...referralColumns,
  ...columns({
    month_start: "day",
    month_end: "day",
    received: "day",
    discharged: "day",
    rejected: "day",
    /** First attended contact of the referral in the loaded months. */
    first_contact: "day",
    /** First contact of any kind that counts. */
    first_of_any: "day",
    age_received: "number",
    age_discharged: "number",
    age_at_end: "number",
    source: "text",
    inpatient: "flag",
    /** Indicators of the person, whichever provider of the month sent them. */
    looked_after: "flag",
    protection_plan: "flag",
    young_carer: "flag",
    childrens_service: "flag",
    childrens_service_at_receipt: "flag",
  }),
};
const p = parameters({
  autism_since: "day",
  /** First day of the first loaded month. */
  loaded_from: "day",
});

/**
 * Suspected autism is counted from referrals received on this day (docs/counting-mental-health.md).
 */
export const AUTISM_SINCE = dayOf(2018, 4, 1);
/**
 * Thirteen weeks: a referral is open at least so long from 91 days on, and seen within them up to
 * 91.
 */
const THIRTEEN_WEEKS = 91;

const inMonth = (day: Expression<"day">): Expression<"flag"> =>
  between(day, q.month_start, q.month_end);
const isOpen = not(atMost(q.discharged, q.month_end));
const isDischarged = inMonth(q.discharged);
const isSeen = atMost(q.first_contact, q.month_end);
const wait = daysBetween(q.received, q.first_contact);

const restsOn = {
  rows: ofReferral,
  columns: {
    ...ofGroups,
    discharged: ["MHS101Referral.ServDischDate"],
    rejected: ["MHS101Referral.ReferRejectionDate", "MHS102OtherServiceType.ReferRejectionDate"],
    first_contact: ofContact,
    first_of_any: [...ofContact, ...ofIndirect],
    age_discharged: ["MHS101Referral.AgeServReferDischDate"],
    age_at_end: ["MHS001MPI.AgeRepPeriodEnd"],
    source: ["MHS101Referral.SourceOfReferralMH"],
    looked_after: ["MHS005PatInd.LACStatus"],
    protection_plan: ["MHS005PatInd.CPP"],
    young_carer: ["MHS005PatInd.YoungCarer"],
    inpatient: ["MHS501HospProvSpell"],
    childrens_service: ofChildrensTeams,
    childrens_service_at_receipt: ofChildrensTeams,
  },
};

/** Referrals as each month shows them. */
export const referralMonthView = defineView({
  name: "mh.referrals",
  restsOn,
  columns: q,
  parameters: p,
  flags: {
    received: inMonth(q.received),
    discharged: isDischarged,
    rejected_in_month: inMonth(q.rejected),
    open: isOpen,
    aged_0_18: aged(q.age_received, 18),
    aged_0_17: aged(q.age_received, 17),
    aged_0_18_at_end: aged(q.age_at_end, 18),
    /** By the age on discharge, else at the end of the month. */
    active_0_18: or(
      and(isDischarged, aged(q.age_discharged, 18)),
      and(isOpen, aged(q.age_at_end, 18)),
    ),
    self_referral: equal(q.source, SELF_REFERRAL),
    from_education: isIn(q.source, fromEducation),
    looked_after: q.looked_after,
    protection_plan: q.protection_plan,
    young_carer: q.young_carer,
    childrens_service: q.childrens_service,
    childrens_service_at_receipt: q.childrens_service_at_receipt,
    suspected_autism: and(
      equal(q.referral_reason, SUSPECTED_AUTISM),
      atLeast(q.received, p.autism_since),
      not(q.inpatient),
    ),
    thirteen_weeks: atLeast(daysBetween(q.received, q.month_end), THIRTEEN_WEEKS),
    seen_within_13_weeks: and(isSeen, atMost(wait, THIRTEEN_WEEKS)),
    seen_after_13_weeks: and(isSeen, above(wait, THIRTEEN_WEEKS)),
    not_seen: not(isSeen),
  },
  breakdowns: referralGroups,
  units: ["referral", "person"],
  known: ["childrens_services"],
  needs: ["MHS005PatInd", "MHS201CareContact"],
});

const isWaiting = and(
  isOpen,
  aged(q.age_received, 17),
  atMost(q.received, q.month_end),
  not(atMost(q.first_of_any, q.month_end)),
);

/**
 * Referrals as the end of a month leaves them: those of people aged 0 to 17 that wait for a contact
 * of any kind.
 */
export const waitingView = defineView({
  name: "mh.waiting",
  restsOn,
  columns: q,
  parameters: p,
  flags: {
    waiting: and(isWaiting, atLeast(q.received, p.loaded_from)),
    /** Received before the first loaded month: whether they were seen is not known. */
    too_early: and(isWaiting, below(q.received, p.loaded_from)),
  },
  measures: {
    /** The last day counted. */
    days_waited: plus(daysBetween(q.received, q.month_end), 1),
  },
  breakdowns: {},
});

/** The rows of both views. `homes` is by row of `PersonMonths`, `home` by row of the view. */
export interface ReferralMonthRows {
  readonly rows: ViewRows<typeof referralMonthView>;
  readonly waiting: ViewRows<typeof waitingView>;
  /** Row of `PersonMonths` that says where the person of each row lives, or -1. */
  readonly home: Int32Array;
}

/** Referrals by month, with what the measures ask of them. */
export function referralMonthRows(
  data: Mhsds,
  homes: Int32Array,
  contacts: FirstContacts,
  teams: TeamsOfReferrals,
): ReferralMonthRows {
  const { referralMonths: r, personMonths: people, counts } = data;
  const { count, personMonth } = r;
  const ofPerson = (values: ArrayLike<number>, missing: number): Int32Array =>
    numberRows(count, (row) => (personMonth[row] < 0 ? missing : values[personMonth[row]]));
  const ofReferral = (days: Int32Array) => (): Int32Array =>
    numberRows(count, (row) => days[r.referral[row]]);
  const indicators = personIndicatorRows(data);
  const { of: personUnit } = indicators.units.person_month;
  const indicator = (name: keyof typeof indicators.reduced) => (): Int32Array => {
    const has = indicators.reduced[name];
    return numberRows(count, (row) =>
      personMonth[row] < 0 ? 0 : has[personUnit[personMonth[row]]],
    );
  };
  const home = ofPerson(homes, -1);
  const edges = monthEdges(r.month);
  const columnsOfRows = lazyColumns({
    ...referralColumnsOf(data, teams, everyRow(count), home),
    ...edges,
    received: () => r.received,
    discharged: () => r.discharged,
    rejected: () => teams.rejected,
    first_contact: ofReferral(contacts.first),
    first_of_any: ofReferral(contacts.firstOfAny),
    age_received: () => r.ageReceived,
    age_discharged: () => r.ageDischarged,
    age_at_end: () => ofPerson(people.ageAtEnd, -1),
    source: () => r.source,
    inpatient: () => r.inpatient,
    looked_after: indicator("looked_after"),
    protection_plan: indicator("protection_plan"),
    young_carer: indicator("young_carer"),
    childrens_service: () => teams.childrensService,
    childrens_service_at_receipt: () => teams.childrensServiceAtReceipt,
  });
  const parameterValues = { autism_since: AUTISM_SINCE, loaded_from: data.start };
  const units = {
    referral: { of: r.referral, count: counts.referrals, none: 0 },
    person: { of: r.person, count: counts.people, none: 0 },
  };
  const given = { count, columns: columnsOfRows, parameters: parameterValues };
  return {
    rows: viewRows(referralMonthView, { ...given, units }),
    waiting: viewRows(waitingView, given),
    home,
  };
}
