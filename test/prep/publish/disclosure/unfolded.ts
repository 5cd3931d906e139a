import type { Known } from "./ends";
import type { Sum } from "./reader";

/** What is known of a sum of numbers that are no sums of others: the least and the most of it. */
export interface Row {
  readonly terms: ReadonlyMap<number, number>;
  readonly low: number;
  readonly high: number;
}

/** Numbers as sums of those that are no sums of others, and all that is known of these. */
export interface Unfolded {
  /** By number: the numbers that it is the sum of, itself alone where it is no sum. */
  readonly terms: readonly ReadonlyMap<number, number>[];
  /** What is known beside the ends of the numbers that are no sums. */
  readonly rows: readonly Row[];
}

const wholeOf = ({ terms }: Sum): number => terms.keys().next().value!;
const nameOf = (terms: Iterable<readonly [number, number]>): string =>
  [...terms]
    .sort(([a], [b]) => a - b)
    .flat()
    .join(" ");

/** Numbers that are sums of others, each by one sum, so that none is a sum of itself. */
function definitions(sums: readonly Sum[]): Map<number, Sum> {
  const defined = new Map<number, Sum>();
  const holds = (one: number, wanted: number): boolean => {
    if (one === wanted) return true;
    const sum = defined.get(one);
    return sum !== undefined && [...sum.terms.keys()].some((x) => x !== one && holds(x, wanted));
  };
  for (const sum of sums) {
    const whole = wholeOf(sum);
    if (!sum.isZero || defined.has(whole)) continue;
    if ([...sum.terms.keys()].some((part) => part !== whole && holds(part, whole))) continue;
    defined.set(whole, sum);
  }
  return defined;
}

/** Sums over several months that sums of each of the months say already. */
function impliedByMonths(sums: readonly Sum[]): (sum: Sum) => boolean {
  const monthsOf = new Map<number, readonly number[]>();
  for (const sum of sums)
    if (sum.isOfMonths) monthsOf.set(wholeOf(sum), [...sum.terms.keys()].slice(1));
  const names = new Set(sums.map(({ terms, isZero }) => `${isZero} ${nameOf(terms)}`));
  return ({ terms, isZero, isOfMonths }) => {
    const months = [...terms.keys()].map((one) => monthsOf.get(one));
    if (isOfMonths || months.some((list) => list?.length !== months[0]?.length)) return false;
    const factors = [...terms.values()];
    return (months[0] ?? []).every((_, month) =>
      names.has(
        `${isZero} ${nameOf(months.map((list, i): [number, number] => [list![month], factors[i]]))}`,
      ),
    );
  };
}

/** Writes all that a reader knows as sums of the numbers that are no sums of others. */
export function unfold(numbers: readonly Known[], sums: readonly Sum[]): Unfolded {
  const defined = definitions(sums);
  const known = new Map<number, ReadonlyMap<number, number>>();
  const add = (into: Map<number, number>, terms: Iterable<readonly [number, number]>, by = 1) => {
    for (const [one, factor] of terms) {
      const sum = (into.get(one) ?? 0) + by * factor;
      if (Math.abs(sum) < 1e-12) into.delete(one);
      else into.set(one, sum);
    }
  };
  const termsOf = (one: number): ReadonlyMap<number, number> => {
    const found = known.get(one);
    if (found) return found;
    const terms = new Map<number, number>();
    const sum = defined.get(one);
    if (sum === undefined) terms.set(one, 1);
    else
      for (const [part, factor] of sum.terms) if (part !== one) add(terms, termsOf(part), -factor);
    known.set(one, terms);
    return terms;
  };
  const terms = numbers.map((_, one) => termsOf(one));
  const isImplied = impliedByMonths(sums);
  const used = new Set(defined.values());
  const ofSums = sums
    .filter((sum) => !used.has(sum) && !isImplied(sum))
    .map((sum): Row => {
      const row = new Map<number, number>();
      for (const [one, factor] of sum.terms) add(row, terms[one], factor);
      return { terms: row, low: 0, high: sum.isZero ? 0 : Infinity };
    });
  // None is below zero, so that nothing is known of a sum with such ends.
  const ofNumbers = [...defined.keys()].flatMap((one): Row[] => {
    const { low, high } = numbers[one];
    return low <= 0 && high === Infinity ? [] : [{ terms: terms[one], low, high }];
  });
  return { terms, rows: [...ofSums, ...ofNumbers].filter((row) => row.terms.size > 0) };
}
