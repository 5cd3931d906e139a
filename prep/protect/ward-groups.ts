import type { People } from "./people";

/** Wards by person, as a breakdown of populations; null unless a postcode directory was given. */
export function wardGroups(people: People): { values: string[]; of: Int32Array } | null {
  const { dictionary, codes } = people.ward;
  if (dictionary.length === 1) return null;
  const sorted = dictionary.slice(1).sort();
  const order = dictionary.map((value, code) => (code === 0 ? sorted.length : sorted.indexOf(value)));
  return { values: [...sorted, "not_recorded"], of: Int32Array.from(codes, (code) => order[code]) };
}
