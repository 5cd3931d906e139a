import { isoOf } from "../../prep/calendar/day";
import { columnOf, isMissingValue, type Star } from "../../prep/star/frame";
import type { BoardTableRow } from "../messages";
import { tableRowsOf, type StarRecord } from "./board-rows";

/** The rows of a table of the star that are wanted; none where there is no such table. */
function recordsOf(
  star: Star,
  name: string,
  isWanted: (breakdown: unknown) => boolean = () => true,
): StarRecord[] {
  const data = star.get(name);
  if (!data) return [];
  const { declaration, frame } = data;
  const columns = declaration.columns.map(({ name: column, type }) => {
    const values = columnOf(frame, column);
    const at = (row: number): StarRecord[string] => {
      const value = values.at(row);
      if (isMissingValue(value)) return undefined;
      return type === "date" ? isoOf(Number(value)) : value;
    };
    return [column, at] as const;
  });
  const breakdown = columns.find(([column]) => column === "breakdown")?.[1] ?? (() => "all");
  return Array.from({ length: frame.numRows() }, (_, row) => row)
    .filter((row) => isWanted(breakdown(row)))
    .map((row) => Object.fromEntries(columns.map(([column, at]) => [column, at(row)])));
}

/** The figures of a star as rows of the visual by field well. */
export const boardOfStar = (star: Star): BoardTableRow[] =>
  tableRowsOf({
    board: recordsOf(star, "kpi_board"),
    comparators: recordsOf(star, "kpi_comparator", (breakdown) => breakdown === "all"),
    indicators: recordsOf(star, "indicator"),
    areas: recordsOf(star, "area"),
    boardKpis: recordsOf(star, "board_kpi"),
    boardRatings: recordsOf(star, "board_rating"),
  });
