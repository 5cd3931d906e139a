import type { Status } from "../../../src/kpi/status";
import { fitsUnit, type Unit } from "../../../src/kpi/unit";
import { readNumber } from "../../../src/kpi/read-number";
import { readRange } from "../../../src/kpi/read-range";
import { readSign } from "../../../src/kpi/read-sign";
import { PercentFigure, type PrintedCell } from "../../scan/workbook/printed-rows";
import { readPeriod, type SheetPeriod } from "./period-text";
import { printedRating } from "./printed-rating";

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
  /** Unit that the second figure itself names. */
  readonly secondaryUnit: Unit | null;
  readonly secondaryDecimals: number;
  /** Of a share that is printed in its parts. */
  readonly parts: { readonly numerator: number; readonly denominator: number } | null;
  /** The colour that stands beside the figure in words, as in `R 57%`. */
  readonly printedRating: string | null;
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
  secondaryUnit: null,
  secondaryDecimals: 0,
  parts: null,
  printedRating: null,
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

type Figure = Omit<KpiCell, "words">;

/** A figure, perhaps with the rating that stands before or behind it: `R 57%`, `45% (Amber)`. */
function readFigure(text: string): Figure {
  const plain = readPlain(text);
  if (plain.status !== "unreadable") return plain;
  const match =
    /^(?<rating>[a-z][a-z ]*?)[ :-]+(?<rest>[-+£]?[\d.].*)$/i.exec(text) ??
    /^(?<rest>.*?[\d%.)])[ ,:-]*\(?(?<rating>[a-z][a-z ]*)\)?$/i.exec(text);
  const rating = match?.groups && printedRating(match.groups.rating);
  return rating ? { ...readPlain(match.groups!.rest.trim()), printedRating: rating } : plain;
}

/** A figure with what stands behind it in brackets: a second figure, a date or a period. */
function readPlain(text: string): Figure {
  const outOf = /^(\d{1,3}(?:,\d{3})+|\d+) ?\((?:out )?of (\d{1,3}(?:,\d{3})+|\d+)\)$/i.exec(text);
  if (outOf !== null) return readOutOf(outOf[1], outOf[2]);
  const bracket = /^(.*?)\s*\(([^()]*)\)$/.exec(text);
  const before = bracket ? bracket[1] : text;
  const inside = bracket ? readBracket(bracket[2]) : null;
  if (bracket && inside === null) return { status: "unreadable", ...empty };
  if (before === "" && inside && inside.secondary !== null)
    return { status: "ok", ...empty, ...inside };
  const main = readNumber(before) ?? readTimes(before);
  if (main !== null) return { status: "ok", ...empty, ...main, ...inside };
  return readShare(before, inside) ?? { status: "unreadable", ...empty, range: rangeIn(before) };
}

const whole = (digits: string): number => Number(digits.replace(/,/g, ""));

/** `12 (of 30)`: a number, and its share where the KPI is a percentage. */
function readOutOf(part: string, of: string): Figure {
  const [numerator, denominator] = [whole(part), whole(of)];
  return denominator === 0 || numerator > denominator
    ? { status: "unreadable", ...empty }
    : { status: "ok", ...empty, value: numerator, parts: { numerator, denominator } };
}

type Inside = Pick<KpiCell, "secondary" | "secondaryUnit" | "secondaryDecimals" | "asAt">;

function readBracket(text: string): Inside | null {
  const asAt = readPeriod(text);
  if (asAt !== null) return { secondary: null, secondaryUnit: null, secondaryDecimals: 0, asAt };
  const figure = readNumber(text.trim());
  return (
    figure && {
      secondary: figure.value,
      secondaryUnit: figure.unit,
      secondaryDecimals: figure.decimals,
      asAt: null,
    }
  );
}

/**
 * A share in its parts, `7 of 12`, or `7/12 (58%)`, which must agree with its percentage. `6/10`
 * alone could be a date, and is none.
 */
function readShare(text: string, inside: Inside | null): Figure | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+) ?(\/|of|out of) ?(\d{1,3}(?:,\d{3})+|\d+)$/i.exec(text);
  if (match === null) return null;
  const [numerator, denominator] = [whole(match[1]), whole(match[3])];
  const printed = inside?.secondaryUnit === "percent" ? inside.secondary : null;
  if (denominator === 0 || numerator > denominator || (printed === null && match[2] === "/"))
    return null;
  const share = (100 * numerator) / denominator;
  const decimals = inside?.secondaryDecimals ?? 1;
  if (printed !== null && Math.abs(share - printed) > 0.5 * 10 ** -decimals + 1e-9) return null;
  const parts = { numerator, denominator };
  return { status: "ok", ...empty, value: printed ?? share, unit: "percent", decimals, parts };
}

/**
 * A cell in the unit of its KPI: of `12 (60%)` a percentage is the second figure. Null where the
 * cell names another unit.
 */
export function inUnitOf(cell: KpiCell, unit: Unit): KpiCell | null {
  const { value, unit: named, secondary, secondaryUnit } = cell;
  if (value === null) return cell;
  if (cell.parts !== null && named === null) return inPartsOf(cell, cell.parts, unit);
  const isSecond =
    secondary !== null &&
    (unit === "percent"
      ? named !== "percent" && secondaryUnit === "percent"
      : unit === "count" && named === "percent" && secondaryUnit === null);
  if (isSecond)
    return {
      ...cell,
      value: secondary,
      unit: secondaryUnit,
      decimals: cell.secondaryDecimals,
      secondary: value,
      secondaryUnit: named,
      secondaryDecimals: cell.decimals,
    };
  return fitsUnit(named, unit) ? cell : null;
}

/** A number out of another is its share where the KPI is a percentage, else the number. */
function inPartsOf(
  cell: KpiCell,
  { numerator, denominator }: NonNullable<KpiCell["parts"]>,
  unit: Unit,
): KpiCell {
  return unit === "percent"
    ? { ...cell, value: (100 * numerator) / denominator, unit, decimals: 1 }
    : { ...cell, parts: null };
}

/** A cell of another unit than its KPI's: its words are kept. */
export const inNoUnit = ({ words }: KpiCell): KpiCell => ({
  ...empty,
  words,
  status: "unreadable",
});

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
