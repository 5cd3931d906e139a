import type { RuleText } from "../check/rule";
import { catalogue } from "../collections/catalogue";
import type { Collection } from "../collections/collection";
import { fileRules } from "../extracts/file-rules";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { linkRules } from "../protect/link-rules";
import type { FigureKnowledge } from "../publish/disclosure/publish-rows";
import type { RowMeasure } from "../star/declaration";
import { describeSheetRules } from "../sources/kpi-sheet/sheet-rules";

/** What is known before anything is read: the collections, and what they say of rules, indicators and figures. */
export interface Knowledge extends FigureKnowledge {
  readonly collections: readonly Collection[];
  /** Every rule there is on files, extracts and KPI sheets, once each. */
  readonly rules: readonly RuleText[];
  /** Every indicator: those of the collections, then those that a council keeps in a sheet or takes from publications. */
  readonly indicators: readonly CatalogueEntry[];
  /** Measures over the rows of facts, for Power BI. */
  readonly rowMeasures: readonly RowMeasure[];
}

const onceEach = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
  [...new Map([...all].reverse().map((one) => [one.id, one])).values()].reverse();

/** What collections know, put together. */
export function knowledgeOf(collections: readonly Collection[]): Knowledge {
  return {
    collections,
    rules: onceEach<RuleText>([
      ...Object.values(fileRules),
      ...Object.values(linkRules),
      ...collections.flatMap(({ rules }) => rules),
      ...describeSheetRules(),
    ]),
    indicators: onceEach([...collections.flatMap(({ indicators }) => indicators), ...catalogue]),
    rowMeasures: collections.flatMap(({ rowMeasures }) => rowMeasures),
    countedAs: new Map(collections.flatMap(({ countedAs }) => [...countedAs])),
    relations: {
      parts: collections.flatMap(({ relations }) => relations.parts),
      selections: collections.flatMap(({ relations }) => relations.selections),
      restsOn: Object.assign({}, ...collections.map(({ relations }) => relations.restsOn)),
    },
  };
}
