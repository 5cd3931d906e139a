import { linkPeople, type Linkage, type PersonRecord } from "./link";
import { pseudonymise, type KeyedHash, type Pseudonyms } from "./pseudonym";

interface ProtectedPeople {
  /**
   * Person (from 0) of each record, in the order of person keys; -1 for people who have opted out.
   */
  readonly personOf: Int32Array;
  readonly pseudonyms: Pseudonyms;
  /** How the records were linked, those of people who have opted out among them. */
  readonly linkage: Linkage;
}

/**
 * Links the records of all sources and gives people their keys. Whoever has an identifier of the
 * opt-out list is left out with every record.
 */
export function protectPeople(
  records: readonly PersonRecord[],
  hash: KeyedHash,
  optedOut: ReadonlySet<string> | null,
): ProtectedPeople {
  const linkage = linkPeople(records);
  const out = new Set<number>();
  if (optedOut)
    records.forEach(
      ({ upn, uln }, i) =>
        ((upn !== null && optedOut.has(upn)) || (uln !== null && optedOut.has(uln))) &&
        out.add(linkage.personOf[i]),
    );
  const staying = Int32Array.from({ length: linkage.count }, () => -1);
  let count = 0;
  for (let person = 0; person < linkage.count; person++)
    if (!out.has(person)) staying[person] = count++;
  const kept: Linkage = {
    ...linkage,
    count,
    strongest: linkage.strongest.filter((_, p) => staying[p] >= 0),
    aliases: linkage.aliases.filter((_, p) => staying[p] >= 0),
  };
  const pseudonyms = pseudonymise(kept, hash);
  const personOf = linkage.personOf.map((person) =>
    staying[person] < 0 ? -1 : pseudonyms.keyOf[staying[person]] - 1,
  );
  return { personOf, pseudonyms, linkage };
}
