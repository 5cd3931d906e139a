import type { Hit } from "../../../check/rule";
import { parentOf, type Sen2TableName } from "../fields/fields";
import type { Sen2Return } from "../read/return";
import { childrenIn } from "./family";
import { rowsWhere } from "../../../check/rows";

interface RankWords {
  /** Said of a parent record that has records under it and none of rank 1. */
  readonly none: string;
  /** Said of a parent record with two or more of rank 1. */
  readonly twice: string;
  /** Which records of rank 1 make `twice`. */
  readonly counts: (row: number) => boolean;
}

/**
 * Records whose rank is not 1 or 2, and parent records without one record of rank 1 or with
 * several.
 */
export function ranksWrong(
  ret: Sen2Return,
  table: Sen2TableName,
  column: string,
  { none, twice, counts }: RankWords,
): Hit[] {
  const rank = ret.tables[table].integer(column).values;
  const isRank = (row: number): boolean => rank[row] === 1 || rank[row] === 2;
  const { from, rows } = childrenIn(ret, table);
  const parents = rowsWhere(ret.tables[parentOf[table]!], (parent) => {
    let [all, wrong, primary, counted] = [0, 0, 0, 0];
    for (const row of rows.subarray(from[parent], from[parent + 1])) {
      all++;
      if (!isRank(row)) wrong++;
      if (rank[row] === 1) primary++;
      if (rank[row] === 1 && counts(row)) counted++;
    }
    if (counted > 1) return { field: null, message: twice };
    // Where a rank is wrong, that is the finding: the record may be the one of rank 1.
    return all > 0 && primary === 0 && wrong === 0 && { field: null, message: none };
  });
  return [...rowsWhere(ret.tables[table], (row) => !isRank(row)), ...parents];
}
