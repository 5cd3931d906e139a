import { readDay, yearWindow } from "../kpi/read-day";

const YEARS = yearWindow(1980, 2079);

/** Thousands are parted in threes; `0,125` has none, and `1,2345` neither. */
const NUMBER = /^[-+]?(?:(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)\.?\d*|\.\d+)$/;

/**
 * The finite number in a cell, also where it came as text (`1,632`); null for anything else, so
 * that a blank is never 0.
 */
export function numberIn(cell: unknown): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string") return null;
  const text = cell.trim().replace("\u2212", "-");
  return NUMBER.test(text) ? Number(text.replace(/,/g, "")) : null;
}

/** Figures that only a comma before the decimals can explain. */
const DECIMAL_COMMA = /^[-+\u2212]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{4,},\d+|0,\d+) ?%?$/;

/** Whether a column parts its decimals by a comma: then neither `12,345` nor `12.345` is a number for certain. */
export const hasDecimalComma = (cells: readonly unknown[]): boolean =>
  cells.some((cell) => typeof cell === "string" && DECIMAL_COMMA.test(cell.trim()));

/** The words in a cell, trimmed; null where there are none. */
export function textIn(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : localIsoDay(cell);
  if (typeof cell === "number" && !Number.isFinite(cell)) return null;
  const text = String(cell).trim();
  return text === "" ? null : text;
}

/** Whether a cell says nothing: `textIn` without making a text of a number. */
export const isBlank = (cell: unknown): boolean =>
  typeof cell === "number" ? !Number.isFinite(cell) : textIn(cell) === null;

/** The day in a cell as whole days since 1970-01-01: from a date or from text that names a day. */
export function dayIn(cell: unknown): number | null {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime())
      ? null
      : Date.UTC(cell.getFullYear(), cell.getMonth(), cell.getDate()) / 86_400_000;
  return typeof cell === "string" ? readDay(cell, { years: YEARS }) : null;
}

/** True for `true`, 1, `yes`, `y` and `x`. */
export const isTrue = (cell: unknown): boolean =>
  cell === true ||
  cell === 1 ||
  (typeof cell === "string" && /^(true|yes|y|x|1)$/i.test(cell.trim()));

const localIsoDay = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
