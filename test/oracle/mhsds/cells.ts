/** Sums by indicator, period, area and group. */
export interface Cell {
  top: number;
  bottom: number;
  /** Days of each case, for medians and centiles. */
  days: number[];
  /** Cases left out, because they began before the first loaded month. */
  leftOut: number;
}

/**
 * Areas (`basis|code`) and groups (`breakdown|value`) that a case counts in: every area with every
 * group.
 */
export interface Where {
  readonly areas: readonly string[];
  readonly groups: readonly string[];
}

export interface Cells {
  /** All cells by `indicator frequency end area group`. */
  readonly all: ReadonlyMap<string, Cell>;
  /** Gives the cell of each area and group of a case to `change`. */
  each(
    id: string,
    frequency: string,
    end: number,
    where: Where,
    change: (cell: Cell) => void,
  ): void;
  /** Counts in each cell once until `next` is called: for people, who are met several times. */
  once(id: string, frequency: string, end: number, where: Where): void;
  /** The next person begins. */
  next(): void;
}

export function makeCells(): Cells {
  const all = new Map<string, Cell>();
  const met = new Set<string>();
  const cellOf = (key: string): Cell => {
    let cell = all.get(key);
    if (!cell) all.set(key, (cell = { top: 0, bottom: 0, days: [], leftOut: 0 }));
    return cell;
  };
  const keysOf = (id: string, frequency: string, end: number, { areas, groups }: Where): string[] =>
    areas.flatMap((area) => groups.map((group) => `${id} ${frequency} ${end} ${area} ${group}`));
  return {
    all,
    each(id, frequency, end, where, change) {
      for (const key of keysOf(id, frequency, end, where)) change(cellOf(key));
    },
    once(id, frequency, end, where) {
      for (const key of keysOf(id, frequency, end, where)) {
        if (met.has(key)) continue;
        met.add(key);
        cellOf(key).top++;
      }
    },
    next: () => met.clear(),
  };
}
