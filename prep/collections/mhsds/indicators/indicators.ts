import type { Indicator } from "../../../indicators/indicator";
import { accessIndicators, cohortIndicators, secondContactIndicators } from "./access-indicators";
import { contactIndicators, indirectIndicators } from "./contact-indicators";
import { officialReferralIndicators, ownReferralIndicators } from "./referral-indicators";
import { serviceIndicators } from "./service-indicators";
import { firstContactIndicators, ownWaitIndicators } from "./wait-indicators";
import { waitingIndicators } from "./waiting-indicators";

/** Every indicator of mental health services, in the order in which they are counted. */
export const mhsdsIndicators: readonly Indicator[] = [
  ...officialReferralIndicators,
  ...serviceIndicators,
  ...ownReferralIndicators,
  ...contactIndicators,
  ...indirectIndicators,
  ...accessIndicators,
  ...secondContactIndicators,
  ...ownWaitIndicators,
  ...firstContactIndicators,
  ...waitingIndicators,
  ...cohortIndicators,
];

/** Figures that leave out referrals received before the first loaded month. */
export const waitIds: ReadonlySet<string> = new Set(
  [...ownWaitIndicators, ...firstContactIndicators].map(({ id }) => id),
);

/** The order in which lists show them: what boards ask for first, then the official measures. */
const listed = [
  "mh_people_with_open_referral_0_18",
  "mh_referrals_received_0_18",
  "mh_lac_referrals_0_18",
  "mh_cpp_referrals_0_18",
  "mh_contacts_attended_0_18",
  "mh_access_0_17",
  "mh_wait_first_contact_days_median",
  "mh_wait_second_contact_days_mean",
  "mh_within_4_weeks_pct",
  "mh_not_attended_pct",
  "ehc_cohort_with_open_mh_referral_pct",
  "mh_referrals_from_education_0_18",
  "mh_referrals_not_accepted_0_18",
  "mh_wait_first_contact_days_mean",
  "mh_wait_first_contact_days_p90",
  "mh_wait_first_contact_days_longest",
  "mh_wait_second_contact_days_median",
  "mh_wait_second_contact_days_p90",
  "mh_wait_second_contact_days_longest",
  "mhs32a",
  "mhs32b",
  "mhs38a",
  "mhs39a",
  "mhs40",
  "mhs41",
  "mhs42",
  "mhs55a",
  "mhs56a",
  "mhs57a",
  "mhs58a",
  "mhs61a",
  "mhs30d",
  "mhs69",
  "mhs95",
  "mhs109",
  "mhs130",
  "mhs131",
  "mhs132",
  "mhs133",
  "mhs134",
  "mhs135",
  "cyp01",
  "cyp23",
  "cyp32",
  "asd12a",
  "asd13a",
  "asd16b",
  "asd16c",
  "asd18c",
  "asd18e",
  "asd18f",
  "asd19c",
];

/** The same indicators in the order in which lists show them. */
export const listedMhsdsIndicators: readonly Indicator[] = [...mhsdsIndicators].sort(
  (a, b) => listed.indexOf(a.id) - listed.indexOf(b.id),
);
