import type { Figure } from "../indicators/figure";
import type { OwnFigure } from "./reconcile";

/** Published other needs hold Down syndrome too, which has a code of its own in the return. */
const PUBLISHED_NEED: Readonly<Record<string, string>> = { DS: "oth" };

/**
 * Shares of primary needs as they are published, from the counted caseload by primary need: `ehc_primary_need_asd_pct` and its like, of all plans in force
 * at the same day.
 */
export function needShares(figures: readonly Figure[]): OwnFigure[] {
  const plans = figures.filter(
    ({ indicator, value }) => indicator === "ehc_plans_maintained" && value !== null,
  );
  const totals = new Map(
    plans
      .filter(({ breakdown }) => breakdown === "all")
      .map((figure) => [`${figure.frequency} ${figure.end}`, figure.value!]),
  );
  const counts = new Map<
    string,
    { readonly figure: Figure; readonly need: string; count: number }
  >();
  for (const figure of plans) {
    if (figure.breakdown !== "primary_need" || figure.breakdownValue === "not_recorded") continue;
    const need = PUBLISHED_NEED[figure.breakdownValue] ?? figure.breakdownValue.toLowerCase();
    const key = `${need} ${figure.frequency} ${figure.end}`;
    const known = counts.get(key);
    if (known) known.count += figure.value!;
    else counts.set(key, { figure, need, count: figure.value! });
  }
  return [...counts.values()].flatMap(({ figure, need, count }): OwnFigure[] => {
    const total = totals.get(`${figure.frequency} ${figure.end}`);
    if (!total) return [];
    return [
      {
        indicator: `ehc_primary_need_${need}_pct`,
        frequency: figure.frequency,
        end: figure.end,
        numerator: count,
        denominator: total,
        value: (100 * count) / total,
      },
    ];
  });
}
