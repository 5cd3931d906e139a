import { civilOf, type Day } from "../../prep/calendar/day";

export interface Cell {
  numerator: number;
  denominator: number;
  /** Cases that should have been counted and could not be, for want of a date or a review. */
  missed: number;
  /** Cases that were looked at, where a count is of some of them. */
  looked: number;
  /** Days of each case, for means and medians. */
  days: number[];
}

/**
 * What is counted of an indicator, at a moment (the day of a snapshot, or the month of an event),
 * for one group.
 */
export interface Tally {
  /**
   * Adds one case to all its groups (`breakdown|value`). `numerator` and `denominator` are 0 or 1;
   * `days` is kept where given.
   */
  add(
    indicator: string,
    moment: number,
    groups: readonly string[],
    numerator: boolean,
    denominator: boolean,
    days?: number,
  ): void;
  /** Adds one case that could not be counted to all its groups. */
  miss(indicator: string, moment: number, groups: readonly string[]): void;
  /** Adds one case that was looked at, whether it is counted or not, to all its groups. */
  look(indicator: string, moment: number, groups: readonly string[]): void;
  get(indicator: string, moment: number, group: string): Cell | undefined;
}

/** The month of a day, as a number that grows by one each month. */
export const monthOf = (day: Day): number => {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
};

export function makeTally(): Tally {
  const counts = new Map<string, Map<number, Map<string, Cell>>>();
  const cellAt = (indicator: string, moment: number, group: string): Cell => {
    let moments = counts.get(indicator);
    if (!moments) counts.set(indicator, (moments = new Map<number, Map<string, Cell>>()));
    let cells = moments.get(moment);
    if (!cells) moments.set(moment, (cells = new Map<string, Cell>()));
    let cell = cells.get(group);
    if (!cell)
      cells.set(group, (cell = { numerator: 0, denominator: 0, missed: 0, looked: 0, days: [] }));
    return cell;
  };
  return {
    add(indicator, moment, groups, numerator, denominator, days) {
      if (!numerator && !denominator) return;
      for (const group of groups) {
        const cell = cellAt(indicator, moment, group);
        if (numerator) cell.numerator++;
        if (denominator) cell.denominator++;
        if (days !== undefined) cell.days.push(days);
      }
    },
    miss(indicator, moment, groups) {
      for (const group of groups) cellAt(indicator, moment, group).missed++;
    },
    look(indicator, moment, groups) {
      for (const group of groups) cellAt(indicator, moment, group).looked++;
    },
    get: (indicator, moment, group) => counts.get(indicator)?.get(moment)?.get(group),
  };
}
