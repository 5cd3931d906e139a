import { distanceWords, lengthWords } from "../compare/exception-words";
import type { Exceptions } from "../compare/exceptions";
import { kpiException } from "../star/kpi-exception";
import type { StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";

/** The exceptions as a table of the star, then what is worsening without a rating. */
export const exceptionRows = ({
  exceptions,
  notRated,
}: Pick<Exceptions, "exceptions" | "notRated">): StarData =>
  rowsTable(
    kpiException,
    [...exceptions, ...notRated].map((one, i) => {
      const { figure, kind, distance, missed, worsening } = one;
      return [
        i + 1,
        figure.indicator_id,
        figure.area_code,
        figure.service,
        figure.period_end,
        kind,
        distance?.amount ?? null,
        distance?.measure ?? null,
        distanceWords(one) || null,
        missed?.periods ?? null,
        missed?.since.period_start ?? null,
        worsening?.periods ?? null,
        worsening?.since.period_start ?? null,
        lengthWords(one),
      ];
    }),
  );
