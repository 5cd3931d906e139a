/** How a number of a cell is shown. */
export interface NumberFormat {
  readonly kind: "general" | "number" | "percent" | "date" | "time" | "text";
  /** Decimals that are shown; null where the format does not say. */
  readonly decimals: number | null;
  /** Of a date: the least part of it that is shown. `mmm-yy` shows a month, `yyyy` a year. */
  readonly grain: "day" | "month" | "year" | null;
}

/**
 * Formats that a workbook does not write out (ECMA-376 part 1, 18.8.30); those of East Asian
 * languages, 27 to 36 and 50 to 58, are dates.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

export const GENERAL: NumberFormat = { kind: "general", decimals: null, grain: null };

/**
 * What is shown of positive numbers: the first section, without quoted and escaped characters, fill
 * and width marks, colours and locales.
 */
const shownPart = (code: string): string =>
  code
    .replace(/"[^"]*"?/g, "")
    .replace(/\\.|[_*]./g, "")
    .split(";")[0]
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
    .replace(/AM\/PM|A\/P/gi, "h")
    .toLowerCase();

/** Months are m; an m beside hours or seconds is minutes. */
const withoutMinutes = (shown: string): string =>
  shown
    .replace(/\[(h+|m+|s+)\]/g, "h")
    .replace(/(h+[^a-z]*)m{1,2}(?!m)/g, "$1")
    .replace(/m{1,2}([^a-z]*s)/g, "$1");

function dateFormat(shown: string): NumberFormat | null {
  const parts = withoutMinutes(shown);
  const has = (letter: string): boolean => parts.includes(letter);
  if (has("d")) return { kind: "date", decimals: null, grain: "day" };
  if (has("m")) return { kind: "date", decimals: null, grain: "month" };
  if (has("y") || /\be+\b/.test(parts)) return { kind: "date", decimals: null, grain: "year" };
  return /[hs]/.test(shown) ? { kind: "time", decimals: null, grain: null } : null;
}

/** Reads a format code such as `0.0%`, `dd/mm/yyyy` or `mmm-yy`. */
function readFormat(code: string): NumberFormat {
  const shown = shownPart(code);
  const decimals = /[0#?]\.([0#?]+)/.exec(shown)?.[1].length ?? (/[0#?]/.test(shown) ? 0 : null);
  if (/^general|^standard/.test(shown.trim())) return GENERAL;
  if (shown.includes("%")) return { kind: "percent", decimals, grain: null };
  if (/[0#?]/.test(shown) && !/[yd]/.test(shown))
    return /h|s|m/.test(shown) && !/e\+?/.test(shown)
      ? (dateFormat(shown) ?? { kind: "number", decimals, grain: null })
      : { kind: "number", decimals, grain: null };
  if (shown.includes("@")) return { kind: "text", decimals: null, grain: null };
  return dateFormat(shown) ?? GENERAL;
}

const EAST_ASIAN_DATES = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The format of an id: as the workbook writes it out, else a built-in one. */
export function formatOfId(id: number, written: ReadonlyMap<number, string>): NumberFormat {
  const code = written.get(id) ?? BUILT_IN[id];
  if (code !== undefined) return readFormat(code);
  return EAST_ASIAN_DATES(id) ? { kind: "date", decimals: null, grain: "day" } : GENERAL;
}
