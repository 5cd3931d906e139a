import {
  and,
  atLeast,
  atMost,
  below,
  between,
  columns,
  equal,
  isGiven,
  isIn,
  not,
  or,
} from "../../../columns/expression";
import { gather, numberRows } from "../../../columns/rows";
import { defineView, lazyColumns, viewRows, type ViewRows } from "../../../indicators/view";
import { CHILDREN, childrensTeams, learningDisabilityTeams } from "../fields/code-sets";
import { monthEdges } from "../model/months";
import type { Mhsds } from "../read/extract";

const q = columns({
  /** Version of the data set that the submission is of. */
  version: "number",
  /** There is an id of the team. */
  has_team: "flag",
  team_type: "text",
  /** Ages that the team is meant for, from version 6. */
  age_group: "text",
  closed: "day",
  rejected: "day",
  received: "day",
  month_end: "day",
  age_received: "number",
  /** The team of the referral itself, from version 6. */
  is_main: "flag",
  /** Over half of the team's referrals of the month are of people under 18. */
  is_young: "flag",
});

/** From this version on a team says which ages it is meant for. */
const TEAMS_HAVE_AGES = 6;

const hasAges = atLeast(q.version, TEAMS_HAVE_AGES);
const isChildrens = and(
  not(isIn(q.team_type, [...learningDisabilityTeams])),
  or(
    isIn(q.team_type, [...childrensTeams]),
    and(hasAges, equal(q.age_group, CHILDREN)),
    and(not(hasAges), q.is_young),
  ),
);

/**
 * Teams that referrals are with, by month: those of MHS102, and from version 6 the team of the
 * referral itself. Which referrals are with a children's service follows from them
 * (docs/counting-mental-health.md); ward stays are not looked at.
 */
export const teamView = defineView({
  name: "mh.teams",
  columns: q,
  dates: { rejected: q.rejected },
  flags: {
    is_main: q.is_main,
    has_team: q.has_team,
    has_type: isGiven(q.team_type),
    without_ages: not(hasAges),
    under_18: between(q.age_received, 0, 17),
    /** By a team that has neither closed nor rejected the referral by the end of the month. */
    childrens_service: and(
      isChildrens,
      not(atMost(q.closed, q.month_end)),
      not(atMost(q.rejected, q.month_end)),
    ),
    /** The same on the day the referral was received. */
    childrens_service_at_receipt: and(
      isChildrens,
      not(below(q.closed, q.received)),
      not(below(q.rejected, q.received)),
    ),
  },
  breakdowns: {},
  units: ["referral_month", "team_month"],
  reductions: {
    is_young: { by: "team_month", find: "most", of: "without_ages", where: "under_18" },
    childrens_service: { by: "referral_month", find: "any", where: "childrens_service" },
    childrens_service_at_receipt: {
      by: "referral_month",
      find: "any",
      where: "childrens_service_at_receipt",
    },
    /** The day by which all teams had rejected the referral. */
    all_rejected: { by: "referral_month", find: "last_of_all", day: "rejected" },
    /** The team that says the type of a referral, and the one that it is keyed by. */
    main_type: { by: "referral_month", find: "row", prefer: ["is_main", "has_type"] },
    main_team: { by: "referral_month", find: "row", prefer: ["is_main", "has_team"] },
  },
});

/** Version of the submission of each row of `ReferralMonths`. */
function versions({ referralMonths: r, providers, submissions }: Mhsds): Int32Array {
  const of = new Map(
    submissions.map(({ provider, month, version }) => [
      month * providers.length + providers.indexOf(provider),
      version,
    ]),
  );
  return numberRows(r.count, (row) => of.get(r.month[row] * providers.length + r.provider[row])!);
}

/** The rows of the view. Units: rows of `ReferralMonths`; teams of a month (0: no team). */
export function teamRows(data: Mhsds): ViewRows<typeof teamView> {
  const { referralMonths: r, referralTeams: t, counts, months } = data;
  const place = new Map(months.map((month, i) => [month, i]));
  const month = gather(r.month, t.referralMonth);
  const teamMonth = numberRows(t.count, (row) =>
    t.team[row] === 0 ? 0 : t.team[row] * months.length + place.get(month[row])!,
  );
  const ofReferral = (values: ArrayLike<number>) => (): Int32Array =>
    numberRows(t.count, (row) => values[t.referralMonth[row]]);
  const rows: ViewRows<typeof teamView> = viewRows(teamView, {
    count: t.count,
    columns: lazyColumns({
      version: ofReferral(versions(data)),
      has_team: () => Uint8Array.from(t.team, (team) => Number(team !== 0)),
      team_type: () => t.type,
      age_group: () => t.ageGroup,
      closed: () => t.closed,
      rejected: () => t.rejected,
      received: ofReferral(r.received),
      month_end: () => monthEdges(month).month_end(),
      age_received: ofReferral(r.ageReceived),
      is_main: () => t.main,
      is_young: (): Int32Array =>
        numberRows(t.count, (row) => rows.reduced.is_young[teamMonth[row]]),
    }),
    units: {
      referral_month: { of: t.referralMonth, count: r.count },
      team_month: { of: teamMonth, count: counts.teams * months.length, none: 0 },
    },
  });
  return rows;
}
