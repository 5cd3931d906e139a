import type { Status } from "../../../src/kpi/status";
import type { Unit } from "../../../src/kpi/unit";
import { readPeriod, type SheetPeriod } from "./period-text";

/** A cell as the workbook and CSV readers give it. */
export type RawCell = string | number | boolean | Date | null;

/** What a cell of a KPI sheet says. The words are kept as they stand, whatever was understood. */
export interface KpiCell {
  readonly words: string;
  /** `to_be_confirmed` is for targets that are not set yet; `unreadable` gives a finding. */
  readonly status: Status | "to_be_confirmed" | "unreadable";
  /** Null also where only a second figure in brackets is given. The middle of a range. */
  readonly value: number | null;
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

/** Words and signs that stand for a figure that is not there. The signs are those of the open data standard of the Department for Education and of the NHS. */
const WORDS: readonly { readonly form: RegExp; readonly status: KpiCell["status"] }[] = [
  { form: /^n ?\/ ?a\.?$|^not applicable$|^z$/i, status: "not_applicable" },
  { form: /^tbc\.?$|^to be (confirmed|set|agreed)$/i, status: "to_be_confirmed" },
  { form: /\bbeing scoped\b|\bscoping\b/i, status: "being_scoped" },
  { form: /\bawait(ing|ed)\b/i, status: "awaiting" },
  {
    form: /\b(not|un) ?(currently |yet )?avail(able)?\b|^\.{1,2}$|^[-:x]$/i,
    status: "not_available",
  },
  { form: /^suppressed$|^[*c]$/i, status: "suppressed" },
];

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const UNITS: readonly { readonly form: RegExp; readonly unit: Unit }[] = [
  { form: /^%$|^per cent$|^percent$/, unit: "percent" },
  { form: /^pp$/, unit: "percentage_points" },
  { form: /^(mths?|months?)$/, unit: "months" },
  { form: /^(wks?|weeks?)$/, unit: "weeks" },
  { form: /^days?$/, unit: "days" },
  { form: /^(mins?|minutes?)$/, unit: "minutes" },
  { form: /^fte$/, unit: "fte" },
  { form: /^m$/, unit: "gbp_m" },
];

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

const decimalsIn = (text: string): number => /\.(\d+)/.exec(text)?.[1].length ?? 0;
const numberIn = (text: string): number | null =>
  text !== "" && /\d/.test(text) && NUMBER.test(text) ? Number(text.replaceAll(",", "")) : null;

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
          decimals: decimalsIn(String(raw)),
        }
      : { words: "", status: "unreadable", ...empty };
  if (typeof raw !== "string") return { words: "", status: "unreadable", ...empty };
  const words = raw.replace(/\s+/g, " ").trim();
  if (words === "") return { words, status: "missing", ...empty };
  const status = WORDS.find(({ form }) => form.test(words))?.status;
  if (status !== undefined && !(wordy && words.length > 60))
    return {
      words,
      status,
      ...empty,
      expected: /available from ([^().]+?)(?: \(|$)/i.exec(words)?.[1] ?? null,
    };
  if (wordy) return { words, status: "ok", ...empty, isText: true };
  return { words, ...readFigure(words.replace(/[\u2212\u2010-\u2015]/g, "-")) };
}

/** A figure with what stands behind it in brackets: a second figure, a date or a period. */
function readFigure(text: string): Omit<KpiCell, "words"> {
  const bracket = /^(.*?)\s*\(([^()]*)\)$/.exec(text);
  const before = bracket ? bracket[1] : text;
  const inside = bracket ? readBracket(bracket[2]) : null;
  if (bracket && inside === null) return { status: "unreadable", ...empty };
  if (before === "" && inside && inside.secondary !== null)
    return { status: "ok", ...empty, ...inside };
  const main = readNumber(before);
  return main === null
    ? { status: "unreadable", ...empty }
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

function readNumber(text: string): Pick<KpiCell, "value" | "range" | "unit" | "decimals"> | null {
  const match = /^(-)?(£)?\s*([\d.,]+)(?:\s*(?:-|to)\s*([\d.,]+))?\s*([a-z%]+(?: cent)?)?$/i.exec(
    text,
  );
  if (!match) return null;
  const [, minus, pound, first, second, word] = match;
  const low = numberIn(first);
  const high = second === undefined ? low : numberIn(second);
  const named = word === undefined ? null : UNITS.find(({ form }) => form.test(word.toLowerCase()));
  if (low === null || high === null || named === undefined || high < low) return null;
  const unit = pound ? (named?.unit === "gbp_m" ? "gbp_m" : "gbp") : (named?.unit ?? null);
  if (unit === "gbp_m" && !pound) return null;
  const sign = minus ? -1 : 1;
  return {
    value: (sign * (low + high)) / 2,
    range: second === undefined ? null : [low, high],
    unit,
    decimals: Math.max(decimalsIn(first), second === undefined ? 0 : decimalsIn(second)),
  };
}
