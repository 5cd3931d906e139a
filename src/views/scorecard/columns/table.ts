import type { Scorecard } from "../../../model/kpi";
import { columnIds, type ColumnId } from "../../../settings/column-ids";
import { about } from "./about";
import type { ColumnRule, ScorecardColumn } from "./column";
import { figures } from "./figures";
import { judgements } from "./judgements";
import { pictures } from "./pictures";

const table: Readonly<Record<ColumnId, ColumnRule>> = {
  ...about,
  ...figures,
  ...judgements,
  ...pictures,
};

/** What fills columns. */
type Filled = Pick<Scorecard, "kpis" | "wells">;

/** Whether a row of the scorecard has something in a column. */
export const isFilled = ({ id, of, present }: ScorecardColumn, from: Filled): boolean =>
  id === "indicator" || ((of?.some((well) => from.wells.has(well)) ?? true) && present(from.kpis));

/** The columns that a row of these KPIs has something in. */
export const columnsIn = (from: Filled): ReadonlySet<ColumnId> =>
  new Set(columnIds.filter((id) => isFilled(columnOf(id), from)));

export const columnOf = (id: ColumnId): ScorecardColumn => ({ id, ...table[id] });
