import { scryptAsync } from "@noble/hashes/scrypt.js";
import { KEY_BYTES } from "../../prep/protect/key-strength";
import { SCRYPT_COST } from "../../prep/protect/key-text";
import type { KeyedHash } from "../../prep/protect/pseudonym";
import { Stop } from "../../prep/stop";
import type { KeyWish } from "../messages";
import { keyedHash } from "./keyed-hash";

/**
 * The keyed hash that pseudonyms are made with. Without a key it throws `Stop` (usage) as soon as a
 * child is met.
 */
export async function hashOf(key: KeyWish | null): Promise<KeyedHash> {
  if (key === null)
    return () => {
      throw new Stop(
        "usage",
        "These files hold children, so a key for their pseudonyms is needed. Choose one and build again.",
      );
    };
  if (key.kind === "bytes") return keyedHash(key.bytes);
  const { passphrase, salt } = key;
  return keyedHash(await scryptAsync(passphrase, salt, { ...SCRYPT_COST, dkLen: KEY_BYTES }));
}
