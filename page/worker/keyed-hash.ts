import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { KeyedHash } from "../../prep/protect/pseudonym";

/** HMAC-SHA256 of a text under a key, as 64 hexadecimal digits: the same as on the command line. */
export function keyedHash(key: Uint8Array): KeyedHash {
  // Half of the work is the key's own: done once.
  const begun = hmac.create(sha256, key);
  return (text) => bytesToHex(begun.clone().update(utf8ToBytes(text)).digest());
}
