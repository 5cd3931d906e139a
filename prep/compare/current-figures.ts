import type { Frequency } from "../../src/kpi/frequency";
import type { KpiValueRow } from "../star/kpi-value-row";

/** The own figures of one KPI in order of time, one a period, with the one that is read now. */
export interface KpiHistory {
  readonly rows: readonly KpiValueRow[];
  /** Place of the latest row with a figure. */
  readonly current: number;
}

const PUBLISHED = "published";

function grouped(rows: readonly KpiValueRow[], keyOf: (row: KpiValueRow) => string): KpiValueRow[][] {
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

/** The frequency that the indicator is read at; where no figure has it (a termly KPI in the monthly columns of a sheet), that of the latest row. */
function ofOneFrequency(rows: readonly KpiValueRow[], wanted: Frequency | undefined): KpiValueRow[] {
  const meant = rows.filter(({ frequency }) => frequency === wanted);
  if (meant.length > 0) return meant;
  const end = Math.max(...rows.map(({ period_end }) => period_end));
  const frequency = least(rows.filter(({ period_end }) => period_end === end).map((row) => row.frequency));
  return rows.filter((row) => row.frequency === frequency);
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

export const hasFigure = ({ status, value }: KpiValueRow): boolean => status === "ok" && value !== null;

/**
 * The figure that each KPI is read by now, with its history: of the whole own area, at the frequency that `frequencies` gives for the indicator, our own
 * figure before the published one, the newest source, the latest period that has a figure. The key measures of the Power BI model choose the same. A KPI
 * without any figure is left out.
 */
export function currentFigures(rows: readonly KpiValueRow[], frequencies: ReadonlyMap<string, Frequency>): KpiHistory[] {
  const own = rows.filter(({ area_role, breakdown }) => area_role === "own" && breakdown === "all");
  return grouped(own, ({ indicator_id, area_code, service }) => JSON.stringify([indicator_id, area_code, service])).flatMap((all) => {
    const history = ofNewestSource(ofOneFrequency(ofOneMethod(all), frequencies.get(all[0].indicator_id)));
    const current = history.map(hasFigure).lastIndexOf(true);
    return current < 0 ? [] : [{ rows: history, current }];
  });
}
