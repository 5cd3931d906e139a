import type { TextColumn } from "../columns/column";

/** Small areas by person, as a breakdown of what is counted. */
export interface PlaceGroups {
  /** In the order of their names, then not_recorded. */
  readonly values: readonly string[];
  /** Index into `values` of each person. */
  readonly of: Int32Array;
}

/**
 * Wards or localities by person; null where no person has one, because no postcode directory or
 * look-up was given.
 */
export function placeGroups({ dictionary, codes }: TextColumn): PlaceGroups | null {
  if (dictionary.length === 1) return null;
  const sorted = dictionary.slice(1).sort();
  const order = dictionary.map((value, code) =>
    code === 0 ? sorted.length : sorted.indexOf(value),
  );
  return { values: [...sorted, "not_recorded"], of: Int32Array.from(codes, (code) => order[code]) };
}
