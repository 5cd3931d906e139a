import { MISSING } from "../columns/column";
import type { UnitReduction } from "./reduction";

/** Rows with their unit: `none` stands for no unit. */
export interface UnitRows {
  readonly of: Int32Array;
  readonly count: number;
  readonly none?: number;
}

/** What reductions ask of rows, by name. */
interface RowValues {
  readonly flags: (name: string) => ArrayLike<number>;
  readonly days: (name: string) => Int32Array;
}

type Of<F extends UnitReduction["find"]> = Extract<UnitReduction, { find: F }>;

function any({ of, count, none }: UnitRows, flag: ArrayLike<number>): Uint8Array {
  const found = new Uint8Array(count);
  for (let row = 0; row < of.length; row++)
    if (flag[row] === 1 && of[row] !== none) found[of[row]] = 1;
  return found;
}

function most({ of, count, none }: UnitRows, { flags }: RowValues, by: Of<"most">): Uint8Array {
  const [all, some] = [flags(by.of), flags(by.where)];
  const more = new Int32Array(count);
  for (let row = 0; row < of.length; row++)
    if (all[row] === 1 && of[row] !== none) more[of[row]] += some[row] === 1 ? 1 : -1;
  return Uint8Array.from(more, (balance) => Number(balance > 0));
}

function firstDays(
  { of, count, none }: UnitRows,
  flag: ArrayLike<number>,
  days: Int32Array,
): Int32Array {
  const first = new Int32Array(count).fill(MISSING);
  for (let row = 0; row < of.length; row++) {
    const [unit, day] = [of[row], days[row]];
    if (flag[row] === 1 && day !== MISSING && unit !== none)
      if (first[unit] === MISSING || day < first[unit]) first[unit] = day;
  }
  return first;
}

function secondDays(
  { of, count, none }: UnitRows,
  flag: ArrayLike<number>,
  days: Int32Array,
): Int32Array {
  const [first, second] = [
    new Int32Array(count).fill(MISSING),
    new Int32Array(count).fill(MISSING),
  ];
  for (let row = 0; row < of.length; row++) {
    const [unit, day] = [of[row], days[row]];
    if (flag[row] !== 1 || day === MISSING || unit === none) continue;
    if (first[unit] === MISSING || day < first[unit]) {
      second[unit] = first[unit];
      first[unit] = day;
    } else if (second[unit] === MISSING || day < second[unit]) second[unit] = day;
  }
  return second;
}

function lastOfAll({ of, count, none }: UnitRows, days: Int32Array): Int32Array {
  const last = new Int32Array(count).fill(MISSING);
  const lacks = new Uint8Array(count);
  for (let row = 0; row < of.length; row++)
    if (of[row] !== none) {
      if (days[row] === MISSING) lacks[of[row]] = 1;
      else if (days[row] > last[of[row]]) last[of[row]] = days[row];
    }
  for (let unit = 0; unit < count; unit++) if (lacks[unit] === 1) last[unit] = MISSING;
  return last;
}

function preferred({ of, count, none }: UnitRows, flags: readonly ArrayLike<number>[]): Int32Array {
  const found = new Int32Array(count).fill(-1);
  const rank = new Uint8Array(count).fill(flags.length);
  for (let row = 0; row < of.length; row++) {
    const unit = of[row];
    if (unit === none) continue;
    for (let place = 0; place < rank[unit]; place++)
      if (flags[place][row] === 1) {
        rank[unit] = place;
        found[unit] = row;
      }
  }
  return found;
}

/** What is found of each unit: 1 or 0, a day or MISSING, a row or -1. */
export function reduceRows(
  reduction: UnitReduction,
  units: UnitRows,
  values: RowValues,
): Int32Array | Uint8Array {
  const { flags, days } = values;
  switch (reduction.find) {
    case "any":
      return any(units, flags(reduction.where));
    case "most":
      return most(units, values, reduction);
    case "first":
      return firstDays(units, flags(reduction.where), days(reduction.day));
    case "second":
      return secondDays(units, flags(reduction.where), days(reduction.day));
    case "last_of_all":
      return lastOfAll(units, days(reduction.day));
    case "row":
      return preferred(units, reduction.prefer.map(flags));
  }
}
