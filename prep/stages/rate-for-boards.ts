import { boardTargets } from "../compare/board-targets";
import type { BoardFigures } from "../compare/board-exceptions";
import type { ProfileOf } from "../compare/profiles";
import { scorecard, type ScorecardInput } from "../compare/scorecard";
import type { IndicatorTarget } from "../compare/targets";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { catalogueOn, sheetsOn } from "../sources/board-file/on-sheets";
import { eachBoard, firstOfEach, type Boards, type OneBoard } from "../sources/board-file/placed";
import { isRatedAlike } from "../sources/board-file/rated-alike";
import type { KpiValueRow } from "../star/kpi-value-row";
import { ratedIndicators } from "./indicator-stage";

/** How boards rate besides what they say themselves. */
interface BoardsRated {
  readonly boards: Boards;
  readonly known: readonly CatalogueEntry[];
  /** Targets of the settings. */
  readonly targets: readonly IndicatorTarget[];
  readonly profilesOn: (boards: Pick<Boards, "kpis">) => ProfileOf;
}

/** What figures are rated from, the same for every board. */
type Figures = Omit<
  ScorecardInput,
  "sheets" | "indicators" | "catalogue" | "targets" | "profileOf"
>;

/** What the figures of a board are rated by. */
export const ratedOn = (
  boards: Boards,
  { known, targets, profilesOn }: Omit<BoardsRated, "boards">,
): Pick<ScorecardInput, "sheets" | "indicators" | "catalogue" | "targets" | "profileOf"> => ({
  sheets: sheetsOn(boards, boards.printed),
  indicators: ratedIndicators(catalogueOn(boards, known)),
  catalogue: known,
  targets: [...boardTargets(boards, targets), ...targets],
  profileOf: profilesOn(boards),
});

/** KPIs of a board that an earlier board has and rates otherwise. */
function ratedOtherwise({ boards }: OneBoard, all: Boards): ReadonlySet<string> {
  const first = firstOfEach(all);
  return new Set(
    boards.kpis.filter((kpi) => !isRatedAlike(first.get(kpi.id)!, kpi)).map(({ id }) => id),
  );
}

/**
 * The figures of KPIs that several boards have, as each board after the first rates them where it
 * wants them otherwise. The figures are those of the first board; what they are held against is not.
 */
export function rateForBoards(figures: Figures, how: BoardsRated): BoardFigures[] {
  return eachBoard(how.boards).flatMap((board): BoardFigures[] => {
    const ids = ratedOtherwise(board, how.boards);
    if (ids.size === 0) return [];
    const by = ratedOn(board.boards, how);
    const has = ({ indicator_id: id }: KpiValueRow): boolean => ids.has(id);
    const { rows } = scorecard({
      ...figures,
      ...by,
      counted: figures.counted.filter((row) => has(row) && row.breakdown === "all"),
      sheets: by.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.filter(({ id }) => ids.has(id)),
      })),
    });
    const own = rows.filter(
      (row) => has(row) && row.area_role === "own" && row.breakdown === "all",
    );
    return [{ board: board.name, rows: own }];
  });
}
