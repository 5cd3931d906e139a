import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** The frequency to show of an indicator that has several: the first of these that it has. */
const FREQUENCIES = [
  "month",
  "half_term",
  "term",
  "quarter",
  "census",
  "academic_year",
  "financial_year",
  "calendar_year",
  "rolling_12_months",
  "year_to_date",
];
/** Figures of terms stand beside figures of terms only. */
const TERMLY = new Set(["term", "half_term", "year_to_date"]);
const isAlike = (one, other) => one === other || !(TERMLY.has(one) || TERMLY.has(other));
const MOST_PERIODS = 36;

const byRow = (file) => parse(readFileSync(file), { columns: true, bom: true });
const byKey = (file, key) =>
  new Map(existsSync(file) ? byRow(file).map((row) => [row[key], row]) : []);
const numberOr = (text) => (text === "" || text === undefined ? undefined : Number(text));
const textOr = (text) => (text === "" || text === undefined ? undefined : text);

/**
 * The whole-authority figures of a build folder as rows by field well, latest periods first cut to
 * what a scorecard shows. Throws where there is no build.
 */
export function buildRows(folder) {
  const files = ["kpi_board", "kpi_comparator"].map((name) => join(folder, `star/${name}.csv`));
  for (const file of files)
    if (!existsSync(file))
      throw new Error(`${file} is not there: give the folder that "send-scorecard build" wrote.`);
  const indicators = byKey(join(folder, "star/indicator.csv"), "indicator_id");
  const areas = byKey(join(folder, "star/area.csv"), "area_code");
  const byIndicator = new Map();
  for (const file of files)
    for (const row of byRow(file)) {
      if ((row.breakdown ?? "all") !== "all") continue;
      // The board's figures are all of the own area.
      const figure = { area_role: "own", for_area_code: row.area_code, ...row };
      const list = byIndicator.get(row.indicator_id) ?? [];
      list.push(figure);
      byIndicator.set(row.indicator_id, list);
    }
  return [...byIndicator].flatMap(([id, rows]) => {
    const frequency =
      FREQUENCIES.find((name) =>
        rows.some((row) => row.frequency === name && row.area_role === "own"),
      ) ?? rows[0].frequency;
    const ends = [
      ...new Set(rows.filter((row) => row.frequency === frequency).map((row) => row.period_end)),
    ]
      .sort()
      .slice(-MOST_PERIODS);
    const about = indicators.get(id) ?? {};
    return rows
      .filter((row) =>
        row.area_role === "own"
          ? row.frequency === frequency && ends.includes(row.period_end)
          : isAlike(row.frequency, frequency),
      )
      .map((row) => ({
        indicator: about.indicator_name || id,
        section: about.section || about.collection,
        lens: textOr(about.lens),
        priority: textOr(about.priority),
        owner: textOr(about.owner),
        commentary: textOr(about.commentary),
        sort: numberOr(about.sort_order),
        unit: about.unit,
        polarity: about.polarity,
        definition:
          [about.numerator_definition, about.denominator_definition].filter(Boolean).join(" / ") ||
          undefined,
        period: row.period_label,
        frequency: row.frequency,
        areaRole: row.area_role,
        area: areas.get(row.area_code)?.area_name ?? row.area_code,
        forArea:
          row.for_area_code === row.area_code
            ? undefined
            : (areas.get(row.for_area_code)?.area_name ?? row.for_area_code),
        method: textOr(row.method),
        neighbourModel: textOr(row.neighbour_model),
        value: numberOr(row.value),
        numerator: numberOr(row.denominator) === undefined ? undefined : numberOr(row.numerator),
        denominator: numberOr(row.denominator),
        target: numberOr(row.target),
        lower: numberOr(row.lower),
        upper: numberOr(row.upper),
        statusWords: row.value === "" ? row.status_text || row.status : undefined,
        textValue: textOr(row.text_value),
        asAt: textOr(row.as_at),
        nextDue: textOr(row.next_due),
        areaCount: numberOr(row.area_count),
        comparability: textOr(row.comparability),
        comparabilityNote: textOr(row.comparability_note),
        cohort: textOr(row.cohort_note),
      }));
  });
}
