import { UNIT_MULTIPLIERS } from "../kpi/unit";
import type { Kpi } from "./kpi";
import { whole } from "./lazily";

/** The first KPI of each indicator that several areas have. */
export function overAreas(kpis: readonly Kpi[]): Kpi[] {
  const ofAreas = kpis.filter(({ area }) => area !== null);
  const isFirst = (kpi: Kpi, i: number): boolean =>
    ofAreas.findIndex(({ indicatorKey }) => indicatorKey === kpi.indicatorKey) === i;
  return ofAreas.filter(
    (kpi, i) =>
      isFirst(kpi, i) &&
      ofAreas.slice(i + 1).some(({ indicatorKey }) => indicatorKey === kpi.indicatorKey),
  );
}

/**
 * A KPI of several areas as one among its neighbours, in the latest period that any of them has a
 * figure of: the own area by name, the others beside it, England and region as the area of that
 * figure has them, and an area that covers all as the line. Sizes have no such levels. Null where
 * fewer than two areas have a figure of the period.
 */
export function sideBySide(kpis: readonly Kpi[], ownName: string): Kpi | null {
  const known = kpis.flatMap((kpi) => {
    const point = kpi.latest.value === null ? kpi.lastKnown : kpi.latest;
    return point === null ? [] : [{ kpi, point }];
  });
  if (known.length === 0) return null;
  const { kpi, point } = known.reduce((last, one) =>
    (one.point.period.end ?? 0) > (last.point.period.end ?? 0) ? one : last,
  );
  const { label, end } = point.period;
  const areas = kpis.map(({ area, series }) => ({
    name: area!,
    value: series.find(({ period }) => period.label === label && period.end === end)?.value ?? null,
  }));
  if (areas.filter(({ value }) => value !== null).length < 2) return null;
  const own = areas.find(({ name }) => name === ownName) ?? { name: "", value: null };
  const isSize = UNIT_MULTIPLIERS[kpi.form.unit] === undefined;
  const cover = kpi.others.find(({ period, value }) => period === label && value !== null);
  return {
    ...whole(kpi),
    name: kpi.indicator,
    latest: { ...whole(point), value: own.value },
    england: isSize ? null : kpi.england,
    region: isSize ? null : kpi.region,
    average:
      isSize || !cover
        ? null
        : {
            name: cover.name,
            value: cover.value,
            words: null,
            period: label,
            comparability: "comparable",
            note: null,
            method: null,
            areaCount: null,
            listed: null,
          },
    neighbours: {
      areas: areas.filter((area) => area !== own || area.value === null),
      own,
      period: label,
      model: null,
      rank: null,
      rankOf: 0,
      limits: null,
      band: null,
    },
    notes: { ...whole(kpi.notes), comparability: null },
  };
}
