import type { NotRatedReason } from "../kpi/rating";
import type { Frequency } from "../kpi/frequency";
import type { Polarity } from "../kpi/polarity";
import type { ComparatorFigure, ComparatorKind } from "../kpi/target";
import type { Unit } from "../kpi/unit";
import { textIn } from "./cell";
import type { Columns } from "./columns";
import type { ModelRules } from "./rules";
import type { ScaleOf, Unclear } from "./scales";

/** What the points of a KPI are read and rated by. */
export interface SeriesContext {
  readonly columns: Columns;
  readonly rules: ModelRules;
  readonly polarity: Polarity;
  /** Why no figure of the KPI can be rated, where its polarity is not understood. */
  readonly fault: NotRatedReason | null;
  readonly unit: Unit;
  readonly frequency: Frequency;
  /** The comparators of the row, for targets that point at one. */
  readonly comparators: Readonly<Partial<Record<ComparatorKind, ComparatorFigure>>>;
  readonly scale: ScaleOf | null;
  readonly unclear: Unclear;
}

/** A target that is no number of its own, in words: its rule, or text in the target field. */
export const targetWordsIn = (columns: Columns, row: number): string | null =>
  columns.text("targetRule", row) ?? textIn(columns.raw("target", row));
