import type { Status } from "../../../src/kpi/status";
import type { Unit } from "../../../src/kpi/unit";
import { readNumber } from "../../../src/kpi/read-number";
import { readRange } from "../../../src/kpi/read-range";
import { readSign } from "../../../src/kpi/read-sign";
import { PercentFigure, type PrintedCell } from "../../scan/workbook/printed-rows";
import { readPeriod, type SheetPeriod } from "./period-text";

/** A cell as the workbook and CSV readers give it. */
export type RawCell = PrintedCell;

/** What a cell of a KPI sheet says. The words are kept as they stand, whatever was understood. */
export interface KpiCell {
  readonly words: string;
  /** `to_be_confirmed` is for targets that are not set yet; `unreadable` gives a finding. */
  readonly status: Status | "to_be_confirmed" | "unreadable";
  /** Null also where only a second figure in brackets is given. The middle of a range of time. */
  readonly value: number | null;
  /** The two figures that are printed in place of one. */
  readonly range: readonly [number, number] | null;
  /** Unit that the cell itself names. */
  readonly unit: Unit | null;
  /** Decimals as printed. */
  readonly decimals: number;
  readonly secondary: number | null;
  readonly secondaryDecimals: number;
  /** The period or date that the cell itself names. */
  readonly asAt: SheetPeriod | null;
  /** When the figure is promised for, where the words say so. */
  readonly expected: string | null;
  /** True for a sentence, the value of a KPI in words. */
  readonly isText: boolean;
}

const empty: Omit<KpiCell, "words" | "status"> = {
  value: null,
  range: null,
  unit: null,
  decimals: 0,
  secondary: null,
  secondaryDecimals: 0,
  asAt: null,
  expected: null,
  isText: false,
};

/** Reads one cell. `wordy` says that the KPI is a sentence, so that words are its value. */
export function readCell(raw: RawCell, wordy = false): KpiCell {
  if (raw === null || raw === "") return { words: "", status: "missing", ...empty };
  if (typeof raw === "number")
    return Number.isFinite(raw)
      ? {
          words: String(raw),
          status: "ok",
          ...empty,
          value: raw,
          decimals: readNumber(String(raw))?.decimals ?? 0,
        }
      : { words: "", status: "unreadable", ...empty };
  if (raw instanceof PercentFigure) return readPercent(raw);
  if (typeof raw !== "string") return { words: "", status: "unreadable", ...empty };
  const words = raw.replace(/\s+/g, " ").trim();
  if (words === "") return { words, status: "missing", ...empty };
  const status = readSign(words);
  if (status !== null && !(wordy && words.length > 60))
    return {
      words,
      status,
      ...empty,
      expected: /available from ([^().]+?)(?: \(|$)/i.exec(words)?.[1] ?? null,
    };
  if (wordy) return { words, status: "ok", ...empty, isText: true };
  return { words, ...readFigure(withoutMarks(words.replace(/[\u2212\u2010-\u2015]/g, "-"))) };
}

/** Marks of footnotes, of revised or provisional figures, and arrows behind a figure. */
const MARKS =
  /(?:\s*(?:[▲▼△▽↑↓→↔↗↘⇧⇩⇑⇓⬆⬇*†‡§^¹²³⁴⁵⁶⁷⁸⁹]|\uFE0F|\((?:p|r|e|provisional|revised|estimated?|unvalidated)\)|\[(?:p|r|e|\d)\]))+$/iu;

const withoutMarks = (words: string): string =>
  /^[^\d]*$/.test(words.replace(MARKS, "")) ? words : words.replace(MARKS, "").trim();

function readPercent(raw: PercentFigure): KpiCell {
  if (raw.isTyped) return readCell(raw.stored);
  const { value, decimals } = raw;
  return { words: String(raw), status: "ok", ...empty, value, unit: "percent", decimals };
}

/** A figure with what stands behind it in brackets: a second figure, a date or a period. */
function readFigure(text: string): Omit<KpiCell, "words"> {
  const bracket = /^(.*?)\s*\(([^()]*)\)$/.exec(text);
  const before = bracket ? bracket[1] : text;
  const inside = bracket ? readBracket(bracket[2]) : null;
  if (bracket && inside === null) return { status: "unreadable", ...empty };
  if (before === "" && inside && inside.secondary !== null)
    return { status: "ok", ...empty, ...inside };
  const main = readNumber(before) ?? readTimes(before);
  return main === null
    ? { status: "unreadable", ...empty, range: rangeIn(before) }
    : { status: "ok", ...empty, ...main, ...inside };
}

function readBracket(
  text: string,
): Pick<KpiCell, "secondary" | "secondaryDecimals" | "asAt"> | null {
  const asAt = readPeriod(text);
  if (asAt !== null) return { secondary: null, secondaryDecimals: 0, asAt };
  const figure = readNumber(text.trim());
  return figure === null
    ? null
    : { secondary: figure.value, secondaryDecimals: figure.decimals, asAt: null };
}

const rangeIn = (text: string): KpiCell["range"] => {
  const read = readRange(text);
  return read && [read.low, read.high];
};

/** Waiting times are printed as `6-7mths`. */
const TIMES: ReadonlySet<Unit | null> = new Set<Unit>(["months", "weeks", "days", "minutes"]);

/** The middle of two lengths of time; null for any other range, which is no number. */
function readTimes(text: string): Pick<KpiCell, "value" | "range" | "unit" | "decimals"> | null {
  const read = readRange(text);
  if (read === null || !TIMES.has(read.unit)) return null;
  const { low, high, unit, decimals } = read;
  return { value: (low + high) / 2, range: [low, high], unit, decimals };
}
