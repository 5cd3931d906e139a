import type { Comparability } from "../../src/kpi/comparability";
import { roundHalfUp } from "../../src/kpi/round";
import type { Day } from "../calendar/day";
import type { IndicatorFigure } from "../collections/published/published-figures";

/** A figure of ours, counted from that year's return alone. */
export interface OwnFigure {
  readonly indicator: string;
  readonly frequency: string;
  readonly end: Day;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

/** One line of `checks/reconciliation.csv`. */
export interface Reconciliation {
  readonly indicator_id: string;
  /** The id that was counted: the published definition's own where it differs from ours. */
  readonly counted_as: string;
  readonly period_label: string;
  readonly frequency: string;
  readonly own_numerator: number | null;
  readonly own_denominator: number | null;
  readonly own_value: number | null;
  readonly published_numerator: number | null;
  readonly published_denominator: number | null;
  /** As published, rounded. */
  readonly published_value: number | null;
  /** Own less published, both to the published decimals; null where either is missing. */
  readonly difference: number | null;
  readonly agrees: boolean | null;
  readonly comparability: Comparability;
  readonly note: string | null;
  readonly release: string;
}

export const reconciliationColumns: readonly (keyof Reconciliation)[] = [
  "indicator_id",
  "counted_as",
  "period_label",
  "frequency",
  "own_numerator",
  "own_denominator",
  "own_value",
  "published_numerator",
  "published_denominator",
  "published_value",
  "difference",
  "agrees",
  "comparability",
  "note",
  "release",
];

/**
 * Our figures beside the published ones of the same authority, period and definition. Where the published definition differs and we count it too,
 * that count is compared, and is comparable. A published figure that we have no figure for is left out. Differences are findings to look into, not errors.
 */
export function reconcile(own: readonly OwnFigure[], published: readonly IndicatorFigure[], authority: string): Reconciliation[] {
  const ours = new Map(own.map((figure) => [`${figure.indicator} ${figure.frequency} ${figure.end}`, figure]));
  return published
    .filter(({ area }) => area.level === "authority" && area.code === authority)
    .flatMap((theirs): Reconciliation[] => {
      const { mapping, period } = theirs;
      const find = (id: string): OwnFigure | undefined => ours.get(`${id} ${period.frequency} ${period.end}`);
      const variant = mapping.variant === undefined ? undefined : find(mapping.variant);
      const mine = variant ?? find(mapping.indicator);
      if (!mine) return [];
      const decimals = mapping.unit === "count" ? 0 : 1;
      const difference = mine.value === null || theirs.published === null ? null : roundHalfUp(roundHalfUp(mine.value, decimals) - theirs.published, 6);
      return [
        {
          indicator_id: mapping.indicator,
          counted_as: mine.indicator,
          period_label: period.label,
          frequency: period.frequency,
          own_numerator: mine.numerator,
          own_denominator: mine.denominator,
          own_value: mine.value,
          published_numerator: theirs.numerator,
          published_denominator: theirs.denominator,
          published_value: theirs.published,
          difference,
          agrees: difference === null ? null : difference === 0,
          comparability: variant ? "comparable" : mapping.comparability,
          note: variant ? null : mapping.note,
          release: theirs.release,
        },
      ];
    });
}
