import { averageOf, type AverageMethod } from "../../src/kpi/average";
import type { Polarity } from "../../src/kpi/polarity";
import { quartileBand, quartileLimits } from "../../src/kpi/quartile";
import { ranksOf } from "../../src/kpi/rank";
import { neighboursOf, type NeighbourModel } from "../sources/neighbours/model";
import type { IndicatorFigure } from "../sources/published/published-figures";
import { authorities, ENGLAND } from "../reference/authorities";
import { kpiValueRow, type AreaRole, type KpiValueRow } from "../star/kpi-value-row";

export interface BenchmarkOptions {
  /** Three-digit number of the authority that is compared. */
  readonly authority: string;
  readonly model: NeighbourModel;
  /**
   * Which way is better, by indicator; an indicator that is not in it is neutral and not ranked.
   */
  readonly polarity: ReadonlyMap<string, Polarity>;
  /** Averages of the neighbours to give; the official tool's mean comes first. */
  readonly methods?: readonly AverageMethod[];
}

const METHODS: readonly AverageMethod[] = ["mean", "median", "pooled"];

/** Averages of rounded percentages of very few cases swing: they are named in the note. */
const FEW_CASES = 10;

/** GSS code of the region of an authority; null where it is not known. */
export const regionOf = (authority: string): string | null =>
  authorities().find(
    ({ code, until, regionCode }) => code === authority && until === null && regionCode !== "",
  )?.regionCode ?? null;

/**
 * Rows of `kpi_value` that hold an authority against published statistics: its own published figure
 * with its rank and
 * quartile band among all authorities, England, its region, each of its neighbours, and the
 * neighbours' averages by
 * every method. Averages are of percentages and rates, never of counts. Of several releases the
 * figure of the latest
 * stands. England and regions are as published, never worked out from authorities.
 */
export function benchmarkRows(
  figures: readonly IndicatorFigure[],
  { authority, model, polarity, methods = METHODS }: BenchmarkOptions,
): KpiValueRow[] {
  const region = regionOf(authority);
  const neighbours = neighboursOf(model, authority);
  return figuresByArea(figures).flatMap((byArea) => {
    const [first] = byArea.values();
    const about = (figure: IndicatorFigure, role: AreaRole): KpiValueRow =>
      publishedRow(figure, role, authority);
    const row = (place: string, role: AreaRole): KpiValueRow[] =>
      byArea.has(place) ? [about(byArea.get(place)!, role)] : [];
    const own = byArea.get(`authority ${authority}`);
    const listed = neighbours.map(({ code }) => ({
      code,
      figure: byArea.get(`authority ${code}`) ?? null,
    }));
    const standingOf = (figure: IndicatorFigure): ReturnType<typeof standing> =>
      standing(figure, [...byArea.values()], polarity.get(first.mapping.indicator) ?? "neutral");
    return [
      ...(own ? [{ ...about(own, "own"), ...standingOf(own) }] : []),
      ...row(`england ${ENGLAND}`, "england"),
      ...(region === null ? [] : row(`region ${region}`, "region")),
      ...listed.flatMap(({ figure }) =>
        figure ? [{ ...about(figure, "neighbour"), neighbour_model: model.version }] : [],
      ),
      ...(first.mapping.unit === "count" || listed.length === 0
        ? []
        : methods.flatMap((method) =>
            averageRow({ like: first, listed, authority, model }, method),
          )),
    ];
  });
}

/**
 * Whether a figure stands in place of another of the same area and period: of a later release; of
 * the same one, where
 * it has a value, then where it has its parts, and the other has not.
 */
function standsFor(figure: IndicatorFigure, other: IndicatorFigure): boolean {
  if (figure.release !== other.release) return figure.release > other.release;
  if ((figure.value === null) !== (other.value === null)) return other.value === null;
  return figure.numerator !== null && other.numerator === null;
}

/**
 * Figures of one indicator, group and period by area, such as `authority 839`. A loop and no
 * `groupby`: published files
 * hold all authorities, and on 158,000 figures it takes a third of the time.
 */
function figuresByArea(figures: readonly IndicatorFigure[]): Map<string, IndicatorFigure>[] {
  const all = new Map<string, Map<string, IndicatorFigure>>();
  for (const figure of figures) {
    const key = [
      figure.mapping.indicator,
      ...(figure.mapping.group ?? []),
      figure.period.frequency,
      figure.period.end,
    ].join(" ");
    const byArea = all.get(key) ?? new Map<string, IndicatorFigure>();
    all.set(key, byArea);
    const place = `${figure.area.level} ${figure.area.code}`;
    const known = byArea.get(place);
    if (!known || standsFor(figure, known)) byArea.set(place, figure);
  }
  return [...all.values()];
}

function publishedRow(figure: IndicatorFigure, role: AreaRole, authority: string): KpiValueRow {
  const { mapping, area, period } = figure;
  return kpiValueRow({
    indicator_id: mapping.indicator,
    area_code: area.code,
    area_code_type: area.level === "authority" ? "authority" : "gss",
    area_role: role,
    for_area_code: authority,
    period_start: period.start,
    period_end: period.end,
    period_label: period.label,
    frequency: period.frequency,
    ...(mapping.group ? { breakdown: mapping.group[0], breakdown_value: mapping.group[1] } : {}),
    numerator: figure.numerator,
    denominator: figure.denominator,
    value: figure.value,
    status: figure.status,
    status_text: figure.words,
    as_at: period.end,
    method: "published",
    origin: "published",
    source_key: figure.sourceKey,
    comparability: figure.value === null ? null : mapping.comparability,
    comparability_note: mapping.note,
  });
}

/**
 * Rank and quartile band among all authorities that have a value, as the official tool has them: by
 * the figures as
 * published.
 */
function standing(
  own: IndicatorFigure,
  areas: readonly IndicatorFigure[],
  polarity: Polarity,
): Pick<KpiValueRow, "rank" | "rank_of" | "quartile"> {
  const all = areas.filter(({ area }) => area.level === "authority");
  const values = all.map(({ published }) => published);
  const rank = ranksOf(values, polarity)[all.indexOf(own)];
  return {
    rank,
    rank_of: rank === null ? null : values.filter((value) => value !== null).length,
    quartile: quartileBand(own.published, quartileLimits(values), polarity),
  };
}

/**
 * The figures of the neighbours of an authority; `like` says of which indicator, group and period.
 */
interface Neighbourhood {
  readonly like: IndicatorFigure;
  readonly listed: readonly { readonly code: string; readonly figure: IndicatorFigure | null }[];
  readonly authority: string;
  readonly model: NeighbourModel;
}

function averageRow(
  { like, listed, authority, model }: Neighbourhood,
  method: AverageMethod,
): KpiValueRow[] {
  const average = averageOf(
    listed.map(({ code, figure }) => ({
      area: code,
      value: figure?.published ?? null,
      numerator: figure?.numerator,
      denominator: figure?.denominator,
    })),
    method,
  );
  if (average.value === null) return [];
  const few = listed
    .filter(
      ({ figure }) =>
        figure?.denominator !== null &&
        figure?.denominator !== undefined &&
        figure.denominator < FEW_CASES &&
        figure.value !== null,
    )
    .map(({ code }) => code);
  const without = average.missing.length > 0 ? `, without ${average.missing.join(", ")}` : "";
  const notes = [
    method === "pooled"
      ? "Sum of numerators over sum of denominators"
      : `${method === "mean" ? "Simple mean" : "Median"} of the published, rounded figures`,
    `${average.areaCount} of ${average.listed} neighbours${without}`,
    ...(few.length > 0 ? [`fewer than ${FEW_CASES} cases in ${few.join(", ")}`] : []),
    ...(like.mapping.note === null ? [] : [like.mapping.note]),
  ];
  return [
    kpiValueRow({
      ...publishedRow(like, "neighbour_average", authority),
      area_code: authority,
      area_code_type: "authority",
      numerator: average.numerator,
      denominator: average.denominator,
      value: average.value,
      status: "ok",
      status_text: null,
      method,
      area_count: average.areaCount,
      neighbour_model: model.version,
      comparability: like.mapping.comparability,
      comparability_note: notes.join("; "),
    }),
  ];
}
