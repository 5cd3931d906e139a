import { authorities, ENGLAND } from "../reference/authorities";
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

/**
 * England, its regions, the authorities of today and the one that is built, the integrated care
 * board where one is
 * counted, and the small areas that people live in.
 */
export function areaRows(
  authority: string,
  smallAreas: readonly SmallArea[],
  icb: string | null = null,
): StarData {
  const newest = new Map(
    authorities()
      .filter(({ code, until }) => until === null || code === authority)
      .map((row) => [row.code, row]),
  );
  const regions = new Map(
    [...newest.values()]
      .filter(({ regionCode }) => regionCode !== "")
      .map(({ regionCode, region }) => [regionCode, region]),
  );
  const byCode = <V>(map: ReadonlyMap<string, V>): [string, V][] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return rowsTable(areaDimension, [
    [ENGLAND, "gss", "England", "country", null],
    ...byCode(regions).map(([code, name]) => [code, "gss", name, "region", ENGLAND]),
    ...byCode(newest).map(([code, { name, regionCode }]) => [
      code,
      "authority",
      name,
      "authority",
      regionCode || null,
    ]),
    ...(icb === null ? [] : [[icb, "ods", icb, "icb", ENGLAND]]),
    ...smallAreas.map(({ code, level, parent }) => [
      code,
      level === "locality" ? "local" : "gss",
      code,
      level,
      parent ?? authority,
    ]),
  ]);
}
