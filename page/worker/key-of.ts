import { scryptAsync } from "@noble/hashes/scrypt.js";
import { KEY_BYTES } from "../../prep/protect/key-strength";
import { SCRYPT_COST } from "../../prep/protect/key-text";
import type { KeyedHash } from "../../prep/protect/pseudonym";
import { Stop } from "../../prep/stop";
import type { KeyWish } from "../messages";
import { keyedHash } from "./keyed-hash";

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
