import { financialYearOf, monthOf } from "../calendar/periods";
import { MISSING } from "../columns/column";
import type { UnitRows } from "./reduce-rows";

/** What a declared `SecondRow` names, by row. */
interface SecondValues {
  readonly where: ArrayLike<number>;
  readonly first: ArrayLike<number>;
  readonly day: Int32Array;
  /** What rows of one day are ordered by: whole numbers from 0 on, NaN where there is none. */
  readonly then: readonly ArrayLike<number>[];
}

/** The place of each of some rows in the declared order: rows alike in all of it share one. */
function placesOf({ day, then }: SecondValues, rows: Int32Array): Float64Array {
  const places = Float64Array.from(rows, (row) => day[row]);
  for (const next of then) {
    let most = 0;
    for (const row of rows) if (next[row] > most) most = next[row];
    for (let i = 0; i < rows.length; i++) {
      const value = next[rows[i]];
      places[i] = places[i] * (most + 2) + (Number.isNaN(value) ? 0 : value + 1);
    }
  }
  return places;
}

/** Some rows in the declared order. */
function inOrder(values: SecondValues, rows: Int32Array): Int32Array {
  const places = placesOf(values, rows);
  const count = rows.length;
  const isSafe = places.every((place) => Number.isSafeInteger(place * count + count));
  if (!isSafe)
    return Int32Array.from(rows.keys())
      .sort((a, b) => places[a] - places[b])
      .map((i) => rows[i]);
  const keys = places.map((place, i) => place * count + i).sort();
  return Int32Array.from(keys, (key) => rows[((key % count) + count) % count]);
}

/** Says of rows in their order whether they are the second of a unit whose first has a flag. */
function secondOf(units: number): {
  readonly begin: () => void;
  readonly meets: (unit: number, hasFlag: number) => boolean;
} {
  const [NONE, FIRST_HAS, OTHER] = [0, 1, 2];
  const state = new Uint8Array(units);
  return {
    begin: () => void state.fill(NONE),
    meets(unit, hasFlag) {
      const before = state[unit];
      state[unit] = before === NONE && hasFlag === 1 ? FIRST_HAS : OTHER;
      return before === FIRST_HAS;
    },
  };
}

/**
 * The rows, of some, that are the second of their unit, ever or in a financial year, as `SecondRow`
 * declares it; a row that is both comes twice.
 */
export function secondRows(
  { of, count, none }: UnitRows,
  values: SecondValues,
  some: Int32Array,
): Int32Array {
  const { where, first, day } = values;
  const rows = some.filter((row) => where[row] === 1 && of[row] !== none && day[row] !== MISSING);
  const [ever, ofYear] = [secondOf(count), secondOf(count)];
  const found: number[] = [];
  let year = NaN;
  for (const row of inOrder(values, rows)) {
    const own = financialYearOf(monthOf(day[row]));
    if (own !== year) ofYear.begin();
    year = own;
    for (const seen of [ever, ofYear]) if (seen.meets(of[row], first[row])) found.push(row);
  }
  return Int32Array.from(found);
}
