import type { SheetField } from "../layout";
import { phrase } from "./fold";
import type { Kind } from "./kind-words";
import type { Label } from "./label-words";

/** What a column of an own heading holds. */
export interface OwnColumn {
  readonly label: Label | null;
  readonly kind: Kind | null;
}

const KINDS: Readonly<Partial<Record<SheetField, Kind>>> = {
  current: "actual",
  previous: "previous",
  prior_year: "prior_year",
  target: "target",
  england: "england",
  region: "region",
  neighbours: "neighbours",
};

const LABELS: Readonly<Partial<Record<SheetField, Label>>> = {
  current_period: "period",
  year: "period",
  as_at: "period",
  good: "polarity",
  updated: "left_out",
  previous_period: "left_out",
  cumulative: "left_out",
};

const ownColumn = (field: SheetField): OwnColumn => {
  const kind = KINDS[field] ?? null;
  return kind === null
    ? { kind: null, label: LABELS[field] ?? (field as Label) }
    : { kind, label: null };
};

/** A column map of the settings, by the headings as the reader of tables compares them. */
export const ownColumns = (
  map: Readonly<Record<string, SheetField>>,
): ReadonlyMap<string, OwnColumn> =>
  new Map(Object.entries(map).map(([heading, field]) => [phrase(heading), ownColumn(field)]));
