import { columnOf, type StarData, type StarValues } from "./frame";
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

/**
 * The figures of a `kpi_value` table that are of its own council, counted or published: what a sheet
 * prints is the council's own.
 */
export function councilFigures({ frame }: StarData): CouncilFigure[] {
  const [roles, origins] = ["area_role", "origin"].map((name) => columnOf(frame, name));
  const columns = COLUMNS.map((name): [string, StarValues] => [name, columnOf(frame, name)]);
  const found: CouncilFigure[] = [];
  for (let row = 0; row < frame.numRows(); row++) {
    if (roles.at(row) !== "own" || origins.at(row) === "sheet") continue;
    const figure: Record<string, unknown> = {};
    for (const [name, values] of columns) figure[name] = values.at(row) ?? null;
    found.push(figure as unknown as CouncilFigure);
  }
  return found;
}
