import { censusIndicators } from "../indicators/census-indicators";
import { catalogueEntry, type CatalogueEntry } from "../indicators/catalogue-entry";
import { lensOf, SECTION_LENS } from "../indicators/indicator";
import type { IndicatorSection } from "../indicators/indicator-row";
import type { Frequency } from "../../src/kpi/frequency";
import type { Polarity } from "../../src/kpi/polarity";
import { UNIT_FORMS, type Unit } from "../../src/kpi/unit";
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
const references = (list: string): string[] => list.split(" ").filter((one) => one !== "");

const fromRows = (sections: readonly IndicatorSection[]): CatalogueEntry[] =>
  sections.flatMap(([section, rows]) =>
    rows.map(([id, name, unit, polarity, frequency, numerator, denominator, source, listedIn]) => ({
      id,
      name,
      lens: lensOf(section)!,
      section,
      unit: unit as Unit,
      decimals: UNIT_FORMS[unit as Unit].decimals,
      polarity: polarity as Polarity,
      frequency: frequency as Frequency,
      cumulative: frequency === "year_to_date",
      numerator,
      denominator: denominator === "" ? null : denominator,
      note: null,
      source,
      published: published.get(id) ?? null,
      listedIn: references(listedIn),
      filled: "counted" as const,
    })),
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

const counted = indicators.map((indicator) =>
  catalogueEntry(indicator, published.get(indicator.id) ?? null),
);
const isHealth = ({ section }: CatalogueEntry): boolean => section === "Mental health";

/** Every indicator that the product knows: those that it counts, and those that a council keeps in a sheet or takes from publications. */
export const catalogue: readonly CatalogueEntry[] = [
  ...counted.filter((entry) => !isHealth(entry)),
  ...fromRows(censusIndicators),
  ...counted.filter(isHealth),
  ...fromList(),
];
