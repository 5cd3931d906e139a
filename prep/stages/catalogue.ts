import { UNIT_FORMS } from "../../src/kpi/unit";
import { catalogueEntry, type CatalogueEntry } from "../indicators/catalogue-entry";
import { SECTION_LENS, type Indicator } from "../indicators/indicator";
import { listedIndicators } from "../indicators/listed-indicators";
import { populationRates } from "../reference/population-rates";
import { publishedDatasets } from "../reference/published-datasets";
import { readOnce } from "../reference/read-reference";
import { publishedMappings } from "../sources/published/mapping";

/** The published data sets of each indicator, once each. */
const published = readOnce(() => {
  const found = new Map<string, Set<string>>();
  const add = (id: string, dataset: string): void =>
    void found.set(id, (found.get(id) ?? new Set()).add(dataset));
  for (const { indicator, dataset } of publishedMappings) add(indicator, dataset);
  for (const { dataset, feeds } of publishedDatasets().rows)
    for (const id of feeds) add(id, dataset);
  for (const { id, numerator } of populationRates().rows)
    for (const dataset of found.get(numerator) ?? []) add(id, dataset);
  return found;
});
const publishedIn = (id: string): string | null =>
  published().has(id) ? [...published().get(id)!].join(", ") : null;

/**
 * Every indicator that the product knows: those of the records, then those that a council keeps in
 * a sheet or takes
 * from publications. Of two with one id, the record counts.
 */
export function catalogueOf(indicators: readonly Indicator[]): CatalogueEntry[] {
  const recorded = new Set(indicators.map(({ id }) => id));
  return [
    ...indicators.map((indicator) => catalogueEntry(indicator, publishedIn(indicator.id))),
    ...listedIndicators()
      .filter(({ id }) => !recorded.has(id))
      .map((row) => ({
        ...row,
        lens: SECTION_LENS[row.section],
        decimals: UNIT_FORMS[row.unit].decimals,
        cumulative: row.frequency === "year_to_date",
        note: null,
        published: publishedIn(row.id),
      })),
  ];
}
