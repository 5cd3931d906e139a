import { ulnFault } from "../../check/identifiers/uln";
import { upnFault } from "../../check/identifiers/upn";
import type { TextColumn } from "../../columns/column";
import type { PersonSource } from "../../protect/people";

/**
 * The UPN and ULN of people as the sources give them, by person (from 0). For lists that are asked
 * for only: they go into nothing else.
 */
export interface GivenIdentifiers {
  readonly upn: readonly (string | null)[];
  readonly uln: readonly (string | null)[];
  /** A valid UPN that nobody else has, else such a ULN; null for people with neither. */
  readonly unique: readonly (string | null)[];
}

/**
 * Takes the first valid value of each person, source after source, else the first value of any
 * kind.
 */
function firstValid(
  sources: readonly { readonly column: TextColumn; readonly personOf: Int32Array }[],
  count: number,
  fault: (value: string) => unknown,
): (string | null)[] {
  const found: (string | null)[] = new Array(count).fill(null);
  const settled = new Uint8Array(count);
  for (const { column, personOf } of sources) {
    const valid = column.dictionary.map((value) => fault(value) === null);
    for (let row = 0; row < personOf.length; row++) {
      const person = personOf[row];
      const code = column.codes[row];
      if (person < 0 || code === 0 || settled[person]) continue;
      if (valid[code]) {
        found[person] = column.dictionary[code];
        settled[person] = 1;
      } else found[person] ??= column.dictionary[code];
    }
  }
  return found;
}

/** Values that are valid and stand with one person alone; null for the others. */
function ofOne(
  values: readonly (string | null)[],
  fault: (value: string) => unknown,
): (string | null)[] {
  const times = new Map<string | null, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return values.map((value) =>
    value !== null && times.get(value) === 1 && fault(value) === null ? value : null,
  );
}

/**
 * Reads the identifiers of `count` people from sources in the order in which they are believed;
 * `personOf[s][row]` is the person of each row of source s, -1 where left out.
 */
export function givenIdentifiers(
  sources: readonly PersonSource[],
  personOf: readonly Int32Array[],
  count: number,
): GivenIdentifiers {
  const upn = firstValid(
    sources.map((source, s) => ({ column: source.upn, personOf: personOf[s] })),
    count,
    upnFault,
  );
  const uln = firstValid(
    sources.map((source, s) => ({ column: source.uln, personOf: personOf[s] })),
    count,
    ulnFault,
  );
  const ofUln = ofOne(uln, ulnFault);
  return { upn, uln, unique: ofOne(upn, upnFault).map((own, person) => own ?? ofUln[person]) };
}
