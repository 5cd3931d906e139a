import { fixture } from "./fixture";

type Column =
  "current" | "previous" | "target" | "prior_year" | "national" | "region" | "neighbours";

/** A cell of a real board paper as a person read it. */
interface ReadCell {
  readonly status: string;
  readonly value?: number;
  /** A second figure, in brackets. */
  readonly second?: number;
  readonly asAt?: string;
}

/** A KPI of a real board paper: what is printed, and what a person read in it. */
export interface BoardPaperRow {
  readonly board: string;
  readonly number: string;
  readonly section: string;
  readonly name: string;
  readonly printed: Readonly<Record<string, string>>;
  readonly required: string;
  readonly unit: string;
  readonly cells: Readonly<Record<Column, ReadCell>>;
  /** Whether the printed arrow fits the two figures. */
  readonly arrow: string;
}

/** The 98 KPIs of a real board paper. */
export const boardPaper = (): readonly BoardPaperRow[] => fixture("board-paper.json");

const BOARDS: Readonly<Record<string, string>> = {
  A: "SEND KPI scorecard, monthly",
  B: "SEND Improvement Board strategic KPIs",
};
/** The printed columns, each with its heading in the board-paper layout. */
const COLUMNS = [
  ["priority", "priority"],
  ["required_direction", "required_direction"],
  ["name", "kpi"],
  ["current_value", "current_value_text"],
  ["current_period", "current_period"],
  ["actual_direction", "actual_direction"],
  ["previous_value", "previous_value_text"],
  ["previous_period", "previous_period"],
  ["target", "target_text"],
  ["prior_year", "prior_year_text"],
  ["national", "national_text"],
  ["region", "region_text"],
  ["neighbours", "neighbours_text"],
] as const;

export const boardName = ({ board }: BoardPaperRow): string => BOARDS[board];

/** The paper as a sheet in the board-paper layout: headings, then a row a KPI. */
export const boardPaperCells = (): string[][] => [
  ["board", "section", "kpi_no", ...COLUMNS.map(([, heading]) => heading)],
  ...boardPaper().map((row) => [
    boardName(row),
    row.section,
    row.number,
    ...COLUMNS.map(([key]) => (key === "name" ? row.name : (row.printed[key] ?? ""))),
  ]),
];

/** The same as a CSV text. */
export const boardPaperCsv = (): string =>
  boardPaperCells()
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\n");
