import type { Words } from "../host/words";
import {
  absenceText,
  averageName,
  comparatorInFull,
  comparatorText,
  directionInFull,
  doubtText,
  endText,
  gapText,
  previousText,
  rankText,
  secondaryText,
  spcText,
  statusText,
  targetText,
  valueText,
} from "./display";
import type { Kpi } from "./kpi";
import { sayDay, sayPeriod } from "./say-period";

interface TooltipItem {
  readonly displayName: string;
  readonly value: string;
}

/** What hover and focus both say of a KPI; things that are not there are left out. */
export function tooltipItems(kpi: Kpi, words: Words): TooltipItem[] {
  const { latest, notes } = kpi;
  const lines: readonly (readonly [string, string | null])[] = [
    [
      "tip_value",
      [valueText(kpi), secondaryText(kpi, words)].join(" ").trim() || absenceText(kpi, words),
    ],
    ["tip_period", sayPeriod(latest.period.label, words)],
    [
      "tip_as_at",
      kpi.asAt === null ? "" : sayDay(kpi.asAt, words) + (kpi.stale ? ` (${words("stale")})` : ""),
    ],
    ["tip_status", statusText(kpi, words)],
    ["tip_own", [kpi.own.status, kpi.own.direction].filter(Boolean).join(", ")],
    ["tip_doubts", doubtText(kpi, words)],
    ["tip_rule", kpi.rule && words(`choice_${kpi.rule}`)],
    ["tip_end", endText(kpi, words)],
    ["tip_target", latest.value === null && latest.target === null ? "" : targetText(kpi, words)],
    ["tip_gap", gapText(kpi)],
    ["tip_previous", previousText(kpi)],
    ["tip_direction", directionInFull(kpi, words)],
    ["tip_spc", spcText(kpi, words)],
    ["tip_england", comparatorInFull(kpi.england, kpi, words)],
    ["tip_region", comparatorInFull(kpi.region, kpi, words)],
    [
      "tip_neighbours",
      kpi.average === null
        ? ""
        : `${comparatorInFull(kpi.average, kpi, words)} (${averageName(kpi, words)})`,
    ],
    ["tip_rank", rankText(kpi, words)],
    [
      "tip_comparability",
      notes.comparability ?? (latest.comparability === "comparable" ? "" : words("caution")),
    ],
    ["tip_definition", notes.definition],
    ["tip_source", notes.source],
    ["tip_cohort", notes.cohort],
    ["tip_footprint", notes.footprint],
    ["tip_commentary", notes.commentary],
  ];
  return [
    { displayName: words("tip_indicator"), value: kpi.name },
    ...lines.flatMap(([key, value]) => (value ? [{ displayName: words(key), value }] : [])),
    ...kpi.others.flatMap(({ name, value }) =>
      value === null
        ? []
        : [
            {
              displayName: name,
              value: comparatorText(
                { value, words: null, period: null, comparability: "comparable", note: null },
                kpi,
              ),
            },
          ],
    ),
    ...kpi.tooltips.map(({ name, text }) => ({ displayName: name, value: text })),
  ];
}
