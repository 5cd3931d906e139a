import type { StarRecord } from "./board-rows";

/** How one board has figures and indicators. */
export interface BoardReader {
  readonly board: string | undefined;
  /** What the board says of an indicator; null where it does not have it. */
  readonly about: (id: string) => StarRecord | null;
  /** An own figure as the board rates it. */
  readonly rated: (figure: StarRecord) => StarRecord;
}

interface BoardTables {
  readonly indicators: readonly StarRecord[];
  readonly boardKpis: readonly StarRecord[];
  readonly boardRatings: readonly StarRecord[];
}

/** Columns of a board's KPI under the names that the indicator has them by. */
const CALLED: Readonly<Record<string, string>> = {
  printed_name: "indicator_name",
  number: "sheet_reference",
  board_order: "sort_order",
};

const asIndicator = (kpi: StarRecord): StarRecord =>
  Object.fromEntries(Object.entries(kpi).map(([name, value]) => [CALLED[name] ?? name, value]));

/** What tells figures apart. */
const FIGURE: readonly string[] = [
  ...["indicator_id", "area_code", "period_end", "frequency", "service", "method", "origin"],
];
const keyOf = (row: StarRecord): string => FIGURE.map((name) => String(row[name])).join("\0");

/** How each of several boards has the figures, in order of the boards; none where there is one or none. */
export function readersOf({ indicators, boardKpis, boardRatings }: BoardTables): BoardReader[] {
  // Lists of several authorities say whose they are: there the boards are not told apart.
  const names = [...new Set(boardKpis.map(({ board }) => String(board ?? "")))];
  if (names.length < 2 || boardKpis.some((kpi) => kpi.area_code !== undefined)) return [];
  const indicatorOf = new Map(indicators.map((one) => [String(one.indicator_id), one]));
  return names.map((board): BoardReader => {
    const kpis = new Map(
      boardKpis
        .filter((kpi) => kpi.board === board)
        .map((kpi) => [String(kpi.indicator_id), asIndicator(kpi)]),
    );
    const ratings = new Map(
      boardRatings.filter((row) => row.board === board).map((row) => [keyOf(row), row]),
    );
    return {
      board,
      about: (id) => (kpis.has(id) ? { ...indicatorOf.get(id), ...kpis.get(id) } : null),
      rated: (figure) => ({ ...figure, ...ratings.get(keyOf(figure)) }),
    };
  });
}
