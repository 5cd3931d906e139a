import type { Frequency } from "../../src/kpi/frequency";
import { eachBoard, type Boards } from "../sources/board-file/placed";
import type { KpiValueRow } from "../star/kpi-value-row";
import { exceptionsOf, type Exceptions } from "./exceptions";

/** Own figures of everybody as one board rates them. */
export interface BoardFigures {
  readonly board: string;
  readonly rows: readonly KpiValueRow[];
}

/** What tells the figures of a build apart. */
const keyOf = (row: KpiValueRow): string =>
  [
    ...[row.indicator_id, row.area_code, row.period_start, row.period_end, row.frequency],
    ...[row.service, row.method, row.origin, row.source_key],
  ].join("\0");

/** The exceptions of one board; of no board where its name is null. */
export interface BoardExceptions extends Exceptions {
  readonly board: string | null;
  /** Ids of KPIs that are on an earlier board too. */
  readonly before: ReadonlySet<string>;
}

/**
 * The exceptions of each of several boards, as it rates its KPIs, then those of KPIs on none; none
 * where there is one board or none.
 */
export function exceptionsOfBoards(
  rows: readonly KpiValueRow[],
  { boards, ofBoards }: { readonly boards: Boards; readonly ofBoards: readonly BoardFigures[] },
  frequencies: ReadonlyMap<string, Frequency>,
): BoardExceptions[] {
  const several = eachBoard(boards);
  if (several.length === 0) return [];
  const on = new Set<string>();
  const all = several.map(({ name, boards: { kpis } }): BoardExceptions => {
    const ids = new Set(kpis.map(({ id }) => id));
    const before = new Set([...ids].filter((id) => on.has(id)));
    for (const id of ids) on.add(id);
    const own = ofBoards.find(({ board }) => board === name)?.rows ?? [];
    const rated = new Map(own.map((row) => [keyOf(row), row]));
    const ofBoard = rows
      .filter(({ indicator_id: id }) => ids.has(id))
      .map((row) => rated.get(keyOf(row)) ?? row);
    return { board: name, before, ...exceptionsOf(ofBoard, frequencies) };
  });
  const rest = rows.filter(({ indicator_id: id }) => !on.has(id));
  return [...all, { board: null, before: new Set(), ...exceptionsOf(rest, frequencies) }];
}
