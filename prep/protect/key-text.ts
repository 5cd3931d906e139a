import { base64UrlOf, bytesOfBase64Url, hexOf } from "./key-letters";
import { KEY_BYTES, readKeyText } from "./key-strength";

/** What a key should be, for messages. */
export const GOOD_KEY = `It must be ${KEY_BYTES} random bytes as base64url (43 characters) or hex (64 digits)`;

/** Cost of scrypt (RFC 7914): a try takes some 0.3 seconds and 128 MB. */
export const SCRYPT_COST = { N: 2 ** 17, r: 8, p: 1 };

/** A key file that holds the salt of a passphrase in place of a key. */
const SALTED = /^scrypt 131072 8 1 ([\w-]{43})$/;

/** The salt that a key file holds in place of a key; null where it holds none. */
export function saltOf(text: string): Uint8Array | null {
  const salt = SALTED.exec(text.trim())?.[1];
  return salt === undefined ? null : bytesOfBase64Url(salt);
}

/** A source of random bytes. */
type RandomBytes = (count: number) => Uint8Array;

/** A new key that would be taken, as a line of a key file. */
export function newKey(random: RandomBytes): string {
  for (;;) {
    const key = hexOf(random(KEY_BYTES));
    if (!("fault" in readKeyText(key))) return `${key}\n`;
  }
}

/** A new salt of a passphrase, as a line of a key file. */
export const newSalt = (random: RandomBytes): string =>
  `scrypt 131072 8 1 ${base64UrlOf(random(32))}\n`;
