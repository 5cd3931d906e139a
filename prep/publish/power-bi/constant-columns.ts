import { columnOf, type Star, type StarData } from "../../star/frame";
import type { StarTable } from "../../star/declaration";

const isBlank = (value: unknown): boolean => value === null || value === undefined;

/** Whether a column says one thing in all rows, or nothing. */
function isConstant({ frame }: StarData, name: string): boolean {
  const column = columnOf(frame, name);
  const first = column.at(0);
  for (let row = 1; row < column.length; row++) {
    const value = column.at(row);
    if (value !== first && !(isBlank(value) && isBlank(first))) return false;
  }
  return true;
}

/**
 * The tables of a star as a field list needs them: a column that says the same in every row, or
 * nothing, is hidden, for nobody can choose by it. Days and tables of one row stay as they are.
 */
export const withoutConstants = (star: Star): StarTable[] =>
  [...star.values()].map((data): StarTable => {
    const { declaration, frame } = data;
    if (declaration.name === "date" || frame.numRows() < 2) return declaration;
    const columns = declaration.columns.map((column) =>
      !column.hidden && isConstant(data, column.name)
        ? { ...column, hidden: true as const }
        : column,
    );
    return { ...declaration, columns };
  });
