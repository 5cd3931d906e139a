import { base64Values, bytesOfBase64Url, bytesOfHex } from "./key-letters";

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** 32 random bytes hold fewer different ones than this once in far more than a million keys. */
const DIFFERENT = 22;
/** Share of neighbours that may differ by the same step, or be letters of the same kind. */
const [SAME_STEP, SAME_KIND] = [0.5, 0.58];
const WORDS = /^[a-z]{3,}(?:[-_][a-z0-9]{2,}){3,}$/i;

/** How often neighbours differ by the step that is most common, as a share. */
function commonStep(values: readonly number[], of: number): number {
  const steps = new Map<number, number>();
  for (let i = 1; i < values.length; i++) {
    const step = (values[i] - values[i - 1] + of) % of;
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  return Math.max(0, ...steps.values()) / (values.length - 1);
}

/** Capitals, small letters, digits; the others are of the fourth kind. */
const KINDS = [/[A-Z]/, /[a-z]/, /\d/, /./];
const kindOf = (letter: string): number => KINDS.findIndex((kind) => kind.test(letter));

/** Letters of random base64url change between capitals, small ones and digits; words do not. */
function readsAsWords(text: string): boolean {
  const kinds = [...text].map(kindOf);
  const same = kinds.filter((kind, i) => i > 0 && kind === kinds[i - 1]).length;
  return (
    WORDS.test(text) ||
    [0, 1, 2].some((kind) => !kinds.includes(kind)) ||
    same > SAME_KIND * (kinds.length - 1)
  );
}

const repeats = (bytes: readonly number[]): boolean =>
  new Set(bytes).size < DIFFERENT ||
  Array.from({ length: bytes.length >> 1 }, (_, i) => i + 1).some((period) =>
    bytes.every((byte, i) => i < period || byte === bytes[i - period]),
  );

const isPrinted = (byte: number): boolean => byte >= 32 && byte < 127;

/** What makes a key easy to guess, by its bytes and by the letters that it was given in. */
const faults: readonly {
  readonly words: string;
  readonly has: (bytes: readonly number[], text: string, isHex: boolean) => boolean;
}[] = [
  { words: "repeats itself, so it can be guessed", has: (bytes) => repeats(bytes) },
  {
    words: "is a sequence, so it can be guessed",
    has: (bytes, text, isHex) =>
      commonStep(bytes, 256) > SAME_STEP ||
      commonStep(
        isHex ? [...text].map((digit) => parseInt(digit, 16)) : base64Values(text),
        isHex ? 16 : 64,
      ) > SAME_STEP,
  },
  {
    words: "is made of words or text, not of random bytes, so it can be guessed",
    has: (bytes, text, isHex) => bytes.every(isPrinted) || (!isHex && readsAsWords(text)),
  },
];

/** The bytes of a key, or what is wrong with it in words that hold nothing of it. */
type KeyText = { readonly bytes: Uint8Array } | { readonly fault: string };

/** Reads a key given as hex or as base64url (or base64). */
export function readKeyText(given: string): KeyText {
  const text = given.trim().replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(text);
  if (!isHex && !/^[\w-]+$/.test(text))
    return { fault: "is neither hex nor base64url: it has other characters" };
  const bytes = isHex ? bytesOfHex(text) : bytesOfBase64Url(text);
  if (bytes.length < KEY_BYTES)
    return {
      fault: `is too short: ${given.trim().length} characters, where ${KEY_BYTES} bytes are ${KEY_BYTES * 2} as hex or 43 as base64url`,
    };
  if (!isHex && bytes.length !== KEY_BYTES)
    return {
      fault: `has ${given.trim().length} characters, where ${KEY_BYTES} bytes are 43 as base64url`,
    };
  const fault = faults.find(({ has }) => has([...bytes], text, isHex));
  return fault ? { fault: fault.words } : { bytes };
}

/** Characters, and different ones among them, that a passphrase has at least. */
const [PASSPHRASE, LETTERS] = [20, 9];

/** What is wrong with a passphrase; null where it will do. */
export function passphraseFault(passphrase: string): string | null {
  if (passphrase.length < PASSPHRASE)
    return `is shorter than ${PASSPHRASE} characters: take five random words or more`;
  const letters = [...passphrase].map((letter) => letter.charCodeAt(0));
  if (new Set(letters).size < LETTERS) return "repeats itself";
  return commonStep(letters, 1 << 16) > SAME_STEP ? "is a sequence" : null;
}
