import type { Cell } from "./cell";
import { boundsOf, narrowed, sumsOf, type Bounds, type Sums } from "./bounds";
import { publishable } from "./gauss-suppression";
import { auditIntervals } from "./interval-audit";
import type { LinearSolver } from "./linear-program";
import { TooLarge, type SparseRow } from "./sparse-row";

/** Number of the group of each unknown: two unknowns of one row are in one group. */
function componentsOf(unknowns: number, rows: Iterable<SparseRow>): Int32Array {
  const parent = Int32Array.from({ length: unknowns }, (_, unknown) => unknown);
  const root = (unknown: number): number => {
    let at = unknown;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]];
    return at;
  };
  for (const { at } of rows) for (let i = 1; i < at.length; i++) parent[root(at[i])] = root(at[0]);
  return parent.map((_, unknown) => root(unknown));
}

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
 * Times that a group of figures is protected anew before all of it is hidden; after the first few,
 * more is hidden at a time.
 */
const [ROUNDS, SPARING] = [60, 6];
const TINY = 1e-6;
/**
 * Rounded figures that hang together: from the first number on those of groups are hidden, so that
 * there is less to look through; from the second on all are.
 */
const [MANY_ROUNDED, MOST_ROUNDED] = [2000, 5000];
/**
 * Figures that hang together: of more than the first number, little would be left of those of groups
 * where more than the second share is small or hidden already, and they are hidden.
 */
const [MANY, MOSTLY] = [1000, 0.75];
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

/** Rows in lists by the group that they lie in; rows without unknowns are left out. */
function byGroup<T>(
  items: readonly T[],
  rowOf: (item: T) => SparseRow,
  group: Int32Array,
): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const item of items) {
    const { at } = rowOf(item);
    if (at.length === 0) continue;
    const list = lists.get(group[at[0]]);
    if (list) list.push(item);
    else lists.set(group[at[0]], [item]);
  }
  return lists;
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
  const alwaysKnown = narrowCells(cells, sums, all, values).cells;
  const nothing: Protected = { hidden: all, narrow: alwaysKnown };
  if (!exact && cells.length > MOST_ROUNDED) return nothing;
  const areSmall = isMostly(cells.filter(({ sensitive }) => sensitive).length, cells);
  if (areSmall && unknowns > MOST_OF_SMALL) return nothing;
  const hidden = hideByBounds(cells, relations, {
    ...{ sums, alwaysKnown: new Set(alwaysKnown), exact, values },
    withoutGroups: areSmall || (!exact && cells.length > MANY_ROUNDED),
  });
  if (hidden === null) return nothing;
  // Where nothing is known nothing is told.
  if (hidden.every((one, i) => one === all[i]) && !cells.some(({ fixed }) => fixed)) return nothing;
  const narrow = auditIntervals(solver, { cells, relations, values }, hidden);
  return narrow === null ? nothing : { hidden, narrow };
}

/** Whether so many of the cells are hidden that little would be left of those of groups. */
const isMostly = (count: number, { length }: readonly Cell[]): boolean =>
  length > MANY && count > MOSTLY * length;

interface Within extends Pick<Rules, "exact" | "values"> {
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
function hideByBounds(
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

/** The same group with its unknowns numbered from 0. */
function renumbered(
  cells: readonly Cell[],
  relations: readonly SparseRow[],
): { cells: Cell[]; relations: SparseRow[]; unknowns: number } {
  const used = [
    ...new Set([
      ...cells.flatMap(({ row, span }) => (span === undefined ? row.at : [...row.at, span])),
      ...relations.flatMap(({ at }) => at),
    ]),
  ].sort((a, b) => a - b);
  const number = new Map(used.map((unknown, i) => [unknown, i]));
  const renumber = ({ at, by }: SparseRow): SparseRow => ({
    at: at.map((unknown) => number.get(unknown)!),
    by,
  });
  return {
    cells: cells.map((cell) => ({
      ...cell,
      row: renumber(cell.row),
      ...(cell.span === undefined ? {} : { span: number.get(cell.span)! }),
    })),
    relations: relations.map(renumber),
    unknowns: used.length,
  };
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

/**
 * Hidden cells that a reader can narrow down to fewer than so many values by what is known of every
 * cell and of every sum, and the bounds that tell.
 */
function narrowCells(
  cells: readonly Cell[],
  sums: Sums,
  hidden: Uint8Array,
  values: number,
): { cells: number[]; bounds: Bounds } {
  const relations = sums.count - cells.length;
  const [least, most, fractional] = [
    new Float64Array(sums.count),
    new Float64Array(sums.count),
    new Uint8Array(sums.unknowns),
  ];
  cells.forEach(({ row, span, hidden: unpublished, shown, fractional: broken }, i) => {
    [least[relations + i], most[relations + i]] = hidden[i] ? unpublished : shown;
    if (!broken) return;
    for (const unknown of row.at) fractional[unknown] = 1;
    if (span !== undefined) fractional[span] = 1;
  });
  const bounds = narrowed(sums, least, most, fractional);
  const found = cells.flatMap(({ row, fractional: broken }, i) => {
    if (!hidden[i] || broken || row.at.length === 0) return [];
    const [low, high] = boundsOf(sums, relations + i, bounds);
    const [first, last] = [least[relations + i], most[relations + i]];
    const left =
      Math.floor(Math.min(high, last) + TINY) - Math.ceil(Math.max(low, first) - TINY) + 1;
    return left < Math.min(values, last - first + 1) ? [i] : [];
  });
  return { cells: found, bounds };
}

/**
 * How many sums beyond the first published figure that pins a hidden one to look for another that
 * is less wanted.
 */
const FURTHER = 2;

interface Helping {
  readonly alwaysKnown: ReadonlySet<number>;
  readonly reach: number;
  readonly values: number;
}

/**
 * Published cells to hide because bounds pin a hidden one: for each, the least wanted of the
 * published cells that the bounds come from, nearby. With a `reach` above 0 all of them that near.
 */
function helpersOf(
  cells: readonly Cell[],
  sums: Sums,
  hidden: Uint8Array,
  { alwaysKnown, reach, values }: Helping,
): Set<number> {
  const relations = sums.count - cells.length;
  const { cells: found, bounds } = narrowCells(cells, sums, hidden, values);
  const helpers = new Set<number>();

  const nearestPublished = (from: Iterable<number>): number[] => {
    const seen = new Set(from);
    const near: number[] = [];
    let edge = [...seen];
    for (let left = Infinity; left > 0 && edge.length > 0; left--) {
      const next: number[] = [];
      for (const sum of new Set(
        edge.flatMap((unknown) => [bounds.lowBy[unknown], bounds.highBy[unknown]]),
      )) {
        if (sum < 0) continue;
        const cell = sum - relations;
        if (cell >= 0 && !hidden[cell] && !cells[cell].fixed) {
          if (near.length === 0) left = Math.min(left, reach || FURTHER);
          near.push(cell);
        }
        for (let i = sums.starts[sum]; i < sums.starts[sum + 1]; i++) {
          if (seen.has(sums.at[i])) continue;
          seen.add(sums.at[i]);
          next.push(sums.at[i]);
        }
      }
      edge = next;
    }
    return near;
  };

  for (const cell of found) {
    if (alwaysKnown.has(cell)) continue;
    const near = nearestPublished(
      sums.at.subarray(sums.starts[relations + cell], sums.starts[relations + cell + 1]),
    );
    if (reach > 0) near.forEach((one) => helpers.add(one));
    else if (near.length > 0 && !near.some((one) => helpers.has(one)))
      helpers.add(Math.max(...near));
  }
  return helpers;
}
