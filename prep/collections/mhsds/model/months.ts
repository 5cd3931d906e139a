import { monthEnd, monthLabel, monthStart, type MonthIndex } from "../../../calendar/periods";
import type { MonthKnowledge, MonthNeeds } from "../../../indicators/count-months";
import { knownDays, type KnownDays } from "../../../indicators/known-days";
import type { Mhsds } from "../read/extract";

/** What was sent for which month. */
export interface KnownMonths {
  /** Every month from the first to the last loaded. */
  readonly span: readonly MonthIndex[];
  readonly days: KnownDays;
  readonly of: (month: MonthIndex, needs?: MonthNeeds) => MonthKnowledge;
  /** Whether a provider that sent data for other months sent none for this one. */
  readonly silent: (provider: string, month: MonthIndex) => boolean;
}

/** Why a month has no figure. */
export const NO_SUBMISSION = "No submission of this month is loaded";
/** The caution of months in which providers sent different versions. */
export const AGES_BY_VERSION =
  "Version 5: children's services are recognised by the ages of a team's referrals, from version 6 by the ages the team is meant for";

/**
 * Works out which months can be counted. A month without any submission is missing; one that a
 * provider of earlier months sent nothing for is to be read with care.
 */
export function knownMonths({ submissions, months, absent }: Mhsds): KnownMonths {
  const sent = new Set(submissions.map(({ provider, month }) => `${provider} ${month}`));
  const firstOf = new Map<string, MonthIndex>();
  for (const { provider, month } of submissions)
    if (month < (firstOf.get(provider) ?? Infinity)) firstOf.set(provider, month);
  const version5 = new Set(
    submissions.flatMap(({ version, month }) => (version < 6 ? [month] : [])),
  );
  const loaded = new Set(months);
  const span =
    months.length === 0
      ? []
      : Array.from({ length: months[months.length - 1] - months[0] + 1 }, (_, i) => months[0] + i);
  const silent = (provider: string, month: MonthIndex): boolean =>
    firstOf.has(provider) && !sent.has(`${provider} ${month}`);
  const without = (month: MonthIndex): string | null => {
    const count = [...firstOf].filter(
      ([provider, first]) => first < month && silent(provider, month),
    ).length;
    return count === 0
      ? null
      : `${count} ${count === 1 ? "provider" : "providers"} of earlier months sent nothing for ${monthLabel(month)}`;
  };
  return {
    span,
    days: knownDays(months.map((month) => ({ from: monthStart(month), to: monthEnd(month) }))),
    silent,
    of(month, { needs, known } = {}) {
      if (needs !== undefined && absent.has(needs))
        return { missing: `The extract has no ${needs} table`, caution: null };
      if (!loaded.has(month)) return { missing: NO_SUBMISSION, caution: null };
      const versions =
        known === "childrens_services" && version5.has(month) ? AGES_BY_VERSION : null;
      const cautions = [without(month), versions].filter((words) => words !== null);
      return { missing: null, caution: cautions.join("; ") || null };
    },
  };
}

/** The days of each row's month, made when they are asked for: its first and its last. */
export function monthEdges(month: Int32Array): {
  readonly month_start: () => Int32Array;
  readonly month_end: () => Int32Array;
} {
  const daysOf = (dayOf: (month: MonthIndex) => number): Int32Array => {
    let [of, day] = [NaN, 0];
    return month.map((one) => {
      if (one !== of) [of, day] = [one, dayOf(one)];
      return day;
    });
  };
  return { month_start: () => daysOf(monthStart), month_end: () => daysOf(monthEnd) };
}
