import { MISSING } from "../../../columns/column";
import { monthEnd } from "../../../calendar/periods";
import { CHILDREN, childrensTeams, learningDisabilityTeams } from "../fields/code-sets";
import type { Mhsds } from "../read/extract";
import { codesIn, flagRows } from "../../../columns/rows";

/**
 * Whether each referral stands in a submission of version 6, in which a team says which ages it is
 * meant for.
 */
function inVersion6({ referralMonths, providers, submissions }: Mhsds): Uint8Array {
  const newer = new Set(
    submissions.flatMap(({ provider, month, version }) =>
      version >= 6 ? [month * providers.length + providers.indexOf(provider)] : [],
    ),
  );
  return flagRows(referralMonths.count, (row) =>
    newer.has(referralMonths.month[row] * providers.length + referralMonths.provider[row]),
  );
}

/**
 * Teams of version 5 most of whose referrals of a month (over half) were under 18: then a
 * children's service (docs/counting-mental-health.md).
 */
function youngTeams(
  { referralMonths, referralTeams, counts, months }: Mhsds,
  newer: Uint8Array,
): (team: number, month: number) => boolean {
  const place = new Map(months.map((month, i) => [month, i]));
  const all = new Int32Array(counts.teams * months.length);
  const young = new Int32Array(counts.teams * months.length);
  for (let row = 0; row < referralTeams.count; row++) {
    const referral = referralTeams.referralMonth[row];
    const month = referralMonths.month[referral];
    if (referralTeams.team[row] === 0 || newer[referral]) continue;
    const at = referralTeams.team[row] * months.length + place.get(month)!;
    all[at]++;
    if (referralMonths.ageReceived[referral] >= 0 && referralMonths.ageReceived[referral] < 18)
      young[at]++;
  }
  return (team, month) => {
    const at = team * months.length + place.get(month)!;
    return all[at] > 0 && 2 * young[at] > all[at];
  };
}

interface ChildrensServices {
  /**
   * By row of `ReferralMonths`: with a children's service at the end of the month, by a team that
   * has neither closed nor rejected the referral by then.
   */
  readonly atEnd: Uint8Array;
  /** The same on the day the referral was received. */
  readonly atReceipt: Uint8Array;
}

/**
 * Which referrals are with children's mental health services: not with a learning disability or
 * autism team, and with a team for looked after
 * children, youth offending or paediatric liaison, or (from version 6) a team meant for children
 * and young people, or (before) one whose
 * referrals are mostly under 18. Ward stays are not looked at (docs/counting-mental-health.md).
 */
export function childrensServices(data: Mhsds): ChildrensServices {
  const { referralMonths: referrals, referralTeams: teams } = data;
  const [isDisability, isChildrens] = [
    codesIn(teams.type, learningDisabilityTeams),
    codesIn(teams.type, childrensTeams),
  ];
  const isForChildren = codesIn(teams.ageGroup, new Set([CHILDREN]));
  const newer = inVersion6(data);
  const isYoung = youngTeams(data, newer);
  const [atEnd, atReceipt] = [new Uint8Array(referrals.count), new Uint8Array(referrals.count)];
  const openOn = (row: number, day: number): boolean =>
    (teams.closed[row] === MISSING || teams.closed[row] > day) &&
    (teams.rejected[row] === MISSING || teams.rejected[row] > day);
  for (let row = 0; row < teams.count; row++) {
    const type = teams.type.codes[row];
    if (isDisability[type]) continue;
    const referral = teams.referralMonth[row];
    const month = referrals.month[referral];
    if (
      !isChildrens[type] &&
      !(newer[referral]
        ? isForChildren[teams.ageGroup.codes[row]]
        : isYoung(teams.team[row], month))
    )
      continue;
    if (openOn(row, monthEnd(month))) atEnd[referral] = 1;
    if (openOn(row, referrals.received[referral] - 1)) atReceipt[referral] = 1;
  }
  return { atEnd, atReceipt };
}

/**
 * Day on which each referral was rejected, MISSING where it was not: its own from version 6, else
 * the last of its teams' where all of them rejected it.
 */
export function rejectionDays({
  referralMonths: referrals,
  referralTeams: teams,
}: Mhsds): Int32Array {
  const days = referrals.rejected.slice();
  const undecided = new Uint8Array(referrals.count);
  for (let row = 0; row < teams.count; row++)
    if (teams.rejected[row] === MISSING) undecided[teams.referralMonth[row]] = 1;
  for (let row = 0; row < teams.count; row++) {
    const referral = teams.referralMonth[row];
    if (referrals.rejected[referral] === MISSING && !undecided[referral])
      days[referral] = Math.max(days[referral], teams.rejected[row]);
  }
  return days;
}
