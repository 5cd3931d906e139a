import type { ProblemList } from "./problems";
import { endOfAscii, sequenceLength } from "./utf8";

/**
 * The characters of bytes 0x80 to 0x9F, by the WHATWG Encoding Standard (index windows-1252).
 * Written out here because
 * TextDecoder of Node 20 reads these bytes as Latin-1, which turns a curly apostrophe into a
 * control character.
 */
const HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

const encoder = new TextEncoder();

/** UTF-8 of each byte of Windows-1252. */
const WINDOWS_1252: readonly Uint8Array[] = Array.from({ length: 256 }, (_, byte) =>
  encoder.encode(byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : String.fromCharCode(byte)),
);

/** Enough of a file to see its byte-order mark, its pattern and an XML declaration. */
const HEAD = 256;

interface Detected {
  /** `utf-8` (to be checked), or a name that TextDecoder knows. */
  readonly encoding: string;
  readonly markLength: number;
  /** The declaration named an encoding that cannot be the true one. */
  readonly doubtful: boolean;
}

/**
 * The encoding by byte-order mark, by the pattern of zero bytes, or by the XML declaration; else
 * `utf-8`.
 */
export function detectEncoding(head: Uint8Array): Detected {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { encoding: "utf-8", markLength: 3, doubtful: false };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", markLength: 2, doubtful: false };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markLength: 2, doubtful: false };
  if (a > 0 && b === 0 && c > 0 && d === 0)
    return { encoding: "utf-16le", markLength: 0, doubtful: false };
  if (a === 0 && b > 0 && c === 0 && d > 0)
    return { encoding: "utf-16be", markLength: 0, doubtful: false };
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    String.fromCharCode(...head.subarray(0, HEAD)),
  )?.[1];
  if (declared === undefined) return { encoding: "utf-8", markLength: 0, doubtful: false };
  try {
    const { encoding } = new TextDecoder(declared);
    // The zero bytes of UTF-16 would have been seen above.
    return encoding.startsWith("utf-16")
      ? { encoding: "utf-8", markLength: 0, doubtful: true }
      : { encoding, markLength: 0, doubtful: false };
  } catch {
    return { encoding: "utf-8", markLength: 0, doubtful: true };
  }
}

interface Transcoder {
  /**
   * The bytes as UTF-8 without a byte-order mark; valid until the next call. Nothing while the
   * encoding is still open.
   */
  push(bytes: Uint8Array): Uint8Array;
  /** What is left at the end of the file. */
  end(): Uint8Array;
  /**
   * The encoding as found: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, or what the XML
   * declaration names.
   */
  encoding(): string;
}

const NONE = new Uint8Array(0);

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/**
 * Turns a file of any usual encoding into UTF-8, piece by piece. Bytes that are no UTF-8 are read
 * as Windows-1252;
 * a file that has both kinds is reported with a warning.
 */
export function transcoder(problems: ProblemList): Transcoder {
  let held: Uint8Array = NONE;
  let detected: Detected | null = null;
  let decoder: TextDecoder | null = null;
  let sequences = 0;
  let foreign = 0;
  let replaced = false;
  const encoder = new TextEncoder();

  function checked(bytes: Uint8Array, last: boolean): Uint8Array {
    let first = -1;
    let i = endOfAscii(bytes, 0);
    let end = bytes.length;
    while (i < end) {
      const length = sequenceLength(bytes, i);
      if (length > 0) sequences++;
      else if (length === -1 && !last) end = i;
      else {
        if (first === -1) first = i;
        foreign++;
      }
      if (i < end) i = endOfAscii(bytes, i + Math.max(1, length));
    }
    held = end < bytes.length ? bytes.slice(end) : NONE;
    const whole = end < bytes.length ? bytes.subarray(0, end) : bytes;
    return first === -1 ? whole : repaired(whole, first, false);
  }

  /**
   * Bytes that are no UTF-8 (or, where `all` is set, all bytes above ASCII) turned from
   * Windows-1252 into UTF-8.
   */
  function repaired(bytes: Uint8Array, from: number, all: boolean): Uint8Array {
    const target = new Uint8Array(from + (bytes.length - from) * 3);
    target.set(bytes.subarray(0, from));
    let at = from;
    for (let i = from; i < bytes.length;) {
      const length = all ? 0 : sequenceLength(bytes, i);
      const piece = length > 0 ? bytes.subarray(i, i + length) : WINDOWS_1252[bytes[i]];
      target.set(piece, at);
      at += piece.length;
      i += Math.max(1, length);
    }
    return target.subarray(0, at);
  }

  function decoded(bytes: Uint8Array, last: boolean): Uint8Array {
    if (detected!.encoding === "windows-1252") return repaired(bytes, endOfAscii(bytes, 0), true);
    if (decoder === null) return checked(joined(held, bytes), last);
    const text = decoder.decode(bytes, { stream: !last });
    replaced ||= text.includes("\ufffd");
    return encoder.encode(text);
  }

  function begin(last: boolean): Uint8Array {
    detected = detectEncoding(held);
    if (detected.encoding !== "utf-8" && detected.encoding !== "windows-1252")
      decoder = new TextDecoder(detected.encoding, { ignoreBOM: true });
    const rest = held.subarray(detected.markLength);
    held = NONE;
    return decoded(rest, last);
  }

  return {
    push(bytes) {
      if (detected !== null) return decoded(bytes, false);
      held = joined(held, bytes.slice());
      return held.length < HEAD ? NONE : begin(false);
    },
    end() {
      const rest = detected === null ? begin(true) : decoded(NONE, true);
      if (detected!.doubtful)
        problems.add(
          "encoding-not-as-declared",
          "warning",
          "The XML declaration names an encoding that the file is not in. It was read as UTF-8.",
          1,
        );
      if (replaced)
        problems.add(
          "encoding-invalid-bytes",
          "warning",
          `Some bytes are not valid ${detected!.encoding}; a replacement character takes their place.`,
          null,
        );
      if (foreign > 0 && (sequences > 0 || detected!.markLength > 0))
        problems.add(
          "encoding-invalid-bytes",
          "warning",
          `${foreign} byte${foreign === 1 ? " is" : "s are"} not valid in this UTF-8 file and ${foreign === 1 ? "was" : "were"} read as Windows-1252. Check accented letters.`,
          null,
        );
      return rest;
    },
    encoding: () =>
      detected === null || detected.encoding !== "utf-8"
        ? (detected?.encoding ?? "utf-8")
        : foreign > 0 && sequences === 0
          ? "windows-1252"
          : "utf-8",
  };
}
