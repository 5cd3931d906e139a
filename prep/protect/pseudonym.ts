import type { Linkage } from "./link";

/**
 * Keyed hash of a text: HMAC-SHA256 as 64 hexadecimal digits. The key stays with the caller
 * (node:crypto, or @noble/hashes in a browser). Where there is no key it throws, saying how to get
 * one; a build of published statistics and KPI sheets never asks for it.
 */
export type KeyedHash = (text: string) => string;

/** Hexadecimal digits of a pseudonym: 128 bits of the HMAC. */
const DIGITS = 32;

export interface Pseudonyms {
  /**
   * Person number of the linkage to person key: 1, 2, 3 … in the order of the pseudonyms, so that
   * the same people and key give the same keys whatever the order of the files.
   */
  readonly keyOf: Int32Array;
  /** Pseudonym of each person key (index 0 is unused). */
  readonly pseudonyms: readonly string[];
  /** Pseudonyms of the other identifiers, by person key, in order. */
  readonly aliases: readonly {
    readonly personKey: number;
    readonly kind: string;
    readonly alias: string;
  }[];
}

/**
 * Pseudonyms of linked persons, made from the strongest identifier of each
 * (docs/assurance/keys.md). Costs one hash a person and alias, not a row.
 */
export function pseudonymise(linkage: Linkage, hash: KeyedHash): Pseudonyms {
  const short = (text: string): string => hash(text).slice(0, DIGITS);
  const own = linkage.strongest.map(short);
  const order = own
    .map((_, person) => person)
    .sort((a, b) => (own[a] < own[b] ? -1 : own[a] > own[b] ? 1 : a - b));
  const keyOf = new Int32Array(linkage.count);
  order.forEach((person, i) => (keyOf[person] = i + 1));
  const aliases = order.flatMap((person) =>
    linkage.aliases[person].map((id) => ({
      personKey: keyOf[person],
      kind: id.slice(0, id.indexOf(":")),
      alias: short(id),
    })),
  );
  return { keyOf, pseudonyms: ["", ...order.map((person) => own[person])], aliases };
}
