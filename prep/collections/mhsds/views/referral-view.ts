import { dayOf, type Day } from "../../../calendar/day";
import { monthEnd, monthOf } from "../../../calendar/periods";
import { MISSING } from "../../../columns/column";
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
  when,
  type Expression,
} from "../../../columns/expression";
import { flagRows, gather, numberRows } from "../../../columns/rows";
import { defineView, lazyColumns, viewRows, type ViewRows } from "../../../indicators/view";
import { mhReferral } from "../tables/fact-tables";
import type { Mhsds } from "../read/extract";
import { referralColumnsOf } from "../model/group-columns";
import type { FirstContacts } from "../model/first-contacts";
import { rejectionDays } from "../model/services";
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
    /** Last day within four weeks. */
    four_weeks_end: "day",
    /** Day of discharge or rejection, the first of the two. */
    ended: "day",
    /** The provider's submissions show the referral up to the end of its four weeks or its own. */
    is_told: "flag",
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
/** Neither seen nor ended when the four weeks were over, as far as is told. */
const isOpen = and(isKnown, not(in4Weeks), not(atMost(q.ended, q.four_weeks_end)));

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
      four_weeks_end: [],
      ended: ofEnd,
      is_told: [],
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
    four_weeks_end: q.four_weeks_end,
  },
  flags: {
    first_seen: seen(q.first_contact),
    second_seen: seen(q.second_contact),
    direct_seen: seen(q.first_direct),
    within_4_weeks: in4Weeks,
    seen_in_four_weeks: in4Weeks,
    four_weeks_over: or(in4Weeks, and(isOpen, q.is_told)),
    four_weeks_unknown: and(isOpen, not(q.is_told)),
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

/** When the four weeks of referrals end, when these do, and whether the submissions tell so far. */
function fourWeeks(data: Mhsds, at: Int32Array) {
  const { referralMonths: r, submissions, providers } = data;
  const sent = new Set(
    submissions.map(({ provider, month }) => `${providers.indexOf(provider)} ${month}`),
  );
  const dueOf = (row: number): Day =>
    r.received[row] === MISSING ? MISSING : r.received[row] + FOUR_WEEKS - 1;
  const ended = (): Int32Array => {
    const rejected = rejectionDays(data);
    return numberRows(at.length, (i) => {
      const days = [r.discharged[at[i]], rejected[at[i]]].filter((day) => day !== MISSING);
      return days.length === 0 ? MISSING : Math.min(...days);
    });
  };
  return {
    four_weeks_end: () => numberRows(at.length, (i) => dueOf(at[i])),
    ended,
    is_told: () =>
      flagRows(at.length, (i) => {
        const [row, due] = [at[i], dueOf(at[i])];
        return (
          due !== MISSING &&
          due <= monthEnd(r.month[row]) &&
          [monthOf(r.received[row]), monthOf(due)].every((month) =>
            sent.has(`${r.provider[row]} ${month}`),
          )
        );
      }),
  };
}

/**
 * The rows of the view. `latest` are rows of `ReferralMonths`: the latest of each referral that
 * belongs to the area.
 */
export function referralRows(
  data: Mhsds,
  homes: Int32Array,
  contacts: FirstContacts,
  latest: Int32Array,
): ReferralRows {
  const { referralMonths: r } = data;
  const at = latest.filter((row) => r.ageReceived[row] >= 0 && r.ageReceived[row] <= 18);
  const count = at.length;
  const home = numberRows(count, (i) =>
    r.personMonth[at[i]] < 0 ? -1 : homes[r.personMonth[at[i]]],
  );
  const referral = gather(r.referral, at);
  return {
    at,
    rows: viewRows(referralView, {
      count,
      columns: lazyColumns({
        ...referralColumnsOf(data, at, home),
        received: () => gather(r.received, at),
        first_contact: () => gather(contacts.first, referral),
        second_contact: () => gather(contacts.second, referral),
        first_direct: () => gather(contacts.firstDirect, referral),
        first_of_any: () => gather(contacts.firstOfAny, referral),
        age_received: () => numberRows(count, (i) => r.ageReceived[at[i]]),
        ...fourWeeks(data, at),
      }),
      parameters: { loaded_from: data.start, waits_since: WAITS_SINCE },
    }),
  };
}
