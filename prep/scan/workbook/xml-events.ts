const BLOCK = 1 << 18;
/** A tag or comment longer than this is damage. */
const LONGEST_MARKUP = 1 << 22;

/** Part of a workbook that is no XML as workbooks have it. */
export class PartFault extends Error {}

/** Names are without their prefix: workbooks of the strict form, and some writers, have others. */
interface XmlHandler {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  /** Text between tags; one text may come in several pieces. */
  readonly text?: (text: string) => void;
}

/** The attributes of a tag, read when they are asked for. */
export interface Attributes {
  get(name: string): string | null;
}

const BUILT_IN: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  apos: "'",
  quot: '"',
};

const unescaped = (text: string): string =>
  text.includes("&")
    ? text.replace(
        /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(\w+));/g,
        (whole, hex, decimal, name) => {
          if (name !== undefined) return BUILT_IN[name] ?? whole;
          const code = hex === undefined ? parseInt(decimal, 10) : parseInt(hex, 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

function attributesOf(tag: string): Attributes {
  let read: Map<string, string> | null = null;
  return {
    get(name) {
      if (read === null) {
        read = new Map();
        for (const [, key, double, single] of tag.matchAll(
          /\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
        ))
          read.set(local(key), unescaped(double ?? single));
      }
      return read.get(name) ?? null;
    },
  };
}

/**
 * Index of the `>` that ends the tag at `from`, quoted values passed over; -1 when it is not there
 * yet.
 */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i;
  }
  return -1;
}

const ENDS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/**
 * Reads a part of a workbook, piece by piece. Throws `PartFault` where it is cut off, its tags do
 * not match or it has a DOCTYPE.
 */
export function readEvents(bytes: Uint8Array, { open, close, text }: XmlHandler): void {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoder = new TextDecoder(utf16 ? "utf-16le" : "utf-8");
  const stack: string[] = [];
  let held = "";

  function startTag(tag: string): void {
    const empty = tag.endsWith("/");
    const name = /^[^\s/]+/.exec(tag)?.[0] ?? "";
    if (name === "") throw new PartFault("a tag without a name");
    open?.(local(name), attributesOf(empty ? tag.slice(0, -1) : tag));
    if (empty) close?.(local(name));
    else stack.push(name);
  }

  function endTag(name: string): void {
    if (stack.pop() !== name) throw new PartFault("tags do not match");
    close?.(local(name));
  }

  /** Reads the markup at `at`; returns the index after it, or -1 when it is not whole yet. */
  function markup(at: number): number {
    if (held[at + 1] === "!" || held[at + 1] === "?") {
      for (const [start, end] of ENDS) {
        if (!held.startsWith(start, at)) continue;
        const stop = held.indexOf(end, at + start.length);
        if (stop === -1) return -1;
        if (start === "<![CDATA[") text?.(held.slice(at + start.length, stop));
        return stop + end.length;
      }
      if (held.length - at < "<![CDATA[".length) return -1;
      throw new PartFault("a DOCTYPE or the like");
    }
    const stop = endOfTag(held, at + 1);
    if (stop === -1) return -1;
    if (held[at + 1] === "/") endTag(held.slice(at + 2, stop).trimEnd());
    else startTag(held.slice(at + 1, stop));
    return stop + 1;
  }

  function consume(): void {
    let at = 0;
    while (at < held.length) {
      const less = held.indexOf("<", at);
      // A text waits for its end, so that no reference is cut in two.
      if (less === -1) break;
      if (less > at && text !== undefined) text(unescaped(held.slice(at, less)));
      at = less;
      const next = markup(at);
      if (next === -1) break;
      at = next;
    }
    held = held.slice(at);
    if (held.length > LONGEST_MARKUP) throw new PartFault("a tag or text without an end");
  }

  for (let from = 0; from < bytes.length; from += BLOCK) {
    held += decoder.decode(bytes.subarray(from, from + BLOCK), {
      stream: from + BLOCK < bytes.length,
    });
    consume();
  }
  if (stack.length > 0 || held.trim() !== "") throw new PartFault("cut off");
}
