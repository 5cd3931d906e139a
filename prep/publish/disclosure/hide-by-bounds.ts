import type { Sums } from "./bounds";
import type { Cell } from "./cell";
import { publishable } from "./gauss-suppression";
import { helpersOf } from "./helping-cells";
import { TooLarge, type SparseRow } from "./sparse-row";

/**
 * Times that a group of figures is protected anew before all of it is hidden; after the first few,
 * more is hidden at a time.
 */
const [ROUNDS, SPARING] = [60, 6];
/**
 * Figures that hang together: of more than the first number, little would be left of those of groups
 * where more than the second share is small or hidden already, and they are hidden.
 */
const [MANY, MOSTLY] = [1000, 0.75];

/** Whether so many of the cells are hidden that little would be left of those of groups. */
export const isMostly = (count: number, { length }: readonly Cell[]): boolean =>
  length > MANY && count > MOSTLY * length;

interface Within {
  /** Figures are published as they are, so that sums of them are exact. */
  readonly exact: boolean;
  /** A hidden count has at least so many possible values for a reader. */
  readonly values: number;
  /** The relations, those over longer spans, and the cells. */
  readonly sums: Sums;
  /** Cells that are narrow whatever is hidden. */
  readonly alwaysKnown: ReadonlySet<number>;
  /** Figures of groups go, so that those for everybody may stay. */
  readonly withoutGroups: boolean;
}

/**
 * Hides cells until bounds narrowed one after another leave all of them wide; null where they fail.
 * Once most are hidden those of groups go too.
 */
export function hideByBounds(
  cells: readonly Cell[],
  relations: readonly SparseRow[],
  { sums, alwaysKnown, exact, values, withoutGroups }: Within,
): Uint8Array | null {
  const mustHide = Uint8Array.from(cells, ({ sensitive, fixed }) => Number(sensitive && !fixed));
  let hasGroups = true;
  const hideGroups = (): void => {
    hasGroups = false;
    cells.forEach(({ ofGroup, fixed }, i) => (mustHide[i] ||= Number(ofGroup && !fixed)));
  };
  const isMostlyHidden = (hidden: Uint8Array): boolean =>
    isMostly(
      hidden.reduce((count, one) => count + one, 0),
      cells,
    );
  if (withoutGroups) hideGroups();
  try {
    for (let round = 0; round < ROUNDS;) {
      const hidden = exact ? hideDetermined(cells, relations, mustHide) : mustHide.slice();
      if (hasGroups && isMostlyHidden(hidden)) {
        hideGroups();
        continue;
      }
      // What can be worked out is looked for again once bounds leave everything wide: it is slow.
      for (let looks = 0; round < ROUNDS; looks++, round++) {
        const reach = Math.max(0, round - SPARING);
        const helpers = helpersOf(cells, sums, hidden, { alwaysKnown, reach, values });
        if (helpers.size === 0 && looks === 0) return hidden;
        if (helpers.size === 0) break;
        for (const cell of helpers) mustHide[cell] = hidden[cell] = 1;
        if (hasGroups && isMostlyHidden(hidden)) break;
      }
    }
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
  }
  return null;
}

function hideDetermined(
  cells: readonly Cell[],
  relations: readonly SparseRow[],
  mustHide: Uint8Array,
): Uint8Array {
  const hidden = mustHide.slice();
  const offered = cells.map((_, i) => i).filter((i) => !mustHide[i] && !cells[i].fixed);
  const secrets = cells.filter((_, i) => mustHide[i]).map(({ row }) => row);
  const known = [...relations, ...cells.flatMap(({ fixed, row }) => (fixed ? [row] : []))];
  publishable({ known, secrets, candidates: offered.map((i) => cells[i].row) }).forEach(
    (may, i) => (hidden[offered[i]] = Number(!may)),
  );
  return hidden;
}
