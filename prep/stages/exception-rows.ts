import type { BoardExceptions } from "../compare/board-exceptions";
import { distanceWords, lengthWords } from "../compare/exception-words";
import { kpiException } from "../star/kpi-exception";
import type { StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";
import type { Compared } from "./compare-figures";

/**
 * The exceptions as a table of the star, then what is worsening without a rating; of several boards
 * those of one board after another.
 */
export const exceptionRows = ({
  exceptions,
  exceptionsOfBoards: several,
}: Pick<Compared, "exceptions" | "exceptionsOfBoards">): StarData =>
  rowsTable(
    kpiException,
    (several.length > 0 ? several : [{ board: null, ...exceptions }]).flatMap(rowsOfBoard),
  );

type OfBoard = Omit<BoardExceptions, "before"> & Partial<Pick<BoardExceptions, "before">>;

const rowsOfBoard = ({ board, before, exceptions, notRated }: OfBoard) =>
  [...exceptions, ...notRated].map((one, i) => {
    const { figure, kind, distance, missed, worsening } = one;
    return [
      board,
      before?.has(figure.indicator_id) ? 2 : 1,
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
  });
