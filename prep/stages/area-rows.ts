import { authorities, ENGLAND, isInvented } from "../reference/authorities";
import { isInForce } from "../reference/in-force";
import { areaDimension } from "../star/dimensions";
import type { StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";

/** A part of the authority. */
export interface SmallArea {
  readonly code: string;
  readonly level: "locality" | "ward" | "lsoa";
  /** Locality of a ward; null where it is in none. */
  readonly parent: string | null;
}

/** Code, kind of code, name, level and parent of an area. */
type AreaRow = readonly [string, string, string, string, string | null];

/** The areas, each with the names of the region and the authority that it is or lies in. */
function withAncestors(rows: readonly AreaRow[]): (string | null)[][] {
  const byCode = new Map(rows.map((row) => [row[0], row]));
  const above = (row: AreaRow | undefined, level: string): string | null => {
    const seen = new Set<AreaRow>();
    for (let at = row; at !== undefined && !seen.has(at); at = byCode.get(at[4] ?? "")) {
      if (at[3] === level) return at[2];
      seen.add(at);
    }
    return null;
  };
  return rows.map((row) => [...row, above(row, "region"), above(row, "authority")]);
}

/**
 * England, its regions, the authorities of today and the one that is built, the integrated care
 * board where one is
 * counted, and the small areas that people live in. Invented authorities stand in samples alone.
 */
export function areaRows(
  authority: string,
  smallAreas: readonly SmallArea[],
  icb: string | null = null,
): StarData {
  const all = authorities();
  const isOfSample = all.some((one) => one.code === authority && isInvented(one));
  const newest = new Map(
    all
      .filter((one) => isInForce(one) || one.code === authority)
      .filter((one) => isOfSample || !isInvented(one))
      .map((row) => [row.code, row]),
  );
  const regions = new Map(
    [...newest.values()]
      .filter(({ regionCode }) => regionCode !== "")
      .map(({ regionCode, region }) => [regionCode, region]),
  );
  const byCode = <V>(map: ReadonlyMap<string, V>): [string, V][] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return rowsTable(
    areaDimension,
    withAncestors([
      [ENGLAND, "gss", "England", "country", null],
      ...byCode(regions).map(([code, name]): AreaRow => [code, "gss", name, "region", ENGLAND]),
      ...byCode(newest).map(([code, { name, regionCode }]): AreaRow => [
        code,
        "authority",
        name,
        "authority",
        regionCode || null,
      ]),
      ...(icb === null ? [] : [[icb, "ods", icb, "icb", ENGLAND] as const]),
      ...smallAreas.map(({ code, level, parent }): AreaRow => [
        code,
        level === "locality" ? "local" : "gss",
        code,
        level,
        parent ?? authority,
      ]),
    ]),
  );
}
