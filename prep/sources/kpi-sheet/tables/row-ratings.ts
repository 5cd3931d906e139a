import { printedRating } from "../printed-rating";
import { textAt } from "./grid";
import type { Carried, Entry, TableContext } from "./table-context";

/** A rating that a row of ratings prints for the figure of its KPI in a column. */
export interface RowRating {
  readonly name: string;
  readonly at: number;
  readonly rating: string | null;
}

/** The ratings that stand in a row of their own below the figures of a KPI. */
export const ratingsOf = (
  { grid, figures }: TableContext,
  row: number,
  { name }: Carried,
): RowRating[] =>
  figures.map(({ at }) => ({ name, at, rating: printedRating(textAt(grid, row, at)) }));

/** Figures with the ratings of their rows. */
export const withRatings = (
  entries: readonly Entry[],
  ratings: readonly RowRating[],
): readonly Entry[] =>
  ratings.length === 0
    ? entries
    : entries.map((entry) => {
        const found = ratings.find(({ name, at }) => name === entry.name && at === entry.column.at);
        return entry.kind === "actual" && found?.rating
          ? { ...entry, colour: found.rating }
          : entry;
      });
