import { ulnFault } from "../../check/identifiers/uln";
import { upnFault } from "../../check/identifiers/upn";
import type { TextColumn } from "../../columns/column";
import type { PersonSource } from "../../protect/people";

/** The UPN and ULN of people as the sources give them, by person (from 0). For lists that are asked for only: they go into nothing else. */
export interface GivenIdentifiers {
  readonly upn: readonly (string | null)[];
  readonly uln: readonly (string | null)[];
}

/** Takes the first valid value of each person, source after source, else the first value of any kind. */
function firstValid(sources: readonly { readonly column: TextColumn; readonly personOf: Int32Array }[], count: number, fault: (value: string) => unknown): (string | null)[] {
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

/** Reads the identifiers of `count` people from sources in the order in which they are believed; `personOf[s][row]` is the person of each row of source s, -1 where left out. */
export const givenIdentifiers = (sources: readonly PersonSource[], personOf: readonly Int32Array[], count: number): GivenIdentifiers => ({
  upn: firstValid(sources.map(({ upn }, s) => ({ column: upn, personOf: personOf[s] })), count, upnFault),
  uln: firstValid(sources.map(({ uln }, s) => ({ column: uln, personOf: personOf[s] })), count, ulnFault),
});
