import type { Frequency } from "../../src/kpi/frequency";
import type { KpiValueRow } from "../star/kpi-value-row";

/** The own figures of one KPI in order of time, one a period, with the one that is read now. */
export interface KpiHistory {
  readonly rows: readonly KpiValueRow[];
  /** Place of the latest row with a figure. */
  readonly current: number;
}

const PUBLISHED = "published";

function grouped(
  rows: readonly KpiValueRow[],
  keyOf: (row: KpiValueRow) => string,
): KpiValueRow[][] {
  const groups = new Map<string, KpiValueRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

const least = (texts: readonly string[]): string => texts.reduce((a, b) => (b < a ? b : a));

/** Our own figure before the published one. */
function ofOneMethod(rows: readonly KpiValueRow[]): KpiValueRow[] {
  const ours = rows.filter(({ method }) => method !== PUBLISHED);
  if (ours.length === 0) return [...rows];
  const method = least(ours.map((row) => row.method));
  return ours.filter((row) => row.method === method);
}

/** Rows of the own area as a whole. */
const ofWholeArea = ({ area_role, breakdown }: KpiValueRow): boolean =>
  area_role === "own" && breakdown === "all";

/**
 * The frequency that each indicator's own figures are read at: the one it is meant to have; where no figure has that (a termly KPI in the monthly columns
 * of a sheet), that of the latest. Indicators without an own figure are left out.
 */
export function figureFrequencies(
  rows: readonly KpiValueRow[],
  meant: ReadonlyMap<string, Frequency>,
): ReadonlyMap<string, Frequency> {
  const groups = grouped(rows.filter(ofWholeArea), ({ indicator_id }) => indicator_id).map(
    ofOneMethod,
  );
  const later = (a: KpiValueRow, b: KpiValueRow): KpiValueRow =>
    b.period_end > a.period_end || (b.period_end === a.period_end && b.frequency < a.frequency)
      ? b
      : a;
  return new Map(
    groups.map((group) => {
      const wanted = meant.get(group[0].indicator_id);
      return [
        group[0].indicator_id,
        group.find(({ frequency }) => frequency === wanted)?.frequency ??
          group.reduce(later).frequency,
      ];
    }),
  );
}

/** One row a period, of the newest source, in order of time. */
function ofNewestSource(rows: readonly KpiValueRow[]): KpiValueRow[] {
  const byEnd = new Map<number, KpiValueRow>();
  for (const row of rows) {
    const held = byEnd.get(row.period_end);
    if (held === undefined || row.source_key > held.source_key) byEnd.set(row.period_end, row);
  }
  return [...byEnd.values()].sort((a, b) => a.period_end - b.period_end);
}

export const hasFigure = ({ status, value }: KpiValueRow): boolean =>
  status === "ok" && value !== null;

/**
 * The figure that each KPI is read by now, with its history: of the whole own area, at the frequency that `figureFrequencies` gives, our own figure before
 * the published one, the newest source, the latest period that has a figure. The key measures of the Power BI model choose the same. A KPI without any
 * figure is left out. `meant` says how often each indicator is meant to be read.
 */
export function currentFigures(
  rows: readonly KpiValueRow[],
  meant: ReadonlyMap<string, Frequency>,
): KpiHistory[] {
  const frequencies = figureFrequencies(rows, meant);
  return grouped(rows.filter(ofWholeArea), ({ indicator_id, area_code, service }) =>
    JSON.stringify([indicator_id, area_code, service]),
  ).flatMap((all) => {
    const read = frequencies.get(all[0].indicator_id);
    const history = ofNewestSource(ofOneMethod(all).filter(({ frequency }) => frequency === read));
    const current = history.map(hasFigure).lastIndexOf(true);
    return current < 0 ? [] : [{ rows: history, current }];
  });
}
