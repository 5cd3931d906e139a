import type { DisclosureRules } from "../disclosure/profile";
import { protect, type Cell } from "../disclosure/protect";
import { rangeOf, rounded } from "../disclosure/rounding";
import { sparseRow } from "../disclosure/sparse-row";

/** A count that may be published, as a sum of groups that do not overlap. */
export interface CountCell {
  readonly value: number;
  /** Names of the groups that it is the sum of. */
  readonly of: readonly string[];
}

/**
 * A small number that is not published, and that nobody may work out: what is left of a cell when
 * another is taken
 * from it.
 */
export interface Remainder {
  readonly value: number;
  readonly whole: CountCell;
  readonly part: CountCell;
}

/** A count as it is published: null where it is hidden. */
export type Published = ReadonlyMap<CountCell, number | null>;

/**
 * Hides small counts and every count that one could be worked out from, and rounds what is left.
 * `cells` come with
 * those most wanted first.
 */
export function suppress(
  cells: readonly CountCell[],
  remainders: readonly Remainder[],
  rules: DisclosureRules,
): Published {
  const { threshold, roundTo, showZeros } = rules;
  const numbers = new Map<string, number>();
  const unknown = (name: string): number =>
    numbers.get(name) ?? numbers.set(name, numbers.size).size - 1;
  const isSmall = (value: number): boolean =>
    (value > 0 && value < threshold) || (value === 0 && !showZeros);
  const hidden = (sensitive: boolean): readonly [number, number] => [
    showZeros ? 1 : 0,
    roundTo > 1 && sensitive ? threshold - 1 : Infinity,
  ];
  const own = cells.map(({ value, of }): Cell => ({
    row: sparseRow(of.map((name) => [unknown(name), 1])),
    value,
    sensitive: isSmall(value),
    shown: rangeOf(value, rules),
    hidden: hidden(isSmall(value)),
  }));
  const left = remainders
    .filter(({ value }) => value > 0 && value < threshold)
    .map(({ value, whole, part }): Cell => ({
      row: sparseRow([
        ...whole.of.map((name): [number, number] => [unknown(name), 1]),
        ...part.of.map((name): [number, number] => [unknown(name), -1]),
      ]),
      value,
      sensitive: true,
      shown: [value, value],
      hidden: hidden(true),
    }));
  const zeros = remainders
    .filter(({ value }) => value === 0)
    .map(({ whole, part }) =>
      sparseRow([
        ...whole.of.map((name): [number, number] => [unknown(name), 1]),
        ...part.of.map((name): [number, number] => [unknown(name), -1]),
      ]),
    );
  const verdict = protect(
    { unknowns: numbers.size, relations: [], zeros, cells: [...own, ...left] },
    { showZeros, exact: roundTo === 1 },
  );
  return new Map(cells.map((cell, i) => [cell, verdict[i] ? null : rounded(cell.value, roundTo)]));
}
