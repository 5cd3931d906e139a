import { boundsOfRow, toldBy, type AuditTable } from "./audit-table";
import { linearProgram, type LinearSolver } from "./linear-program";
import type { SparseRow } from "./sparse-row";

/** A table that agrees with all that is known, and what holds the sum that it is largest for. */
interface Found {
  /** By unknown of the region, in its order. */
  readonly values: Float64Array;
  /** Published figures that hold it, and whether the edge of the region holds it too. */
  held(): { readonly binding: readonly number[]; readonly atEdge: boolean };
}

/**
 * Some unknowns that hang together, all others staying as they are: what is possible here is
 * possible in the whole.
 */
export interface Region {
  readonly unknowns: readonly number[];
  /** Rows that have one of the unknowns. */
  readonly rows: readonly number[];
  /** The largest value of a sum, of which the unknowns of the region count; null if none was found. */
  maximum(row: SparseRow): Found | null;
  dispose(): void;
}

/**
 * Unknowns near a row, nearest first, and at most so many; those that a published figure tells are
 * left out.
 */
function nearbyUnknowns(table: AuditTable, row: number, most: number): number[] {
  const seen = new Set<number>();
  const found: number[] = [];
  const rowsSeen = new Set<number>();
  const take = (one: number): void => {
    if (rowsSeen.has(one)) return;
    rowsSeen.add(one);
    for (const unknown of table.rows[one].at) {
      if (seen.has(unknown)) continue;
      seen.add(unknown);
      if (toldBy(table, unknown) < 0) found.push(unknown);
    }
  };
  take(row);
  for (let i = 0; i < found.length && found.length < most; i++)
    for (const next of table.rowsWith[found[i]]) take(next);
  return found;
}

/** A row as the region has it: what is outside stays as it is. */
interface Cut {
  readonly inside: SparseRow;
  /** What the unknowns outside add up to. */
  readonly outside: number;
  /** Published figures that tell unknowns outside. */
  readonly told: readonly number[];
  /** Whether unknowns outside that nothing tells are in it. */
  readonly isOpen: boolean;
}

function cut(table: AuditTable, number: ReadonlyMap<number, number>, row: number): Cut {
  const { at, by } = table.rows[row];
  const inside = { at: [] as number[], by: [] as number[] };
  const told: number[] = [];
  let [outside, isOpen] = [0, false];
  at.forEach((unknown, i) => {
    const column = number.get(unknown);
    if (column !== undefined) {
      inside.at.push(column);
      inside.by.push(by[i]);
      return;
    }
    outside += by[i] * table.base[unknown];
    const teller = toldBy(table, unknown);
    if (teller < 0) isOpen = true;
    else if (!table.cells[teller].fixed) told.push(teller);
  });
  return { inside, outside, told, isOpen };
}

/** Where published figures tell all of a row: nothing in it may change. */
function toldRegion(table: AuditTable, row: number): Region {
  const binding = table.rows[row].at
    .map((unknown) => toldBy(table, unknown))
    .filter((teller) => !table.cells[teller].fixed);
  const held = (): ReturnType<Found["held"]> => ({ binding, atEdge: false });
  return {
    unknowns: [],
    rows: [row],
    maximum: () => ({ values: new Float64Array(0), held }),
    dispose: () => undefined,
  };
}

/** The unknowns near a row of the table as a linear program. */
export function regionAround(
  solver: LinearSolver,
  table: AuditTable,
  row: number,
  most: number,
): Region {
  const unknowns = nearbyUnknowns(table, row, most);
  if (unknowns.length === 0) return toldRegion(table, row);
  const number = new Map(unknowns.map((unknown, i) => [unknown, i]));
  const rows = [...new Set(unknowns.flatMap((unknown) => table.rowsWith[unknown]))];
  const cuts = rows.map((one) => cut(table, number, one));
  const constraints = rows.map((one, i) => {
    const [low, high] = boundsOfRow(table, one);
    const { inside, outside } = cuts[i];
    return { row: inside, low: low - outside, high: high - outside };
  });
  const program = linearProgram(solver, constraints, unknowns.length, table.most);
  const isPublished = (one: number): boolean =>
    one < table.cells.length && !table.hidden[one] && !table.cells[one].fixed;
  return {
    unknowns,
    rows,
    maximum: ({ at, by }) => {
      const kept = at.map((_, i) => i).filter((i) => number.has(at[i]));
      const optimum = program.maximum({
        at: kept.map((i) => number.get(at[i])!),
        by: kept.map((i) => by[i]),
      });
      if (optimum === null) return null;
      return {
        values: optimum.at,
        held: () => {
          const binds = rows.map((_, i) => i).filter((i) => optimum.binds(i));
          return {
            binding: binds.flatMap((i) => [
              ...(isPublished(rows[i]) ? [rows[i]] : []),
              ...cuts[i].told,
            ]),
            atEdge: binds.some((i) => cuts[i].isOpen),
          };
        },
      };
    },
    dispose: program.dispose,
  };
}
