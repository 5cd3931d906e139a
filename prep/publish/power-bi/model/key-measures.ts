import { changeMeasures, figureMeasures } from "../measures/figure-measures";
import { exceptionMeasures } from "../measures/exception-measures";
import { comparatorMeasures } from "../measures/comparator-measures";
import { readingMeasures } from "../measures/reading-measures";
import { dayMeasuresOf, rowMeasuresOf } from "../measures/row-measures";
import { COMMENTARY, statusMeasures } from "../measures/status-measures";
import type { StarTable } from "../../../star/declaration";
import { kpiException } from "../../../star/kpi-exception";
import { kpiBoard } from "../../../star/kpi-tables";
import type { ModelTable } from "./model";

/** The table of all measures. "Measures" itself is a reserved name. */
export const KEY_MEASURES = "Key measures";

/** The measures of a star, in one table. Its one row says when the data were read. */
export function keyMeasures(star: readonly StarTable[]): ModelTable {
  const hasCommentary = star.some(
    ({ name, columns }) =>
      name === "indicator" && columns.some((column) => column.name === "commentary"),
  );
  const ofFigures = star.some(({ name }) => name === kpiBoard.name)
    ? [
        ...readingMeasures,
        ...figureMeasures,
        ...changeMeasures,
        ...statusMeasures.filter(({ name }) => hasCommentary || name !== COMMENTARY),
        ...comparatorMeasures,
      ]
    : [];
  const ofExceptions = star.some(({ name }) => name === kpiException.name) ? exceptionMeasures : [];
  return {
    name: KEY_MEASURES,
    description:
      "All measures: figures with their targets, ratings and comparators, and sums over the rows of the facts.",
    columns: [
      {
        name: "Refreshed",
        type: "dateTime",
        description: "When the data were read.",
        from: { source: "Refreshed" },
        hidden: true,
        format: "dd/mm/yyyy hh:nn",
      },
    ],
    measures: [
      ...ofFigures,
      ...ofExceptions,
      ...star.flatMap(dayMeasuresOf),
      ...star.flatMap(rowMeasuresOf),
    ],
    hierarchies: [],
    query: `#table(type table [Refreshed = datetime], {{DateTime.LocalNow()}})`,
  };
}
