import { monthEnd, monthLabel, monthStart, type MonthIndex } from "../../../calendar/periods";
import { knownDays, type KnownDays } from "../../../indicators/known-days";
import type { Mhsds } from "../extract";

/** What is known of a month for an area. */
export interface MonthKnowledge {
  /** Why there is no figure; null when there is one. */
  readonly missing: string | null;
  /** Why to read it with care; null when there is no reason. */
  readonly caution: string | null;
}

/** What a measure of a month asks of it. */
export interface MonthNeeds {
  /** Version 5 and 6 count different things under this id. */
  readonly changesWithVersion?: true;
  /** Needs this table, which an extract may lack. */
  readonly needs?: string;
}

/** What was sent for which month. */
export interface KnownMonths {
  /** Every month from the first to the last loaded. */
  readonly span: readonly MonthIndex[];
  readonly days: KnownDays;
  readonly of: (month: MonthIndex) => MonthKnowledge;
  readonly ofMeasure: (month: MonthIndex, measure: MonthNeeds) => MonthKnowledge;
  /** Whether a provider that sent data for other months sent none for this one. */
  readonly silent: (provider: string, month: MonthIndex) => boolean;
}

const NOTHING = "No submission of this month is loaded";

/** Works out which months can be counted. A month without any submission is missing; one that a provider of earlier months sent nothing for is to be read with care. */
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
  const of = (month: MonthIndex): MonthKnowledge => {
    if (!loaded.has(month)) return { missing: NOTHING, caution: null };
    const without = [...firstOf].filter(
      ([provider, first]) => first < month && silent(provider, month),
    ).length;
    return {
      missing: null,
      caution:
        without === 0
          ? null
          : `${without} ${without === 1 ? "provider" : "providers"} of earlier months sent nothing for ${monthLabel(month)}`,
    };
  };
  return {
    span,
    days: knownDays(months.map((month) => ({ from: monthStart(month), to: monthEnd(month) }))),
    silent,
    of,
    ofMeasure: (month, { needs, changesWithVersion }) => {
      const known = of(month);
      if (needs !== undefined && absent.has(needs))
        return { missing: `The extract has no ${needs} table`, caution: null };
      const versions =
        changesWithVersion && version5.has(month)
          ? "Version 5: children's services are told by the ages of a team's referrals, from version 6 by the ages the team is meant for"
          : null;
      return {
        missing: known.missing,
        caution: [known.caution, versions].filter((words) => words !== null).join("; ") || null,
      };
    },
  };
}
