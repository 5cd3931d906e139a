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

/** Whether an indicator is a measure of NHS England: it has its id. */
const isOfficial = ({ id }: Indicator): boolean => /^(mhs|cyp|asd)\d/.test(id);

/** The same as lists show them: what councils ask for, then the official measures. */
export const listedMhsdsIndicators: readonly Indicator[] = [
  ...mhsdsIndicators.filter((indicator) => !isOfficial(indicator)),
  ...mhsdsIndicators.filter(isOfficial),
];
