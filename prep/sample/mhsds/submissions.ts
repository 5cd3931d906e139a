import { monthEnd, monthStart, type MonthIndex } from "../../calendar/periods";
import { PROVIDERS, type Provider } from "./organisations";
import type { Patient, Referral } from "./person";

/** Version 6 of the data set holds from April 2024. */
const SIXTH: MonthIndex = 2024 * 12 + 3;
export const versionOf = (month: MonthIndex): 5 | 6 => (month >= SIXTH ? 6 : 5);

/** Number of a month as the data set counts them: April 1900 is 1. */
export const uniqMonthId = (month: MonthIndex): number => month - (1900 * 12 + 3) + 1;

/** A person as a provider tells of them in one month, with the referrals that were active in it. */
export interface PatientInMonth {
  readonly patient: Patient;
  /** Row number in the submission, from 1. */
  readonly row: number;
  readonly referrals: readonly Referral[];
}

/** One provider's file for one month. */
export interface SampleSubmission {
  readonly provider: Provider;
  readonly month: MonthIndex;
  readonly id: string;
  /** 1 for a first submission. */
  readonly fileType: number;
  /** Timestamp of its processing. */
  readonly effectiveFrom: string;
  /** Sent again later, because it was wrong: it must not count. */
  readonly superseded: boolean;
  readonly told: readonly PatientInMonth[];
}

/**
 * Month that the voluntary organisation never sent, counted from the first month; months that were
 * sent twice by the two trusts.
 */
const MISSING = 5;
const TWICE: Readonly<Record<string, readonly number[]>> = { RZZ: [3, 8], RZY: [3] };

/**
 * Whether a referral is in a provider's file of a month: received by its end, and not over before
 * its beginning.
 */
export const isActive = (
  { received, discharged, rejected }: Referral,
  month: MonthIndex,
): boolean => {
  const over = discharged ?? rejected;
  return received <= monthEnd(month) && (over === null || over.date >= monthStart(month));
};

const timestamp = (month: MonthIndex, day: number): string => {
  const later = month + 2;
  return `${Math.floor(later / 12)}-${String((later % 12) + 1).padStart(2, "0")}-${String(day).padStart(2, "0")} 04:00:00`;
};

/** Whether a provider's file of a month exists. */
export const wasSent = (provider: Provider, month: MonthIndex, first: MonthIndex): boolean =>
  provider.code !== "8ZZ01" || month - first !== MISSING;

/**
 * Every submission of the months, by month and provider, the superseded ones before those that
 * replace them. A provider sends nothing before its first referral.
 */
export function submissionsOf(
  patients: readonly Patient[],
  first: MonthIndex,
  last: MonthIndex,
): SampleSubmission[] {
  const submissions: SampleSubmission[] = [];
  for (let month = first; month <= last; month++)
    for (const [p, provider] of PROVIDERS.entries()) {
      if (!wasSent(provider, month, first)) continue;
      const told = patients
        .map((patient) => ({
          patient,
          referrals: patient.referrals.filter(
            (referral) => referral.provider === provider && isActive(referral, month),
          ),
        }))
        .filter(({ referrals }) => referrals.length > 0)
        .map((one, i): PatientInMonth => ({ ...one, row: i + 1 }));
      if (told.length === 0) continue;
      const id = (send: number): string =>
        String(10_000_000 + (month - first) * 100 + p * 10 + send);
      const twice = TWICE[provider.code]?.includes(month - first) ?? false;
      // The number of the file says nothing of its order: in the first month that is sent twice,
      // the earlier one has the higher number.
      const [early, late] = month - first === 3 ? [id(2), id(1)] : [id(1), id(2)];
      if (twice)
        submissions.push({
          provider,
          month,
          id: early,
          fileType: 1,
          effectiveFrom: timestamp(month, 1),
          superseded: true,
          told: told.filter((_, i) => i % 3 > 0),
        });
      submissions.push({
        provider,
        month,
        id: twice ? late : id(1),
        fileType: twice ? 2 : 1,
        effectiveFrom: timestamp(month, twice ? 21 : 1),
        superseded: false,
        told,
      });
    }
  return submissions;
}
