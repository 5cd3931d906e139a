import { kpiValue } from "../../star/kpi-value";
import type { CoverageLimits } from "../../indicators/gate";
import type { Dialect } from "../dialect";
import type { SqlStep } from "../step";
import { starQuery } from "./star-query";

/** How the columns that a counted figure fills are written; the others are blank. */
const FILLED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(kpiValue.columns.map(({ name }) => [name, "NULL"])),
  indicator_id: "indicator",
  area_code: "area_code",
  area_code_type: "area_type",
  area_role: "'own'",
  for_area_code: "area_code",
  period_start: "period_start",
  period_end: "period_end",
  period_label: "period_label",
  frequency: "frequency",
  breakdown: "breakdown",
  breakdown_value: "grp",
  service: "'all'",
  numerator:
    "CASE WHEN status <> 'not_available' AND statistic IN ('count', 'percent', 'mean') THEN n END",
  denominator: "CASE WHEN status <> 'not_available' THEN d END",
  value:
    "CASE WHEN status = 'ok' THEN CASE statistic WHEN 'count' THEN CAST(n AS DOUBLE) WHEN 'percent' THEN CAST(100 * n AS DOUBLE) / d WHEN 'mean' THEN CAST(n AS DOUBLE) / d ELSE stat END END",
  status: "status",
  status_text:
    "CASE status WHEN 'not_available' THEN missing WHEN 'not_applicable' THEN 'Nobody to count' END",
  as_at: "CASE WHEN status <> 'not_available' THEN period_end END",
  method: "'counted'",
  origin: "'counted'",
  source_key: "1",
  comparability:
    "CASE WHEN status = 'ok' THEN CASE WHEN caution IS NULL THEN 'comparable' ELSE 'caution' END END",
  comparability_note: "CASE WHEN status <> 'not_available' THEN caution END",
  rows_eligible: "eligible",
  rows_left_out: "left_out",
  left_out_reason: "CASE WHEN eligible IS NULL OR left_out > 0 THEN gap_why END",
  cohort_note:
    "'Internal: not for publication before a published profile and the release register have run'",
  footprint: "area_code",
  is_shown: "1",
};

/** The figures past the gate on what was read in part, as `kpi_value` of the star. */
export const kpiValueSteps = (
  { cautionAbove, notAvailableAbove }: CoverageLimits,
  dialect: Dialect,
): readonly SqlStep[] => [
  {
    name: "gated",
    makes: "table",
    rule: `A figure that leaves out more than ${cautionAbove} per cent of what should have been counted
      is to be read with care; above ${notAvailableAbove} per cent, or where what it needs was not
      read, it is not available. It never becomes 0.`,
    query: `SELECT f.*, a.area_type, CASE WHEN told IS NOT NULL THEN 'not_available'
    WHEN share > ${notAvailableAbove} OR (share > ${cautionAbove} AND is_empty) THEN 'not_available'
    WHEN is_empty THEN 'not_applicable' ELSE 'ok' END AS status,
  COALESCE(told, gap_why) AS missing,
  CASE WHEN share > ${cautionAbove} AND of_figure IS NOT NULL THEN of_figure || '; ' || gap_why
    WHEN share > ${cautionAbove} THEN gap_why ELSE of_figure END AS caution
FROM (
  SELECT f.indicator, f.area_code, f.frequency, f.period_start, f.period_end, f.period_label,
    f.breakdown, f.grp, f.statistic, f.n, f.d, f.stat, f.missing AS told,
    COALESCE(f.of_silent, f.of_version) AS of_figure, f.statistic <> 'count' AND COALESCE(f.d,
      0) = 0 AS is_empty,
    CASE WHEN f.missing IS NOT NULL THEN NULL WHEN f.own_share >= COALESCE(g.share, -1)
      THEN f.own_share ELSE g.share END AS share,
    CASE WHEN f.missing IS NOT NULL THEN NULL WHEN f.own_share >= COALESCE(g.share, -1)
      THEN f.own_eligible ELSE g.eligible END AS eligible,
    CASE WHEN f.missing IS NOT NULL THEN NULL WHEN f.own_share >= COALESCE(g.share, -1)
      THEN f.own_left_out ELSE g.left_out END AS left_out,
    CASE WHEN f.missing IS NOT NULL THEN NULL WHEN f.own_share >= COALESCE(g.share, -1)
      THEN CAST(f.own_left_out AS STRING) || ' of ' || CAST(f.own_eligible AS STRING)
      || ' referrals were last shown before their four weeks were over' ELSE g.why END AS gap_why
  FROM (
    SELECT f.*, d + own_left_out AS own_eligible, CASE WHEN own_left_out IS NULL THEN NULL
      WHEN d + own_left_out = 0 THEN 0 ELSE CAST(100 * own_left_out
      AS DOUBLE) / (d + own_left_out) END AS own_share
    FROM figure f
  ) f
  JOIN list_of l ON l.indicator = f.indicator AND l.breakdown = f.breakdown
  LEFT JOIN worst_gap g ON g.list = l.list AND g.first_month = f.first_month
    AND g.last_month = f.last_month
) f JOIN area a ON a.area_code = f.area_code`,
  },
  {
    name: "kpi_value",
    makes: "table",
    isOfStar: true,
    partition: "period_end",
    rule: `The figures with the columns of the star's kpi_value, internal: nothing is suppressed. A group
      without a row had nobody in the period.`,
    query: starQuery(kpiValue, "gated", FILLED, dialect),
  },
];
