import type { KpiValueRow } from "../../star/kpi-value-row";

/** Why a figure is hidden. */
export type HiddenReason =
  | "small"
  | "all_but_few"
  | "secondary"
  | "few_people"
  | "one_person"
  | "unchecked"
  | "with_counted"
  | "comparison";

/** What each reason says to whoever answers for the publication. */
export const reasonWords: Readonly<Record<HiddenReason, string>> = {
  small: "primary: its number, its numerator or its denominator is small",
  all_but_few: "primary: only a few are not in its numerator",
  secondary: "secondary: a small number could be worked out from it",
  few_people: "primary: too few people for a median or centile",
  one_person: "primary: it is of one case",
  unchecked: "primary: it comes without the numbers behind it, or nothing says which sums it is in",
  with_counted: "with numerator: the counted figure of the same period is hidden",
  comparison: "derived: what it is compared with is hidden; the figure itself is published",
};

/**
 * The same for readers: it does not say which of the hidden numbers are small, for with that more
 * could be worked out.
 */
export const publicWords: Readonly<Record<HiddenReason, string>> = {
  ...reasonWords,
  small: "small, or hidden so that a small number cannot be worked out",
  all_but_few: "small, or hidden so that a small number cannot be worked out",
  secondary: "small, or hidden so that a small number cannot be worked out",
  with_counted: "small, or hidden so that a small number cannot be worked out",
};

/** A figure that is not published, or whose comparison is not. */
export interface HiddenFigure {
  readonly row: KpiValueRow;
  readonly reason: HiddenReason;
  /** Readers can narrow it to fewer values than the rules want, for what they know already. */
  readonly isNarrow?: boolean;
}
