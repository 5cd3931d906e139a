import { monthOf, monthStart } from "../../calendar/periods";
import type { Drafts } from "./drafts";
import { isSmall } from "./drafts";
import { inMonths, type Beside, type FigureKey, type KnownFigure } from "./known-figure";
import type { DisclosureRules } from "./profile";
import { sparseRow, type SparseRow } from "./sparse-row";

/** Figures beside a build come after all of its own. */
const AFTER = 1000;

const seriesOf = ({ measure, place, breakdown, group }: FigureKey): string =>
  [measure, place, breakdown, group].join("\n");

/** Days of months in pieces, so that weeks and months are sums of the same. */
interface Pieces {
  /** First days of the pieces, in order; the last ends the last piece. */
  readonly starts: readonly number[];
}

/** The pieces that all spans of days and the months that they lie in are made of. */
function piecesOf(keys: readonly FigureKey[]): Pieces {
  const starts = new Set<number>();
  for (const { first, last } of keys) {
    starts.add(first).add(last + 1);
    for (let month = monthOf(first); month <= monthOf(last) + 1; month++)
      starts.add(monthStart(month));
  }
  return { starts: [...starts].sort((a, b) => a - b) };
}

/** Measure of the pieces of a measure. */
const inPieces = (key: FigureKey) => ({ ...key, measure: `${key.measure} by days` });

/** The sum of pieces that a span of days is; each month that it touches is a sum of pieces too. */
function rowsOfDays(drafts: Drafts, keys: readonly FigureKey[]) {
  const relations: SparseRow[] = [];
  const piecesIn = new Map<string, Pieces>();
  const months = new Set<string>();
  for (const key of keys) {
    const name = seriesOf(key);
    if (!piecesIn.has(name))
      piecesIn.set(name, piecesOf(keys.filter((other) => seriesOf(other) === name)));
  }
  const { ledger } = drafts;
  const terms = (key: FigureKey, first: number, last: number): [number, number][] => {
    const series = ledger.open(inPieces(key));
    return piecesIn
      .get(seriesOf(key))!
      .starts.filter((start) => start >= first && start <= last)
      .map((start) => [ledger.unknown(series, start), 1]);
  };
  for (const key of keys)
    for (let month = monthOf(key.first); month <= monthOf(key.last); month++) {
      const name = `${seriesOf(key)}\n${month}`;
      if (months.has(name)) continue;
      months.add(name);
      const parts = terms(key, monthStart(month), monthStart(month + 1) - 1);
      const whole = ledger.unknown(ledger.open(key), month);
      relations.push(sparseRow([[whole, -1], ...parts]));
    }
  return { relations, rowOf: (key: FigureKey) => sparseRow(terms(key, key.first, key.last)) };
}

/** How far a number lies from what readers were told. */
const apart = (value: number, [low, high]: readonly [number, number]): number =>
  value < low ? low - value : Math.max(0, value - high);

/** Marks what readers have been given, or may not be given. */
function mark(
  drafts: Drafts,
  { range }: KnownFigure,
  index: number,
  { threshold }: DisclosureRules,
) {
  const draft = drafts.all[index];
  if (range === null) draft.sensitive = true;
  else if (Number.isNaN(draft.value) || apart(draft.value, range) === 0)
    draft.known = draft.known
      ? [Math.max(draft.known[0], range[0]), Math.min(draft.known[1], range[1])]
      : range;
  // A figure that changed by a few tells of the few.
  else if (apart(draft.value, range) < threshold) draft.sensitive = true;
}

/**
 * Adds what stands beside the figures to their cells: what was released before, and what is offered.
 * Gives the cells of what is offered, and the sums of days that months are.
 */
export function draftBeside(
  drafts: Drafts,
  { known, offered }: Beside,
  rules: DisclosureRules,
): { readonly cells: readonly number[]; readonly relations: readonly SparseRow[] } {
  const keys = { known: known.map(inMonths), offered: offered.map(inMonths) };
  const ofDays = [...keys.known, ...keys.offered].filter(({ unit }) => unit === "days");
  const { relations, rowOf } = rowsOfDays(drafts, ofDays);
  const at = (key: FigureKey, value: number): number =>
    key.unit === "days"
      ? drafts.at({ ...inPieces(key), adds: false }, value, rowOf(key))
      : drafts.at(key, value);
  const cells = offered.map(({ value }, i) => {
    const index = at(keys.offered[i], value);
    const draft = drafts.all[index];
    draft.order = Math.min(draft.order, AFTER + i);
    draft.sensitive ||= isSmall(value, rules);
    return index;
  });
  known.forEach((figure, i) => {
    const index = at(
      keys.known[i],
      figure.range?.[0] === figure.range?.[1] ? (figure.range?.[0] ?? NaN) : NaN,
    );
    mark(drafts, figure, index, rules);
  });
  return { cells, relations };
}
