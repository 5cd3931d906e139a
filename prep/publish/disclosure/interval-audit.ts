import {
  linearProgram,
  type Constraint,
  type LinearProgram,
  type LinearSolver,
  type Optimum,
} from "./linear-program";
import type { Cell } from "./cell";
import type { SparseRow } from "./sparse-row";

/** What a reader knows of one group of figures, and how far apart the ends must stay. */
interface Audited {
  readonly cells: readonly Cell[];
  readonly relations: readonly SparseRow[];
  readonly unknowns: number;
  /** A hidden count has at least so many possible values. */
  readonly values: number;
}

/** Times that more is hidden before everything is; after the first few all that binds is hidden. */
const [ROUNDS, SPARING] = [24, 3];
/** Sums of hidden counts, with weights that change, that one look for witnesses tries at most. */
const LOOKS = 8;
/** Hidden counts that are looked at alone before more is hidden. */
const TOGETHER = 16;
/**
 * From so many narrow counts on more is hidden for all of them: a share of what binds at a time, or
 * all of it where they are more still.
 */
const [MANY, SHARE, VERY_MANY] = [96, 3, 1000];
/** Values beyond the largest figure that an unknown may have. */
const ROOM = 1000;
const TINY = 1e-6;

/** A hidden count, and the least and most that some table which agrees with all known has there. */
interface Watched {
  readonly cell: number;
  readonly row: SparseRow;
  readonly wanted: number;
  low: number;
  high: number;
  /** Nothing that could be hidden would widen it. */
  settled: boolean;
}

const known = ({ hidden, shown }: Cell, isHidden: boolean): readonly [number, number] =>
  isHidden ? hidden : shown;

/** How many whole numbers lie between the ends that were found. */
const valuesOf = ({ low, high }: Watched): number =>
  Math.floor(high + TINY) - Math.ceil(low - TINY) + 1;

const isNarrow = (watched: Watched): boolean => valuesOf(watched) < watched.wanted;

function sumAt({ at, by }: SparseRow, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += by[i] * values[at[i]];
  return sum;
}

/** Numbers from 0.5 to 1.5 that are the same in every run. */
function weights(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 0.5 + state / 2 ** 32;
  };
}

const scaled = ({ at, by }: SparseRow, factor: number): SparseRow => ({
  at,
  by: by.map((one) => one * factor),
});

const joined = (rows: readonly SparseRow[]): SparseRow => ({
  at: rows.flatMap(({ at }) => at),
  by: rows.flatMap(({ by }) => by),
});

interface Audit extends Audited {
  readonly hidden: Uint8Array;
  readonly watched: Watched[];
  readonly program: LinearProgram;
  readonly weight: () => number;
}

function watch(
  { watched, cells, values }: Pick<Audit, "watched" | "cells" | "values">,
  cell: number,
) {
  const { row, value, hidden, fractional } = cells[cell];
  if (fractional || row.at.length === 0) return;
  const wanted = Math.min(values, hidden[1] - hidden[0] + 1);
  const isOpen = Number.isNaN(value);
  watched.push({
    cell,
    row,
    wanted,
    low: isOpen ? Infinity : value,
    high: isOpen ? -Infinity : value,
    settled: false,
  });
}

/** Takes a table that agrees with all that is known as a witness for every hidden count. */
function witness(watched: readonly Watched[], values: Float64Array): void {
  for (const one of watched) {
    const value = sumAt(one.row, values);
    one.low = Math.min(one.low, value);
    one.high = Math.max(one.high, value);
  }
}

const open = ({ watched }: Audit): Watched[] =>
  watched.filter((one) => !one.settled && isNarrow(one));

/** The published figures that keep a sum from growing. */
const bindingOf = ({ cells, hidden }: Audit, { binds }: Optimum): number[] =>
  cells.flatMap(({ fixed, row }, cell) =>
    !fixed && !hidden[cell] && row.at.length > 0 && binds(cell) ? [cell] : [],
  );

/**
 * Widens many hidden counts at once, by tables in which some are large and others small. Gives
 * the published figures that keep the last of these sums where they are, those least wanted first.
 */
function lookTogether(audit: Audit): number[] {
  let binding = new Set<number>();
  for (let look = 0; look < LOOKS; look++) {
    const before = open(audit).length;
    binding = new Set();
    // Some up, some down: tables in which all go up are few, for sums hold them back.
    const ways = open(audit).map(({ row }) => scaled(row, audit.weight() - audit.weight()));
    if (ways.length === 0) return [];
    for (const sign of [1, -1]) {
      const found = audit.program.maximum(scaled(joined(ways), sign));
      if (!found) continue;
      witness(audit.watched, found.at);
      for (const cell of bindingOf(audit, found)) binding.add(cell);
    }
    if (look > 0 && open(audit).length > 0.9 * before) break;
  }
  return [...binding].sort((a, b) => b - a);
}

/**
 * Looks for the ends of one hidden count. Gives the published figures that keep it narrow, those
 * least wanted last; none where it is wide enough.
 */
function binding(audit: Audit, one: Watched): readonly number[] {
  const found = new Set<number>();
  for (const sign of [1, -1]) {
    const optimum = audit.program.maximum(scaled(one.row, sign));
    if (!optimum) continue;
    witness(audit.watched, optimum.at);
    if (!isNarrow(one)) return [];
    for (const cell of bindingOf(audit, optimum)) found.add(cell);
  }
  return [...found].sort((a, b) => a - b);
}

function hide({ hidden, cells, watched, program, values }: Audit, cell: number): void {
  hidden[cell] = 1;
  const [low, high] = cells[cell].hidden;
  program.setBounds(cell, { low, high });
  watch({ watched, cells, values }, cell);
}

/** Published figures to hide for counts that stay narrow, looked at one by one. */
function helpersOf(audit: Audit, narrow: readonly Watched[], sparing: boolean): Set<number> {
  const helpers = new Set<number>();
  let looked = 0;
  for (const one of narrow) {
    if (!isNarrow(one)) continue;
    if (looked >= TOGETHER) break;
    const near = binding(audit, one);
    if (!isNarrow(one)) continue;
    if (near.length === 0) {
      one.settled = true;
      continue;
    }
    looked++;
    if (!sparing) near.forEach((cell) => helpers.add(cell));
    else if (!near.some((cell) => helpers.has(cell))) helpers.add(near[near.length - 1]);
  }
  return helpers;
}

/** Hides more until no hidden count is narrow. False where that did not come about. */
function widen(audit: Audit): boolean {
  for (let round = 0; round < ROUNDS; round++) {
    const together = lookTogether(audit);
    const narrow = open(audit);
    if (narrow.length === 0) return true;
    const helpers =
      narrow.length < MANY || together.length === 0
        ? helpersOf(audit, narrow, round < SPARING)
        : together.slice(0, Math.ceil(together.length / (narrow.length < VERY_MANY ? SHARE : 1)));
    for (const cell of helpers) hide(audit, cell);
  }
  return false;
}

/** The same without unknowns that no cell and no relation has. */
function compact({ cells, relations, values }: Omit<Audited, "unknowns">): Audited {
  const numbers = new Map<number, number>();
  const number = (unknown: number): number => {
    const found = numbers.get(unknown) ?? numbers.size;
    numbers.set(unknown, found);
    return found;
  };
  const renumbered = ({ at, by }: SparseRow): SparseRow => ({ at: at.map(number), by });
  return {
    cells: cells.map((cell) => ({ ...cell, row: renumbered(cell.row) })),
    relations: relations.map(renumbered),
    unknowns: numbers.size,
    values,
  };
}

/**
 * Hides cells of one group, beside those that are hidden, until each hidden count has enough
 * possible values by linear programming over all that a reader knows. True where it does; false
 * where it could not be shown.
 */
export function auditIntervals(
  solver: LinearSolver,
  given: Omit<Audited, "unknowns">,
  hidden: Uint8Array,
): boolean {
  const audited = compact(given);
  const { cells, relations, unknowns } = audited;
  const most = cells.reduce((largest, { value }) => Math.max(largest, value || 0), 0) * 2 + ROOM;
  const constraints = [
    ...cells.map((cell, i): Constraint => {
      const [low, high] = known(cell, hidden[i] === 1);
      return { row: cell.row, low, high };
    }),
    ...relations.map((row): Constraint => ({ row, low: 0, high: 0 })),
  ];
  const program = linearProgram(solver, constraints, unknowns, most);
  try {
    const audit: Audit = { ...audited, hidden, watched: [], program, weight: weights() };
    cells.forEach((_, cell) => hidden[cell] && watch(audit, cell));
    const start = program.maximum({ at: [], by: [] });
    if (!start) return false;
    witness(audit.watched, start.at);
    return widen(audit);
  } finally {
    program.dispose();
  }
}
