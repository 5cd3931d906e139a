import { readSign } from "../../../src/kpi/read-sign";
import type { Status } from "../../../src/kpi/status";
import { STATUS_WORDS } from "../../../src/kpi/words";

/** What a sign in place of a number means, with the words shown for it. */
interface SymbolMeaning {
  readonly status: Status;
  readonly words: string;
  /** Only where the source says that the sign is a number. */
  readonly value?: number;
}

export type SymbolMap = Readonly<Record<string, SymbolMeaning>>;

/**
 * Signs that published files mean otherwise, or more closely, than the list of all signs
 * (src/kpi/read-sign). No sign is ever a number
 * here. A source that means something else by one brings its own map: in the 2022/23 SEN release x
 * and z are the other way round.
 */
export const defaultSymbols: SymbolMap = {
  low: { status: "suppressed", words: "rounds to 0 and is not 0" },
  k: { status: "suppressed", words: "rounds to 0 and is not 0" },
  "~": { status: "suppressed", words: "suppressed or rounds to 0" },
  u: { status: "not_available", words: "low reliability" },
  na: { status: "not_available", words: STATUS_WORDS.not_available },
};

function meaningOf(text: string, symbols: SymbolMap): SymbolMeaning | null {
  const plain = text.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  if (Object.hasOwn(symbols, plain)) return symbols[plain];
  const sign = readSign(text);
  if (sign === null) return null;
  const status = sign === "to_be_confirmed" ? "awaiting" : sign;
  return { status, words: STATUS_WORDS[status] };
}

export interface PublishedFigure {
  readonly value: number | null;
  /** The cell has a per cent sign: it is no count. */
  readonly isShare?: true;
  readonly status: Status;
  /** Words for a figure that is not there. */
  readonly words: string | null;
}

const SHARE = { isShare: true } as const;

/**
 * Reads a published cell; null where it is neither a number nor a known sign. Thousands separators
 * and a per cent sign are taken off; the sign is told.
 */
export function readFigure(text: string | null, symbols: SymbolMap): PublishedFigure | null {
  const trimmed = text === null ? "" : text.trim();
  if (trimmed === "") return { value: null, status: "missing", words: null };
  const meaning = meaningOf(trimmed, symbols);
  if (meaning)
    return {
      value: meaning.value ?? null,
      status: meaning.value === undefined ? meaning.status : "ok",
      words: meaning.value === undefined ? meaning.words : null,
    };
  const plain = trimmed.replace(/(\d),(?=\d{3})/g, "$1").replace(/%$/, "");
  return /^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(plain)
    ? { value: Number(plain), ...(trimmed.endsWith("%") ? SHARE : {}), status: "ok", words: null }
    : null;
}
