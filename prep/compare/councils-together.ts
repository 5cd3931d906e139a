import type { Comparability } from "../../src/kpi/comparability";
import { kpiValueRow, type KpiValueRow } from "../star/kpi-value-row";
import type { RatedIndicator } from "./rate-rows";

/** The area whose councils are put together. */
interface TogetherArea {
  readonly code: string;
  readonly codeType: "ods" | "gss";
  readonly name: string;
  readonly authorities: readonly string[];
}

/** Shares and rates that are worked out from parts that add up, with what they are multiplied by. */
const MULTIPLIER: Readonly<Partial<Record<RatedIndicator["unit"], number>>> = {
  percent: 100,
  per_100: 100,
  per_1000: 1_000,
  per_10000: 10_000,
  per_100000: 100_000,
};

const keyOf = (row: KpiValueRow): string =>
  [row.indicator_id, row.service, row.method, row.origin, row.frequency, row.period_end].join("|");

const sum = (values: readonly (number | null)[]): number | null =>
  values.some((value) => value === null)
    ? null
    : values.reduce<number>((total, value) => total + value!, 0);

/** The least comparable of some figures. */
function worst(rows: readonly KpiValueRow[]): Comparability {
  const all = rows.map(({ comparability }) => comparability);
  if (all.includes("not_comparable")) return "not_comparable";
  return all.includes("caution") ? "caution" : "comparable";
}

interface Together {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How it was put together, in words. */
  readonly how: string;
}

/** The figure of all councils: counts added up, shares pooled; null where neither can be done. */
function together(rows: readonly KpiValueRow[], unit: RatedIndicator["unit"]): Together | null {
  const numerator = sum(rows.map((row) => row.numerator));
  const denominator = sum(rows.map((row) => row.denominator));
  const times = MULTIPLIER[unit];
  if (unit === "count")
    return {
      value: sum(rows.map((row) => row.value)),
      numerator,
      denominator: null,
      how: `Sum of ${rows.length} councils`,
    };
  if (times === undefined || numerator === null || denominator === null) return null;
  return {
    value: denominator === 0 ? null : (times * numerator) / denominator,
    numerator,
    denominator,
    how: `Pooled: sum of numerators over sum of denominators of ${rows.length} councils`,
  };
}

/** Counted or published, of everybody: what a sheet prints is the council's own. */
const canAddUp = ({ area_role, breakdown, origin }: KpiValueRow): boolean =>
  area_role === "own" && breakdown === "all" && origin !== "sheet";

/**
 * The figures of an area of several councils: counts added up, shares and rates pooled, and beside
 * them the mean of the councils. Where a council has no figure there is none, and the note names it;
 * nor is there one of medians and the like, which do not add up.
 */
export function councilsTogether(
  rows: readonly KpiValueRow[],
  { code, codeType, name, authorities }: TogetherArea,
  {
    indicators,
    sourceKey,
  }: {
    readonly indicators: ReadonlyMap<string, Pick<RatedIndicator, "unit">>;
    readonly sourceKey: number;
  },
): KpiValueRow[] {
  const groups = new Map<string, KpiValueRow[]>();
  for (const row of rows) {
    if (!canAddUp(row) || !authorities.includes(row.area_code)) continue;
    const list = groups.get(keyOf(row));
    if (list) list.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()].flatMap((of): KpiValueRow[] => {
    const unit = indicators.get(of[0].indicator_id)?.unit;
    const without = authorities.filter(
      (authority) => !of.some((row) => row.area_code === authority && row.value !== null),
    );
    const whole = unit === undefined || without.length > 0 ? null : together(of, unit);
    if (whole === null && without.length === 0) return [];
    const shared = {
      ...of[0],
      area_code: code,
      area_code_type: codeType,
      for_area_code: code,
      source_key: sourceKey,
      footprint: name,
    };
    const missing = `Without a figure: ${without.join(", ")}`;
    const row = kpiValueRow({
      ...pick(shared),
      value: whole?.value ?? null,
      numerator: whole?.numerator ?? null,
      denominator: whole?.denominator ?? null,
      status: whole === null ? "not_available" : whole.value === null ? "not_applicable" : "ok",
      status_text: whole === null ? missing : null,
      comparability: whole === null || whole.value === null ? null : worst(of),
      comparability_note: whole?.how ?? missing,
    });
    return whole === null || unit === "count" ? [row] : [row, meanOf(of, pick(shared))];
  });
}

/** What rows of one figure share, whatever their value. */
const pick = ({
  indicator_id,
  area_code,
  area_code_type,
  area_role,
  for_area_code,
  period_start,
  period_end,
  period_label,
  frequency,
  service,
  as_at,
  method,
  origin,
  source_key,
  cohort_note,
  footprint,
}: KpiValueRow) => ({
  indicator_id,
  area_code,
  area_code_type,
  area_role,
  for_area_code,
  period_start,
  period_end,
  period_label,
  frequency,
  service,
  as_at,
  method,
  origin,
  source_key,
  cohort_note,
  footprint,
});

/** The mean of the councils, each counting alike, beside the figure of them all. */
const meanOf = (of: readonly KpiValueRow[], shared: ReturnType<typeof pick>): KpiValueRow =>
  kpiValueRow({
    ...shared,
    area_code: `councils of ${shared.area_code}`,
    area_code_type: "group",
    area_role: "other",
    method: "mean",
    area_count: of.length,
    numerator: null,
    denominator: null,
    value: of.reduce((total, { value }) => total + value!, 0) / of.length,
    status: "ok",
    comparability: worst(of),
    comparability_note: `Simple mean of ${of.length} councils`,
  });
