import type { Day } from "../../calendar/day";
import type { Finding, RowCount } from "../../check/finding";
import type { Polarity } from "../../../src/kpi/polarity";
import type { ReadTarget } from "../../../src/kpi/read-target";
import type { Tolerance } from "../../../src/kpi/tolerance";
import type { Unit } from "../../../src/kpi/unit";
import type { KpiField, NoteField, ResultField } from "./columns";
import type { SheetPeriod } from "../kpi-sheet/period-text";

/** A target of a board file with the day that it holds from; null from the beginning. */
export interface DatedTarget {
  readonly read: ReadTarget;
  readonly words: string;
  readonly from: Day | null;
}

/** The figure that a board began with. */
export interface Baseline {
  readonly value: number;
  readonly unit: Unit | null;
  /** The day that it is of; the last of a period. */
  readonly day: Day | null;
}

/** A target as it is typed. */
interface TypedTarget {
  readonly target: string;
  readonly from: string;
}

/** The cells of a KPI as they are typed, by the fields of the columns. */
export interface TypedKpi {
  readonly cells: Readonly<Partial<Record<KpiField, string>>>;
  readonly targets: readonly TypedTarget[];
}

/** The cells of a note as they are typed. */
export type TypedNote = Readonly<Partial<Record<NoteField, string>>>;

/** A KPI to write: what is typed, and what a build knows of it, by the fields of its columns. */
export interface WrittenKpi extends TypedKpi {
  readonly result?: Readonly<Partial<Record<ResultField, string>>>;
}

/** What a board file holds. */
export interface WrittenBoard {
  readonly kpis: readonly WrittenKpi[];
  readonly notes: readonly TypedNote[];
}

/** A KPI of a board as its file gives it; null is what a cell leaves to the catalogue or a sheet. */
export interface BoardKpi {
  /** Row of its sheet, from 1. */
  readonly line: number;
  readonly typed: TypedKpi;
  /** Empty for the only board of a file. */
  readonly board: string;
  /** As typed: a name or id of the catalogue, or a name of the board's own. */
  readonly kpi: string;
  readonly printedName: string | null;
  readonly number: string | null;
  readonly section: string | null;
  readonly subsection: string | null;
  readonly priority: string | null;
  readonly lens: string | null;
  readonly headline: boolean | null;
  readonly polarity: Polarity | null;
  readonly polarityReason: string | null;
  readonly unit: Unit | null;
  readonly decimals: number | null;
  /** In order of the days that they hold from. */
  readonly targets: readonly DatedTarget[];
  readonly tolerance: Tolerance | null;
  /** Id of a rating profile. */
  readonly ratingRule: string | null;
  readonly baseline: Baseline | null;
  readonly owner: string | null;
  readonly lead: string | null;
  readonly footprint: string | null;
  readonly cumulative: boolean | null;
  readonly nextDue: Day | null;
  readonly definition: string | null;
  readonly words: string | null;
}

/** What is said of a KPI for one period. */
export interface BoardNote {
  readonly line: number;
  readonly typed: TypedNote;
  readonly board: string;
  /** The KPI as the note names it. */
  readonly kpi: string;
  readonly period: SheetPeriod;
  readonly commentary: string | null;
  readonly action: string | null;
  readonly due: Day | null;
  readonly progress: string | null;
}

/** One sheet of KPIs or notes, read. */
export interface BoardSheet {
  readonly file: string;
  readonly sheet: string;
  readonly kpis: readonly BoardKpi[];
  readonly notes: readonly BoardNote[];
  readonly findings: readonly Finding[];
  readonly count: RowCount;
}
