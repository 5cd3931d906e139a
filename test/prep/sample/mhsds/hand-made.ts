import { dayFromIso } from "../../../../prep/calendar/day";
import type { makeMhsds } from "../../../../prep/sample/mhsds/mhsds";
import { makeSample } from "../../../../prep/sample/make-sample";
import { HOMES, PRACTICES, PROVIDERS } from "../../../../prep/sample/mhsds/organisations";
import type { Contact, Patient, Referral } from "../../../../prep/sample/mhsds/person";
import { submissionsOf } from "../../../../prep/sample/mhsds/submissions";

const day = (iso: string): number => dayFromIso(iso)!;
export const [TRUST, ADULTS, , DIGITAL] = PROVIDERS;
let numbers = 0;

/** A contact: day, status, mechanism. */
export const contact = (date: string, status = "5", mechanism = "01"): Contact => ({
  id: `C${++numbers}`,
  date: day(date),
  time: 600 + numbers,
  status,
  mechanism,
  minutes: 30,
});
export const indirect = (date: string) => ({ date: day(date), time: 600, minutes: 15, rows: 2 });

export function referral(
  received: string,
  more: Partial<Omit<Referral, "received" | "discharged">> & { readonly discharged?: string } = {},
): Referral {
  const { discharged, ...rest } = more;
  const provider = more.provider ?? TRUST;
  return {
    provider,
    id: `R${++numbers}`,
    received: day(received),
    source: "A1",
    reason: "05",
    priority: "3",
    commissioner: "91Q",
    team: provider.teams[0] ?? null,
    second: null,
    rejected: null,
    contacts: [],
    indirect: [],
    spell: null,
    ...rest,
    discharged: discharged === undefined ? null : { date: day(discharged), reason: "02" },
  };
}

/** A person born on a day, in Sampleshire unless said otherwise. */
export function patient(
  birth: string,
  referrals: readonly Referral[],
  more: Partial<Patient> = {},
): Patient {
  const number = ++numbers;
  return {
    number,
    birth: day(birth),
    gender: "2",
    ethnicity: "A",
    personId: `P${number}`,
    nhsNumber: "",
    school: "",
    homes: [{ from: 0, home: HOMES[0][0] }],
    practice: PRACTICES[0][0],
    silent: false,
    formerPractice: null,
    lookedAfter: null,
    protectionPlan: null,
    youngCarer: false,
    learningDisability: "5",
    autism: "5",
    referrals,
    ...more,
  };
}

/** Their providers' submissions from January 2024 to so many months later. */
export function sampleOf(
  patients: readonly Patient[],
  months: number,
): ReturnType<typeof makeMhsds> {
  const [first, last] = [2024 * 12, 2024 * 12 + months - 1];
  return {
    seed: 1,
    history: makeSample({ people: 1, years: 1 }).history,
    first,
    last,
    patients,
    submissions: submissionsOf(patients, first, last),
  };
}
