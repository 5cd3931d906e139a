import { regionAround, type Region } from "./audit-region";
import { auditTable, type AuditTable } from "./audit-table";
import type { Cell } from "./cell";
import type { LinearSolver } from "./linear-program";
import type { SparseRow } from "./sparse-row";

/** What a reader knows of one group of figures, and how far apart the ends must stay. */
interface Audited {
  readonly cells: readonly Cell[];
  readonly relations: readonly SparseRow[];
  /** A hidden count has at least so many possible values. */
  readonly values: number;
}

/** Times that more is hidden before everything is; after the first all that binds is hidden. */
const [ROUNDS, SPARING] = [40, 1];
/** Sums of hidden counts, with weights that change, that one look for witnesses tries at most. */
const LOOKS = 6;
/** Unknowns around a hidden count that are looked at: few first, then more. */
const SIZES = [300, 2000, 20_000];
/** Unknowns that are looked at together where many hidden counts are narrow. */
const LARGE = 5000;
/**
 * From so many narrow counts on more is hidden for all of them: a share of what holds them at a
 * time.
 */
const [MANY, SHARE] = [96, 3];
/** Hidden counts of one region that are looked at alone before more is hidden. */
const TOGETHER = 64;
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

/** How many whole numbers lie between the ends that were found. */
const valuesOf = ({ low, high }: Watched): number =>
  Math.floor(high + TINY) - Math.ceil(low - TINY) + 1;

const isNarrow = (watched: Watched): boolean =>
  !watched.settled && valuesOf(watched) < watched.wanted;

function sumAt({ at, by }: SparseRow, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += by[i] * values[at[i]];
  return sum;
}

/** Numbers from 0 to 1 that are the same in every run. */
function weights(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
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

interface Audit {
  readonly solver: LinearSolver;
  readonly table: AuditTable;
  readonly values: number;
  /** By cell: how far apart its ends are known to be; null where it is no hidden count. */
  readonly watched: (Watched | null)[];
  readonly weight: () => number;
}

function watch({ table, values, watched }: Audit, cell: number): void {
  const { hidden, fractional } = table.cells[cell];
  const row = table.rows[cell];
  if (fractional || row.at.length === 0) return;
  const value = sumAt(row, table.base);
  watched[cell] = {
    cell,
    row,
    wanted: Math.min(values, hidden[1] - hidden[0] + 1),
    low: value,
    high: value,
    settled: false,
  };
}

/** The hidden counts of a region that are still narrow. */
const narrowIn = ({ watched, table }: Audit, { rows }: Region): Watched[] =>
  rows.flatMap((row) => {
    const one = row < table.cells.length ? watched[row] : null;
    return one && isNarrow(one) ? [one] : [];
  });

/** Takes a table that agrees with all that is known as a witness for the hidden counts of a region. */
function witness(audit: Audit, region: Region, values: Float64Array): void {
  const { base } = audit.table;
  const before = region.unknowns.map((unknown) => base[unknown]);
  region.unknowns.forEach((unknown, i) => (base[unknown] = values[i]));
  for (const one of narrowIn(audit, region)) {
    const value = sumAt(one.row, base);
    one.low = Math.min(one.low, value);
    one.high = Math.max(one.high, value);
  }
  region.unknowns.forEach((unknown, i) => (base[unknown] = before[i]));
}

/**
 * Widens many hidden counts at once, by tables in which some are large and others small. Gives
 * the published figures that keep the last of these sums where they are, those least wanted first.
 */
function lookTogether(audit: Audit, region: Region): number[] {
  let left = narrowIn(audit, region);
  for (let look = 0; left.length > 1; look++) {
    // Some up, some down: tables in which all go up are few, for sums hold them back.
    const ways = joined(left.map(({ row }) => scaled(row, audit.weight() - audit.weight())));
    const found = [1, -1].map((sign) => {
      const optimum = region.maximum(scaled(ways, sign));
      if (optimum) witness(audit, region, optimum.values);
      return optimum;
    });
    const now = narrowIn(audit, region);
    if (look + 1 >= LOOKS || (look > 0 && now.length > 0.9 * left.length))
      return [...new Set(found.flatMap((optimum) => optimum?.held().binding ?? []))].sort(
        (x, y) => y - x,
      );
    left = now;
  }
  return [];
}

/** What the ends of a hidden count come from. */
interface Ends {
  /** The published figures that keep it narrow, those least wanted last. */
  readonly binding: readonly number[];
  /** Looking further may widen it. */
  readonly isOpen: boolean;
}

/** Looks for the ends of one hidden count; null where it is wide enough. */
function endsOf(audit: Audit, region: Region, one: Watched): Ends | null {
  const found = [1, -1].map((sign) => {
    const optimum = isNarrow(one) ? region.maximum(scaled(one.row, sign)) : null;
    if (optimum) witness(audit, region, optimum.values);
    return optimum;
  });
  if (!isNarrow(one)) return null;
  const held = found.map((optimum) => optimum?.held() ?? null);
  return {
    binding: [...new Set(held.flatMap((ends) => ends?.binding ?? []))].sort((a, b) => a - b),
    isOpen: held.some((ends) => ends === null || ends.atEdge),
  };
}

/** What one look around a hidden count brought. */
interface Look {
  /** By count that stays narrow: the figures that keep it so. */
  readonly binding: readonly (readonly number[])[];
  /** False where nothing more can be looked at, and nothing was shown. */
  readonly isShown: boolean;
}

/** Looks around a hidden count, and at the others that lie there with all that holds them. */
function lookAround(audit: Audit, seed: Watched, looked: Set<Watched>): Look {
  for (const size of SIZES) {
    const region = regionAround(audit.solver, audit.table, seed.cell, size);
    try {
      lookTogether(audit, region);
      const binding: (readonly number[])[] = [];
      for (const one of [seed, ...narrowIn(audit, region)]) {
        if (looked.has(one) || !isNarrow(one)) continue;
        if (binding.length >= TOGETHER) break;
        const ends = endsOf(audit, region, one);
        if (ends === null) continue;
        if (ends.isOpen) {
          if (one === seed) break;
          continue;
        }
        looked.add(one);
        if (ends.binding.length > 0) binding.push(ends.binding);
        else one.settled = true;
      }
      if (looked.has(seed) || !isNarrow(seed)) return { binding, isShown: true };
    } finally {
      region.dispose();
    }
  }
  return { binding: [], isShown: false };
}

function hide(audit: Audit, cell: number): void {
  audit.table.hidden[cell] = 1;
  watch(audit, cell);
}

/** Figures to hide where many hidden counts are narrow: a share of what holds them together. */
function helpersOfMany(audit: Audit, narrow: readonly Watched[]): Set<number> {
  const looked = new Set<Watched>();
  const helpers = new Set<number>();
  for (const seed of narrow) {
    if (looked.has(seed) || !isNarrow(seed)) continue;
    const region = regionAround(audit.solver, audit.table, seed.cell, LARGE);
    try {
      const binding = lookTogether(audit, region);
      const left = narrowIn(audit, region);
      left.forEach((one) => looked.add(one));
      looked.add(seed);
      if (left.length < MANY) continue;
      binding.slice(0, Math.ceil(binding.length / SHARE)).forEach((cell) => helpers.add(cell));
    } finally {
      region.dispose();
    }
  }
  return helpers;
}

/** Figures to hide where few hidden counts are narrow; null where nothing could be shown of one. */
function helpersOfFew(
  audit: Audit,
  narrow: readonly Watched[],
  sparing: boolean,
): Set<number> | null {
  const looked = new Set<Watched>();
  const helpers = new Set<number>();
  for (const seed of narrow) {
    if (looked.has(seed) || !isNarrow(seed)) continue;
    const { binding, isShown } = lookAround(audit, seed, looked);
    if (!isShown) return null;
    for (const near of binding)
      if (!sparing) near.forEach((cell) => helpers.add(cell));
      else if (!near.some((cell) => helpers.has(cell))) helpers.add(near[near.length - 1]);
  }
  return helpers;
}

/** Hides more until no hidden count is narrow. False where that did not come about. */
function widen(audit: Audit): boolean {
  const narrow = (): Watched[] => audit.watched.filter((one) => one !== null).filter(isNarrow);
  for (let round = 0; round < ROUNDS; round++) {
    const before = narrow();
    if (before.length === 0) return true;
    const ofMany = before.length < MANY ? new Set<number>() : helpersOfMany(audit, before);
    const helpers = ofMany.size > 0 ? ofMany : helpersOfFew(audit, narrow(), round < SPARING);
    if (helpers === null) return false;
    for (const cell of helpers) hide(audit, cell);
  }
  return false;
}

/**
 * Hides cells of one group, beside those that are hidden, until each hidden count has enough
 * possible values by linear programming over all that a reader knows. True where it does; false
 * where it could not be shown. Tables that differ from a known one in few numbers, around each
 * hidden count, are looked for: groups may be of any size.
 */
export function auditIntervals(
  solver: LinearSolver,
  { cells, relations, values }: Audited,
  hidden: Uint8Array,
): boolean {
  const table = auditTable(solver, cells, relations, hidden);
  if (table === null) return false;
  const audit: Audit = {
    solver,
    table,
    values,
    watched: cells.map(() => null),
    weight: weights(),
  };
  cells.forEach((_, cell) => hidden[cell] && watch(audit, cell));
  return widen(audit);
}
