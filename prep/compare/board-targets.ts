import { firstOfEach, type Boards } from "../sources/board-file/placed";
import type { IndicatorTarget } from "./targets";

/**
 * The targets that boards set, of the first board that has the KPI. An indicator with a target in
 * the settings has none here: that one goes before.
 */
export function boardTargets(
  boards: Pick<Boards, "kpis">,
  settings: readonly IndicatorTarget[],
): IndicatorTarget[] {
  const set = new Set(settings.map(({ indicator }) => indicator));
  return [...firstOfEach(boards).values()]
    .filter(({ id }) => !set.has(id))
    .flatMap(({ id, targets, tolerance, polarity }) =>
      targets.map(({ target, from }) => ({ indicator: id, target, tolerance, polarity, from })),
    );
}
