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
const LARGE = 8000;
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
  /** The least and the most that it can be. */
  readonly first: number;
  readonly last: number;
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

const NO_TERMS: SparseRow = { at: [], by: [] };

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
  /**
   * By unknown: all that hangs together with it, until more is hidden. What was looked for last is a
   * good start for what is looked for next.
   */
  readonly open: Map<number, Region>;
}

/** The region of a hidden count that is open. */
const openRegion = ({ open }: Audit, { row }: Watched): Region | undefined =>
  row.at.map((unknown) => open.get(unknown)).find((region) => region !== undefined);

/** Looks at the unknowns around a hidden count. Large regions stay open. */
function within<T>(audit: Audit, seed: Watched, size: number, look: (region: Region) => T): T {
  const { solver, table, open } = audit;
  const known = openRegion(audit, seed);
  if (known) return look(known);
  const region = regionAround(solver, table, seed.cell, size);
  // All that hangs together, so that no other region overlaps it.
  const isWhole = size === LARGE && region.unknowns.length < LARGE;
  if (isWhole) for (const unknown of region.unknowns) open.set(unknown, region);
  try {
    return look(region);
  } finally {
    if (!isWhole) region.dispose();
  }
}

function closeRegions({ open }: Audit): void {
  for (const region of new Set(open.values())) region.dispose();
  open.clear();
}

function watch({ table, values, watched }: Audit, cell: number): void {
  const { hidden, fractional } = table.cells[cell];
  const row = table.rows[cell];
  if (fractional || row.at.length === 0) return;
  const value = sumAt(row, table.base);
  const [first, last] = hidden;
  watched[cell] = {
    cell,
    row,
    wanted: Math.min(values, last - first + 1),
    first,
    last,
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

/** A hidden count with a weight; none where it would be drawn to an end that is found. */
function towards({ row, low, high, first, last }: Watched, weight: number): SparseRow {
  const isFound = weight > 0 ? high > last - 1 + TINY : low < first + 1 - TINY;
  return isFound ? NO_TERMS : scaled(row, weight);
}

/**
 * Widens many hidden counts at once, by tables in which some are large and others small. Gives
 * the published figures that keep the last of these sums where they are, those least wanted first.
 */
function lookTogether(audit: Audit, region: Region): number[] {
  let left = narrowIn(audit, region);
  for (let look = 0; left.length > 1; look++) {
    // Some up, some down: tables in which all go up are few, for sums hold them back.
    const weights = left.map(() => audit.weight() - audit.weight());
    const found = [1, -1].map((sign) => {
      const optimum = region.maximum(joined(left.map((one, i) => towards(one, sign * weights[i]))));
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

/** The figures that keep the hidden counts of a region narrow, by count; the seed comes first. */
function bindingIn(
  audit: Audit,
  region: Region,
  { seed, looked }: { readonly seed: Watched; readonly looked: Set<Watched> },
): (readonly number[])[] {
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
  return binding;
}

/** Looks around a hidden count, and at the others that lie there with all that holds them. */
function lookAround(audit: Audit, seed: Watched, looked: Set<Watched>): Look {
  for (const size of openRegion(audit, seed) ? [LARGE] : SIZES) {
    const binding = within(audit, seed, size, (region) =>
      bindingIn(audit, region, { seed, looked }),
    );
    if (looked.has(seed) || !isNarrow(seed)) return { binding, isShown: true };
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
    within(audit, seed, LARGE, (region) => {
      const binding = lookTogether(audit, region);
      const left = narrowIn(audit, region);
      left.forEach((one) => looked.add(one));
      looked.add(seed);
      if (left.length < MANY) return;
      binding.slice(0, Math.ceil(binding.length / SHARE)).forEach((cell) => helpers.add(cell));
    });
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
    closeRegions(audit);
    for (const cell of helpers) hide(audit, cell);
  }
  return false;
}

/**
 * Hides cells of one group, beside those that are hidden, until each hidden count has enough
 * possible values by linear programming over all that a reader knows. Gives the counts that nothing
 * more that is hidden would widen, for readers know it already; null where it could not be shown.
 * Tables that differ from a known one in few numbers, around each
 * hidden count, are looked for: groups may be of any size.
 */
export function auditIntervals(
  solver: LinearSolver,
  { cells, relations, values }: Audited,
  hidden: Uint8Array,
): number[] | null {
  const table = auditTable(solver, cells, relations, hidden);
  if (table === null) return null;
  const audit: Audit = {
    solver,
    table,
    values,
    watched: cells.map(() => null),
    weight: weights(),
    open: new Map(),
  };
  cells.forEach((_, cell) => hidden[cell] && watch(audit, cell));
  try {
    if (!widen(audit)) return null;
    return audit.watched.flatMap((one) =>
      one?.settled && valuesOf(one) < one.wanted ? [one.cell] : [],
    );
  } finally {
    closeRegions(audit);
  }
}
