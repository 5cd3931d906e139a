import { scryptAsync } from "@noble/hashes/scrypt.js";
import { KEY_BYTES } from "../../prep/protect/key-strength";
import { SCRYPT_COST } from "../../prep/protect/key-text";
import type { KeyedHash } from "../../prep/protect/pseudonym";
import { Stop } from "../../prep/stop";
import type { KeyWish } from "../messages";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

interface BuildHash {
  readonly hash: KeyedHash;
  /** Whether a pseudonym was made. */
  readonly isUsed: () => boolean;
}

/** The keyed hash of a build. Without a key it throws `Stop` (usage) as soon as a child is met. */
export async function hashOf(key: KeyWish | null): Promise<BuildHash> {
  let used = false;
  const made = key === null ? null : keyedHash(await bytesOf(key));
  return {
    hash(text) {
      if (made === null)
        throw new Stop(
          "usage",
          "These files hold children, so a key for their pseudonyms is needed. Choose one and build again.",
        );
      used = true;
      return made(text);
    },
    isUsed: () => used,
  };
}

/** The bytes of a key; those of a passphrase take some seconds. */
async function bytesOf(key: KeyWish): Promise<Uint8Array> {
  if (key.kind === "bytes") return key.bytes;
  const { passphrase, salt } = key;
  return scryptAsync(passphrase, salt, { ...SCRYPT_COST, dkLen: KEY_BYTES });
}

/** HMAC-SHA256 of a text under a key, as 64 hexadecimal digits: the same as on the command line. */
function keyedHash(key: Uint8Array): KeyedHash {
  // Half of the work is the key's own: done once.
  const begun = hmac.create(sha256, key);
  return (text) => bytesToHex(begun.clone().update(utf8ToBytes(text)).digest());
}
