import type { Linkage, PersonRecord } from "./link";

/** How the records of one source, or of all, became people. */
export interface LinkageCount {
  readonly source: string;
  readonly records: number;
  readonly people: number;
  /** Records joined to an earlier one by UPN, by ULN, by name and birth date. */
  readonly byUpn: number;
  readonly byUln: number;
  readonly byName: number;
  /**
   * Records kept apart although they share a UPN, share a ULN across two UPNs, or have the name and
   * birth date of several people.
   */
  readonly upnShared: number;
  readonly ulnAcrossUpns: number;
  readonly nameAmbiguous: number;
  /** Records with neither a valid UPN nor a valid ULN. */
  readonly withoutUpnOrUln: number;
  /** Records left out because their person has opted out. */
  readonly optedOut: number;
}

/** Records of one source: from the first up to, but not with, `to`. */
interface RecordSpan {
  readonly source: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Counts the linkage of each span of records, and of all together. `keptPersonOf` is -1 for people
 * who have opted out.
 */
export function linkageCounts(
  records: readonly PersonRecord[],
  { links, conflicts, personOf }: Linkage,
  keptPersonOf: Int32Array,
  spans: readonly RecordSpan[],
): LinkageCount[] {
  const all: RecordSpan = { source: "all returns", from: 0, to: records.length };
  return [...spans, all].map(({ source, from, to }): LinkageCount => {
    const within = ({ record }: { readonly record: number }): boolean =>
      record >= from && record < to;
    const linked = (way: (typeof links)[number]["by"]): number =>
      links.filter((link) => link.by === way && within(link)).length;
    const apart = (kind: (typeof conflicts)[number]["kind"]): number =>
      conflicts.filter((conflict) => conflict.kind === kind && within(conflict)).length;
    return {
      source,
      records: to - from,
      people: new Set(personOf.subarray(from, to)).size,
      byUpn: linked("upn"),
      byUln: linked("uln"),
      byName: linked("name"),
      upnShared: apart("upn_shared"),
      ulnAcrossUpns: apart("uln_across_upns"),
      nameAmbiguous: apart("name_ambiguous"),
      withoutUpnOrUln: records
        .slice(from, to)
        .filter(({ upn, uln }) => upn === null && uln === null).length,
      optedOut: keptPersonOf.subarray(from, to).filter((person) => person < 0).length,
    };
  });
}
