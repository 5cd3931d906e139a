/** What a row is ordered by: a number, or a text in the order of its characters' codes. */
type OrderedBy = (row: number) => number | string;

/**
 * Whether a row comes after another in a declared order, the first name first; of rows alike in all
 * of it, the later asked for.
 */
export function afterBy<N extends string>(
  names: readonly N[],
  by: { readonly [M in N]: OrderedBy },
): (row: number, other: number) => boolean {
  const orders = names.map((name) => by[name]);
  return (row, other) => {
    for (const valueOf of orders) {
      const [one, two] = [valueOf(row), valueOf(other)];
      if (one !== two) return one > two;
    }
    return true;
  };
}
