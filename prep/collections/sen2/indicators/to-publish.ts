import type { Figure } from "../../../indicators/figure";
import type { KpiValueRow } from "../../../star/kpi-value-row";
import type { Sen2Model } from "../model/model";
import { needShares } from "./need-shares";
import { oneReturnAlone } from "./reconciled";

/** Counted plans as what shares are made of. */
const asFigure = (row: KpiValueRow): Figure => ({
  indicator: row.indicator_id,
  frequency: row.frequency as Figure["frequency"],
  start: row.period_start,
  end: row.period_end,
  label: row.period_label,
  breakdown: row.breakdown,
  breakdownValue: row.breakdown_value,
  numerator: row.numerator,
  denominator: row.denominator,
  value: row.value,
  status: "ok",
  statusText: row.status_text,
  caution: row.comparability_note,
  asAt: row.as_at,
});

/**
 * What a return would be published as, past the gate: figures of its calendar year and its reference
 * date, counted from it alone, and shares of primary needs. `rowsOf` puts figures past the gate.
 */
export function figuresToPublish(
  model: Sen2Model,
  r: number,
  rowsOf: (alone: Sen2Model, figures: readonly Figure[]) => readonly KpiValueRow[],
): readonly KpiValueRow[] {
  const { alone, figures } = oneReturnAlone(model, r);
  const [{ start: year }] = alone.periods;
  const isWanted = ({ indicator, breakdown, frequency, start }: Figure): boolean =>
    (frequency === "census" || (frequency === "calendar_year" && start === year)) &&
    (breakdown === "all" || (breakdown === "primary_need" && indicator === "ehc_plans_maintained"));
  const rows = rowsOf(alone, figures.filter(isWanted));
  const atCensus = rows.filter(({ frequency }) => frequency === "census");
  const plans = atCensus.find(
    ({ indicator_id, breakdown }) => indicator_id === "ehc_plans_maintained" && breakdown === "all",
  );
  // A need that could not be shown for itself leaves the sum of the others too small.
  const isWhole = atCensus.every(({ breakdown, value }) => breakdown === "all" || value !== null);
  const shares = isWhole ? needShares(atCensus.map(asFigure)) : [];
  return [
    ...rows.filter(({ breakdown }) => breakdown === "all"),
    ...shares.map(({ indicator, numerator, denominator, value }): KpiValueRow => ({
      ...plans!,
      indicator_id: indicator,
      numerator,
      denominator,
      value,
      ...cautionOf(atCensus),
    })),
  ];
}

/** Why the shares are to be read with care, where any of their plans is. */
function cautionOf(
  rows: readonly KpiValueRow[],
): Pick<KpiValueRow, "comparability" | "comparability_note"> {
  const careful = rows.find(
    ({ indicator_id, comparability }) =>
      indicator_id === "ehc_plans_maintained" && comparability === "caution",
  );
  return {
    comparability: careful ? "caution" : "comparable",
    comparability_note: careful?.comparability_note ?? null,
  };
}
