import type { SheetField } from "../layout";
import { phrase } from "./fold";
import type { Kind } from "./kind-words";
import type { Label } from "./label-words";

/** What a column of an own heading holds. */
interface OwnColumn {
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

/** What the settings say of a heading; undefined where they say nothing. */
export type OwnHeadings = (text: string) => OwnColumn | undefined;

/** A heading of the settings with `*` for what changes from month to month, as a rule. */
const pattern = (heading: string): RegExp =>
  new RegExp(`^${heading.split("*").map(phrase).join(".*")}$`);

/**
 * A column map of the settings: headings as the reader of tables compares them. `Result for *` is
 * every heading that begins so; a heading without a star goes before those with one.
 */
export function ownColumns(map: Readonly<Record<string, SheetField>>): OwnHeadings {
  const entries = Object.entries(map);
  const exact = new Map(
    entries
      .filter(([heading]) => !heading.includes("*"))
      .map(([heading, field]) => [phrase(heading), ownColumn(field)]),
  );
  const patterns = entries
    .filter(([heading]) => heading.includes("*"))
    .map(([heading, field]) => [pattern(heading), ownColumn(field)] as const);
  return (text) => {
    const plain = phrase(text);
    return exact.get(plain) ?? patterns.find(([form]) => form.test(plain))?.[1];
  };
}
