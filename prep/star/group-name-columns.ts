import { TextColumn } from "../columns/column";
import type { StarData } from "./frame";
import { breakdownName, groupNames, type Group } from "./group-names";

/** The breakdown of each row in words. */
export const breakdownNames = ({ codes, dictionary }: TextColumn): TextColumn =>
  new TextColumn(
    codes,
    dictionary.map((breakdown, code) => (code === 0 ? "" : breakdownName(breakdown))),
  );

/**
 * What the group of each row is called (see `groupNames`); each group is looked up once, however
 * many rows it has.
 */
export function groupNameColumn(
  breakdowns: TextColumn,
  groups: TextColumn,
  tables: readonly StarData[],
): TextColumn {
  const known = new Map<number, number>();
  const distinct: Group[] = [];
  const codes = new Int32Array(breakdowns.length);
  for (let row = 0; row < codes.length; row++) {
    const pair = breakdowns.codes[row] * groups.dictionary.length + groups.codes[row];
    let code = known.get(pair);
    if (code === undefined) {
      code = distinct.push({
        breakdown: breakdowns.at(row) ?? "",
        breakdown_value: groups.at(row) ?? "",
      });
      known.set(pair, code);
    }
    codes[row] = code;
  }
  return new TextColumn(codes, ["", ...distinct.map(groupNames(distinct, tables))]);
}
