import { MISSING } from "../../../columns/column";
import type { Hit } from "../../../check/rule";
import type { Sen2TableName } from "../fields/fields";
import type { Sen2Return } from "../read/return";
import { childrenIn } from "./family";
import { placementOpen } from "./plans";
import { ranksWrong } from "./ranks";
import { rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/**
 * Pairs of placements under one active plan that have the same rank and at least one day in common
 * beside a day of change.
 */
function overlaps(ret: Sen2Return): Hit[] {
  const { placementdetail, activeplans } = ret.tables;
  const { from, rows } = childrenIn(ret, "placementdetail");
  const rank = placementdetail.integer("placementrank").values;
  const entry = placementdetail.day("entrydate").values;
  const leaving = placementdetail.day("leavingdate").values;
  const end = (row: number): number => (leaving[row] === MISSING ? Infinity : leaving[row]);
  const found = new Set<number>();
  for (let plan = 0; plan < activeplans.rowCount; plan++) {
    const inOrder = rows
      .subarray(from[plan], from[plan + 1])
      .filter((row) => rank[row] !== MISSING && entry[row] !== MISSING);
    inOrder.sort((a, b) => rank[a] - rank[b] || entry[a] - entry[b] || a - b);
    let latest = -1;
    for (const row of inOrder) {
      const sameRank = latest >= 0 && rank[latest] === rank[row];
      if (sameRank && entry[row] < end(latest)) found.add(row);
      if (!sameRank || end(row) > end(latest)) latest = row;
    }
  }
  return rowsWhere(placementdetail, (row) => found.has(row));
}

/** Rules on the ranks and dates of placements. */
export const placementRules: readonly Sen2Rule[] = [
  {
    id: "D09",
    severity: "error",
    table: "placementdetail",
    field: "placementrank",
    message: "The placement rank is neither 1 (primary) nor 2 (secondary).",
    action: "Give rank 1 to the main placement and rank 2 to a second one.",
    basis: "SEN2 item PlacementRank",
    find: ({ ret }) => {
      const open = placementOpen(ret.tables.placementdetail, ret.referenceDate);
      const tables: [Sen2TableName, string, string][] = [
        ["plandetail", "The plan", "names two institutions with rank 1"],
        ["placementdetail", "The active plan", "has two open placements with rank 1"],
      ];
      return tables.flatMap(([table, whose, twice]) =>
        ranksWrong(ret, table, "placementrank", {
          none: `${whose} has placements, but none with rank 1.`,
          twice: `${whose} ${twice}.`,
          counts: table === "placementdetail" ? open : () => true,
        }),
      );
    },
  },
  {
    id: "D10",
    severity: "error",
    table: "placementdetail",
    field: "entrydate",
    message: "The placement begins after the reference date.",
    action: "Correct the dates on which the placement began and ended.",
    basis:
      "Order of the placement's dates; placements of a return have begun by its reference date",
    find: ({ ret }) => {
      const { placementdetail } = ret.tables;
      const entry = placementdetail.day("entrydate").values;
      const leaving = placementdetail.day("leavingdate").values;
      return rowsWhere(placementdetail, (row) => {
        if (entry[row] === MISSING) return false;
        if (leaving[row] !== MISSING && leaving[row] < entry[row])
          return { field: "leavingdate", message: "The placement ends before it begins." };
        return entry[row] > ret.referenceDate;
      });
    },
  },
  {
    id: "D11",
    severity: "warning",
    table: "placementdetail",
    field: "leavingdate",
    message: "The placement overlaps with an earlier one of the same rank.",
    action:
      "Enter the leaving date of the earlier placement, or give the lesser of the two rank 2.",
    basis: "One placement of each rank at a time",
    find: ({ ret }) => overlaps(ret),
  },
];
