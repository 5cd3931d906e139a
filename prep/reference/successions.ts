import text from "./successions.csv";
import { reference } from "./read-reference";

/** An authority that ended and one that followed it. */
interface Succession {
  readonly predecessor: string;
  readonly successor: string;
  /** It began on 1 April of this year. */
  readonly from: number;
  /** All of the predecessor went to it; else it was divided. */
  readonly isWhole: boolean;
}

/** The authorities that followed others. */
export const successions = reference({
  file: "successions.csv",
  text,
  columns: ["predecessor", "successor", "from", "share"],
  row: ({ predecessor, successor, from, share }): Succession => {
    if (!/^20\d\d$/.test(from)) throw new Error(`"${from}" is no year.`);
    if (share !== "whole" && share !== "part")
      throw new Error(`"${share}" is neither whole nor part.`);
    return { predecessor, successor, from: Number(from), isWhole: share === "whole" };
  },
});
