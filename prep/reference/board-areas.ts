import text from "./board-areas.csv";
import { reference } from "./read-reference";

/** An authority in an integrated care board. */
interface BoardArea {
  readonly authority: string;
  /** ODS code of the board, and its name. */
  readonly board: string;
  readonly name: string;
  /** The authority lies in no other board. */
  readonly isWhole: boolean;
  /** Year until which the row holds; null while it does. */
  readonly until: number | null;
}

/** The authorities of each integrated care board. */
export const boardAreas = reference({
  file: "board-areas.csv",
  text,
  columns: ["authority", "board", "name", "lies", "from", "until"],
  row: ({ authority, board, name, lies, until }): BoardArea => {
    if (lies !== "whole" && lies !== "part")
      throw new Error(`"${lies}" is neither whole nor part.`);
    return {
      authority,
      board,
      name,
      isWhole: lies === "whole",
      until: until === "" ? null : Number(until),
    };
  },
});
