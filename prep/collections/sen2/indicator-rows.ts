import { indicatorDimension } from "../../star/dimensions";
import type { StarData } from "../../star/frame";
import { rowsTable } from "../../star/rows-table";
import { sen2IndicatorWords } from "./indicator-words";
import { sen2Indicators } from "./indicators";

/** The indicator dimension of the SEN2 indicators, in the order in which they are counted. */
export const sen2IndicatorRows = (): StarData =>
  rowsTable(
    indicatorDimension,
    sen2Indicators.map(({ id, kind }) => {
      const words = sen2IndicatorWords.get(id)!;
      return [id, words.name, words.unit, words.polarity, words.frequency, kind, words.numerator, words.denominator ?? null, words.note ?? null, "SEN2"];
    }),
  );
