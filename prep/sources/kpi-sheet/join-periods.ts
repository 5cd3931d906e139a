import type { KpiPoint, KpiRow } from "./kpi-row";

/**
 * Joins rows of one KPI for several periods, as the long template has them, into one with its
 * figures in order of time; the words of the latest
 * row are kept. Rows of the same KPI and period are reported by their line and counted. KPIs of one
 * name in different sections or boards stay apart
 * and get ids of their own; those of different areas stay apart under one id.
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
  const joined = [...groups.values()].map((group) => {
    const latest = group.reduce((best, row) =>
      (row.current?.period.end ?? 0) > (best.current?.period.end ?? 0) ? row : best,
    );
    const points = new Map<number, KpiPoint>();
    for (const row of group) {
      for (const point of [...row.earlier, row.previous, row.current]) {
        if (point === null) continue;
        if (points.has(point.period.end) && point === row.current) {
          repeated += 1;
          report(row.line);
        } else if (!points.has(point.period.end)) points.set(point.period.end, point);
      }
      if (group.length > 1 && row.current === null && !row.misdated) {
        repeated += 1;
        report(row.line);
      }
    }
    const named = `${latest.area ?? ""} ${latest.id}`;
    const times = (ids.get(named) ?? 0) + 1;
    ids.set(named, times);
    const id = times === 1 ? latest.id : `${latest.id}_${times}`;
    if (group.length === 1) return { ...latest, id };
    const ordered = [...points.values()].sort((a, b) => a.period.end - b.period.end);
    return {
      ...latest,
      id,
      current: ordered.at(-1) ?? null,
      misdated: ordered.length === 0,
      previous: ordered.at(-2) ?? null,
      earlier: ordered.slice(0, -2),
    };
  });
  return { rows: joined, repeated };
}
