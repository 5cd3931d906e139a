import { ageOn } from "../../../prep/calendar/day";
import { monthEnd, type MonthIndex } from "../../../prep/calendar/periods";
import type { Team } from "../../../prep/sample/mhsds/organisations";
import type { Patient, Referral } from "../../../prep/sample/mhsds/person";
import { isTold, type Loaded } from "./seen";

/** Which referrals are with children's mental health services. */
export interface ChildServices {
  readonly atEnd: (referral: Referral, month: MonthIndex) => boolean;
  readonly atReceipt: (referral: Referral, month: MonthIndex) => boolean;
}

const DISABILITY = ["E01", "E02", "E03", "E04", "B02", "C01"];
const CHILDRENS = ["C05", "C06", "C07"];

const teamsOf = ({ team, second }: Referral): Team[] => [
  ...(team ? [team] : []),
  ...(second ? [second.team] : []),
];

/**
 * A referral is with children's services where one of its teams is for looked after children, youth
 * offending or paediatric liaison, or is for
 * children and young people: in version 6 the team says so itself, in version 5 more than half of
 * its referrals of the month are under 18. Teams for
 * learning disabilities and autism are not (docs/counting-mental-health.md).
 */
export function childServices(patients: readonly Patient[], loaded: Loaded): ChildServices {
  const shares = new Map<string, { young: number; all: number }>();
  const key = ({ provider }: Referral, team: Team, month: MonthIndex): string =>
    `${provider.code} ${team.id} ${month}`;
  for (let month = loaded.first; month <= loaded.last; month++)
    if (loaded.version(month) === 5)
      for (const { birth, referrals } of patients)
        for (const referral of referrals.filter((one) => isTold(one, month, loaded)))
          for (const team of teamsOf(referral)) {
            const share = shares.get(key(referral, team, month)) ?? { young: 0, all: 0 };
            shares.set(key(referral, team, month), {
              young: share.young + Number(ageOn(birth, referral.received) < 18),
              all: share.all + 1,
            });
          }
  const isFor = (referral: Referral, team: Team, month: MonthIndex): boolean => {
    if (DISABILITY.includes(team.type)) return false;
    if (CHILDRENS.includes(team.type)) return true;
    if (loaded.version(month) === 6) return team.ages === "02";
    const { young, all } = shares.get(key(referral, team, month))!;
    return young / all > 0.5;
  };
  return {
    atEnd: (referral, month) => {
      const end = monthEnd(month);
      if (referral.rejected !== null && referral.rejected.date <= end) return false;
      return teamsOf(referral).some(
        (team) =>
          isFor(referral, team, month) &&
          !(
            referral.second?.team === team &&
            referral.second.closed !== null &&
            referral.second.closed <= end
          ),
      );
    },
    atReceipt: (referral, month) => teamsOf(referral).some((team) => isFor(referral, team, month)),
  };
}
