import { type Column } from "./columns";
import type { TableArea } from "./table-area";
import { phrase } from "./fold";
import { cellText, type Grid } from "./grid";
import { kindSaid } from "./kind-words";
import { loneText } from "./row-kinds";

/** The values of a column of areas without texts that stand alone in their row. */
const namesOfAreas = (grid: Grid, area: TableArea, { at }: Column): string[] =>
  grid.rows
    .slice(area.headings + 1, area.end)
    .flatMap((row, i) =>
      loneText(grid, area.headings + 1 + i, area) === null ? [cellText(row[at])] : [],
    )
    .filter((text) => text !== "");

/** Names of areas in the headings and in a column of areas, and the words of the titles. */
export function placesOf(
  grid: Grid,
  area: TableArea,
  columns: readonly Column[],
  titles: readonly string[],
): { context: string; names: string[] } {
  const column = columns.find(({ label }) => label === "area");
  const names = column
    ? [...new Set(namesOfAreas(grid, area, column))].filter((text) => {
        const { kind, rest } = kindSaid(text);
        return kind === null || rest !== "";
      })
    : [];
  return { context: titles.map(phrase).join(" | "), names };
}
