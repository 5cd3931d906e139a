import type { Day } from "../../calendar/day";
import type { Home, Practice, Provider, Team } from "./organisations";

/** A stretch of days, open where `to` is null. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day | null;
}

export interface Contact {
  readonly id: string;
  readonly date: Day;
  /** Minutes after midnight. */
  readonly time: number;
  /** AttendStatus 2 to 7. */
  readonly status: string;
  /** ConsMechanismMH. */
  readonly mechanism: string;
  readonly minutes: number;
}

export interface Indirect {
  readonly date: Day;
  readonly time: number;
  readonly minutes: number;
  /** How many rows tell of it; all but one are repeats. */
  readonly rows: number;
}

export interface Referral {
  readonly provider: Provider;
  readonly id: string;
  readonly received: Day;
  readonly source: string;
  readonly reason: string;
  readonly priority: string;
  /** Commissioner (sub-ICB). */
  readonly commissioner: string;
  readonly team: Team | null;
  /** A second team, and the day it closed the referral on its side. */
  readonly second: { readonly team: Team; readonly closed: Day | null } | null;
  readonly rejected: { readonly date: Day; readonly reason: string } | null;
  readonly discharged: { readonly date: Day; readonly reason: string } | null;
  /** In the order of day and time. */
  readonly contacts: readonly Contact[];
  readonly indirect: readonly Indirect[];
  readonly spell: (Stretch & { readonly id: string }) | null;
}

/** Everything that truly happened to one invented user of mental health services. */
export interface Patient {
  /**
   * Different for each person, also for each of the several people that one child is to anonymous
   * services.
   */
  readonly number: number;
  readonly birth: Day;
  /** GenderIDCode. */
  readonly gender: string;
  /** Ethnic category of the health service: one letter, or 99. */
  readonly ethnicity: string;
  /** National pseudonym. People of an anonymous service share theirs with somebody else. */
  readonly personId: string;
  readonly nhsNumber: string;
  /** ODS code of the school. */
  readonly school: string;
  /** In the order of their days, the first without a beginning. */
  readonly homes: readonly { readonly from: Day; readonly home: Home }[];
  /** Null where no practice is known: nothing is said of it (`silent`), or the code for none. */
  readonly practice: Practice | null;
  readonly silent: boolean;
  /** A registration that ended before. */
  readonly formerPractice: { readonly practice: Practice; readonly ended: Day } | null;
  readonly lookedAfter: Stretch | null;
  readonly protectionPlan: Stretch | null;
  readonly youngCarer: boolean;
  readonly learningDisability: string;
  readonly autism: string;
  /** In the order in which they were received. */
  readonly referrals: readonly Referral[];
}

export const holdsOn = (stretch: Stretch | null, day: Day): boolean =>
  stretch !== null && stretch.from <= day && (stretch.to === null || stretch.to >= day);

/** Home on a day. */
export const homeOn = ({ homes }: Patient, day: Day): Home =>
  homes.filter(({ from }) => from <= day).at(-1)?.home ?? homes[0].home;
