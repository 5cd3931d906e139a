import { sourceOf, usesFile, type ComparedFigure, type Figures } from "./figures";
import type { Distortion } from "./distortion";
import type { WorldFile } from "./world";

/** A figure that is not what it must be. */
export interface Fault {
  readonly key: string;
  /** What is wrong, with the figure before and after. */
  readonly words: string;
}

/** Figures are computed in another order where rows are; the last digits may differ. */
const SAME = 1e-9;
/** Publications print shares with one decimal place. */
const PRINTED = 0.05;

const near = (a: number | null, b: number | null, apart = SAME * Math.abs(a ?? 0)): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= apart + SAME);

const equal = (a: ComparedFigure, b: ComparedFigure): boolean =>
  a.status === b.status && a.numbers.every((value, i) => near(value, b.numbers[i]));

/** A share taken as it is printed, for one of its two parts is not known. */
const isAsPrinted = (key: string, a: ComparedFigure, b: ComparedFigure): boolean =>
  sourceOf(key) === "published" &&
  b.numbers.slice(1, 3).includes(null) &&
  near(a.numbers[0], b.numbers[0], PRINTED);

/** A figure that claims to be right: it has a value, and nothing marks it. */
const claims = ({ numbers: [value], status, comparability }: ComparedFigure): boolean =>
  status === "ok" && value !== null && comparability !== "caution";

const words = (figure: ComparedFigure | undefined): string =>
  figure === undefined
    ? "nothing"
    : `${figure.numbers[0]} (${figure.numbers[1]}/${figure.numbers[2]}) ${figure.status} ${figure.comparability}`;

function faultOf(
  key: string,
  [before, after]: readonly [ComparedFigure | undefined, ComparedFigure | undefined],
  mayChange: boolean,
): string | null {
  if (before && after && equal(before, after)) {
    const isMarked = before.comparability !== "caution" && after.comparability === "caution";
    return !mayChange && isMarked ? "marked with caution" : null;
  }
  if (!mayChange) return before ? (after ? "changed" : "gone") : "new";
  if (before && after && isAsPrinted(key, before, after)) return null;
  return after && claims(after) ? "another number with ok and no caution" : null;
}

/**
 * The figures of a distorted build that are not what they must be, in the order of their keys
 * before.
 */
export function judge(
  before: Figures,
  after: Figures,
  { loses }: Pick<Distortion, "loses">,
  file: WorldFile,
): Fault[] {
  const faults: Fault[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const mayChange = loses === "values" && usesFile(key, file);
    const fault = faultOf(key, [before.get(key), after.get(key)], mayChange);
    if (fault !== null)
      faults.push({
        key,
        words: `${fault}: ${words(before.get(key))} -> ${words(after.get(key))}`,
      });
  }
  return faults;
}
