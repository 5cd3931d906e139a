import type { Hit } from "../../../check/rule";
import { parentOf, type Sen2TableName } from "../fields/fields";
import { childCounts } from "./family";
import { rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/**
 * How many records of a table a return may have under one of the parent table, and the words when
 * there are more.
 */
const limits: readonly { child: Sen2TableName; most: number; message: string }[] = [
  { child: "assessment", most: 1, message: "The request has more than one assessment." },
  { child: "namedplan", most: 1, message: "The assessment has more than one named plan." },
  { child: "activeplans", most: 1, message: "The request has more than one active plan record." },
  { child: "plandetail", most: 2, message: "The named plan has more than two plan details." },
  { child: "senneed", most: 2, message: "The active plan has more than two needs." },
];

/**
 * Rules on how many records hang under one another. All of them are read, however many there are.
 */
export const keyRules: readonly Sen2Rule[] = [
  {
    id: "K03",
    severity: "warning",
    table: "person",
    field: null,
    message: "There are more or fewer records under this one than a return has.",
    action: "Check whether records were entered twice or under the wrong parent; all were read.",
    basis: "Record structure in the SEN2 guide 2023",
    find: ({ ret }) => {
      const hits: Hit[] = limits.flatMap(({ child, most, message }) => {
        const count = childCounts(ret, child);
        return rowsWhere(ret.tables[parentOf[child]!], (row) => count[row] > most && { message });
      });
      const requests = childCounts(ret, "requests");
      return [
        ...hits,
        ...rowsWhere(
          ret.tables.person,
          (row) => requests[row] === 0 && { message: "The person has no request." },
        ),
      ];
    },
  },
];
