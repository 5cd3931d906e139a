import { kpiValue } from "../star/kpi-value";
import type { KpiValueRow } from "../star/kpi-value-row";

const keyColumns = kpiValue.key as readonly (keyof KpiValueRow)[];

/**
 * The key of a figure as one text. There are hundreds of thousands of figures: it is put together
 * in place.
 */
function figureKey(row: KpiValueRow): string {
  let key = "";
  for (let i = 0; i < keyColumns.length; i++) key += `${row[keyColumns[i]]}|`;
  return key;
}

/** Several figures of one origin for one key that differ. */
export interface Clash {
  /** In the order that they were given. */
  readonly rows: readonly KpiValueRow[];
  /** The figure that stands, or null where none is shown. */
  readonly chosen: KpiValueRow | null;
}

const SAME: readonly (keyof KpiValueRow)[] = [
  "value",
  "secondary_value",
  "numerator",
  "denominator",
  "status",
  "text_value",
];

const isSame = (a: KpiValueRow, b: KpiValueRow): boolean =>
  SAME.every((column) => a[column] === b[column]);

const isProvisional = ({ comparability_note: note }: KpiValueRow): boolean =>
  /^Provisional\b/.test(note ?? "");

const hasFigure = ({ value, text_value }: KpiValueRow): boolean =>
  value !== null || text_value !== null;

/** A figure that is not shown, with the words why. */
export const notShown = (row: KpiValueRow, why: string): KpiValueRow => ({
  ...row,
  value: null,
  secondary_value: null,
  numerator: null,
  denominator: null,
  text_value: null,
  status: "not_available",
  status_text: why,
  left_out_reason: why,
  comparability: null,
  comparability_note: null,
  ...(row.breakdown === "all" ? { rating: "not_rated", rating_reason: "no_value" } : {}),
  end_rating: row.end_rating === null ? null : "not_rated",
  gap: null,
  movement: null,
  judgement: null,
});

/**
 * Of figures that agree, the one of the source for which it is the newest: it has the target and
 * the base of its own day.
 */
function newestIn(rows: readonly KpiValueRow[], lastOf: ReadonlyMap<string, number>): KpiValueRow {
  const last = (row: KpiValueRow): number => lastOf.get(`${row.source_key} ${row.indicator_id}`)!;
  return rows.reduce((best, row) => (last(row) < last(best) ? row : best));
}

/**
 * One figure a key. A source that has a figure goes before one that says there is none yet, final
 * before provisional; of figures that agree one stands;
 * where they differ otherwise none is shown, as not available. Sheets that are hidden are not read
 * at all.
 */
export function oneFigureAKey(rows: readonly KpiValueRow[]): {
  readonly rows: readonly KpiValueRow[];
  readonly clashes: readonly Clash[];
} {
  const byKey = new Map<string, KpiValueRow[]>();
  const lastOf = new Map<string, number>();
  for (const row of rows) {
    const key = figureKey(row);
    const same = byKey.get(key);
    if (same) same.push(row);
    else byKey.set(key, [row]);
    const source = `${row.source_key} ${row.indicator_id}`;
    lastOf.set(source, Math.max(lastOf.get(source) ?? -Infinity, row.period_end));
  }
  const clashes: Clash[] = [];
  const chosen = [...byKey.values()].map((all): KpiValueRow => {
    if (all.length === 1) return all[0];
    const given = all.filter(hasFigure);
    const final = given.filter((row) => !isProvisional(row));
    if (given.length === 0) return all[all.length - 1];
    const candidates = final.length > 0 ? final : given;
    const agree = candidates.every((row) => isSame(row, candidates[0]));
    const stands = agree ? newestIn(candidates, lastOf) : null;
    if (given.some((row) => !isSame(row, given[0]))) clashes.push({ rows: given, chosen: stands });
    return stands ?? notShown(candidates[0], "Its sources disagree");
  });
  return { rows: chosen, clashes };
}

/**
 * Whether no two figures have one key. `series` has the places of those that differ by their period
 * alone, in order of time: far quicker than to settle them.
 */
export const haveOwnKeys = (
  rows: readonly KpiValueRow[],
  series: readonly (readonly number[])[],
): boolean =>
  series.every((places) =>
    places.every((at, i) => i === 0 || rows[at].period_end !== rows[places[i - 1]].period_end),
  );

/**
 * Throws where two figures have one key, or one of some others, which have a key each: a fault of
 * ours, for sources that disagree are settled before.
 */
export function refuseTwice(rows: readonly KpiValueRow[], others: readonly KpiValueRow[]): void {
  const origins = new Set(rows.map(({ origin }) => origin));
  const keys = new Set<string>();
  for (const other of others) if (origins.has(other.origin)) keys.add(figureKey(other));
  for (const row of rows) {
    const key = figureKey(row);
    if (keys.has(key))
      throw new Error(`Two figures have one key in kpi_value: ${key.slice(0, -1)}`);
    keys.add(key);
  }
}
