import { createHmac } from "node:crypto";
import type { KeyedHash } from "../protect/pseudonym";
import { readKey } from "./key";
import { Stop } from "../stop";

/** HMAC-SHA256 of a text under a key, as 64 hexadecimal digits. */
export const keyedHash =
  (key: Uint8Array): KeyedHash =>
  (text) =>
    createHmac("sha256", key).update(text, "utf8").digest("hex");

interface BuildHash {
  readonly hash: KeyedHash;
  /** Where the key was taken from, in words; null as long as nothing asked for it. */
  from(): string | null;
}

/**
 * The keyed hash of a build. Where there is no key, or a bad one, it throws `Stop` when it is first
 * asked for: published statistics and KPI sheets need none.
 */
export async function hashOfBuild(): Promise<BuildHash> {
  const key = await readKey().catch((error: unknown) => {
    if (error instanceof Stop) return error;
    throw error;
  });
  if (key instanceof Stop)
    return {
      hash() {
        throw key;
      },
      from: () => null,
    };
  const made = keyedHash(key.bytes);
  let isUsed = false;
  return {
    hash(text) {
      isUsed = true;
      return made(text);
    },
    from: () => (isUsed ? key.from : null),
  };
}
