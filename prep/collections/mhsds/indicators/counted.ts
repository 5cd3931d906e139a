import type { MonthCount } from "../../../indicators/indicator";
import type { Relations } from "../../../indicators/relations";
import type { FlagOf } from "../../../indicators/view";
import { referralMonthView } from "../views/referral-month-view";

/** What the indicators of this collection have in common. */
export const base = {
  section: "Mental health",
  unit: "count",
  polarity: "neutral",
  frequency: "month",
} as const;

/** Names of a view's parts. */
export const keysOf = <T extends object>(parts: T): readonly (keyof T & string)[] =>
  Object.keys(parts) as (keyof T & string)[];

type View = typeof referralMonthView;

/** Counts rows of a month that have all of some flags, by every group. */
export const counted = (
  where: readonly FlagOf<View>[],
  more: Partial<MonthCount<View>> = {},
): MonthCount<View> => ({
  clock: "month",
  statistic: "count",
  where,
  breakdowns: keysOf(referralMonthView.breakdowns),
  ...more,
});

/**
 * Of people who are counted once: somebody may be in two groups of a breakdown, so that no sum
 * holds for certain.
 */
export const once = (where: readonly FlagOf<View>[]): Relations<View> => [
  { apart: where, because: "People count once, and may be in two groups of a breakdown" },
];
