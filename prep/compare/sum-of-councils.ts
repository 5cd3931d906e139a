import type { Comparability } from "../../src/kpi/comparability";
import type { Unit } from "../../src/kpi/unit";

/** What one council adds to the figure of all. */
export interface CouncilPart {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly comparability: Comparability | null;
}

/** What all councils add, in their order. */
export interface CouncilParts {
  /** Null of a council of which it is not known. */
  readonly parts: readonly (CouncilPart | null)[];
  /** Why they make no figure together, whatever they are. */
  readonly refused?: string | null;
}

/** A group of nobody, whose council is known to have none: it adds nothing. */
export const nobody = (comparability: Comparability | null): CouncilPart => ({
  value: null,
  numerator: 0,
  denominator: 0,
  comparability,
});

interface Together {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How it was put together, in words. */
  readonly how: string;
}

/** Shares and rates that are worked out from parts that add up, with what they are multiplied by. */
const MULTIPLIER: Readonly<Partial<Record<Unit, number>>> = {
  percent: 100,
  per_100: 100,
  per_1000: 1_000,
  per_10000: 10_000,
  per_100000: 100_000,
};

/** Whether figures of a unit may be put together at all: medians and the like never add up. */
export const addsUp = (unit: Unit): boolean => unit === "count" || unit in MULTIPLIER;

/** Whether a figure is what its parts make, but for what it was rounded by when it was printed. */
const isMadeOf = ({ value, numerator, denominator }: CouncilPart, times: number): boolean =>
  value === null ||
  Math.abs(value - (times * numerator!) / denominator!) <= Math.max(0.06, 0.01 * Math.abs(value));

const sum = (values: readonly (number | null)[]): number | null => {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return total;
};

/** The least comparable of some figures. */
export function worst(parts: readonly CouncilPart[]): Comparability {
  let found: Comparability = "comparable";
  for (const { comparability } of parts) {
    if (comparability === "not_comparable") return "not_comparable";
    if (comparability === "caution") found = "caution";
  }
  return found;
}

/**
 * The figure of all councils: counts added up, shares and rates pooled. Null where neither can be
 * done: a part is not known, a number is an average, or a share is not what its parts make.
 */
export function sumOfCouncils(parts: readonly CouncilPart[], unit: Unit): Together | null {
  const numerator = sum(parts.map((part) => part.numerator));
  if (unit === "count") {
    // A number that is out of something is a mean, which does not add up; a group of nobody is 0.
    if (parts.some(({ value, denominator }) => value !== null && denominator !== null)) return null;
    const value = sum(parts.map((part) => part.value ?? (part.numerator === 0 ? 0 : null)));
    return { value, numerator, denominator: null, how: `Sum of ${parts.length} councils` };
  }
  const denominator = sum(parts.map((part) => part.denominator));
  const times = MULTIPLIER[unit];
  if (times === undefined || numerator === null || denominator === null) return null;
  if (!parts.every((part) => isMadeOf(part, times))) return null;
  return {
    value: denominator === 0 ? null : (times * numerator) / denominator,
    numerator,
    denominator,
    how: `Pooled: sum of numerators over sum of denominators of ${parts.length} councils`,
  };
}
