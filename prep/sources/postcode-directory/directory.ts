import type { TextColumn } from "../../columns/column";
import { authorityOfGss } from "../../reference/authorities";
import type { RawTable } from "../../columns/raw-table";
import { decileOf, decileReader } from "./deciles";

/**
 * Column names of the ONS postcode directories (ONSPD and NSPL, editions since 2019); the first
 * that is there counts.
 */
const columns = {
  postcode: ["pcds", "pcd", "pcd7", "pcd2"],
  ward: ["osward", "ward", "wd25cd", "wd24cd", "wd23cd"],
  lsoa: ["lsoa21", "lsoa21cd", "lsoa11", "lsoa11cd"],
} as const;

/**
 * Deprivation of the neighbourhood: the rank of its index of multiple deprivation, as the national
 * directory has it, or the decile itself; and the decile of income deprivation affecting children,
 * which councils add.
 */
const deprivationColumns = {
  rank: ["imd", "imd_rank"],
  decile: ["imd_decile", "imddecile"],
  children: ["idaci_decile", "idacidecile"],
} as const;

/**
 * Authority of a postcode: its county where that is one, else its district, a unitary authority or
 * borough.
 */
const authorityColumns = {
  county: ["oscty", "cty", "cty25cd", "cty24cd", "cty23cd"],
  district: ["oslaua", "laua", "lad25cd", "lad24cd", "lad23cd"],
} as const;

const all = new Set<string>(
  [columns, authorityColumns, deprivationColumns].flatMap((of) => Object.values(of).flat()),
);
export const isDirectoryColumn = (name: string): boolean => all.has(name);

export const isDirectoryHeader = (header: readonly string[]): boolean => {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return Object.values(columns).every((wanted) => wanted.some((name) => names.has(name)));
};

/** Where a postcode lies. */
interface PostcodePlace {
  readonly ward: string | null;
  readonly lsoa: string | null;
  /**
   * Three-digit number of the authority, or the GSS code of a district outside England; null where
   * the edition does not say or the code is not known.
   */
  readonly authority: string | null;
  /** GSS code of the district, which an older edition has as it was; null where it does not say. */
  readonly district: string | null;
  /** Deciles from 1, the most deprived tenth of England, to 10; null where they are not known. */
  readonly deprivation: string | null;
  readonly childDeprivation: string | null;
}

/** The places of postcodes. */
export interface PostcodeDirectory {
  readonly file: string;
  readonly count: number;
  /** `postcode` in any spacing and case; null when the directory does not have it. */
  place(postcode: string): PostcodePlace | null;
}

const fold = (postcode: string): string => postcode.toUpperCase().replace(/\s+/g, "");

/**
 * A postcode directory over a table as it was read. Looks postcodes up by their letters and digits
 * alone.
 */
export function postcodeDirectory(file: string, table: RawTable): PostcodeDirectory {
  const column = (names: readonly string[]): TextColumn | undefined =>
    names.map((name) => table.columns.get(name)).find((found) => found !== undefined);
  const [postcode, ward, lsoa, county, district, children] = [
    column(columns.postcode),
    column(columns.ward),
    column(columns.lsoa),
    column(authorityColumns.county),
    column(authorityColumns.district),
    column(deprivationColumns.children),
  ];
  const deprivationAt = decileReader(
    column(deprivationColumns.decile),
    column(deprivationColumns.rank),
  );
  const isEnglish = (row: number): boolean => lsoa?.at(row)?.startsWith("E01") ?? false;
  const authorityAt = (row: number): string | null =>
    authorityOfGss(county?.at(row) ?? "") ?? authorityOfGss(district?.at(row) ?? "");
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const value = postcode?.at(row);
    if (value) rows.set(fold(value), row);
  }
  return {
    file,
    count: rows.size,
    place(value) {
      const row = rows.get(fold(value));
      return row === undefined
        ? null
        : {
            ward: ward?.at(row) ?? null,
            lsoa: lsoa?.at(row) ?? null,
            authority: authorityAt(row),
            district: district?.at(row) ?? null,
            deprivation: isEnglish(row) ? deprivationAt(row) : null,
            childDeprivation: isEnglish(row) ? decileOf(children?.at(row)) : null,
          };
    },
  };
}
