import type { Count, DayCount, EventCount, Indicator, TermCount } from "./indicator";
import type { FullMeasure, Relation } from "./relations";

/**
 * What is counted, whatever indicator it serves: `fact.date.flag`, `population.flag`. Two
 * indicators that share a
 * part share its measure.
 */
export type CountedMeasure = string;

/**
 * What a figure's period is made of: months, terms, one day; or itself alone, told by its terms
 * (`span`) or by its
 * days (`period`).
 */
type TimeUnit = "month" | "term" | "day" | "span" | "period";

/** One part of a figure. `roll` is the day of the January census of the figure's academic year. */
export interface FigurePart {
  readonly measure: CountedMeasure;
  readonly time: TimeUnit | "roll";
}

/**
 * How the figures of an indicator are made. `share`: the numerator is some of the denominator.
 * `centile`: a median
 * or the like; `extreme`: of one case.
 */
export interface CountedAs {
  readonly kind: "count" | "share" | "rate" | "mean" | "centile" | "extreme";
  readonly numerator: FigurePart | null;
  readonly denominator: FigurePart | null;
}

/** A measure that is the sum of others, or holds them and a rest. */
export interface MeasureParts {
  readonly whole: CountedMeasure;
  readonly parts: readonly CountedMeasure[];
  /** There is no rest. */
  readonly exact?: true;
  /**
   * The rest are people whom two published figures tell apart: a small rest is hidden like a small
   * figure.
   */
  readonly restTells?: true;
}

/** A measure that is another's figure for some groups of a breakdown. */
export interface MeasureSelection {
  readonly measure: CountedMeasure;
  readonly of: CountedMeasure;
  readonly breakdown: string;
  readonly groups: readonly string[];
}

/** What a collection knows of how its figures hang together. */
export interface MeasureRelations {
  readonly parts: readonly MeasureParts[];
  readonly selections: readonly MeasureSelection[];
  /** Measures that are no count of people or cases, and the people or cases that they rest on. */
  readonly restsOn: Readonly<Record<CountedMeasure, CountedMeasure>>;
}

function ofTerms(
  { unit, share, numerator, denominator, statistic }: TermCount,
  view: string,
): CountedAs {
  const base = unit === undefined ? view : `${view}.${unit}`;
  const time = unit === undefined ? "term" : "span";
  const top = {
    measure: `${base}.${share === undefined ? "" : `${share}_pct.`}${numerator}`,
    time,
  } as const;
  if (statistic === "count" || denominator === undefined)
    return { kind: "count", numerator: top, denominator: null };
  if (denominator === "roll")
    return {
      kind: "rate",
      numerator: top,
      denominator: { measure: "pupils.on_roll", time: "roll" },
    };
  return {
    kind: "share",
    numerator: top,
    denominator: { measure: `${base}.${denominator}`, time },
  };
}

const kinds = {
  count: "count",
  percent: "share",
  mean: "mean",
  median: "centile",
  p90: "centile",
  longest: "extreme",
} as const;

/** Events are told by months, how things stand by the day. */
function ofFlags(
  { statistic, numerator, denominator }: EventCount | DayCount,
  base: string,
  time: "month" | "day",
): CountedAs {
  const part = (flag: string): FigurePart => ({ measure: `${base}.${flag}`, time });
  const kind = kinds[statistic];
  // The figures of a median carry as denominator how many it is of.
  if (kind === "centile" || kind === "extreme")
    return { kind, numerator: null, denominator: part(numerator) };
  return {
    kind,
    numerator: part(numerator),
    denominator: denominator === undefined ? null : part(denominator),
  };
}

/** What a record's measures are named after: `request.received_date`, `caseload`. */
const baseOf = (count: Count): string =>
  count.clock === "event" ? `${count.view.name}.${count.date}` : count.view.name;

/**
 * What rows of months that some flags hold for are called as a measure:
 * `mh.contacts.attended.aged_0_18`.
 */
export const measureOfMonths = (view: string, flags: readonly string[]): FullMeasure =>
  `${view}.${flags.join(".")}`;

/**
 * Rows of months that some flags hold for; units are counted once, so that no sum of them holds for
 * certain.
 */
function ofMonths(count: Extract<Count, { clock: "month" }>): CountedAs | null {
  if (count.distinct !== undefined) return null;
  const part = (flags: readonly string[]): FigurePart => ({
    measure: measureOfMonths(count.view.name, flags),
    time: count.quarterly ? "period" : "month",
  });
  const counted = part(count.where);
  if (count.outOf) return { kind: "share", numerator: counted, denominator: part(count.outOf) };
  return count.statistic === "count"
    ? { kind: "count", numerator: counted, denominator: null }
    : { kind: "centile", numerator: null, denominator: counted };
}

/**
 * What the figures of a count are made of; null where people may stand in several of its groups.
 */
function partsOfCount(count: Count): CountedAs | null {
  switch (count.clock) {
    case "event":
      return ofFlags(count, baseOf(count), "month");
    case "day":
      return ofFlags(count, baseOf(count), "day");
    case "term":
      return ofTerms(count, count.view.name);
    case "month":
      return ofMonths(count);
  }
}

/**
 * What the figures of some indicators are made of, by id; those that are not counted, or of people
 * who may stand
 * in several groups, are not among them.
 */
export const partsOfAll = (
  indicators: readonly Pick<Indicator, "id" | "count">[],
): ReadonlyMap<string, CountedAs> =>
  new Map(
    indicators.flatMap(({ id, count }) => {
      const parts = count ? partsOfCount(count) : null;
      return parts ? [[id, parts] as const] : [];
    }),
  );

/**
 * How the figures of some indicators hang together, as their records say. A name with a dot is a
 * measure in full,
 * any other is of the record's own rows.
 */
export function relationsOf(indicators: readonly Indicator[]): MeasureRelations {
  const parts: MeasureParts[] = [];
  const selections: MeasureSelection[] = [];
  const restsOn: Record<CountedMeasure, CountedMeasure> = {};
  for (const { count, relations } of indicators) {
    if (!count || relations === "independent") continue;
    const full = (name: string): CountedMeasure =>
      name.includes(".") ? name : `${baseOf(count)}.${name}`;
    for (const relation of relations as readonly Relation[])
      if ("whole" in relation)
        parts.push({
          ...relation,
          whole: full(relation.whole),
          parts: relation.parts.map(full),
        });
      else if ("breakdown" in relation)
        selections.push({
          measure: full(relation.flag),
          of: full(relation.of),
          breakdown: relation.breakdown,
          groups: relation.groups,
        });
      else if ("restsOn" in relation) restsOn[full(relation.measure)] = full(relation.restsOn);
  }
  return { parts, selections, restsOn };
}
