import { labels } from "../../../columns/build";
import type { Grouped } from "../../../columns/column-source";
import { DayColumn, FlagColumn, IntegerColumn, MISSING, TextColumn } from "../../../columns/column";
import { take } from "../../../columns/rows";
import type { StarTable } from "../../../star/declaration";
import { starFrame, type StarData, type StarValues } from "../../../star/frame";
import type { Sen2Model } from "../model/model";
import { OUTCOME } from "../model/outcomes";

export const days = (values: ArrayLike<number>, rows: ArrayLike<number>): DayColumn =>
  new DayColumn(take(values, rows));
export const integers = (values: ArrayLike<number>, rows: ArrayLike<number>): IntegerColumn =>
  new IntegerColumn(take(values, rows));
export const flagColumn = (values: ArrayLike<number>, rows: ArrayLike<number>): FlagColumn =>
  new FlagColumn(Int8Array.from(take(values, rows)));
export const texts = ({ codes, dictionary }: TextColumn, rows: ArrayLike<number>): TextColumn =>
  new TextColumn(take(codes, rows), dictionary);

/** The groups of some rows; of those that are not `told`, and where no group is known, none. */
export const grouped = (
  { values, groups }: Grouped = { values: [], groups: [] },
  rows: ArrayLike<number>,
  told: (row: number) => boolean = () => true,
): TextColumn =>
  labels(
    Int32Array.from(rows, (row) => (told(row) ? (groups[row] ?? -1) : -1)),
    values,
  );

const outcomeLetters = ["Y", "N", "A", "W", "H"];
const outcomeIndex = new Map(
  outcomeLetters.map((letter, i) => [OUTCOME[letter as keyof typeof OUTCOME] as number, i]),
);
export const outcomes = (values: Uint8Array, rows: ArrayLike<number>): TextColumn =>
  labels(
    Array.from(rows, (row) => outcomeIndex.get(values[row]) ?? -1),
    outcomeLetters,
  );

/** A day so many days after another, MISSING where there is none. */
export const later = (values: Int32Array, by: number): Int32Array =>
  values.map((day) => (day === MISSING ? MISSING : day + by));

/**
 * Order in which the cases become rows, and their keys: by person, received date and start, so that
 * the order of the files does not matter.
 */
export interface CaseKeys {
  readonly order: Int32Array;
  /** Key (from 1) of each case. */
  readonly keyOf: Int32Array;
}

export function caseKeys({ merged }: Sen2Model): CaseKeys {
  const { person, received, start, firstReturn, count } = merged;
  const order = Int32Array.from({ length: count }, (_, c) => c).sort(
    (a, b) =>
      person[a] - person[b] ||
      received[a] - received[b] ||
      start[a] - start[b] ||
      firstReturn[a] - firstReturn[b] ||
      a - b,
  );
  const keyOf = new Int32Array(count);
  order.forEach((c, i) => (keyOf[c] = i + 1));
  return { order, keyOf };
}

/** Key of the source of each case: of the newest return that shows it. */
export const sourceOfCase = ({ merged }: Sen2Model, sourceKeys: readonly number[]): Int32Array =>
  merged.lastReturn.map((ret) => sourceKeys[ret]);

/** A declared table over its columns. */
export const starTable = (
  declaration: StarTable,
  columns: Record<string, StarValues>,
): StarData => ({ declaration, frame: starFrame(declaration, columns) });
/** Person numbers as person keys. */
export const plusOne = (values: Int32Array): IntegerColumn =>
  new IntegerColumn(values.map((value) => value + 1));
/** 1, 2, 3 …: keys of rows that have no key of their own. */
export const keysFrom = (length: number): IntegerColumn =>
  new IntegerColumn(Int32Array.from({ length }, (_, i) => i + 1));
