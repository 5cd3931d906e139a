import { createHmac } from "node:crypto";
import type { KeyedHash } from "../protect/pseudonym";

/** HMAC-SHA256 of a text under a key, as 64 hexadecimal digits. */
export const keyedHash =
  (key: Uint8Array): KeyedHash =>
  (text) =>
    createHmac("sha256", key).update(text, "utf8").digest("hex");
