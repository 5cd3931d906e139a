import text from "./indicator-names.csv";
import { reference } from "./read-reference";

/** A name that a board or a list gives to an indicator. */
interface IndicatorName {
  /** Id of the indicator. */
  readonly id: string;
  readonly name: string;
  /** The KPI is a part of the indicator, such as one group of pupils, and no other name for it. */
  readonly isPart: boolean;
}

const list = reference({
  file: "indicator-names.csv",
  text,
  columns: ["id", "name", "use", "listed_in"],
  row: ({ id, name, use }): IndicatorName => {
    if (use !== "whole" && use !== "part") throw new Error(`"${use}" is neither whole nor part.`);
    return { id, name, isPart: use === "part" };
  },
});

/** The names that boards and lists give to indicators, in the order of the file. */
export const indicatorNames = (): readonly IndicatorName[] => list().rows;
