import { nearest } from "./nearest";

/** Letters that a name needs for another to be like it by more than chance. */
const LONG = 6;

/**
 * Whether an unknown name may be a misspelling of a column, or the column with something before or
 * after it. Both are in small letters.
 */
export const mayMean = (name: string, column: string): boolean =>
  column.length < LONG
    ? (name.endsWith(column) || name.startsWith(column)) && name.length - column.length <= 3
    : name.includes(column) || nearest(name, [column]) !== null;
