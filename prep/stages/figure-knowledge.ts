import { mhsdsCountedAs, mhsdsMeasureRelations } from "../collections/mhsds/indicators/relations";
import { censusSnapshots, censusTermIndicators } from "../collections/school-census/indicators";
import { censusMeasureRelations } from "../collections/school-census/measure-relations";
import { sen2Indicators } from "../collections/sen2/indicators";
import { sen2MeasureRelations } from "../collections/sen2/measure-relations";
import { countedAs } from "../indicators/counted-as";
import type { FigureKnowledge } from "../publish/disclosure/publish-rows";

const collections = [sen2MeasureRelations, censusMeasureRelations, mhsdsMeasureRelations];

/** How every counted figure is made, and how the figures of all collections hang together. */
export const figureKnowledge: FigureKnowledge = {
  countedAs: new Map([
    ...[...sen2Indicators, ...censusSnapshots, ...censusTermIndicators].map(
      (definition) => [definition.id, countedAs(definition)] as const,
    ),
    ...mhsdsCountedAs,
  ]),
  relations: {
    parts: collections.flatMap(({ parts }) => parts),
    selections: collections.flatMap(({ selections }) => selections),
    restsOn: Object.assign({}, ...collections.map(({ restsOn }) => restsOn)),
  },
};
