import { columnOf, type Star } from "../star/frame";

/** Figures that a build prints: the ones that councils are asked for first. Flows of the newest whole calendar year, snapshots of the newest census date. */
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

export interface Headline {
  readonly indicator: string;
  readonly period: string;
  /** The figure in words, with its numerator and denominator. */
  readonly figure: string;
}

/** The newest headline figures of a star, with their names and periods; those that are not known are left out. */
export function headlineFigures(star: Star): Headline[] {
  const [values, indicators] = [star.get("kpi_value")?.frame, star.get("indicator")?.frame];
  if (!values || !indicators) return [];
  const text = (name: string) => columnOf(values, name);
  const [id, frequency, breakdown, role, label, end, numerator, denominator, value, comparability] =
    [
      "indicator_id",
      "frequency",
      "breakdown",
      "area_role",
      "period_label",
      "period_end",
      "numerator",
      "denominator",
      "value",
      "comparability",
    ].map(text);
  const names = new Map(
    Array.from({ length: indicators.numRows() }, (_, row) => [
      columnOf(indicators, "indicator_id").at(row),
      columnOf(indicators, "indicator_name").at(row),
    ]),
  );
  const units = new Map(
    Array.from({ length: indicators.numRows() }, (_, row) => [
      columnOf(indicators, "indicator_id").at(row),
      columnOf(indicators, "unit").at(row),
    ]),
  );
  const newest = new Map<string, number>();
  const isPart = (row: number): boolean =>
    comparability.at(row) === "caution" && frequency.at(row) === "calendar_year";
  for (let row = 0; row < values.numRows(); row++) {
    const figure = value.at(row);
    if (
      breakdown.at(row) !== "all" ||
      role.at(row) !== "own" ||
      typeof figure !== "number" ||
      Number.isNaN(figure) ||
      isPart(row)
    )
      continue;
    const key = `${id.at(row)}|${frequency.at(row)}`;
    const held = newest.get(key);
    if (held === undefined || Number(end.at(row)) > Number(end.at(held))) newest.set(key, row);
  }
  return headlines.flatMap(([indicator, wanted]) => {
    const row = newest.get(`${indicator}|${wanted}`);
    if (row === undefined) return [];
    const figure =
      units.get(indicator) === "percent"
        ? `${one.format(Number(value.at(row)))}% (${whole.format(Number(numerator.at(row)))} of ${whole.format(Number(denominator.at(row)))})`
        : whole.format(Number(value.at(row)));
    return [{ indicator: String(names.get(indicator)), period: String(label.at(row)), figure }];
  });
}
