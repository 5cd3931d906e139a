import text from "./population-rates.csv";
import { reference } from "./read-reference";

/** A rate or share of a population: one indicator over another. */
export interface PopulationRate {
  readonly id: string;
  readonly numerator: string;
  readonly population: string;
  /** How things stand on a day, or what happened in a year. */
  readonly kind: "stock" | "flow";
  /** Who the population are, in words. */
  readonly of: string;
}

/** The rates that are worked out from an indicator and a population. */
export const populationRates = reference({
  file: "population-rates.csv",
  text,
  columns: ["id", "numerator", "population", "kind", "of"],
  row: ({ kind, ...row }): PopulationRate => {
    if (kind !== "stock" && kind !== "flow")
      throw new Error(`"${kind}" is neither stock nor flow.`);
    return { ...row, kind };
  },
});
