import type { BuildResult } from "../results";
import { columnOf, starFrame, type Star, type StarData, type StarValues } from "../star/frame";
import { takeValues } from "../star/move-values";
import { kpiBreakdown } from "../star/kpi-tables";
import { kpiValue } from "../star/kpi-value";

type Value = ReturnType<StarValues["at"]>;

/** What the figures of a whole and of its groups share, beside the breakdown and the group. */
const OF_WHOLE = kpiValue.key.filter((name) => !["breakdown", "breakdown_value"].includes(name));

const KNOWN = ["ok", "not_applicable"];
const isKnown = (read: Read, row: number): boolean => KNOWN.includes(String(read("status", row)));

const isNone = (value: Value): boolean => value === null || value === undefined || value === 0;
const isBlank = (value: Value): boolean => value === null || value === undefined;

/** Whether a group is to be read with care where everybody is not: some could not be told apart. */
const hasOwnDoubts = (read: Read, row: number, whole: number): boolean =>
  read("comparability", row) === "caution" && read("comparability", whole) !== "caution";

/** The figure of everybody that groups are parts of. */
interface Whole {
  readonly row: number;
  /** Whether there is nobody in it either. */
  readonly isEmpty: boolean;
}

/** The columns that say whether a group is empty, by row. */
const readerOf = ({ frame }: StarData) => {
  const columns: Record<string, StarValues> = {};
  return (name: string, row: number): Value => (columns[name] ??= columnOf(frame, name)).at(row);
};

type Read = ReturnType<typeof readerOf>;

/**
 * What the figures of a whole and of its groups share, by row. Rows of one whole stand together, so
 * that most have the key of the row before.
 */
function keysOf({ frame }: StarData): (row: number) => string {
  const columns = OF_WHOLE.map((name) => columnOf(frame, name));
  const last: Value[] = [];
  let key = "";
  return (row) => {
    let isSame = last.length > 0;
    for (let i = 0; i < columns.length; i++) {
      const value = columns[i].at(row);
      if (value !== last[i]) isSame = false;
      last[i] = value;
    }
    if (!isSame) key = last.join("\0");
    return key;
  };
}

/** The counted figures of everybody that are known, by what their groups share with them. */
function wholes(
  read: Read,
  keyOf: (row: number) => string,
  rows: number,
): ReadonlyMap<string, Whole> {
  const found = new Map<string, Whole>();
  for (let row = 0; row < rows; row++)
    if (read("breakdown", row) === "all" && read("method", row) === "counted" && isKnown(read, row))
      found.set(keyOf(row), {
        row,
        isEmpty: isNone(read("numerator", row)) && isNone(read("denominator", row)),
      });
  return found;
}

/**
 * Whether a group's row says no more than that nobody is in it: none counted, of nobody, with the
 * doubts of the whole and none of its own, and none in the period before.
 */
function isEmptyGroup(read: Read, row: number, whole: number): boolean {
  const status = read("status", row);
  const isZero =
    status === "ok"
      ? isBlank(read("denominator", row)) &&
        read("numerator", row) === 0 &&
        read("value", row) === 0 &&
        isNone(read("previous", row))
      : status === "not_applicable" &&
        isNone(read("numerator", row)) &&
        isNone(read("denominator", row));
  const hasWholesDoubts =
    status === "not_applicable" ||
    (read("comparability", row) === read("comparability", whole) &&
      read("comparability_note", row) === read("comparability_note", whole));
  return isZero && hasWholesDoubts && isNone(read("rows_left_out", row));
}

/**
 * Rows of groups that may be left out of `kpi_value`, by number, for their absence says the same:
 * the whole of that period is known, and either is empty itself or has another group of the
 * breakdown beside it. Where one group of the breakdown is not known, or is to be read with care and
 * the whole is not, every row stays: then a group without a row may be one that nobody could tell.
 */
function emptyGroups(values: StarData): ReadonlySet<number> {
  const read = readerOf(values);
  const rows = values.frame.numRows();
  const keyOf = keysOf(values);
  const whole = wholes(read, keyOf, rows);
  const breakdowns = new Map<string, { empty: number[]; hasOthers: boolean; isWhole: boolean }>();
  for (let row = 0; row < rows; row++) {
    const breakdown = read("breakdown", row);
    if (breakdown === "all") continue;
    const key = keyOf(row);
    const of = whole.get(key);
    if (of === undefined) continue;
    const name = `${key}\0${String(breakdown)}`;
    const groups = breakdowns.get(name) ?? { empty: [], hasOthers: of.isEmpty, isWhole: true };
    breakdowns.set(name, groups);
    if (!isKnown(read, row) || hasOwnDoubts(read, row, of.row)) groups.isWhole = false;
    else if (isEmptyGroup(read, row, of.row)) groups.empty.push(row);
    else groups.hasOthers = true;
  }
  return new Set(
    [...breakdowns.values()].flatMap(({ empty, hasOthers, isWhole }) =>
      hasOthers && isWhole ? empty : [],
    ),
  );
}

function withRows({ declaration, frame }: StarData, kept: readonly number[]): StarData {
  const rows = Int32Array.from(kept);
  const columns = declaration.columns.map(({ name }): [string, StarValues] => [
    name,
    takeValues(columnOf(frame, name), rows),
  ]);
  return { declaration, frame: starFrame(declaration, Object.fromEntries(columns)) };
}

/** A star without the groups of nobody: the same rows in both of the tables that have them. */
function starWithout(star: Star): Star {
  const values = star.get(kpiValue.name);
  const breakdowns = star.get(kpiBreakdown.name);
  if (!values || !breakdowns) return star;
  const left = emptyGroups(values);
  const [kept, ofGroups]: [number[], number[]] = [[], []];
  const read = readerOf(values);
  let groups = 0;
  for (let row = 0; row < values.frame.numRows(); row++) {
    const isLeft = left.has(row);
    if (!isLeft) kept.push(row);
    if (read("breakdown", row) === "all" || read("area_role", row) !== "own") continue;
    if (!isLeft) ofGroups.push(groups);
    groups++;
  }
  if (groups !== breakdowns.frame.numRows())
    throw new Error("the figures of groups are in another order than in kpi_value");
  return new Map(star)
    .set(kpiValue.name, withRows(values, kept))
    .set(kpiBreakdown.name, withRows(breakdowns, ofGroups));
}

/**
 * A build as it is written for the council itself: figures of groups leave out those of nobody,
 * where that is known from the figures that stay (the description of `kpi_breakdown` says how). What
 * is for the public says every figure, and is not to be made shorter.
 */
export const withoutEmptyGroups = (result: BuildResult): BuildResult => ({
  ...result,
  star: starWithout(result.star),
});
