import text from "./indicator-names.csv";
import { reference } from "./read-reference";

/** A name that a board or a list gives to an indicator. */
interface IndicatorName {
  /** Id of the indicator. */
  readonly id: string;
  readonly name: string;
}

const list = reference({
  file: "indicator-names.csv",
  text,
  columns: ["id", "name", "listed_in"],
  row: ({ id, name }): IndicatorName => ({ id, name }),
});

/** The names that boards and lists give to indicators, in the order of the file. */
export const indicatorNames = (): readonly IndicatorName[] => list().rows;
