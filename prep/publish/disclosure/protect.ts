import type { Cell } from "./cell";
import { sumsOf } from "./bounds";
import { byGroup, componentsOf, renumbered } from "./cell-groups";
import { hideByBounds, isMostly } from "./hide-by-bounds";
import { auditIntervals } from "./interval-audit";
import type { LinearSolver } from "./linear-program";
import { narrowCells } from "./narrow-cells";
import type { SparseRow } from "./sparse-row";

/** Figures published together and how they hang together. */
export interface Tables {
  /** How many unknowns there are. None is below zero. */
  readonly unknowns: number;
  /** Combinations that are zero whatever the figures are: a total less its parts. */
  readonly relations: readonly SparseRow[];
  /**
   * More of them that follow from the others over longer spans: for bounds, which do not see what
   * follows.
   */
  readonly coarse?: readonly SparseRow[];
  /** Sums that are known to be zero beside cells of zero. */
  readonly zeros: readonly SparseRow[];
  /** The figures, those most wanted first. */
  readonly cells: readonly Cell[];
}

export interface Rules {
  /** Cells of zero are published, so that a reader knows that all they are made of is zero. */
  readonly showZeros: boolean;
  /** Figures are published as they are, so that sums of them are exact. */
  readonly exact: boolean;
  /** A hidden count has at least so many possible values for a reader. */
  readonly values: number;
}

/**
 * Rounded figures that hang together: from the first number on those of groups are hidden, so that
 * there is less to look through; from the second on all are.
 */
const [MANY_ROUNDED, MOST_ROUNDED] = [2000, 5000];
/**
 * Unknowns that so many small figures hang together by: of more, little would be left of those for
 * everybody too, and it would take long to show that it is safe.
 */
const MOST_OF_SMALL = 3000;

/**
 * Unknowns that a reader knows to be zero: all of a sum that is zero. A figure above zero keeps its
 * unknowns, should the two contradict each other.
 */
function knownZeros({ unknowns, zeros, cells }: Tables, showZeros: boolean): Uint8Array {
  const zero = new Uint8Array(unknowns);
  for (const { row, value } of cells)
    if (value === 0 && showZeros) for (const unknown of row.at) zero[unknown] = 1;
  for (const row of zeros) for (const unknown of row.at) zero[unknown] = 1;
  for (const { row, value } of cells)
    if (value !== 0 && row.at.every((unknown) => zero[unknown]))
      for (const unknown of row.at) zero[unknown] = 0;
  return zero;
}

function without(zero: Uint8Array, row: SparseRow): SparseRow {
  if (!row.at.some((unknown) => zero[unknown])) return row;
  const kept = row.at.map((_, i) => i).filter((i) => !zero[row.at[i]]);
  return { at: kept.map((i) => row.at[i]), by: kept.map((i) => row.by[i]) };
}

/** What is hidden of figures published together. */
interface Protected {
  /** By cell. */
  readonly hidden: Uint8Array;
  /**
   * Hidden counts that readers can narrow to fewer values than the rules want whatever else is
   * hidden, for they know it already; as indices of cells.
   */
  readonly narrow: readonly number[];
}

/**
 * Which cells are hidden. A cell is hidden because it is sensitive or because others could be
 * worked out from it. With `only`, groups that hold none of those cells are left as they are.
 */
export function protect(
  tables: Tables,
  rules: Rules,
  solver: LinearSolver,
  only: ReadonlySet<number> | null = null,
): Protected {
  const { showZeros } = rules;
  const hidden = Uint8Array.from(tables.cells, ({ sensitive }) => Number(sensitive));
  const narrow: number[] = [];
  const zero = knownZeros(tables, showZeros);
  const relations = tables.relations.map((row) => without(zero, row));
  const cells = tables.cells.map((cell, index) => ({
    ...cell,
    index,
    row: without(zero, cell.row),
  }));
  const coarse = (tables.coarse ?? []).map((row) => without(zero, row));
  const group = componentsOf(tables.unknowns, [
    ...relations,
    ...coarse,
    ...cells.map(({ row }) => row),
  ]);
  const [relationsOf, coarseOf] = [
    byGroup(relations, (row) => row, group),
    byGroup(coarse, (row) => row, group),
  ];
  for (const [id, together] of byGroup(cells, ({ row }) => row, group)) {
    if (!together.some(({ sensitive }) => sensitive)) continue;
    if (only && !together.some(({ index }) => only.has(index))) continue;
    const verdict = protectGroup(
      together,
      { relations: relationsOf.get(id) ?? [], coarse: coarseOf.get(id) ?? [] },
      rules,
      solver,
    );
    // What readers know already can be small all the same, and is not printed again.
    together.forEach(({ index }, i) => (hidden[index] ||= verdict.hidden[i]));
    narrow.push(...verdict.narrow.map((i) => together[i].index));
  }
  return { hidden, narrow };
}

/** Combinations of a group that are zero, and more of them over longer spans. */
interface GroupSums {
  readonly relations: readonly SparseRow[];
  readonly coarse: readonly SparseRow[];
}

/** Hides cells of one group until none can be worked out; all of them where that fails. */
function protectGroup(
  given: readonly Cell[],
  { relations: givenRelations, coarse }: GroupSums,
  { exact, values }: Rules,
  solver: LinearSolver,
): Protected {
  const { cells, relations: both, unknowns } = renumbered(given, [...givenRelations, ...coarse]);
  const relations = both.slice(0, givenRelations.length);
  const all = Uint8Array.from(cells, ({ fixed }) => Number(!fixed));
  const sums = sumsOf(
    [
      ...both,
      ...cells.map(({ row, span }) => (span === undefined ? row : { at: [span], by: [1] })),
    ],
    unknowns,
  );
  // Known whatever is published: a group that a figure cannot have, or what others have published.
  const alwaysKnown = (): number[] => narrowCells(cells, sums, all, values).cells;
  const isKnown = cells.some(({ fixed }) => fixed);
  const nothing = (): Protected => ({ hidden: all, narrow: isKnown ? alwaysKnown() : [] });
  if (!exact && cells.length > MOST_ROUNDED) return nothing();
  const areSmall = isMostly(cells.filter(({ sensitive }) => sensitive).length, cells);
  if (areSmall && unknowns > MOST_OF_SMALL) return nothing();
  const hidden = hideByBounds(cells, relations, {
    ...{ sums, alwaysKnown: new Set(alwaysKnown()), exact, values },
    withoutGroups: areSmall || (!exact && cells.length > MANY_ROUNDED),
  });
  if (hidden === null) return nothing();
  // Where nothing is known nothing is told.
  if (hidden.every((one, i) => one === all[i]) && !isKnown) return nothing();
  const narrow = auditIntervals(solver, { cells, relations, values }, hidden);
  return narrow === null ? nothing() : { hidden, narrow };
}
