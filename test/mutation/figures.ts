import { collections } from "../../prep/collections/index";
import { kpiValue } from "../../prep/star/kpi-value";
import type { Star } from "../../prep/star/frame";
import type { Source, WorldFile } from "./world";

/** What is compared of a figure. */
export interface ComparedFigure {
  readonly numbers: readonly (number | null)[];
  readonly status: string;
  readonly comparability: string | null;
}

/** The figures of a build by their keys, the parts of a key with tabs between. */
export type Figures = ReadonlyMap<string, ComparedFigure>;

const NUMBERS = ["value", "numerator", "denominator", "secondary_value"];
const KEY = kpiValue.key;
/** Between the parts of a key: groups of two breakdowns have bars in their names. */
const BETWEEN = "\t";

interface Values {
  at(row: number): string | number | null | undefined;
}

export function figuresIn(star: Star): Figures {
  const { frame } = star.get("kpi_value")!;
  const column = (name: string): Values => frame.column(name)! as Values;
  const key = KEY.map(column);
  const numbers = NUMBERS.map(column);
  const [status, comparability] = [column("status"), column("comparability")];
  const figures = new Map<string, ComparedFigure>();
  for (let row = 0; row < frame.numRows(); row++)
    figures.set(key.map((values) => values.at(row)).join(BETWEEN), {
      numbers: numbers.map((values) => {
        const value = values.at(row);
        return value === undefined || value === null || Number.isNaN(value) ? null : Number(value);
      }),
      status: String(status.at(row)),
      comparability: (comparability.at(row) as string | null | undefined) ?? null,
    });
  return figures;
}

/** The figures of `kpi_value.csv`, as its rows are read. */
export const figuresOfRows = (rows: readonly Readonly<Record<string, string>>[]): Figures =>
  new Map(
    rows.map((row) => [
      KEY.map((column) => row[column]).join(BETWEEN),
      {
        numbers: NUMBERS.map((column) => (row[column] === "" ? null : Number(row[column]))),
        status: row.status,
        comparability: row.comparability || null,
      },
    ]),
  );

const EVERYBODY = "all";

/** The key of the figure of everybody that a group is part of. */
const wholeOf = (key: string): string =>
  key
    .split(BETWEEN)
    .map((value, i) => (KEY[i].startsWith("breakdown") ? EVERYBODY : value))
    .join(BETWEEN);
const breakdownOf = (key: string): string => `${wholeOf(key)} | ${part(key, "breakdown")}`;

/**
 * Written figures with the zeros of groups of nobody that they leave out, for the keys that are asked
 * for: where the count of everybody is known, and is 0 or has another group of the breakdown beside
 * it, and no group of the breakdown is unknown or doubted for itself.
 */
export function withLeftOut(figures: Figures, keys: Iterable<string>): Figures {
  const found = new Map(figures);
  const [breakdowns, unknown] = [new Set<string>(), new Set<string>()];
  for (const [key, { status, comparability }] of figures) {
    const isDoubted =
      comparability === "caution" && figures.get(wholeOf(key))?.comparability !== "caution";
    const isKnown = ["ok", "not_applicable"].includes(status) && !isDoubted;
    (isKnown ? breakdowns : unknown).add(breakdownOf(key));
  }
  for (const key of keys) {
    const whole = figures.get(wholeOf(key));
    if (found.has(key) || part(key, "method") !== "counted" || whole?.status !== "ok") continue;
    if (unknown.has(breakdownOf(key))) continue;
    const [, numerator, denominator] = whole.numbers;
    const isCount = numerator !== null && denominator === null;
    if (isCount && (numerator === 0 || breakdowns.has(breakdownOf(key))))
      found.set(key, { ...whole, numbers: [0, 0, null, null] });
  }
  return found;
}

const sourceOfId = new Map<string, Source>(
  collections.flatMap(({ id, indicators }) =>
    indicators.map((indicator) => [indicator.id, id as Source] as const),
  ),
);

const part = (key: string, name: string): string => key.split(BETWEEN)[KEY.indexOf(name)];

/** Where the figure of a key comes from. */
export function sourceOf(key: string): Source | undefined {
  const origin = part(key, "origin");
  return origin === "counted" ? sourceOfId.get(part(key, "indicator_id")) : (origin as Source);
}

/** Whether a breakdown is one, or of two with it among them, such as age_band_by_primary_need. */
const isOf = (name: string, breakdown: string): boolean => breakdown.split("_by_").includes(name);

/** Tables that only some figures use, by source and table. */
const USES: readonly {
  readonly source: Source;
  readonly table: RegExp;
  readonly uses: (indicator: string, breakdown: string) => boolean;
}[] = [
  { source: "sen2", table: /^senneed$/, uses: (_, breakdown) => isOf("primary_need", breakdown) },
  {
    source: "school-census",
    table: /^termlyexclusions/,
    uses: (indicator) => /suspen|exclusion/.test(indicator),
  },
  {
    source: "school-census",
    table: /sessiondetails/,
    uses: (indicator) => /absence|sessions/.test(indicator),
  },
  {
    source: "school-census",
    table: /^senneeds/,
    uses: (_, breakdown) => isOf("primary_need", breakdown),
  },
  {
    source: "school-census",
    table: /^fsmperiod/,
    uses: (_, breakdown) => isOf("free_meals", breakdown),
  },
];

/** Whether a figure is made from a file, so that damage to the file may change it. */
export function usesFile(key: string, { source, table }: WorldFile): boolean {
  if (sourceOf(key) !== source) return false;
  const rule = USES.find((one) => one.source === source && one.table.test(table));
  return rule?.uses(part(key, "indicator_id"), part(key, "breakdown")) ?? true;
}
