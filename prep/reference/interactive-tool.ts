import text from "./interactive-tool.csv";
import { reference } from "./read-reference";

const years = ["calendar_year", "academic_year", "financial_year", "census", "snapshot"] as const;

/** A measure of the Local Authority Interactive Tool. */
export interface ToolMeasure {
  /** The tool's own key, which may hold blanks. */
  readonly measure: string;
  /** Id of the indicator that it is. */
  readonly indicator: string;
  /** What a year of one number is; `census` and `snapshot` are the January days of pupils and plans. */
  readonly year: (typeof years)[number];
  /** The group that it is of; null for everybody. */
  readonly group: readonly [breakdown: string, value: string] | null;
}

/** The measures of the tool that are read. */
export const toolMeasures = reference({
  file: "interactive-tool.csv",
  text,
  columns: ["measure", "indicator", "year", "breakdown", "breakdown_value"],
  row: ({ measure, indicator, year, breakdown, breakdown_value: value }): ToolMeasure => {
    const known = years.find((one) => one === year);
    if (known === undefined) throw new Error(`"${year}" is no kind of year.`);
    return { measure, indicator, year: known, group: breakdown === "" ? null : [breakdown, value] };
  },
});
