import { kpiValue } from "./kpi-value";
import { listOf } from "./list-of";
import type { StarData } from "./frame";
import type { Day } from "../calendar/day";
import type { Difference, IntervalMethod } from "../../src/kpi/confidence";
import type { Comparability } from "../../src/kpi/comparability";
import type { Judgement, Movement } from "../../src/kpi/direction";
import type { Frequency } from "../../src/kpi/frequency";
import type { QuartileBand } from "../../src/kpi/quartile";
import type { NotRatedReason, Rating } from "../../src/kpi/rating";
import type { Status } from "../../src/kpi/status";

/** Where a figure comes from; the same KPI may stand once from each. */
export type Origin = "counted" | "published" | "sheet";

export type AreaRole = "own" | "neighbour" | "neighbour_average" | "region" | "england" | "other";

/**
 * One row of `kpi_value`, its columns in their own names; see the declaration for what each means.
 * Days are whole days since 1970-01-01.
 */
export interface KpiValueRow {
  readonly indicator_id: string;
  readonly area_code: string;
  readonly area_code_type: "authority" | "gss" | "ods" | "group";
  readonly area_role: AreaRole;
  readonly for_area_code: string;
  readonly period_start: Day;
  readonly period_end: Day;
  readonly period_label: string;
  readonly frequency: Frequency;
  readonly breakdown: string;
  readonly breakdown_value: string;
  readonly service: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly secondary_value: number | null;
  readonly status: Status;
  readonly status_text: string | null;
  readonly text_value: string | null;
  readonly as_at: Day | null;
  readonly next_due: Day | null;
  readonly method: string;
  readonly origin: Origin;
  readonly area_count: number | null;
  readonly neighbour_model: string | null;
  readonly source_key: number;
  readonly comparability: Comparability | null;
  readonly comparability_note: string | null;
  readonly rows_eligible: number | null;
  readonly rows_left_out: number | null;
  readonly left_out_reason: string | null;
  readonly cohort_note: string | null;
  readonly footprint: string | null;
  readonly target: number | null;
  readonly target_words: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly previous: number | null;
  readonly rating: Rating | null;
  readonly rating_reason: NotRatedReason | null;
  readonly gap: number | null;
  readonly movement: Movement | null;
  readonly judgement: Judgement | null;
  readonly rank: number | null;
  readonly rank_of: number | null;
  readonly quartile: QuartileBand | null;
  readonly interval_lower: number | null;
  readonly interval_upper: number | null;
  readonly interval_method: IntervalMethod | null;
  readonly england_difference: Difference | null;
  readonly printed_rating: string | null;
  readonly rating_profile: string | null;
  readonly end_target: number | null;
  readonly end_target_words: string | null;
  readonly end_target_from: Day | null;
  readonly end_rating: Rating | null;
  readonly is_shown: 0 | 1 | null;
}

type Known = Pick<
  KpiValueRow,
  | "indicator_id"
  | "area_code"
  | "area_code_type"
  | "area_role"
  | "for_area_code"
  | "period_start"
  | "period_end"
  | "period_label"
  | "frequency"
  | "method"
  | "origin"
  | "source_key"
>;

/** The columns that hold a figure or come of it, without one: a figure that is hidden has these. */
export const noFigure = {
  numerator: null,
  denominator: null,
  value: null,
  secondary_value: null,
  status_text: null,
  text_value: null,
  previous: null,
  lower: null,
  upper: null,
  rating: null,
  rating_reason: null,
  gap: null,
  movement: null,
  judgement: null,
  rank: null,
  rank_of: null,
  quartile: null,
  interval_lower: null,
  interval_upper: null,
  interval_method: null,
  england_difference: null,
  printed_rating: null,
  end_rating: null,
  comparability: null,
  comparability_note: null,
  rows_eligible: null,
  rows_left_out: null,
  left_out_reason: null,
} as const satisfies Partial<KpiValueRow>;

/**
 * A row of the known columns; the others say that there is nothing: no value, everybody,
 * comparable, not yet rated.
 */
export function kpiValueRow(known: Known & Partial<KpiValueRow>): KpiValueRow {
  const hasValue = known.value !== null && known.value !== undefined;
  return {
    breakdown: "all",
    breakdown_value: "all",
    service: "all",
    ...noFigure,
    status: hasValue ? "ok" : "missing",
    as_at: null,
    next_due: null,
    area_count: null,
    neighbour_model: null,
    cohort_note: null,
    footprint: null,
    target: null,
    target_words: null,
    rating_profile: null,
    end_target: null,
    end_target_words: null,
    end_target_from: null,
    is_shown: known.area_role === "own" ? 1 : null,
    comparability: hasValue ? "comparable" : null,
    ...known,
  };
}

/** The rows of a `kpi_value` table. */
export const kpiValueRows = ({ frame }: StarData): KpiValueRow[] =>
  listOf({ frame, declaration: kpiValue }) as unknown as KpiValueRow[];
