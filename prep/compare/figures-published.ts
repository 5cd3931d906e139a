import type { Finding } from "../check/finding";
import type { CoverageLimits } from "../indicators/gate";
import { declaredFigures, type NamedIndicators } from "../sources/published/declared-figures";
import { publishedMappings } from "../sources/published/mapping";
import type { PublishedFile } from "../sources/published/published";
import { figuresOf } from "../sources/published/published-figures";
import { gatedPublished, onePublishedFigure, type GatedFigure } from "./one-published-figure";

interface FiguresPublished {
  /** Every figure of every file. */
  readonly figures: readonly GatedFigure[];
  /** One a key, and where files disagree. */
  readonly publishedOnce: ReturnType<typeof onePublishedFigure<GatedFigure>>;
  /** Files with rows none of which an indicator is held against. */
  readonly withoutFigures: readonly string[];
  /** Indicators that files name and nobody knows. */
  readonly unknown: readonly Finding[];
}

/** What published files have of the indicators, past the gate. `known` are all of them. */
export function figuresPublished(
  published: readonly PublishedFile[],
  known: NamedIndicators,
  limits: CoverageLimits,
): FiguresPublished {
  const declared = published.map((file) => declaredFigures(file, known));
  const byFile = published.map((file, i) =>
    figuresOf(file, [...publishedMappings, ...declared[i].mappings]),
  );
  const figures = byFile.flat().map((figure) => gatedPublished(figure, limits));
  return {
    figures,
    publishedOnce: onePublishedFigure(figures),
    withoutFigures: published
      .filter(({ rows }, i) => rows.length > 0 && byFile[i].length === 0)
      .map(({ file }) => file),
    unknown: declared.flatMap(({ findings }) => findings),
  };
}
