import { dayOf, type Day } from "../../../calendar/day";
import { monthOf } from "../../../calendar/periods";
import { MISSING } from "../../../columns/column";
import { evaluateFlags } from "../../../columns/evaluate";
import {
  and,
  atLeast,
  atMost,
  below,
  columns,
  daysBetween,
  not,
  or,
  parameters,
  plus,
  when,
  type Expression,
} from "../../../columns/expression";
import { flagRows, gather, numberRows } from "../../../columns/rows";
import { defineView, lazyColumns, viewRows, type ViewRows } from "../../../indicators/view";
import { mhReferral } from "../tables/fact-tables";
import type { Mhsds } from "../read/extract";
import { referralColumnsOf } from "../model/group-columns";
import type { FirstContacts } from "../model/first-contacts";
import { monthEdges } from "../model/months";
import type { TeamsOfReferrals } from "../model/teams";
import { aged, referralColumns, referralGroups } from "./groups";
import { ofContact, ofEnd, ofGroups, ofIndirect, ofReferral } from "./rests-on";

const q = {
  ...referralColumns,
  ...columns({
    received: "day",
    first_contact: "day",
    second_contact: "day",
    first_direct: "day",
    first_of_any: "day",
    age_received: "number",
    discharged: "day",
    rejected: "day",
    /** Last day of the month that shows the referral last. */
    month_end: "day",
    /** The provider sent data for the month of receipt, and for that of the end of four weeks. */
    sent_at_receipt: "flag",
    sent_at_four_weeks: "flag",
  }),
};
const p = parameters({
  /** First day of the first loaded month. */
  loaded_from: "day",
  waits_since: "day",
});

/** Four weeks as the dashboards of integrated care boards have them: seen on day 0 to 27. */
export const FOUR_WEEKS = 28;
/**
 * The measures of first contacts count referrals received from this day on
 * (docs/counting-mental-health.md).
 */
export const WAITS_SINCE = dayOf(2019, 4, 1);

/**
 * An earlier contact of a referral that was received before may not be loaded: no wait is counted
 * for it.
 */
const isKnown = atLeast(q.received, p.loaded_from);
const seen = (day: Expression<"day">): Expression<"flag"> => and(isKnown, atLeast(day, q.received));
const wait = (day: Expression<"day">): Expression<"number"> =>
  when([[seen(day), daysBetween(q.received, day)]]);

const in4Weeks = and(
  seen(q.first_direct),
  below(daysBetween(q.received, q.first_direct), FOUR_WEEKS),
);
/** Last day within four weeks. */
const fourWeeksEnd = plus(q.received, FOUR_WEEKS - 1);
/** Neither seen nor ended when the four weeks were over, as far as is told. */
const isOpen = and(
  isKnown,
  not(in4Weeks),
  not(atMost(q.discharged, fourWeeksEnd)),
  not(atMost(q.rejected, fourWeeksEnd)),
);
/** The provider's submissions show the referral up to the end of its four weeks. */
const isTold = and(q.sent_at_receipt, q.sent_at_four_weeks, atMost(fourWeeksEnd, q.month_end));

/** Whose referrals the view holds. */
export const isOfWaits = aged(q.age_received, 18);

/** Referrals of people aged 0 to 18 on receipt, as the latest month shows them. */
export const referralView = defineView({
  name: "mh_referral",
  restsOn: {
    rows: ofReferral,
    columns: {
      ...ofGroups,
      first_contact: ofContact,
      second_contact: ofContact,
      first_direct: ofContact,
      first_of_any: [...ofContact, ...ofIndirect],
      discharged: [ofEnd[0]],
      rejected: [ofEnd[1]],
    },
  },
  star: { table: mhReferral },
  columns: q,
  parameters: p,
  dates: {
    first_contact: q.first_contact,
    second_contact: q.second_contact,
    first_direct: q.first_direct,
    first_of_any: q.first_of_any,
    four_weeks_end: fourWeeksEnd,
  },
  flags: {
    first_seen: seen(q.first_contact),
    second_seen: seen(q.second_contact),
    direct_seen: seen(q.first_direct),
    within_4_weeks: in4Weeks,
    seen_in_four_weeks: in4Weeks,
    four_weeks_over: or(in4Weeks, and(isOpen, isTold)),
    four_weeks_unknown: and(isOpen, not(isTold)),
    any_seen_0_17: and(
      seen(q.first_of_any),
      aged(q.age_received, 17),
      atLeast(q.received, p.waits_since),
    ),
    too_early: not(isKnown),
  },
  measures: {
    first_wait: wait(q.first_contact),
    second_wait: wait(q.second_contact),
    any_wait: wait(q.first_of_any),
  },
  breakdowns: referralGroups,
  known: ["months", "four_weeks"],
});

interface ReferralRows {
  readonly rows: ViewRows<typeof referralView>;
  /** Row of `ReferralMonths` by row. */
  readonly at: Int32Array;
}

/** Whether the provider of a row of `ReferralMonths` sent data for the month of a day. */
function isSent({ submissions, providers, referralMonths: r }: Mhsds) {
  const sent = new Set(
    submissions.map(({ provider, month }) => `${providers.indexOf(provider)} ${month}`),
  );
  return (row: number, day: Day): boolean =>
    day !== MISSING && sent.has(`${r.provider[row]} ${monthOf(day)}`);
}

/**
 * The rows of the view. `latest` are rows of `ReferralMonths`: the latest of each referral that
 * belongs to the area.
 */
export function referralRows(
  {
    data,
    homes,
    first,
    teams,
  }: {
    readonly data: Mhsds;
    readonly homes: Int32Array;
    readonly first: FirstContacts;
    readonly teams: TeamsOfReferrals;
  },
  latest: Int32Array,
): ReferralRows {
  const { referralMonths: r } = data;
  const ages = numberRows(latest.length, (i) => r.ageReceived[latest[i]]);
  const counted = evaluateFlags(isOfWaits, {
    count: latest.length,
    columns: { age_received: ages },
  });
  const at = latest.filter((_, i) => counted[i] === 1);
  const count = at.length;
  const home = numberRows(count, (i) =>
    r.personMonth[at[i]] < 0 ? -1 : homes[r.personMonth[at[i]]],
  );
  const referral = gather(r.referral, at);
  const sent = isSent(data);
  const rows: ViewRows<typeof referralView> = viewRows(referralView, {
    count,
    columns: lazyColumns({
      ...referralColumnsOf(data, teams, at, home),
      received: () => gather(r.received, at),
      discharged: () => gather(r.discharged, at),
      rejected: () => gather(teams.rejected, at),
      month_end: () => monthEdges(gather(r.month, at)).month_end(),
      first_contact: () => gather(first.first, referral),
      second_contact: () => gather(first.second, referral),
      first_direct: () => gather(first.firstDirect, referral),
      first_of_any: () => gather(first.firstOfAny, referral),
      age_received: () => numberRows(count, (i) => r.ageReceived[at[i]]),
      sent_at_receipt: () => flagRows(count, (i) => sent(at[i], r.received[at[i]])),
      sent_at_four_weeks: () => flagRows(count, (i) => sent(at[i], rows.dates.four_weeks_end[i])),
    }),
    parameters: { loaded_from: data.start, waits_since: WAITS_SINCE },
  });
  return { at, rows };
}
