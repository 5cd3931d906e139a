import type { MeasureRelations } from "../../indicators/counted-as";
import type { FigureKey, KnownFigure } from "../disclosure/known-figure";
import type { LinearSolver } from "../disclosure/linear-program";
import { protectionOf, type DisclosureRules } from "../disclosure/profile";
import type { Cell } from "../disclosure/cell";
import { protect } from "../disclosure/protect";
import { rounded } from "../disclosure/rounding";
import { sparseRow, type SparseRow } from "../disclosure/sparse-row";
import { figureTables, type FigureTables, type MadeOf } from "../disclosure/figure-tables";

/** A count that may be published, as a sum of groups that do not overlap. */
export interface CountCell {
  readonly value: number;
  /** Names of the groups that it is the sum of. */
  readonly of: readonly string[];
  /** What it is of, where the figures of a build may be of the same. */
  readonly key: FigureKey;
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

/** What a pack is made safe beside: the figures of a build of the same extracts, and releases. */
export interface FiguresBeside {
  readonly rows: readonly MadeOf[];
  readonly relations: MeasureRelations;
  /** What readers of the build and of earlier releases are given, and what is kept from them. */
  readonly known: readonly KnownFigure[];
}

/** Counts as they are published: null where hidden; and the same as a list of what is released. */
interface Published {
  readonly counts: ReadonlyMap<CountCell, number | null>;
  readonly released: readonly KnownFigure[];
  /** Hidden counts that readers can narrow too far by what they know already. */
  readonly narrow: number;
}

/** The difference of two cells as a sum of unknowns. */
const less = (whole: Cell, part: Cell): SparseRow =>
  sparseRow([
    ...whole.row.at.map((unknown, i): [number, number] => [unknown, whole.row.by[i]]),
    ...part.row.at.map((unknown, i): [number, number] => [unknown, -part.row.by[i]]),
  ]);

/**
 * The cells as sums of the groups that they have in common, and the groups with nobody in them: all
 * of a cell of zero, and all that a cell has beyond another of the same number.
 */
function groupSums(
  cells: readonly CountCell[],
  remainders: readonly Remainder[],
  { tables, offeredCells }: FigureTables,
): { readonly unknowns: number; readonly relations: SparseRow[]; readonly zeros: SparseRow[] } {
  const numbers = new Map<string, number>();
  const unknown = (name: string): number => {
    const found = numbers.get(name) ?? tables.unknowns + numbers.size;
    numbers.set(name, found);
    return found;
  };
  const relations = cells.map(({ of }, i) => {
    const { row } = tables.cells[offeredCells[i]];
    return sparseRow([
      ...row.at.map((at, j): [number, number] => [at, row.by[j]]),
      ...of.map((name): [number, number] => [unknown(name), -1]),
    ]);
  });
  const beyond = ({ whole, part }: Remainder): readonly string[] => {
    const inPart = new Set(part.of);
    return whole.of.filter((name) => !inPart.has(name));
  };
  const empty = [
    ...cells.filter(({ value }) => value === 0).map(({ of }) => of),
    ...remainders.filter(({ value }) => value === 0).map(beyond),
  ];
  const zeros = empty.map((of) => sparseRow(of.map((name) => [unknown(name), 1])));
  return { unknowns: tables.unknowns + numbers.size, relations, zeros };
}

/** Small numbers that follow from two cells, as cells that nothing shows. */
const remainderCells = (
  remainders: readonly Remainder[],
  cellOf: (cell: CountCell) => Cell,
  { threshold, roundTo, showZeros }: DisclosureRules,
): Cell[] =>
  remainders
    .filter(({ value }) => value > 0 && value < threshold)
    .map(({ value, whole, part }) => ({
      row: less(cellOf(whole), cellOf(part)),
      value,
      sensitive: true,
      shown: [value, value],
      hidden: [showZeros ? 1 : 0, roundTo > 1 ? threshold - 1 : Infinity],
    }));

/**
 * Hides small counts and every count that one could be worked out from, by itself and beside the
 * figures of a build and of earlier releases, and rounds what is left. `cells` come with those most
 * wanted first.
 */
export function suppress(
  cells: readonly CountCell[],
  remainders: readonly Remainder[],
  {
    rules,
    beside,
    solver,
  }: {
    readonly rules: DisclosureRules;
    readonly beside: FiguresBeside;
    readonly solver: LinearSolver;
  },
): Published {
  const made = figureTables(beside.rows, beside.relations, rules, {
    known: beside.known,
    offered: cells.map(({ key, value }) => ({ ...key, value })),
  });
  const { tables, offeredCells } = made;
  const place = new Map(cells.map((cell, i) => [cell, offeredCells[i]]));
  const cellOf = (cell: CountCell): Cell => tables.cells[place.get(cell)!];
  const groups = groupSums(cells, remainders, made);
  const { hidden: verdict, narrow } = protect(
    {
      unknowns: groups.unknowns,
      relations: [...tables.relations, ...groups.relations],
      coarse: tables.coarse,
      zeros: [...tables.zeros, ...(rules.showZeros ? groups.zeros : [])],
      cells: [...tables.cells, ...remainderCells(remainders, cellOf, rules)],
    },
    protectionOf(rules),
    solver,
    new Set(offeredCells),
  );
  const offered = new Set(offeredCells);
  return {
    narrow: narrow.filter((cell) => offered.has(cell)).length,
    counts: new Map(
      cells.map((cell, i) => [
        cell,
        verdict[offeredCells[i]] ? null : rounded(cell.value, rules.roundTo),
      ]),
    ),
    released: cells.map(({ key }, i) => ({
      ...key,
      range: verdict[offeredCells[i]] ? null : tables.cells[offeredCells[i]].shown,
    })),
  };
}
