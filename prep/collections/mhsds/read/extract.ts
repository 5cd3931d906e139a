import type { Day } from "../../../calendar/day";
import type { MonthIndex } from "../../../calendar/periods";
import type { TextColumn } from "../../../columns/column";
import { emptyText } from "../../../columns/decode";
import type { Gap } from "../../../indicators/gap";

/** One provider's submission of one month, the latest of those that were loaded. */
export interface Submission {
  /** ODS code. */
  readonly provider: string;
  readonly month: MonthIndex;
  /** 5 or 6; what the header says, else what the columns show. */
  readonly version: number;
}

/**
 * A person as one provider knew them in one month: a row of MHS001, with the GP registration
 * (MHS002) and the indicators (MHS005) of the same record.
 */
export interface PersonMonths {
  readonly count: number;
  readonly month: Int32Array;
  /** Code in `Mhsds.providers`. */
  readonly provider: Int32Array;
  /**
   * Code in `Mhsds.people`: Person_ID, or provider and local id for the providers whose Person_ID
   * does not hold (see `anonymousProviders`); 0 where there is none.
   */
  readonly person: Int32Array;
  /**
   * PatMRecInRP: 1 on the one row of a person that national counts use, 0 elsewhere, -1 where the
   * extract does not say.
   */
  readonly national: Int8Array;
  /** Completed years at the end of the month; -1 where unknown. */
  readonly ageAtEnd: Int16Array;
  /**
   * ONS code of the district or unitary authority of residence as submitted (E06, E07, E08, E09;
   * other nations W, S, N).
   */
  readonly district: TextColumn;
  /**
   * Sub-ICB location (before July 2022 CCG) of GP practice, else of residence
   * (docs/counting-mental-health.md).
   */
  readonly subIcb: TextColumn;
  /** ICB of GP practice, else of residence. */
  readonly icb: TextColumn;
  /** Gender by `GenderIDCode`, else `Gender`; codes as in the data dictionary. */
  readonly gender: TextColumn;
  /** First letter of the ethnic category (NHSDEthnicity), or 99; anything else has no value. */
  readonly ethnicity: TextColumn;
  /** ODS code of the school. */
  readonly school: TextColumn;
  /** Codes of MHS005; no value where the record has no MHS005 row. */
  readonly lookedAfter: TextColumn;
  readonly childProtection: TextColumn;
  readonly youngCarer: TextColumn;
  readonly learningDisability: TextColumn;
  readonly autism: TextColumn;
}

/**
 * A referral as one submission shows it: a row of MHS101. It repeats every month while it is open.
 */
export interface ReferralMonths {
  readonly count: number;
  readonly month: Int32Array;
  readonly provider: Int32Array;
  /** Row of `PersonMonths`, or -1 where the record has none. */
  readonly personMonth: Int32Array;
  readonly person: Int32Array;
  /** Code of UniqServReqID (from 1), the same in every table and month. */
  readonly referral: Int32Array;
  /** Days (MISSING where there is none). */
  readonly received: Int32Array;
  readonly discharged: Int32Array;
  /** Version 6 only: ReferRejectionDate of MHS101. */
  readonly rejected: Int32Array;
  /** Completed years on receipt and on discharge; -1 where unknown. */
  readonly ageReceived: Int16Array;
  readonly ageDischarged: Int16Array;
  readonly source: TextColumn;
  readonly reason: TextColumn;
  readonly priority: TextColumn;
  readonly rejectReason: TextColumn;
  readonly closeReason: TextColumn;
  /** ODS code of the commissioner. */
  readonly commissioner: TextColumn;
  /** 1 where the referral has a hospital provider spell (MHS501) in the same submission. */
  readonly inpatient: Uint8Array;
}

/**
 * A team that a referral is with, in one submission: rows of MHS102, and from version 6 the team of
 * MHS101 itself.
 */
export interface ReferralTeams {
  readonly count: number;
  /** Row of `ReferralMonths`. */
  readonly referralMonth: Int32Array;
  /** Code of provider and local team id (from 1); 0 where there is none. */
  readonly team: Int32Array;
  readonly type: TextColumn;
  /** ServTeamIntAgeGroup (version 6). */
  readonly ageGroup: TextColumn;
  /**
   * Days (MISSING where there is none): closure (discharge of MHS101 for its own team), rejection.
   */
  readonly closed: Int32Array;
  readonly rejected: Int32Array;
  /** 1 for the team of MHS101 itself. */
  readonly main: Uint8Array;
}

/**
 * Care contacts (MHS201), one row a contact: a contact sent twice in one submission is there once.
 */
export interface Contacts {
  readonly count: number;
  readonly month: Int32Array;
  readonly provider: Int32Array;
  readonly personMonth: Int32Array;
  /** Row of `ReferralMonths` of the same submission, or -1. */
  readonly referralMonth: Int32Array;
  readonly referral: Int32Array;
  readonly date: Int32Array;
  /** Completed years on the day; -1 where unknown. */
  readonly age: Int16Array;
  /** Attendance status and consultation mechanism. */
  readonly status: TextColumn;
  readonly mechanism: TextColumn;
  /** Minutes; -1 where unknown. */
  readonly duration: Int16Array;
}

/**
 * Indirect activity (MHS204), repeats of the same referral, day and time left out
 * (docs/reading-mhsds.md).
 */
export interface IndirectActivities {
  readonly count: number;
  readonly month: Int32Array;
  readonly provider: Int32Array;
  readonly personMonth: Int32Array;
  readonly referralMonth: Int32Array;
  readonly referral: Int32Array;
  readonly date: Int32Array;
}

/**
 * How the values of a field of one provider's submissions are, as NHS England's data quality
 * reports sort them.
 */
export interface FieldQuality {
  readonly provider: string;
  readonly month: MonthIndex;
  readonly table: string;
  readonly field: string;
  readonly valid: number;
  /** In the code set, but a code without information, such as "other" or "not stated". */
  readonly other: number;
  readonly default: number;
  readonly invalid: number;
  readonly missing: number;
}

/**
 * MHSDS extracts as read: the latest submission of each provider and month, typed, keyed by whole
 * numbers. Rows that were rejected are gone (see `RowCount`).
 */
export interface Mhsds {
  readonly files: readonly string[];
  readonly submissions: readonly Submission[];
  /** Months with a submission, in order. */
  readonly months: readonly MonthIndex[];
  /** ODS codes by provider code; `[0]` is empty. */
  readonly providers: readonly string[];
  /** How many codes of people, referrals and teams there are, 0 included. */
  readonly counts: { readonly people: number; readonly referrals: number; readonly teams: number };
  /**
   * Values to key people with, by code; `[0]` is empty. In memory only: never part of the star, a
   * finding or a log.
   */
  readonly people: () => readonly string[];
  /**
   * NHS number by code of a person, where the extract carries valid ones; null where it carries
   * none, which is normal. In memory only.
   */
  readonly nhsNumbers: readonly (string | null)[] | null;
  readonly personMonths: PersonMonths;
  readonly referralMonths: ReferralMonths;
  readonly referralTeams: ReferralTeams;
  readonly contacts: Contacts;
  readonly indirect: IndirectActivities;
  /** Tables that no file had, so that what they hold cannot be counted. */
  readonly absent: ReadonlySet<string>;
  readonly quality: readonly FieldQuality[];
  /**
   * What its tables and columns (`table.heading`) lack as a whole: files that break off, rows lost
   * in reading, dates in doubt.
   */
  readonly gaps?: ReadonlyMap<string, readonly Gap[]>;
  /** First day of the first loaded month, last day of the last. */
  readonly start: Day;
  readonly end: Day;
}

/**
 * Anonymous digital providers whose Person_ID does not tell people apart: the person is provider
 * and local patient id, the commissioner stands for the area (docs/counting-mental-health.md).
 */
export const anonymousProviders: ReadonlySet<string> = new Set(["DFC", "S9X2N"]);

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
