import type { KpiPoint, KpiRow } from "./kpi-row";
import { differing, periodKey } from "./same-period";

/** The figures of rows of one KPI, each period once unless the rows differ about it. */
function pointsOf(group: readonly KpiRow[], repeats: (row: KpiRow) => void): readonly KpiPoint[] {
  const points = new Map<string, KpiPoint[]>();
  for (const row of group)
    for (const point of [...row.earlier, row.previous, row.current]) {
      if (point === null) continue;
      const key = periodKey(point.period);
      const known = points.get(key) ?? [];
      if (known.length > 0 && point === row.current) repeats(row);
      points.set(key, differing([...known, point]));
    }
  return [...points.values()].flat().sort((a, b) => a.period.end - b.period.end);
}

/**
 * Joins rows of one KPI for several periods, as the long template has them, into one with its
 * figures in order of time; the words of the latest row are kept. Rows of the same KPI and period
 * are reported by their line and counted; where they differ, both figures are kept, to be settled
 * with those of other sheets. KPIs of one name in different sections or boards stay apart and get
 * ids of their own; those of different areas stay apart under one id.
 */
export function joinPeriods(
  rows: readonly KpiRow[],
  report: (line: number) => void,
): { rows: KpiRow[]; repeated: number } {
  const groups = new Map<string, KpiRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.id, row.board, row.section, row.area]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const ids = new Map<string, number>();
  let repeated = 0;
  const repeats = ({ line }: KpiRow): void => {
    repeated += 1;
    report(line);
  };
  const joined = [...groups.values()].map((group) => {
    const latest = group.reduce((best, row) =>
      (row.current?.period.end ?? 0) > (best.current?.period.end ?? 0) ? row : best,
    );
    const named = `${latest.area ?? ""} ${latest.id}`;
    const times = (ids.get(named) ?? 0) + 1;
    ids.set(named, times);
    const id = times === 1 ? latest.id : `${latest.id}_${times}`;
    if (group.length === 1) return { ...latest, id };
    const ordered = pointsOf(group, repeats);
    for (const row of group) if (row.current === null && !row.misdated) repeats(row);
    const current = ordered.at(-1) ?? null;
    const before = ordered.filter(
      ({ period }) =>
        current !== null &&
        period.frequency === current.period.frequency &&
        period.end < current.period.end,
    );
    const previous = before.at(-1) ?? null;
    return {
      ...latest,
      id,
      current,
      misdated: current === null,
      previous,
      earlier: ordered.filter((point) => point !== current && point !== previous),
    };
  });
  return { rows: joined, repeated };
}
