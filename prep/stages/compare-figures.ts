import { exceptionsOf, type Exceptions } from "../compare/exceptions";
import {
  exceptionsOfBoards,
  type BoardExceptions,
  type BoardFigures,
} from "../compare/board-exceptions";
import { reconcile, type Reconciliation } from "../compare/reconcile";
import { boardRows, withoutFigure } from "../compare/board-rows";
import { modelsOf, scorecard, type RatedFigures } from "../compare/scorecard";
import type { ProfileOf } from "../compare/profiles";
import type { IndicatorTarget } from "../compare/targets";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import type { CoverageLimits } from "../indicators/gate";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import type { Boards } from "../sources/board-file/placed";
import { peersOfSettings, type PeerSetting } from "../sources/neighbours/peer-groups";
import { withIntervals, type IntervalIndicator } from "../compare/intervals";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { OriginOrder } from "../star/shown-figures";
import type { SourceData } from "../sources/source-data";
import { meantFrequencies } from "./indicator-stage";
import { rateForBoards, ratedOn } from "./rate-for-boards";
import type { Built } from "./loaded";
import type { KeyedBoard } from "./source-rows";

interface ToCompare {
  readonly authority: string;
  readonly counted: readonly KpiValueRow[];
  readonly kept: KeyedBoard;
  readonly boards: Boards;
  readonly known: readonly CatalogueEntry[];
  readonly targets: readonly IndicatorTarget[];
  readonly profilesOn: (boards: Pick<Boards, "kpis">) => ProfileOf;
  readonly order: OriginOrder;
  readonly sources: Pick<SourceData, "neighbourModels">;
  /** Groups of authorities that the settings name. */
  readonly peers: readonly PeerSetting[];
  /** The neighbour model or group that the board shows; null for the usual one. */
  readonly version: string | null;
  readonly built: readonly Built[];
  readonly limits: CoverageLimits;
  /** Leaves out figures of groups of nobody, where their absence says the same. */
  readonly leaveOutNobody: boolean;
}

export interface Compared extends RatedFigures {
  readonly exceptions: Exceptions;
  /** What boards after the first rate otherwise. */
  readonly ofBoards: readonly BoardFigures[];
  /** Those of each of several boards, as it rates its KPIs. */
  readonly exceptionsOfBoards: readonly BoardExceptions[];
  readonly reconciliation: readonly Reconciliation[];
}

/**
 * Our figures beside the published ones. Nothing when no statistics of the authority are loaded.
 */
function reconciled(
  built: readonly Built[],
  published: RatedFigures["published"],
  authority: string,
): Reconciliation[] {
  if (!published.some(({ area }) => area.level === "authority" && area.code === authority))
    return [];
  return reconcile(
    built.flatMap(
      ({ collection, model, context }) => collection.reconciled?.(model, context) ?? [],
    ),
    published,
    authority,
  );
}

/** The indicators, and the KPIs that sheets alone have. */
const onSheets = (
  sheets: readonly KpiSheet[],
  known: ReadonlyMap<string, IntervalIndicator>,
): ReadonlyMap<string, IntervalIndicator> =>
  new Map([
    ...sheets.flatMap(({ rows }) =>
      rows.map(
        ({ id, unit, polarity }) =>
          [id, { unit, polarity: polarity ?? "neutral", countsCases: true }] as const,
      ),
    ),
    ...known,
  ]);

/**
 * Rates the figures, sets them beside published ones and those of neighbours, and finds what is
 * missed or worsening.
 */
export function compareFigures({
  authority,
  counted,
  kept: { kpiSheets, sheetKeys, published, boardKeys },
  boards,
  known,
  targets,
  profilesOn,
  order,
  sources: { neighbourModels },
  peers,
  version,
  built,
  limits,
  leaveOutNobody,
}: ToCompare): Compared {
  const [model, ...otherModels] = modelsOf(
    [...neighbourModels, ...peersOfSettings(peers, authority)],
    version,
  );
  const figures = {
    authority,
    counted,
    sheetKeys,
    published,
    model,
    otherModels,
    order,
    limits,
    leaveOutNobody,
  };
  const how = { boards, known, targets, profilesOn };
  const by = ratedOn(boards, how);
  const { indicators } = by;
  const board = scorecard({ ...figures, ...by, sheets: kpiSheets });
  const ofBoards = rateForBoards(figures, how);
  const frequencies = meantFrequencies(kpiSheets, known);
  const rows = [
    ...withIntervals(board.rows, onSheets(kpiSheets, indicators)),
    ...boardRows(boards, board.rows, {
      authority,
      keyOf: (file) => boardKeys.get(file)!,
    }),
  ];
  return {
    ...board,
    rows,
    clashes: [...board.clashes, ...withoutFigure(boards, board.rows)],
    ofBoards,
    exceptions: exceptionsOf(board.rows, frequencies),
    exceptionsOfBoards: exceptionsOfBoards(board.rows, { boards, ofBoards }, frequencies),
    reconciliation: reconciled(built, board.published, authority),
  };
}
