import { catalogueEntry, type CatalogueEntry } from "../indicators/catalogue-entry";
import { SECTION_LENS } from "../indicators/indicator";
import { UNIT_FORMS } from "../../src/kpi/unit";
import { listedIndicators } from "../reference/listed-indicators";
import { publishedMappings } from "../sources/published/mapping";
import { indicators } from "./indicators";

/** The published data sets of each indicator, with commas between. */
const published = new Map(
  publishedMappings.map(({ indicator }) => [
    indicator,
    [
      ...new Set(
        publishedMappings
          .filter((other) => other.indicator === indicator)
          .map(({ dataset }) => dataset),
      ),
    ].join(", "),
  ]),
);
const fromList = (): CatalogueEntry[] =>
  listedIndicators().map((row) => ({
    ...row,
    lens: SECTION_LENS[row.section],
    decimals: UNIT_FORMS[row.unit].decimals,
    cumulative: row.frequency === "year_to_date",
    note: null,
    published: published.get(row.id) ?? null,
  }));

/** Every indicator that the product knows: those that it counts, and those that a council keeps in a sheet or takes from publications. */
export const catalogue: readonly CatalogueEntry[] = [
  ...indicators.map((indicator) => catalogueEntry(indicator, published.get(indicator.id) ?? null)),
  ...fromList(),
];
