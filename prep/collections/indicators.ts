import type { Indicator } from "../indicators/indicator";
import { listedMhsdsIndicators } from "./mhsds/indicators/indicators";
import { censusIndicators } from "./school-census/indicators/indicators";
import { sen2Indicators } from "./sen2/indicators";

/** The records of every indicator that a collection counts, in the order of the catalogue. */
export const indicators: readonly Indicator[] = [
  ...sen2Indicators,
  ...censusIndicators,
  ...listedMhsdsIndicators,
];
