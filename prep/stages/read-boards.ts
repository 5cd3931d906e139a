import type { BoardsResult } from "../results";
import { figuresOf } from "../sources/published/published-figures";
import { publishedMappings } from "../sources/published/mapping";
import type { Knowledge } from "./knowledge";
import type { ReadAndChecked } from "./read-and-check";

/** What boards and sheets were read, and which indicators have figures from elsewhere. */
export function boardsRead(
  { extracts, chosen, boards, found }: ReadAndChecked,
  { indicators }: Pick<Knowledge, "indicators">,
): BoardsResult {
  const { sources, files } = extracts;
  return {
    ...found,
    files,
    rows: chosen.rows,
    boards,
    boardSheets: sources.boardSheets,
    kpiSheets: sources.kpiSheets,
    catalogue: [...indicators, ...sources.ownIndicators],
    counted: chosen.loaded.flatMap(({ collection }) => collection.indicators.map(({ id }) => id)),
    published: [
      ...new Set(
        sources.published.flatMap((file) =>
          figuresOf(file, publishedMappings).map(({ mapping }) => mapping.indicator),
        ),
      ),
    ],
  };
}
