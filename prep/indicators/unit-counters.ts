/** Counts how many different units each group has, over rows that are given one by one. */
export class DistinctCounter {
  private readonly mark: Int32Array;
  private readonly group: Uint16Array;
  private readonly others = new Set<number>();
  private pass = 0;
  counts = new Float64Array(0);

  constructor(units: number) {
    this.mark = new Int32Array(units);
    this.group = new Uint16Array(units);
  }

  /** Begins anew with so many groups. */
  begin(groups: number): void {
    this.pass++;
    this.others.clear();
    this.counts = new Float64Array(groups);
  }

  /**
   * Counts a unit in a group unless it was. Most units have one group only; those with more are
   * remembered apart.
   */
  add(unit: number, group: number): void {
    if (this.mark[unit] !== this.pass) {
      this.mark[unit] = this.pass;
      this.group[unit] = group;
    } else {
      if (this.group[unit] === group) return;
      const key = unit * 0x10000 + group;
      if (this.others.has(key)) return;
      this.others.add(key);
    }
    this.counts[group]++;
  }
}

/**
 * Counts the units by group that are seen in each window of so many months, each once a group and
 * window. Rows come in the order of their months.
 */
export class WindowCounter {
  /** By the month that a window ends with, counted from the first, and group. */
  readonly counts: Float64Array[];
  private readonly lastOf = new Map<number, number>();

  constructor(
    private readonly windows: number,
    private readonly length: number,
    groups: number,
  ) {
    this.counts = Array.from({ length: windows }, () => new Float64Array(groups));
  }

  add(unit: number, group: number, month: number): void {
    const key = unit * 0x10000 + group;
    const last = this.lastOf.get(key);
    if (last === month) return;
    // Seen again within the window: the earlier sight already counts up to the window before.
    const from = last === undefined ? month : Math.max(month, last + this.length);
    const until = Math.min(month + this.length, this.windows);
    for (let end = from; end < until; end++) this.counts[end][group]++;
    this.lastOf.set(key, month);
  }
}
