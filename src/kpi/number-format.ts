import { roundHalfUp } from "./round";
import { sameNumber } from "./same-number";
import { UNIT_FORMS, type Unit } from "./unit";

export interface NumberForm {
  readonly unit: Unit;
  /** Decimals printed; the unit's own where not given. */
  readonly decimals?: number | null;
  /** What the author's format string prints in place of the unit's own signs. */
  readonly signs?: NumberSigns | null;
}

/** Signs around a number; it is divided first, as millions are before an `m`. */
export interface NumberSigns {
  readonly before: string;
  readonly after: string;
  readonly divisor: number;
}

/** The signs that a form prints around a number. */
export const signsOf = ({ unit, signs }: NumberForm): NumberSigns =>
  signs ?? { ...UNIT_FORMS[unit], divisor: 1 };

const MINUS = "\u2212";

/** The decimals that a form prints. */
export const decimalsOf = ({ unit, decimals }: NumberForm): number =>
  decimals ?? UNIT_FORMS[unit].decimals;

/** A number with thousands separators and a real minus sign, rounded half up: `1,632`, `−3.2`. */
export function formatNumber(value: number, decimals: number): string {
  const rounded = roundHalfUp(value, decimals);
  const [whole, part] = Math.abs(rounded).toFixed(decimals).split(".");
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${rounded < 0 ? MINUS : ""}${grouped}${part === undefined ? "" : `.${part}`}`;
}

/** A value with its unit as board papers print it: `67.0%`, `1,632`, `£3.9m`, `6.5 months`. */
export function formatValue(value: number, form: NumberForm): string {
  const { before, after, divisor } = signsOf(form);
  const text = formatNumber(value / divisor, decimalsOf(form));
  return text.startsWith(MINUS)
    ? `${MINUS}${before}${text.slice(1)}${after}`
    : `${before}${text}${after}`;
}

/**
 * A change or gap with its sign always shown; a change that rounds to nothing has none: `+2.0 pp`,
 * `−29`, `0`.
 */
export function formatChange(change: number, form: NumberForm): string {
  const text = formatValue(change, form);
  return roundHalfUp(change / signsOf(form).divisor, decimalsOf(form)) > 0 ? `+${text}` : text;
}

/**
 * A value with a second figure in brackets, each in its own unit: `7 (0.03)`; the second alone
 * where there is no first.
 */
export function formatPair(
  value: number | null,
  form: NumberForm,
  secondary: number | null,
  secondaryForm: NumberForm,
): string {
  const second = secondary === null ? "" : `(${formatValue(secondary, secondaryForm)})`;
  return [value === null ? "" : formatValue(value, form), second]
    .filter((part) => part !== "")
    .join(" ");
}

const MOST_DECIMALS = 6;

/**
 * The fewest decimals, from those of the form on, by which two different figures print differently;
 * those of the form where they are the same.
 */
export function decimalsApart(a: number, b: number, form: NumberForm): number {
  const decimals = decimalsOf(form);
  if (sameNumber(a, b)) return decimals;
  const { divisor } = signsOf(form);
  let more = decimals;
  while (more < MOST_DECIMALS && roundHalfUp(a / divisor, more) === roundHalfUp(b / divisor, more))
    more++;
  return more;
}

/**
 * A value beside its target where rounding would mislead: 94.96 prints as 95.0 against a target of
 * 95 that it has not reached.
 * Gives the shortest exact-enough text that shows which side it lies on, or null where the rounded
 * text already does.
 */
export function formatBesideTarget(value: number, target: number, form: NumberForm): string | null {
  const decimals = decimalsApart(value, target, form);
  return decimals === decimalsOf(form) ? null : formatValue(value, { ...form, decimals });
}

const ENDINGS = ["th", "st", "nd", "rd"];

/**
 * `1st`, `22nd`, `111th`. Endings are those of 0 on: of ten where they go round as in English, or of
 * all to the last, which those after it have too, as in Welsh.
 */
export function formatOrdinal(rank: number, endings: readonly string[] = ENDINGS): string {
  const tens = rank % 100;
  const place =
    endings.length > 10
      ? Math.min(rank, endings.length - 1)
      : tens > 10 && tens < 14
        ? 0
        : rank % 10;
  return `${formatNumber(rank, 0)}${endings[place] ?? endings[0]}`;
}
