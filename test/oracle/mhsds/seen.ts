import { ageOn, type Day } from "../../../prep/calendar/day";
import { monthEnd, monthOf, monthStart, type MonthIndex } from "../../../prep/calendar/periods";
import {
  homeOn,
  type Contact,
  type Indirect,
  type Patient,
  type Referral,
} from "../../../prep/sample/mhsds/person";
import { ICBS } from "../../../prep/sample/mhsds/organisations";
import { isActive, versionOf, wasSent } from "../../../prep/sample/mhsds/submissions";
import type { Where } from "./cells";

/** What the extracts can tell: months loaded, and the version of the data set of each. */
export interface Loaded {
  readonly first: MonthIndex;
  readonly last: MonthIndex;
  readonly version: (month: MonthIndex) => 5 | 6;
}

export const loadedOf = (first: MonthIndex, last: MonthIndex, version?: 5 | 6): Loaded => ({
  first,
  last,
  version: (month) => version ?? versionOf(month),
});

/** Whether a referral is told in a month. */
export const isTold = (referral: Referral, month: MonthIndex, { first, last }: Loaded): boolean =>
  month >= first &&
  month <= last &&
  wasSent(referral.provider, month, first) &&
  isActive(referral, month);

const isSent =
  (referral: Referral, { first, last }: Loaded) =>
  ({ date }: { readonly date: Day }): boolean =>
    monthOf(date) >= first &&
    monthOf(date) <= last &&
    wasSent(referral.provider, monthOf(date), first);

/** Contacts and indirect activities of a referral that some loaded submission tells of. */
export const toldContacts = (referral: Referral, loaded: Loaded): Contact[] =>
  referral.contacts.filter(isSent(referral, loaded));
export const toldIndirect = (referral: Referral, loaded: Loaded): Indirect[] =>
  referral.indirect.filter(isSent(referral, loaded));

const DIRECT = ["01", "02", "04", "11"];
const MESSAGES = ["05", "09", "10", "13"];
export const isAttended = ({ status }: Contact): boolean => status === "5" || status === "6";
export const isDirect = (contact: Contact): boolean =>
  isAttended(contact) && DIRECT.includes(contact.mechanism);
const isMessage = (contact: Contact, { provider }: Referral): boolean =>
  provider.anonymous && MESSAGES.includes(contact.mechanism);
/** What counts as a contact; for access the attendance at a message is not asked. */
export const isCounted = (contact: Contact, referral: Referral): boolean =>
  isDirect(contact) || (isAttended(contact) && isMessage(contact, referral));
export const isAccess = (contact: Contact, referral: Referral): boolean =>
  isDirect(contact) || isMessage(contact, referral);

const SOURCES: Readonly<Record<string, string>> = {
  A: "primary_care",
  B: "self_referral",
  C: "local_authority",
  E: "justice",
  F: "child_health",
  H: "acute_care",
  M: "other",
  P: "internal",
};
const BANDS: readonly (readonly [string, number])[] = [
  ["0-4", 4],
  ["5-10", 10],
  ["11-15", 15],
  ["16-17", 17],
  ["18", 18],
  ["19-25", 25],
  ["26_and_over", 200],
];
const bandOf = (age: number): string => BANDS.find(([, to]) => age <= to)![0];

/**
 * Areas of a person in a month: everyone in the extract, the council of residence, and the
 * integrated care board by practice, else by residence.
 */
export function areasOf(patient: Patient, month: MonthIndex): string[] {
  const home = homeOn(patient, monthEnd(month));
  const icb = ICBS[patient.practice?.subIcb ?? home.subIcb];
  return ["everyone|", `council|${home.council}`, ...(icb ? [`icb|${icb}`] : [])].filter((area) =>
    ["everyone|", "council|999", "icb|QKS"].includes(area),
  );
}

/** Groups of a person in a month by one of their referrals; `age` is that of the age band. */
function personGroups(
  patient: Patient,
  referral: Referral,
  month: MonthIndex,
  age: number,
): string[] {
  const home = homeOn(patient, monthEnd(month));
  const subIcb = referral.provider.anonymous
    ? referral.commissioner
    : (patient.practice?.subIcb ?? home.subIcb);
  const sex = { "1": "M", "2": "F", "3": "non_binary" }[patient.gender]!;
  return [
    "all|all",
    `provider|${referral.provider.code}`,
    `sub_icb|${subIcb || "not_recorded"}`,
    `council|${home.council}`,
    `sex|${sex}`,
    `age_band|${bandOf(age)}`,
  ];
}

const ageOnReceipt = (patient: Patient, { received }: Referral): number =>
  ageOn(patient.birth, received);

/** Where a referral counts in a month. */
export const ofReferral = (patient: Patient, referral: Referral, month: MonthIndex): Where => ({
  areas: areasOf(patient, month),
  groups: [
    ...personGroups(patient, referral, month, ageOnReceipt(patient, referral)),
    `referral_reason|${referral.reason}`,
    `referral_source|${SOURCES[referral.source[0]]}`,
  ],
});

/** Where a contact or an indirect activity counts, with the age of its age band. */
export const ofActivity = (
  patient: Patient,
  referral: Referral,
  month: MonthIndex,
  age: number,
  more: readonly string[] = [],
): Where => ({
  areas: areasOf(patient, month),
  groups: [...personGroups(patient, referral, month, age), ...more],
});

/** Whether someone counts as living in England: no other nation is recorded. */
export const inEngland = (patient: Patient, month: MonthIndex): boolean =>
  homeOn(patient, monthEnd(month)).council !== "outside_england";

export const within = (day: Day, month: MonthIndex): boolean =>
  day >= monthStart(month) && day <= monthEnd(month);
