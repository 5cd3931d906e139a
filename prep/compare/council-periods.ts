import type { CouncilFigure } from "../star/council-figure";

/** What one council says of an indicator in a period: of everybody, and of groups by breakdown. */
export interface CouncilPeriod {
  whole: CouncilFigure | null;
  readonly groups: Map<string, Map<string, CouncilFigure>>;
}

const keyOf = (row: CouncilFigure): string =>
  [row.indicator_id, row.service, row.method, row.origin, row.frequency, row.period_end].join("|");

/** Figures by what all councils share whatever the group, then by council. */
export function councilPeriods(
  figures: Iterable<CouncilFigure>,
  authorities: ReadonlySet<string>,
): Iterable<ReadonlyMap<string, CouncilPeriod>> {
  const periods = new Map<string, Map<string, CouncilPeriod>>();
  for (const row of figures) {
    if (!authorities.has(row.area_code)) continue;
    const key = keyOf(row);
    let period = periods.get(key);
    if (!period) periods.set(key, (period = new Map()));
    let council = period.get(row.area_code);
    if (!council) period.set(row.area_code, (council = { whole: null, groups: new Map() }));
    if (row.breakdown === "all") council.whole = row;
    else {
      const groups = council.groups.get(row.breakdown);
      if (groups) groups.set(row.breakdown_value, row);
      else council.groups.set(row.breakdown, new Map([[row.breakdown_value, row]]));
    }
  }
  return periods.values();
}
