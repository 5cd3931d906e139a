import { decimalsOf, formatValue } from "./number-format";
import type { Polarity } from "./polarity";
import type { Unit } from "./unit";

/** Decimals of targets that people type; one with more is a comparator's own figure. */
const MOST_TYPED = 4;

const decimalsIn = (value: number): number => (/\.(\d+)$/.exec(String(value))?.[1] ?? "").length;

/** The sign of a target that itself does not do: `<`, `>`; none of one that does. */
export const strictSign = (strict: boolean, polarity: Polarity): "" | "<" | ">" =>
  !strict || polarity === "neutral" ? "" : polarity === "lower" ? "<" : ">";

/**
 * A target as it is printed, with the decimals that it was typed with: `95%`, `1,234`; one that
 * itself does not do with its sign: `< 5`, `> 95%`.
 */
export function targetWords(
  target: number,
  {
    unit,
    polarity,
    strict = false,
  }: {
    readonly unit: Unit;
    readonly polarity: Polarity;
    readonly strict?: boolean;
  },
): string {
  const typed = decimalsIn(target);
  const decimals = typed <= MOST_TYPED ? typed : decimalsOf({ unit });
  const sign = strictSign(strict, polarity);
  const number = formatValue(target, { unit, decimals });
  return sign === "" ? number : `${sign} ${number}`;
}
