import { changeMeasures, figureMeasures } from "../measures/figure-measures";
import { exceptionMeasures } from "../measures/exception-measures";
import { comparatorMeasures } from "../measures/comparator-measures";
import { provenanceMeasures } from "../measures/provenance-measures";
import { nobodyMeasure, readingMeasures } from "../measures/reading-measures";
import { dayMeasuresOf, daxRowMeasures } from "../measures/row-measures";
import { boardMeasures, orderMeasure } from "../measures/board-measures";
import { chosenBoardMeasures } from "../measures/chosen-board";
import { statusMeasures } from "../measures/status-measures";
import { wordMeasures } from "../measures/word-measures";
import type { StarTable } from "../../../star/declaration";
import { boardRating } from "../../../star/board-tables";
import { kpiException } from "../../../star/kpi-exception";
import { kpiBoard } from "../../../star/kpi-tables";
import type { DataPlace } from "./place";
import type { ModelTable } from "./model";
import { HAS_REQUESTS } from "./date-received";
import { steps } from "./partition";

/** The table of all measures. "Measures" itself is a reserved name. */
export const KEY_MEASURES = "Key measures";

/**
 * The time by the clock of the United Kingdom: the service's own clock is universal time. Summer
 * time runs from the last Sunday of March to the last of October, both at 1:00 universal time
 * (Summer Time Order 2002).
 */
const localTime = steps(
  ["Utc", "DateTimeZone.RemoveZone(DateTimeZone.UtcNow())"],
  [
    "LastSundayOf",
    "(month) => DateTime.From(Date.StartOfWeek(#date(Date.Year(Utc), month, 31), Day.Sunday)) + #duration(0, 1, 0, 0)",
  ],
  ["Hours", "if Utc >= LastSundayOf(3) and Utc < LastSundayOf(10) then 1 else 0"],
  ["Refreshed", "#table(type table [Refreshed = datetime], {{Utc + #duration(0, Hours, 0, 0)}})"],
);

/**
 * The measures of a star, in one table. Its one row says when the data were read; in a lakehouse,
 * when they were built.
 */
export function keyMeasures(
  star: readonly StarTable[],
  place: DataPlace,
  { forPublishing, isOfBoards }: { readonly forPublishing: boolean; readonly isOfBoards: boolean },
): ModelTable {
  const hasCommentary = star.some(
    ({ name, columns }) =>
      name === "indicator" && columns.some((column) => column.name === "commentary"),
  );
  const isRatedByBoards = isOfBoards && star.some(({ name }) => name === boardRating.name);
  const ofFigures = star.some(({ name }) => name === kpiBoard.name)
    ? [
        ...readingMeasures,
        ...(isOfBoards ? chosenBoardMeasures(isRatedByBoards) : []),
        // What is published has every figure of a group: none is known to be 0 for its absence.
        forPublishing ? { ...nobodyMeasure, dax: "BLANK ()" } : nobodyMeasure,
        ...figureMeasures(isRatedByBoards),
        ...changeMeasures(isOfBoards),
        ...statusMeasures(isOfBoards),
        orderMeasure(isOfBoards),
        ...(hasCommentary ? boardMeasures(isOfBoards) : []),
        ...comparatorMeasures,
        ...wordMeasures,
        ...provenanceMeasures(star),
      ]
    : [];
  const ofExceptions = star.some(({ name }) => name === kpiException.name)
    ? exceptionMeasures(isOfBoards)
    : [];
  return {
    name: KEY_MEASURES,
    description:
      "All measures: figures with their targets, ratings and comparators, and sums over the rows of the facts.",
    columns: [
      {
        name: "Refreshed",
        type: "dateTime",
        description: "When the data were read, by the clock of the United Kingdom.",
        from: { source: "Refreshed" },
        hidden: true,
        format: "dd/mm/yyyy hh:nn",
      },
    ],
    measures: [
      ...ofFigures,
      ...ofExceptions,
      ...(star.some(({ name }) => name === "ehc_request") ? [HAS_REQUESTS] : []),
      ...star.flatMap(dayMeasuresOf),
      ...star.flatMap(daxRowMeasures),
    ],
    hierarchies: [],
    source: place.kind === "lakehouse" ? { entity: "key_measures" } : { m: localTime },
  };
}
