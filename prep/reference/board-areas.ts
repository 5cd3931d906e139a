import { isInForce } from "./in-force";
import text from "./board-areas.csv";
import { reference } from "./read-reference";

const yearOf = (cell: string): number | null => (cell === "" ? null : Number(cell));

/** An authority in an integrated care board. */
interface BoardArea {
  readonly authority: string;
  /** ODS code of the board, and its name. */
  readonly board: string;
  readonly name: string;
  /** The authority lies in no other board. */
  readonly isWhole: boolean;
  /** Years in which the row holds; null where none is known. */
  readonly from: number | null;
  readonly until: number | null;
}

/** The authorities of each integrated care board, those of other times too. */
export const boardAreas = reference({
  file: "board-areas.csv",
  text,
  columns: ["authority", "board", "name", "lies", "from", "until"],
  row: ({ authority, board, name, lies, from, until }): BoardArea => {
    if (lies !== "whole" && lies !== "part")
      throw new Error(`"${lies}" is neither whole nor part.`);
    return {
      authority,
      board,
      name,
      isWhole: lies === "whole",
      from: yearOf(from),
      until: yearOf(until),
    };
  },
});

/** The rows that hold today. */
export const boardAreasToday = (): readonly BoardArea[] =>
  boardAreas().rows.filter((row) => isInForce(row));
