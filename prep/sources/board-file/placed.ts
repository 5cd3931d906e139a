import type { CatalogueEntry } from "../../indicators/catalogue-entry";
import type { Polarity } from "../../../src/kpi/polarity";
import type { Target } from "../../../src/kpi/target";
import type { Day } from "../../calendar/day";
import type { KpiRow } from "../kpi-sheet/kpi-row";
import type { KpiSheet } from "../kpi-sheet/read-kpi-sheet";
import type { BoardKpi, BoardNote } from "./board-file";

/** A target of a KPI as figures are rated by it. */
export interface PlacedTarget {
  readonly target: Target;
  readonly words: string;
  /** First day that it holds; null from the beginning. */
  readonly from: Day | null;
}

/** A KPI of a board under the id that its figures stand under. */
export interface PlacedKpi extends Omit<BoardKpi, "board" | "targets" | "polarity"> {
  readonly id: string;
  /** What it is called on the board. */
  readonly name: string;
  /** Name of its board; null for the only one. */
  readonly board: string | null;
  readonly file: string;
  readonly sheet: string;
  /** The catalogue's indicator that it is; null for a KPI of the board's own. */
  readonly entry: CatalogueEntry | null;
  /** The KPI of a sheet that it is; null where no sheet has it. */
  readonly row: KpiRow | null;
  /**
   * Which way the board wants it; `neutral` where it contradicts the catalogue without a reason;
   * null where it does not say.
   */
  readonly polarity: Polarity | null;
  readonly targets: readonly PlacedTarget[];
}

/** A note under the id of its KPI. */
export interface PlacedNote extends Omit<BoardNote, "board"> {
  readonly id: string;
  readonly board: string | null;
  readonly file: string;
  readonly sheet: string;
}

/** All boards of a folder: their KPIs in order, and what is said of them over time. */
export interface Boards {
  readonly kpis: readonly PlacedKpi[];
  /** In order of their periods. */
  readonly notes: readonly PlacedNote[];
  /** Names of the board files, in order. */
  readonly files: readonly string[];
  /** The KPI sheets as they are printed, before the first board's wishes are laid over them. */
  readonly printed: readonly KpiSheet[];
}

export const noBoards: Boards = { kpis: [], notes: [], files: [], printed: [] };

/** The first board's row of each KPI. */
export function firstOfEach({ kpis }: Pick<Boards, "kpis">): ReadonlyMap<string, PlacedKpi> {
  const first = new Map<string, PlacedKpi>();
  for (const kpi of kpis) if (!first.has(kpi.id)) first.set(kpi.id, kpi);
  return first;
}

/** What a board is called that has no name of its own. */
export const UNNAMED = "Board";

/** One of several boards: its name, with what it alone holds. */
export interface OneBoard {
  readonly name: string;
  readonly boards: Boards;
}

/** Each of several boards by itself, in order; none where there is one or none. */
export function eachBoard(boards: Boards): readonly OneBoard[] {
  const names = [...new Set(boards.kpis.map(({ board }) => board))];
  if (names.length < 2) return [];
  return names.map((name) => ({
    name: name ?? UNNAMED,
    boards: {
      ...boards,
      kpis: boards.kpis.filter(({ board }) => board === name),
      notes: boards.notes.filter(({ board }) => board === name),
    },
  }));
}
