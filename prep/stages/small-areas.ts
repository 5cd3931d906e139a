import type { Localities } from "../sources/localities/localities";
import type { People } from "../protect/people";
import type { SmallArea } from "./area-rows";

/**
 * The localities, wards and lower layer super output areas that people live in, each kind in the
 * order of its codes.
 */
export function smallAreas(
  { ward, lsoa, locality }: People,
  localities: Localities | null,
): SmallArea[] {
  const of = (
    values: readonly string[],
    level: SmallArea["level"],
    parent: (code: string) => string | null = () => null,
  ): SmallArea[] =>
    [...values.slice(1)].sort().map((code) => ({ code, level, parent: parent(code) }));
  return [
    ...of(locality.dictionary, "locality"),
    ...of(ward.dictionary, "ward", (code) => localities?.of(code) ?? null),
    ...of(lsoa.dictionary, "lsoa"),
  ];
}
