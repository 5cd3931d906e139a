import { sen2IndicatorWords } from "./indicator-words";
import { sen2Indicators } from "./indicators";

/** Rows of the indicator dimension for the SEN2 indicators, in the order in which they are counted. */
export const sen2IndicatorRows = (): (string | null)[][] =>
  sen2Indicators.map(({ id, kind }) => {
    const words = sen2IndicatorWords.get(id)!;
    return [id, words.name, words.unit, words.polarity, words.frequency, kind, words.numerator, words.denominator ?? null, words.note ?? null, "SEN2"];
  });
