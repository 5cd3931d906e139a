import type { Comparability } from "../../src/kpi/comparability";
import type { Frequency } from "../../src/kpi/frequency";
import { roundHalfUp } from "../../src/kpi/round";
import { UNIT_FORMS, UNIT_MULTIPLIERS, type Unit } from "../../src/kpi/unit";
import { civilOf, dayOf, type Day } from "../calendar/day";
import { populationRates, type PopulationRate } from "../reference/population-rates";
import { publishedDatasets } from "../reference/published-datasets";
import type { PublishedMapping } from "../sources/published/published-mapping";
import { kpiValueRow, type KpiValueRow } from "../star/kpi-value-row";
import type { GatedFigure } from "./one-published-figure";

/** Days after which a population is not the latest that there should be, and is too old. */
const [A_YEAR, TOO_OLD] = [366, 3 * 366];

/** Periods of a year: what happens in a part of one is no rate of a year. */
const YEARS: ReadonlySet<Frequency> = new Set<Frequency>([
  "calendar_year",
  "academic_year",
  "financial_year",
  "rolling_12_months",
]);

const hasRate = ({ kind }: PopulationRate, frequency: Frequency): boolean =>
  kind === "stock" || YEARS.has(frequency);

/** A population of an area, of the day that it is of. */
interface Population {
  readonly day: Day;
  readonly figure: GatedFigure;
}

/** Mid-year estimates are of 30 June; pupils of the census day that their term ends with. */
const dayOfPopulation = ({ period }: GatedFigure): Day =>
  period.frequency === "calendar_year" ? dayOf(civilOf(period.end).year, 6, 30) : period.end;

const isOfAll = ({ mapping, value }: GatedFigure): boolean =>
  mapping.group === undefined && value !== null;

/**
 * What finds the population of an area for a day: the latest that is of the day or before, and no
 * older than three years.
 */
function populationFinder(
  figures: readonly GatedFigure[],
): (population: string, area: string, day: Day) => Population | null {
  const wanted = new Set(populationRates().rows.map(({ population }) => population));
  const found = new Map<string, Population[]>();
  for (const figure of figures) {
    if (!wanted.has(figure.mapping.indicator) || !isOfAll(figure)) continue;
    const key = `${figure.mapping.indicator} ${figure.area.level} ${figure.area.code}`;
    found.set(key, [...(found.get(key) ?? []), { day: dayOfPopulation(figure), figure }]);
  }
  return (population, area, day) =>
    (found.get(`${population} ${area}`) ?? [])
      .filter((one) => one.day <= day && day - one.day <= TOO_OLD)
      .reduce<Population | null>((best, one) => (best && best.day >= one.day ? best : one), null);
}

/** The population in words, with its year and publisher, and whether it is older than it should be. */
function wordsOf({ of }: PopulationRate, { day, figure }: Population, on: Day) {
  const { dataset } = figure.mapping;
  const publisher = publishedDatasets().rows.find((row) => row.dataset === dataset)?.publisher;
  const when =
    figure.period.frequency === "calendar_year" ? `mid-${civilOf(day).year}` : figure.period.label;
  return {
    words: `Over ${of} of ${when} (${publisher ?? "not known"})`,
    isOld: on - day > A_YEAR,
  };
}

const OLD = "a later population is not loaded";

const worse = (...all: readonly Comparability[]): Comparability =>
  (["not_comparable", "caution"] as const).find((one) => all.includes(one)) ?? "comparable";

const rateOf = (count: number, population: number, unit: Unit): number =>
  ((UNIT_MULTIPLIERS[unit] ?? 1) * count) / population;

/**
 * Rates of published counts over published populations, for every area that has both. `units` are of
 * all indicators.
 */
export function publishedRates(
  figures: readonly GatedFigure[],
  units: ReadonlyMap<string, Unit>,
): GatedFigure[] {
  const populationOf = populationFinder(figures);
  const mappings = new Map<string, PublishedMapping>();
  return populationRates().rows.flatMap((rate) => {
    const unit = units.get(rate.id);
    if (unit === undefined) return [];
    return figures.flatMap((figure): GatedFigure[] => {
      const { mapping, area, period, value: count } = figure;
      if (mapping.indicator !== rate.numerator || !isOfAll(figure)) return [];
      if (!hasRate(rate, period.frequency)) return [];
      const found = populationOf(rate.population, `${area.level} ${area.code}`, period.end);
      if (found === null || !(found.figure.value! > 0)) return [];
      const { words, isOld } = wordsOf(rate, found, period.end);
      const key = `${rate.id} ${mapping.dataset} ${words}`;
      const made = mappings.get(key) ?? {
        indicator: rate.id,
        dataset: mapping.dataset,
        unit,
        where: {},
        comparability: worse(mapping.comparability, found.figure.mapping.comparability),
        note: words,
      };
      mappings.set(key, made);
      const value = rateOf(count!, found.figure.value!, unit);
      const cautions = [figure.caution, found.figure.caution, isOld ? OLD : null];
      return [
        {
          ...figure,
          mapping: made,
          numerator: count,
          denominator: found.figure.value,
          value,
          published: roundHalfUp(value, UNIT_FORMS[unit].decimals),
          slip: null,
          derived: false,
          caution: [...new Set(cautions.filter((one) => one !== null))].join("; ") || null,
        },
      ];
    });
  });
}

/** Rates of an authority's own counted figures over its published populations. */
export function countedRates(
  counted: readonly KpiValueRow[],
  figures: readonly GatedFigure[],
  units: ReadonlyMap<string, Unit>,
): KpiValueRow[] {
  const populationOf = populationFinder(figures);
  const byNumerator = new Map<string, PopulationRate[]>();
  for (const rate of populationRates().rows)
    byNumerator.set(rate.numerator, [...(byNumerator.get(rate.numerator) ?? []), rate]);
  return counted.flatMap((row) =>
    (byNumerator.get(row.indicator_id) ?? []).flatMap((rate): KpiValueRow[] => {
      const unit = units.get(rate.id);
      const isWhole = row.area_role === "own" && row.breakdown === "all" && row.service === "all";
      if (unit === undefined || !isWhole || row.area_code_type !== "authority") return [];
      if (!hasRate(rate, row.frequency)) return [];
      const found = populationOf(rate.population, `authority ${row.area_code}`, row.period_end);
      if (found === null || !(found.figure.value! > 0)) return [];
      const { words, isOld } = wordsOf(rate, found, row.period_end);
      const population = found.figure.value!;
      const value = row.value === null ? null : rateOf(row.value, population, unit);
      const notes = [words, isOld ? OLD : null, found.figure.caution, row.comparability_note];
      return [
        kpiValueRow({
          ...row,
          indicator_id: rate.id,
          numerator: row.value,
          denominator: population,
          value,
          comparability:
            value === null
              ? null
              : worse(
                  row.comparability ?? "comparable",
                  found.figure.mapping.comparability,
                  isOld || found.figure.caution !== null ? "caution" : "comparable",
                ),
          comparability_note: notes.filter((note) => note !== null).join("; "),
        }),
      ];
    }),
  );
}
