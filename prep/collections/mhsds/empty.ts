import { emptyText } from "../../columns/decode";
import type {
  Contacts,
  IndirectActivities,
  PersonMonths,
  ReferralMonths,
  ReferralTeams,
} from "./extract";

const none = new Int32Array(0);
const ages = new Int16Array(0);
const text = emptyText(0);

/** Tables without rows, for what no file holds. */
export const noPeople: PersonMonths = {
  count: 0,
  month: none,
  provider: none,
  person: none,
  national: new Int8Array(0),
  ageAtEnd: ages,
  district: text,
  subIcb: text,
  icb: text,
  gender: text,
  ethnicity: text,
  school: text,
  lookedAfter: text,
  childProtection: text,
  youngCarer: text,
  learningDisability: text,
  autism: text,
};
export const noReferrals: ReferralMonths = {
  count: 0,
  month: none,
  provider: none,
  personMonth: none,
  person: none,
  referral: none,
  received: none,
  discharged: none,
  rejected: none,
  ageReceived: ages,
  ageDischarged: ages,
  source: text,
  reason: text,
  priority: text,
  rejectReason: text,
  closeReason: text,
  commissioner: text,
  inpatient: new Uint8Array(0),
};
export const noTeams: ReferralTeams = {
  count: 0,
  referralMonth: none,
  team: none,
  type: text,
  ageGroup: text,
  closed: none,
  rejected: none,
  main: new Uint8Array(0),
};
export const noActivities: IndirectActivities = {
  count: 0,
  month: none,
  provider: none,
  personMonth: none,
  referralMonth: none,
  referral: none,
  date: none,
};
export const noContacts: Contacts = {
  ...noActivities,
  age: ages,
  duration: ages,
  status: text,
  mechanism: text,
};
