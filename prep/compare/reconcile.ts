import { escape } from "arquero";
import type { ColumnTable } from "arquero";
import type { Comparability } from "../../src/kpi/comparability";
import { roundHalfUp } from "../../src/kpi/round";
import { UNIT_FORMS, type Unit } from "../../src/kpi/unit";
import { recordTable, valuesOf } from "../columns/record-table";
import type { OwnFigure } from "../indicators/own-figure";
import type { IndicatorFigure } from "../sources/published/published-figures";

/** One line of `checks/reconciliation.csv`. */
export interface Reconciliation {
  readonly area_code: string;
  readonly indicator_id: string;
  /** The id that was counted: the published definition's own where it differs from ours. */
  readonly counted_as: string;
  readonly breakdown: string;
  readonly breakdown_value: string;
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

/** Breakdown and value of a figure that is of everybody. */
const EVERYBODY = ["all", "all"] as const;

/** Decimals that figures are held against each other with: those that they are printed with. */
const decimalsOf = (unit: Unit): number => UNIT_FORMS[unit].decimals;

/** What two figures must share to be held against each other. */
const FIGURE = ["indicator", "breakdown", "breakdown_value", "frequency", "end"] as const;

const publishedTable = (figures: readonly IndicatorFigure[]): ColumnTable =>
  recordTable(figures, {
    indicator: ({ mapping }) => mapping.indicator,
    variant: ({ mapping }) => mapping.variant,
    breakdown: ({ mapping: { group = EVERYBODY } }) => group[0],
    breakdown_value: ({ mapping: { group = EVERYBODY } }) => group[1],
    frequency: ({ period }) => period.frequency,
    end: ({ period }) => period.end,
  });

const ownTable = (own: readonly OwnFigure[]): ColumnTable =>
  recordTable(own, {
    indicator: ({ indicator }) => indicator,
    breakdown: ({ group = EVERYBODY }) => group[0],
    breakdown_value: ({ group = EVERYBODY }) => group[1],
    frequency: ({ frequency }) => frequency,
    end: ({ end }) => end,
  });

/** A published figure with our count of its own definition, and of ours, where we have them. */
interface Pair {
  readonly record: IndicatorFigure;
  readonly ofVariant: OwnFigure | null | undefined;
  readonly ofIndicator: OwnFigure | null | undefined;
}

function reconciliation({ record: theirs, ofVariant, ofIndicator }: Pair): Reconciliation {
  const mine = (ofVariant ?? ofIndicator)!;
  const { mapping, period } = theirs;
  const [breakdown, breakdown_value] = mapping.group ?? EVERYBODY;
  const printed = (value: number): number => roundHalfUp(value, decimalsOf(mapping.unit));
  const difference =
    mine.value === null || theirs.published === null
      ? null
      : roundHalfUp(printed(mine.value) - printed(theirs.published), 6);
  return {
    area_code: theirs.area.code,
    indicator_id: mapping.indicator,
    counted_as: mine.indicator,
    breakdown,
    breakdown_value,
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
    comparability: ofVariant ? "comparable" : mapping.comparability,
    note: ofVariant ? null : mapping.note,
    release: theirs.release,
  };
}

/**
 * Our figures beside the published ones of the same authority, period and definition. Where the
 * published definition
 * differs and we count it too, that count is compared, and is comparable. A published figure that
 * we have no figure for
 * is left out. Differences are findings to look into, not errors.
 */
export function reconcile(
  own: readonly OwnFigure[],
  published: readonly IndicatorFigure[],
  authority: string,
): Reconciliation[] {
  const ours = ownTable(own);
  const [, ...same] = FIGURE;
  const theirs = published.filter(
    ({ area }) => area.level === "authority" && area.code === authority,
  );
  const pairs = publishedTable(theirs)
    .lookup(ours.select(...FIGURE, { record: "ofVariant" }), [["variant", ...same], [...FIGURE]])
    .lookup(ours.select(...FIGURE, { record: "ofIndicator" }), [[...FIGURE]])
    .filter(escape(({ ofVariant, ofIndicator }: Pair) => Boolean(ofVariant ?? ofIndicator)))
    .derive({ reconciled: escape(reconciliation) });
  return valuesOf(pairs, "reconciled");
}
