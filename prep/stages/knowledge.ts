import type { RuleText } from "../check/rule";
import type { Collection } from "../collections/collection";
import { fileRules } from "../extracts/file-rules";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { partsOfAll, relationsOf, type CountedAs } from "../indicators/counted-as";
import { rowMeasuresOf } from "../indicators/row-measures";
import { linkRules } from "../protect/link-rules";
import { populationRates } from "../reference/population-rates";
import type { FigureKnowledge } from "../publish/disclosure/publish-rows";
import type { RowMeasure } from "../star/declaration";
import { describeBoardRules } from "../sources/board-file/board-rules";
import { describeSheetRules } from "../sources/kpi-sheet/sheet-rules";
import { catalogueOf } from "./catalogue";

/**
 * What is known before anything is read: the collections, and what they say of rules, indicators
 * and figures.
 */
export interface Knowledge extends FigureKnowledge {
  readonly collections: readonly Collection[];
  /** Every rule there is on files, extracts and KPI sheets, once each. */
  readonly rules: readonly RuleText[];
  /**
   * Every indicator: those of the collections, then those that a council keeps in a sheet or takes
   * from publications.
   */
  readonly indicators: readonly CatalogueEntry[];
  /** Measures over the rows of facts, for Power BI. */
  readonly rowMeasures: readonly RowMeasure[];
}

const onceEach = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
  [...new Map([...all].reverse().map((one) => [one.id, one])).values()].reverse();

/** Rates of a population tell what their numerator tells: the population is known to everybody. */
const withRates = (counted: ReadonlyMap<string, CountedAs>): ReadonlyMap<string, CountedAs> =>
  new Map([
    ...counted,
    ...populationRates().rows.flatMap(({ id, numerator }) => {
      const parts = counted.get(numerator);
      return parts ? [[id, { ...parts, kind: "rate" } as const] as const] : [];
    }),
  ]);

/**
 * What collections know, put together: from the records of their indicators follow the catalogue,
 * the measures and the relations.
 */
export function knowledgeOf(collections: readonly Collection[]): Knowledge {
  const indicators = collections.flatMap((collection) => collection.indicators);
  return {
    collections,
    rules: onceEach<RuleText>([
      ...Object.values(fileRules),
      ...Object.values(linkRules),
      ...collections.flatMap(({ rules }) => rules),
      ...describeSheetRules(),
      ...describeBoardRules(),
    ]),
    indicators: catalogueOf(indicators),
    rowMeasures: rowMeasuresOf(indicators),
    countedAs: withRates(partsOfAll(indicators)),
    relations: relationsOf(indicators),
    internal: new Map(
      indicators.flatMap(({ id, count }) =>
        count && "byYear" in count && count.byYear ? [[id, count.byYear]] : [],
      ),
    ),
  };
}
