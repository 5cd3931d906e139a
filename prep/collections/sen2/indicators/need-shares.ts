import { escape, op } from "arquero";
import { recordTable } from "../../../columns/record-table";
import type { Figure } from "../../../indicators/figure";
import type { OwnFigure } from "../../../indicators/own-figure";

/** Published other needs hold Down syndrome too, which has a code of its own in the return. */
const PUBLISHED_NEED: Readonly<Record<string, string>> = { DS: "oth" };

/** What is counted, and when. */
const DAY = ["frequency", "end"] as const;

interface Count extends Pick<OwnFigure, "frequency" | "end"> {
  readonly need: string;
  readonly numerator: number;
  readonly denominator: number | null | undefined;
}

const isPlans = ({ indicator, value }: Figure): boolean =>
  indicator === "ehc_plans_maintained" && value !== null;
const isEverybody = ({ breakdown }: Figure): boolean => breakdown === "all";
const isOfNeed = ({ breakdown, breakdownValue }: Figure): boolean =>
  breakdown === "primary_need" && breakdownValue !== "not_recorded";
const needOf = ({ breakdownValue }: Figure): string =>
  PUBLISHED_NEED[breakdownValue] ?? breakdownValue.toLowerCase();

/**
 * Shares of primary needs as they are published, from the counted caseload by primary need:
 * `ehc_primary_need_asd_pct` and its like, of all plans in force at the same day.
 */
export function needShares(figures: readonly Figure[]): OwnFigure[] {
  const plans = recordTable(figures.filter(isPlans), [
    ...DAY,
    "breakdown",
    "breakdownValue",
    "value",
  ]);
  const everybody = plans.filter(escape(isEverybody)).select(...DAY, { value: "denominator" });
  const shares = plans
    .filter(escape(isOfNeed))
    .derive({ need: escape(needOf) })
    .groupby("need", ...DAY)
    .rollup({ numerator: op.sum("value") })
    .lookup(everybody, [[...DAY]], "denominator")
    .filter(escape(({ denominator }: Count) => Boolean(denominator)))
    .derive({
      indicator: escape(({ need }: Count) => `ehc_primary_need_${need}_pct`),
      value: escape(({ numerator, denominator }: Count) => (100 * numerator) / denominator!),
    })
    .select("indicator", ...DAY, "numerator", "denominator", "value");
  return shares.objects() as OwnFigure[];
}
