import { averageOf, type AverageMethod } from "../../src/kpi/average";
import type { Comparability } from "../../src/kpi/comparability";
import type { Polarity } from "../../src/kpi/polarity";
import { UNIT_MULTIPLIERS } from "../../src/kpi/unit";
import { STATUS_WORDS } from "../../src/kpi/words";
import { quartileBand, quartileLimits } from "../../src/kpi/quartile";
import { ranksOf } from "../../src/kpi/rank";
import {
  neighboursOf,
  type Neighbour,
  type NeighbourModel,
} from "../sources/neighbours/neighbour-models";
import { authoritiesOn, ENGLAND, londonParts } from "../reference/authorities";
import type { GatedFigure } from "./one-published-figure";
import { kpiValueRow, type AreaRole, type KpiValueRow } from "../star/kpi-value-row";

interface BenchmarkOptions {
  /** Three-digit number of the authority that is compared. */
  readonly authority: string;
  /** The neighbours that the board shows, one by one and by their averages. */
  readonly model: NeighbourModel;
  /** Others, by their averages alone. */
  readonly others?: readonly NeighbourModel[];
  /**
   * Which way is better, by indicator; an indicator that is not in it is neutral and not ranked.
   */
  readonly polarity: ReadonlyMap<string, Polarity>;
  /** Averages of the neighbours to give; the official tool's mean comes first. */
  readonly methods?: readonly AverageMethod[];
}

const METHODS: readonly AverageMethod[] = ["mean", "median", "pooled"];

/** Said of a share that its publisher left out beside both its parts. */
const DERIVED = "Derived: worked out from its two parts, where x is printed for the share";

/** Averages of rounded percentages of very few cases swing: they are named in the note. */
const FEW_CASES = 10;

/**
 * GSS codes of what may be told as the region of an authority, the nearest first: a borough's half of
 * London, then London, as the official tool has it.
 */
const regionsOf = (authority: string): readonly string[] => [
  ...londonParts().rows.flatMap(({ code, part }) => (code === authority ? part : [])),
  ...[regionOf(authority)].filter((code) => code !== null),
];

/** GSS code of the region of an authority; null where it is not known. */
export const regionOf = (authority: string): string | null =>
  authoritiesOn().find(({ code, regionCode }) => code === authority && regionCode !== "")
    ?.regionCode ?? null;

/**
 * Rows of `kpi_value` that hold an authority against published statistics, of which there is one
 * figure a key: its own published figure with its rank and quartile band among all authoritiesOn,
 * England, its region, each of its neighbours, and the neighbours' averages by every method.
 * Averages are of percentages and rates, never of counts. England and regions are as published,
 * never worked out from authorities.
 */
export function benchmarkRows(
  figures: readonly GatedFigure[],
  { authority, model, others = [], polarity, methods = METHODS }: BenchmarkOptions,
): KpiValueRow[] {
  const regions = regionsOf(authority);
  const neighbours = neighboursOf(model, authority);
  return figuresByArea(figures).flatMap((byArea) => {
    const [first] = byArea.values();
    const about = (figure: GatedFigure, role: AreaRole): KpiValueRow =>
      publishedRow(figure, role, authority);
    const row = (place: string, role: AreaRole): KpiValueRow[] =>
      byArea.has(place) ? [about(byArea.get(place)!, role)] : [];
    const own = byArea.get(`authority ${authority}`);
    const listedIn = (all: readonly Neighbour[]): Neighbourhood["listed"] =>
      all.map(({ code }) => ({ code, figure: byArea.get(`authority ${code}`) ?? null }));
    const listed = listedIn(neighbours);
    const ofRegion = (code: string): GatedFigure | undefined => byArea.get(`region ${code}`);
    const region =
      regions.find((code) => (ofRegion(code)?.value ?? null) !== null) ?? regions.find(ofRegion);
    const standingOf = (figure: GatedFigure): ReturnType<typeof standing> =>
      standing(figure, [...byArea.values()], polarity.get(first.mapping.indicator) ?? "neutral");
    return [
      ...(own
        ? // A count tells how large an authority is, not how good.
          [{ ...about(own, "own"), ...(first.mapping.unit === "count" ? {} : standingOf(own)) }]
        : []),
      ...row(`england ${ENGLAND}`, "england"),
      ...(region ? row(`region ${region}`, "region") : []),
      ...listed.flatMap(({ figure }) =>
        figure ? [{ ...about(figure, "neighbour"), neighbour_model: model.version }] : [],
      ),
      ...(first.mapping.unit === "count"
        ? []
        : [
            { like: first, listed, authority, model, isShown: true },
            ...others.map((other) => ({
              like: first,
              listed: listedIn(neighboursOf(other, authority)),
              authority,
              model: other,
              isShown: false,
            })),
          ].flatMap((group) => methods.flatMap((method) => averageRow(group, method)))),
    ];
  });
}

/**
 * Figures of one indicator, group and period by area, such as `authority 839`. A loop and no
 * `groupby`: published files
 * hold all authoritiesOn, and on 158,000 figures it takes a third of the time.
 */
function figuresByArea(figures: readonly GatedFigure[]): Map<string, GatedFigure>[] {
  const all = new Map<string, Map<string, GatedFigure>>();
  for (const figure of figures) {
    const key = [
      figure.mapping.indicator,
      ...(figure.mapping.group ?? []),
      figure.period.frequency,
      figure.period.end,
    ].join(" ");
    const byArea = all.get(key) ?? new Map<string, GatedFigure>();
    all.set(key, byArea);
    const place = `${figure.area.level} ${figure.area.code}`;
    byArea.set(place, figure);
  }
  return [...all.values()];
}

const comparabilityOf = ({ mapping, caution }: GatedFigure): Comparability =>
  caution !== null && mapping.comparability === "comparable" ? "caution" : mapping.comparability;

/** Notes one after the other; null where there is none. */
const notesOf = (...notes: readonly (string | null)[]): string | null =>
  notes.filter((note) => note !== null).join("; ") || null;

function publishedRow(figure: GatedFigure, role: AreaRole, authority: string): KpiValueRow {
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
    comparability: figure.value === null ? null : comparabilityOf(figure),
    comparability_note: notesOf(figure.derived ? DERIVED : null, mapping.note, figure.caution),
    rows_eligible: figure.coverage?.eligible ?? null,
    rows_left_out: figure.coverage?.leftOut ?? null,
    left_out_reason: figure.coverage?.reason ?? null,
  });
}

/** Rows of its file are missing, or may be. */
const isInPart = ({ coverage }: GatedFigure): boolean =>
  coverage !== null && coverage.leftOut !== 0;

/**
 * Rank and quartile band among all authorities that have a value, as the official tool has them: by
 * the figures as
 * published.
 */
function standing(
  own: GatedFigure,
  areas: readonly GatedFigure[],
  polarity: Polarity,
): Pick<KpiValueRow, "rank" | "rank_of" | "quartile"> {
  const all = areas.filter(({ area }) => area.level === "authority");
  // Nobody knows the places of those that were not read.
  if (all.some(isInPart)) return { rank: null, rank_of: null, quartile: null };
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
  readonly like: GatedFigure;
  readonly listed: readonly { readonly code: string; readonly figure: GatedFigure | null }[];
  readonly authority: string;
  readonly model: NeighbourModel;
  /** Whether the board shows this model; another is told beside it under its own name. */
  readonly isShown: boolean;
}

/** Why an area is in no average, in words. */
function whyMissing(figure: GatedFigure | null, method: AverageMethod): string {
  if (figure === null) return "not in the files";
  if (figure.published === null) return STATUS_WORDS[figure.status].toLowerCase();
  return method === "pooled" ? "without the numbers behind it" : "not known";
}

/** Areas that are named one by one for each reason; of more, how many. */
const NAMED = 12;

/** The areas without a value, each with the reason: `, without 800 (suppressed)`. */
function withoutWords(missing: readonly string[], why: ReadonlyMap<string, string>): string {
  if (missing.length === 0) return "";
  const reasons = [...new Set(missing.map((code) => why.get(code)!))].map((reason) => {
    const codes = missing.filter((code) => why.get(code) === reason);
    const more = codes.length - NAMED;
    return `${codes.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""} (${reason})`;
  });
  return `, without ${reasons.join(", ")}`;
}

/** The value that makes areas peers, such as a band of size; nothing where they are named. */
function groupOf({ sharedValue }: NeighbourModel, authority: string): string {
  const value = sharedValue?.get(authority);
  return value === undefined ? "" : ` in ${value}`;
}

function averageRow(
  { like, listed, authority, model, isShown }: Neighbourhood,
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
    UNIT_MULTIPLIERS[like.mapping.unit],
  );
  if (average.value === null) return [];
  const caution = listed.find(({ figure }) => figure?.caution)?.figure?.caution ?? null;
  const few = listed
    .filter(
      ({ figure }) =>
        figure?.denominator !== null &&
        figure?.denominator !== undefined &&
        figure.denominator < FEW_CASES &&
        figure.value !== null,
    )
    .map(({ code }) => code);
  const derived = listed.filter(({ figure }) => figure?.derived).map(({ code }) => code);
  const why = new Map(listed.map(({ code, figure }) => [code, whyMissing(figure, method)]));
  const notes = [
    method === "pooled"
      ? "Sum of numerators over sum of denominators"
      : `${method === "mean" ? "Simple mean" : "Median"} of the published, rounded figures`,
    `${average.areaCount} of ${average.listed} ${model.arePeers ? "peers" : "neighbours"}${groupOf(model, authority)}${withoutWords(average.missing, why)}`,
    ...(derived.length > 0 ? [`derived in ${derived.join(", ")}`] : []),
    ...(few.length > 0 ? [`fewer than ${FEW_CASES} cases in ${few.join(", ")}`] : []),
    ...[like.mapping.note, caution].filter((note) => note !== null),
  ];
  return [
    kpiValueRow({
      ...publishedRow(like, isShown ? "neighbour_average" : "other", authority),
      area_code: isShown
        ? authority
        : `${model.arePeers ? "peers" : "neighbours"} ${model.version}`,
      area_code_type: isShown ? "authority" : "group",
      rows_eligible: null,
      rows_left_out: null,
      left_out_reason: null,
      numerator: average.numerator,
      denominator: average.denominator,
      value: average.value,
      status: "ok",
      status_text: null,
      method,
      area_count: average.areaCount,
      neighbour_model: model.version,
      comparability: comparabilityOf({ ...like, caution }),
      comparability_note: notes.join("; "),
    }),
  ];
}
