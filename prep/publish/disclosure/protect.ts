import { boundsOf, propagate, type Bounds, type KnownSum } from "./bounds";
import { componentsOf } from "./components";
import { publishable } from "./gauss-suppression";
import { TooLarge, type SparseRow } from "./sparse-row";

/** A figure that may be published, as a sum of unknowns. */
export interface Cell {
  readonly row: SparseRow;
  readonly value: number;
  /** Must be hidden, whatever else is. */
  readonly sensitive: boolean;
  /** What is known of the figure where it is published: the figure itself, or the ends of what it is rounded from. */
  readonly shown: readonly [low: number, high: number];
  /** What is known of it where it is hidden. */
  readonly hidden: readonly [low: number, high: number];
  /** A sum of something that need not be whole, such as weeks. */
  readonly fractional?: boolean;
}

/** Figures published together and how they hang together. */
export interface Tables {
  /** How many unknowns there are. None is below zero. */
  readonly unknowns: number;
  /** Combinations that are zero whatever the figures are: a total less its parts. */
  readonly relations: readonly SparseRow[];
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
}

/** Times that a group of figures is protected anew before all of it is hidden. */
const ROUNDS = 25;

/** Unknowns that a reader knows to be zero: all of a sum that is zero. A figure above zero keeps its unknowns, should the two contradict each other. */
function knownZeros({ unknowns, zeros, cells }: Tables): Uint8Array {
  const zero = new Uint8Array(unknowns);
  for (const { row, value } of cells) if (value === 0) for (const unknown of row.at) zero[unknown] = 1;
  for (const row of zeros) for (const unknown of row.at) zero[unknown] = 1;
  for (const { row, value } of cells) if (value !== 0 && row.at.every((unknown) => zero[unknown])) for (const unknown of row.at) zero[unknown] = 0;
  return zero;
}

function without(zero: Uint8Array, row: SparseRow): SparseRow {
  if (!row.at.some((unknown) => zero[unknown])) return row;
  const kept = row.at.map((_, i) => i).filter((i) => !zero[row.at[i]]);
  return { at: kept.map((i) => row.at[i]), by: kept.map((i) => row.by[i]) };
}

/** Rows in lists by the group that they lie in; rows without unknowns are left out. */
function byGroup<T>(items: readonly T[], rowOf: (item: T) => SparseRow, group: Int32Array): Map<number, T[]> {
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

/** Which cells are hidden. A cell is hidden because it is sensitive or because others could be worked out from it. */
export function protect(tables: Tables, { showZeros, exact }: Rules): Uint8Array {
  const hidden = Uint8Array.from(tables.cells, ({ sensitive }) => Number(sensitive));
  const zero = showZeros ? knownZeros(tables) : new Uint8Array(tables.unknowns);
  const relations = tables.relations.map((row) => without(zero, row));
  const cells = tables.cells.map((cell, index) => ({ ...cell, index, row: without(zero, cell.row) }));
  const group = componentsOf(tables.unknowns, [...relations, ...cells.map(({ row }) => row)]);
  const relationsOf = byGroup(relations, (row) => row, group);
  for (const [id, together] of byGroup(cells, ({ row }) => row, group)) {
    if (!together.some(({ sensitive }) => sensitive)) continue;
    const verdict = protectGroup(together, relationsOf.get(id) ?? [], exact);
    together.forEach(({ index }, i) => (hidden[index] = verdict[i]));
  }
  return hidden;
}

/** Hides cells of one group until none can be worked out; all of them where that fails. */
function protectGroup(given: readonly Cell[], givenRelations: readonly SparseRow[], exact: boolean): Uint8Array {
  const { cells, relations, unknowns } = renumbered(given, givenRelations);
  const mustHide = Uint8Array.from(cells, ({ sensitive }) => Number(sensitive));
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const hidden = exact ? hideDetermined(cells, relations, mustHide) : mustHide.slice();
      const pinned = pinnedCells(cells, relations, unknowns, hidden);
      if (pinned.length === 0) return hidden;
      const helpers = helpersOf(pinned, cells, relations, hidden);
      if (helpers.size === 0) break;
      for (const cell of helpers) mustHide[cell] = 1;
    }
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
  }
  return new Uint8Array(cells.length).fill(1);
}

/** The same group with its unknowns numbered from 0. */
function renumbered(cells: readonly Cell[], relations: readonly SparseRow[]): { cells: Cell[]; relations: SparseRow[]; unknowns: number } {
  const used = [...new Set([...cells.flatMap(({ row }) => row.at), ...relations.flatMap(({ at }) => at)])].sort((a, b) => a - b);
  const number = new Map(used.map((unknown, i) => [unknown, i]));
  const renumber = ({ at, by }: SparseRow): SparseRow => ({ at: at.map((unknown) => number.get(unknown)!), by });
  return { cells: cells.map((cell) => ({ ...cell, row: renumber(cell.row) })), relations: relations.map(renumber), unknowns: used.length };
}

function hideDetermined(cells: readonly Cell[], relations: readonly SparseRow[], mustHide: Uint8Array): Uint8Array {
  const hidden = mustHide.slice();
  const offered = cells.map((_, i) => i).filter((i) => !mustHide[i]);
  const secrets = cells.filter((_, i) => mustHide[i]).map(({ row }) => row);
  publishable({ known: relations, secrets, candidates: offered.map((i) => cells[i].row) }).forEach((may, i) => (hidden[offered[i]] = Number(!may)));
  return hidden;
}

/** Hidden cells that a reader can still narrow down to one number, by what is known of every figure and of sums of them. */
function pinnedCells(cells: readonly Cell[], relations: readonly SparseRow[], unknowns: number, hidden: Uint8Array): number[] {
  const bounds: Bounds = { low: new Float64Array(unknowns), high: new Float64Array(unknowns).fill(Infinity) };
  const fractional = new Uint8Array(unknowns);
  cells.forEach(({ row, fractional: broken }) => broken && row.at.forEach((unknown) => (fractional[unknown] = 1)));
  const known = (i: number): readonly [number, number] => (hidden[i] ? cells[i].hidden : cells[i].shown);
  const sums: KnownSum[] = [...relations.map((row) => ({ row, low: 0, high: 0 })), ...cells.map(({ row }, i) => ({ row, low: known(i)[0], high: known(i)[1] }))];
  propagate(sums, bounds, fractional);
  return cells.flatMap(({ row, fractional: broken, value }, i) => {
    if (!hidden[i] || broken || row.at.length === 0) return [];
    const [low, high] = boundsOf(row, bounds);
    const [least, most] = [Math.max(low, known(i)[0]), Math.min(high, known(i)[1])];
    return least === most && least === value ? [i] : [];
  });
}

/** For each pinned cell the smallest published figure that shares a sum with it: hiding it loosens the sum. */
function helpersOf(pinned: readonly number[], cells: readonly Cell[], relations: readonly SparseRow[], hidden: Uint8Array): Set<number> {
  const cellsWith = new Map<number, number[]>();
  cells.forEach(({ row }, i) => row.at.forEach((unknown) => cellsWith.set(unknown, [...(cellsWith.get(unknown) ?? []), i])));
  const relationsWith = new Map<number, SparseRow[]>();
  relations.forEach((row) => row.at.forEach((unknown) => relationsWith.set(unknown, [...(relationsWith.get(unknown) ?? []), row])));
  const helpers = new Set<number>();
  for (const cell of pinned) {
    const near = new Set(cells[cell].row.at);
    for (const unknown of cells[cell].row.at) for (const { at } of relationsWith.get(unknown) ?? []) at.forEach((other) => near.add(other));
    let best = -1;
    for (const unknown of near)
      for (const other of cellsWith.get(unknown) ?? [])
        if (!hidden[other] && cells[other].value !== 0 && (best < 0 || cells[other].value < cells[best].value)) best = other;
    if (best >= 0) helpers.add(best);
  }
  return helpers;
}
