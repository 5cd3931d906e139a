import type { StarTable } from "./declaration";
import { figuresTable } from "./figures-table";
import { columnOf, type StarData, type StarValues } from "./frame";
import { kpiValue } from "./kpi-value";
import type { KpiValueRow } from "./kpi-value-row";

/** What is read of a council's figures to put them together with those of others. */
const COLUMNS = [
  "indicator_id",
  "area_code",
  "period_start",
  "period_end",
  "period_label",
  "frequency",
  "breakdown",
  "breakdown_value",
  "service",
  "numerator",
  "denominator",
  "value",
  "status",
  "as_at",
  "method",
  "origin",
  "comparability",
  "comparability_note",
  "cohort_note",
] as const satisfies readonly (keyof KpiValueRow)[];

/** A figure of a council's own, as far as it is needed beside those of others. */
export type CouncilFigure = Pick<KpiValueRow, (typeof COLUMNS)[number]>;

const isWanted = (name: string): boolean => (COLUMNS as readonly string[]).includes(name);

const declaration: StarTable = {
  ...kpiValue,
  columns: kpiValue.columns.filter(({ name }) => isWanted(name)),
};

/**
 * The figures of a council's own, counted or published, as a table of what is needed to put them
 * together with those of others: what a sheet prints is the council's own.
 */
export const councilFigureTable = (rows: readonly KpiValueRow[]): StarData =>
  figuresTable(
    declaration,
    rows.filter(({ area_role, origin }) => area_role === "own" && origin !== "sheet"),
  );

/** The figures of such a table. */
export function councilFigures({ frame }: StarData): CouncilFigure[] {
  const columns = COLUMNS.map((name): [string, StarValues] => [name, columnOf(frame, name)]);
  return Array.from({ length: frame.numRows() }, (_, row) => {
    const figure: Record<string, unknown> = {};
    for (const [name, values] of columns) figure[name] = values.at(row) ?? null;
    return figure as unknown as CouncilFigure;
  });
}
