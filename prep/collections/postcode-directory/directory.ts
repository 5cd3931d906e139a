import type { TextColumn } from "../../columns/column";
import type { RawTable } from "../../scan/raw-table";

/** Column names of the ONS postcode directories (ONSPD and NSPL, editions since 2019); the first that is there counts. */
const columns = {
  postcode: ["pcds", "pcd", "pcd7", "pcd2"],
  ward: ["osward", "ward", "wd25cd", "wd24cd", "wd23cd"],
  lsoa: ["lsoa21", "lsoa21cd", "lsoa11", "lsoa11cd"],
} as const;

const all = new Set<string>(Object.values(columns).flat());
export const isDirectoryColumn = (name: string): boolean => all.has(name);

export const isDirectoryHeader = (header: readonly string[]): boolean => {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return Object.values(columns).every((wanted) => wanted.some((name) => names.has(name)));
};

/** Ward and LSOA of a postcode. */
export interface PostcodeDirectory {
  readonly file: string;
  readonly count: number;
  /** `postcode` in any spacing and case; null when the directory does not have it. */
  place(postcode: string): { readonly ward: string | null; readonly lsoa: string | null } | null;
}

const fold = (postcode: string): string => postcode.toUpperCase().replace(/\s+/g, "");

/** A postcode directory over a table as it was read. Looks postcodes up by their letters and digits alone. */
export function postcodeDirectory(file: string, table: RawTable): PostcodeDirectory {
  const column = (names: readonly string[]): TextColumn | undefined => names.map((name) => table.columns.get(name)).find((found) => found !== undefined);
  const [postcode, ward, lsoa] = [column(columns.postcode), column(columns.ward), column(columns.lsoa)];
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
      return row === undefined ? null : { ward: ward?.at(row) ?? null, lsoa: lsoa?.at(row) ?? null };
    },
  };
}
