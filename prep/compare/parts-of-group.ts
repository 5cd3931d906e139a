import type { CouncilFigure } from "../star/council-figure";
import type { CouncilPeriod } from "./council-periods";
import { nobody, type CouncilPart, type CouncilParts } from "./sum-of-councils";

/** Breakdowns whose groups bear names of the council's own: one name in two councils is no group. */
const OWN_NAMES: ReadonlySet<string> = new Set(["locality"]);

const isKnown = ({ status }: CouncilFigure): boolean =>
  status === "ok" || status === "not_applicable";

const isNone = (value: number | null): boolean => value === null || value === 0;

/**
 * What a council adds to a group that it has no row of: nothing, where everybody's figure is known and
 * either of nobody, or stands beside other groups of the breakdown that are all known without doubts
 * of their own. Null where the group may be one that nobody could tell.
 */
function withoutRow(council: CouncilPeriod, breakdown: string): CouncilPart | null {
  const { whole } = council;
  if (!whole || !isKnown(whole) || whole.origin !== "counted") return null;
  const isEmpty = isNone(whole.numerator) && isNone(whole.denominator);
  const others = [...(council.groups.get(breakdown)?.values() ?? [])];
  const hasDoubts = (row: CouncilFigure): boolean =>
    !isKnown(row) || (row.comparability === "caution" && whole.comparability !== "caution");
  if (others.length === 0 ? !isEmpty : others.some(hasDoubts)) return null;
  return nobody(whole.comparability);
}

/** A group with what each council adds to it. */
interface GroupParts extends CouncilParts {
  /** A figure of the group. */
  readonly like: CouncilFigure;
}

/** Names of localities that more than one council has; those without one are all of one kind. */
function sharedNames(groups: readonly (ReadonlyMap<string, CouncilFigure> | undefined)[]) {
  const names = groups.flatMap((of) => [...(of?.keys() ?? [])]);
  const shared = names.filter((name, i) => names.indexOf(name) !== i);
  return new Set(shared.filter((name) => name !== "not_recorded"));
}

/** The groups of a period that any of the councils has, with what each adds to them. */
export function* partsOfGroup(
  councils: readonly (CouncilPeriod | undefined)[],
): Generator<GroupParts> {
  const breakdowns = new Set(councils.flatMap((council) => [...(council?.groups.keys() ?? [])]));
  for (const breakdown of breakdowns) {
    const groups = councils.map((council) => council?.groups.get(breakdown));
    const absent = councils.map((council) => (council ? withoutRow(council, breakdown) : null));
    const shared = OWN_NAMES.has(breakdown) ? sharedNames(groups) : null;
    const partOf = (name: string) => (of: (typeof groups)[number], i: number) => {
      const row = of?.get(name);
      if (!row) return absent[i];
      if (row.value !== null) return row;
      const isNobody = row.status === "not_applicable" && row.origin === "counted";
      return isNobody ? nobody(row.comparability) : null;
    };
    const first = new Map<string, CouncilFigure>();
    for (const of of groups)
      for (const [name, row] of of ?? []) if (!first.has(name)) first.set(name, row);
    for (const [name, like] of first)
      yield {
        like,
        parts: groups.map(partOf(name)),
        refused: shared?.has(name) ? "More than one council has a locality of this name" : null,
      };
  }
}
