import { phrase } from "./fold";
import { kindSaid, type Kind } from "./kind-words";
import type { Label } from "./label-words";
import { labelAt, type Carried, type TableContext } from "./table-context";
import { isKindWord } from "./value-words";

/** Names of the rows, to tell "Plans issued: target" from a KPI of its own. */
export function namesOf(context: TableContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (let row = context.area.headings + 1; row < context.area.end; row++)
    names.add(
      phrase(splitKind(labelAt(context, row, "name"))?.name ?? labelAt(context, row, "name")),
    );
  return names;
}

/** A name that ends in a kind, such as "Plans issued - target". */
function splitKind(name: string): { name: string; kind: Kind } | null {
  const match = /^(.{3,}?)\s*[-–—:(]\s*([^-–—:()]+)\)?$/.exec(name);
  if (!match || !isKindWord(match[2])) return null;
  const kind = kindSaid(match[2]).kind;
  return kind === null || kind === "previous" || kind === "prior_year"
    ? null
    : { name: match[1].trim(), kind };
}

/** The name of the KPI of a row and the kind that the row itself says. */
export function namedRow(
  context: TableContext,
  row: number,
  carried: Carried,
  names: ReadonlySet<string>,
): { name: string; kind: Kind | null } {
  const name = labelAt(context, row, "name");
  const kindText = labelAt(context, row, "kind");
  const said = kindText === "" ? null : kindSaid(kindText).kind;
  if (name === "") return { name: carried.name, kind: said };
  if (isKindWord(name) && carried.name !== "")
    return { name: carried.name, kind: kindSaid(name).kind };
  const split = splitKind(name);
  if (split && names.has(phrase(split.name))) {
    carried.name = split.name;
    return split;
  }
  if (name !== carried.name) carried.labels.clear();
  carried.name = name;
  return { name, kind: said };
}

/** Labels whose words belong to the KPI, and hold for the rows below that go on with it. */
const HELD: readonly Label[] = [
  "owner",
  "commentary",
  "action",
  "polarity",
  "frequency",
  "unit",
  "priority",
  "number",
  "cohort",
  "footprint",
  "next_due",
  "headline",
  "lens",
  "board",
  "tolerance",
  "correction",
  "correction_reason",
];

/** The words of labels that a row has itself, and those that hold from the rows above. */
export function heldLabels(
  context: TableContext,
  row: number,
  { labels: held }: Carried,
): ReadonlyMap<Label, string> {
  for (const of of HELD)
    if (labelAt(context, row, of) !== "") held.set(of, labelAt(context, row, of));
  const own = new Map(held);
  for (const of of ["rag", "arrow", "metric"] as const)
    if (labelAt(context, row, of) !== "") own.set(of, labelAt(context, row, of));
  return own;
}
