import type { Words } from "../../../host/words";
import type { Kpi } from "../../../model/kpi";
import type { ColumnId } from "../../../settings/column-ids";
import type { Child } from "../../element";
import type { Scene } from "../../scene";

/** Pixels that a cell may draw in. */
interface Space {
  readonly width: number;
  readonly height: number;
}

/** What a cell is drawn from, and its drawing: the same sign is drawn the same. */
export interface CellContent {
  readonly sign: string;
  draw(): readonly Child[];
}

/** One column of the scorecard: when it is worth showing, how wide, and what a row has in it. */
export interface ScorecardColumn {
  readonly id: ColumnId;
  /** Pixels at a text size of 13, and more where it says more. */
  readonly width: number;
  /** The same where a status is its icon alone. */
  readonly narrow?: number;
  readonly numeric?: true;
  /** How many times its width a column may grow where there is room to share. */
  readonly grow?: number;
  /** Columns with the highest number are the first to go where there is no room; 0 stays. */
  readonly drop: number;
  /** What a row says in it, where that decides how wide it is, with pixels for what stands beside. */
  readonly said?: (kpi: Kpi, scene: Scene) => string;
  readonly beside?: number;
  /** Its words are left out where a status is its icon alone. */
  readonly iconOnly?: true;
  /** Wells without a field in any of which nothing can be said in it, however many KPIs are asked. */
  readonly of?: readonly string[];
  /** False where no KPI has anything to say in it. */
  present(kpis: readonly Kpi[]): boolean;
  content(kpi: Kpi, scene: Scene, room: Space): CellContent;
}

export type ColumnRule = Omit<ScorecardColumn, "id">;

/** A column whose cells are drawn from what a row says in it, in plain data, and nothing else. */
interface Drawn<S> extends Omit<ColumnRule, "content"> {
  readonly says: (kpi: Kpi, scene: Scene, room: Space) => S;
  readonly draw: (said: S, words: Words) => readonly Child[];
}

export const drawn = <S>({ says, draw, ...rule }: Drawn<S>): ColumnRule => ({
  ...rule,
  content: (kpi, scene, room) => {
    const said = says(kpi, scene, room);
    return { sign: JSON.stringify(said), draw: () => draw(said, scene.words) };
  },
});

/** A column that holds nothing but a text. */
export const written = ({ says, ...rule }: Omit<Drawn<string>, "draw">): ColumnRule =>
  drawn({ ...rule, says, draw: (text) => [text] });

export const some =
  (test: (kpi: Kpi) => unknown) =>
  (kpis: readonly Kpi[]): boolean =>
    kpis.some((kpi) => Boolean(test(kpi)));

export const always = (): boolean => true;
