import { desc, escape, table, type ColumnTable } from "arquero";
import { valuesOf } from "../columns/record-table";
import { areaNamesOf } from "../publish/exceptions/subject";
import type { Star } from "../star/frame";

/**
 * Figures that a build prints: the ones that councils are asked for first. Flows of the newest
 * whole calendar year,
 * snapshots of the newest census date.
 */
const headlines: readonly (readonly [indicator: string, frequency: string])[] = [
  ["ehc_plans_maintained", "census"],
  ["ehc_requests_received", "calendar_year"],
  ["ehc_request_decisions_within_6_weeks_pct", "calendar_year"],
  ["ehc_plans_issued", "calendar_year"],
  ["ehc_plans_within_20_weeks_pct", "calendar_year"],
  ["annual_review_held_12_months_pct", "census"],
];

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

interface Headline {
  /** Name of the area where the build is of several; null where it is of one. */
  readonly area: string | null;
  readonly indicator: string;
  readonly period: string;
  /** The figure in words, with its numerator and denominator. */
  readonly figure: string;
}

/** A headline figure with what its indicator is called. */
interface NamedFigure {
  readonly indicator_name: string;
  readonly unit: string;
  readonly period_label: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
}

/** True for a figure that is known and, of a calendar year, speaks of the whole of it. */
const isWhole = ({ value, comparability, frequency }: Record<string, unknown>): boolean =>
  typeof value === "number" &&
  !Number.isNaN(value) &&
  !(comparability === "caution" && frequency === "calendar_year");

function figureWords({ unit, value, numerator, denominator }: NamedFigure): string {
  if (unit !== "percent") return whole.format(value);
  return `${one.format(value)}% (${whole.format(numerator)} of ${whole.format(denominator)})`;
}

const KEY = ["indicator_id", "frequency"];
const FIGURE = ["comparability", "period_label", "period_end", "numerator", "denominator", "value"];

/** The newest headline figures of one area, named. */
function ofArea(figures: ColumnTable, indicators: ColumnTable, area: string): NamedFigure[] {
  const wanted = table({
    indicator_id: headlines.map(([indicator]) => indicator),
    frequency: headlines.map(([, frequency]) => frequency),
  });
  const newest = figures
    .filter(escape(({ area_code: code }: { area_code: string }) => code === area))
    .select(...KEY, ...FIGURE)
    .filter(escape(isWhole))
    .orderby(desc("period_end"))
    .dedupe(...KEY);
  const named = wanted
    .lookup(newest, [KEY], ...FIGURE)
    .lookup(indicators, "indicator_id", "indicator_name", "unit")
    .filter(escape(isWhole));
  return named.objects() as NamedFigure[];
}

/**
 * The newest headline figures of a star by area, with their names and periods, as the board shows
 * them; those that are not known are left out.
 */
export function headlineFigures(star: Star): Headline[] {
  const [values, indicators] = [star.get("kpi_board")?.frame, star.get("indicator")?.frame];
  if (!values || !indicators) return [];
  const figures = values.filter(escape(({ is_shown: shown }: { is_shown: number }) => shown !== 0));
  const areas = valuesOf<string>(
    figures.select("area_code").dedupe("area_code").orderby("area_code"),
    "area_code",
  );
  const names = areaNamesOf(star);
  return areas.flatMap((area) =>
    ofArea(figures, indicators, area).map((figure) => ({
      area: areas.length === 1 ? null : (names.get(area) ?? area),
      indicator: figure.indicator_name,
      period: figure.period_label,
      figure: figureWords(figure),
    })),
  );
}
