import type { Unit } from "../../src/kpi/unit";
import type { CouncilFigure } from "../star/council-figure";
import { kpiValueRow, type KpiValueRow } from "../star/kpi-value-row";
import { councilPeriods, type CouncilPeriod } from "./council-periods";
import { partsOfGroup } from "./parts-of-group";
import {
  addsUp,
  sumOfCouncils,
  worst,
  type CouncilPart,
  type CouncilParts,
} from "./sum-of-councils";

/** The area whose councils are put together. */
interface TogetherArea {
  readonly code: string;
  readonly codeType: "ods" | "gss";
  readonly name: string;
  readonly authorities: readonly string[];
}

/** What is known of a council of everybody in a period; null where it has no figure. */
function wholeOf(council: CouncilPeriod | undefined): CouncilPart | null {
  const whole = council?.whole;
  if (!whole) return null;
  const isNobody = whole.status === "not_applicable" && whole.origin === "counted";
  return whole.value !== null
    ? whole
    : isNobody
      ? { ...whole, numerator: 0, denominator: 0 }
      : null;
}

/** A row of the area, like one of a council's, with what the councils make together. */
function rowOf(
  like: CouncilFigure,
  { parts, refused = null }: CouncilParts,
  {
    area: { code, codeType, name, authorities },
    unit,
    sourceKey,
  }: { readonly area: TogetherArea; readonly unit: Unit; readonly sourceKey: number },
): KpiValueRow {
  const known = parts.flatMap((part) => part ?? []);
  const without = authorities.filter((_, i) => parts[i] === null);
  const isWhole = refused === null && without.length === 0;
  const whole = isWhole ? sumOfCouncils(known, unit) : null;
  const missing =
    refused ??
    (without.length > 0 ? `Without a figure: ${without.join(", ")}` : "The figures do not add up");
  return kpiValueRow({
    indicator_id: like.indicator_id,
    area_code: code,
    area_code_type: codeType,
    area_role: "own",
    for_area_code: code,
    period_start: like.period_start,
    period_end: like.period_end,
    period_label: like.period_label,
    frequency: like.frequency,
    breakdown: like.breakdown,
    breakdown_value: like.breakdown_value,
    service: like.service,
    as_at: like.as_at,
    method: like.method,
    origin: like.origin,
    source_key: sourceKey,
    cohort_note: like.cohort_note,
    footprint: name,
    value: whole?.value ?? null,
    numerator: whole?.numerator ?? null,
    denominator: whole?.denominator ?? null,
    status: whole === null ? "not_available" : whole.value === null ? "not_applicable" : "ok",
    status_text: whole === null ? missing : null,
    comparability: whole === null || whole.value === null ? null : worst(known),
    comparability_note: whole?.how ?? missing,
  });
}

/** The mean of the councils that have a value, each counting alike, beside the figure of them all. */
function meanOf(row: KpiValueRow, { parts }: CouncilParts): KpiValueRow[] {
  const valued = parts.flatMap((part) => (part && part.value !== null ? part : []));
  if (row.value === null) return [];
  return [
    {
      ...row,
      area_code: `councils of ${row.area_code}`,
      area_code_type: "group",
      area_role: "other",
      method: "mean",
      is_shown: null,
      area_count: valued.length,
      numerator: null,
      denominator: null,
      value: valued.reduce((total, { value }) => total + value!, 0) / valued.length,
      comparability: worst(valued),
      comparability_note: `Simple mean of ${valued.length} councils`,
    },
  ];
}

/**
 * The figures of an area of several councils, of everybody and of each group: counts added up,
 * shares and rates pooled, and beside them the mean of the councils. Where a council has no figure
 * there is none, and the note names it; nor is there one of medians and the like, which do not add
 * up. Groups stand where everybody's figure does.
 */
export function councilsTogether(
  figures: readonly CouncilFigure[],
  area: TogetherArea,
  {
    indicators,
    sourceKey,
  }: {
    readonly indicators: ReadonlyMap<string, { readonly unit: Unit }>;
    readonly sourceKey: number;
  },
): KpiValueRow[] {
  const { authorities } = area;
  const rows: KpiValueRow[] = [];
  for (const period of councilPeriods(figures, new Set(authorities))) {
    const councils = authorities.map((authority) => period.get(authority));
    const like = councils.find((council) => council?.whole)?.whole;
    if (!like) continue;
    const unit = indicators.get(like.indicator_id)?.unit;
    if (unit === undefined || !addsUp(unit)) continue;
    const about = { area, unit, sourceKey };
    const add = (of: CouncilFigure, parts: CouncilParts): KpiValueRow => {
      const row = rowOf(of, parts, about);
      rows.push(row, ...(unit === "count" ? [] : meanOf(row, parts)));
      return row;
    };
    const { status } = add(like, { parts: councils.map(wholeOf) });
    // Nothing is known of groups where nothing is of everybody.
    if (status === "not_available") continue;
    for (const group of partsOfGroup(councils)) add(group.like, group);
  }
  return rows;
}
