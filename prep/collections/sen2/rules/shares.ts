import type { Hit } from "../../../check/rule";
import type { Sen2TableName } from "../fields/fields";
import type { Sen2Return } from "../read/return";
import { codeIn, records } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/** A share is only remarkable among at least so many records. */
const FEWEST = 20;

/**
 * Codes that say little, and the share above which their use is unusual: about what one council in
 * twenty exceeded in
 * the statistics on EHC plans published in 2025 (ceased plans of 2024, caseload of January 2025).
 */
const catchAlls: readonly {
  table: Sen2TableName;
  field: string;
  code: string;
  name: string;
  share: number;
}[] = [
  {
    table: "namedplan",
    field: "ceasereason",
    code: "9",
    name: "Cease reason 9 (other)",
    share: 0.11,
  },
  {
    table: "placementdetail",
    field: "sensetting",
    code: "OTH",
    name: "SEN setting OTH (other)",
    share: 0.03,
  },
  {
    table: "placementdetail",
    field: "sensetting",
    code: "NIEO",
    name: "SEN setting NIEO (not in education, other)",
    share: 0.02,
  },
];

/**
 * How many of the records that could have the code: ceased plans for a cease reason, else all of
 * the table.
 */
function among(ret: Sen2Return, table: Sen2TableName, field: string): number {
  if (field !== "ceasereason") return ret.tables[table].rowCount;
  return ret.tables[table].text(field).codes.reduce((sum, code) => sum + (code > 0 ? 1 : 0), 0);
}

/** Rules on a return as a whole: each fires once for a code, with its count. */
export const shareRules: readonly Sen2Rule[] = [
  {
    id: "N07",
    severity: "warning",
    table: "namedplan",
    field: "ceasereason",
    message: "A code that says little is used unusually often.",
    action:
      "Look for a more precise code in these records before COLLECT asks; explain the rest in a return note.",
    basis:
      "The department asks about large numbers of reason 9, OTH and NIEO; shares from the statistics published in 2025",
    find: ({ ret }) =>
      catchAlls.flatMap(({ table, field, code, name, share }): Hit[] => {
        const isCode = codeIn(ret.tables[table], field, [code]);
        let count = 0;
        for (let row = 0; row < ret.tables[table].rowCount; row++) if (isCode(row)) count++;
        const all = among(ret, table, field);
        if (all < FEWEST || count <= share * all) return [];
        return [
          {
            row: -1,
            table,
            field,
            message: `${name} is used in ${records(count)} of ${all.toLocaleString("en-GB")} (${((100 * count) / all).toFixed(1)}%), which is unusually often.`,
          },
        ];
      }),
  },
];
