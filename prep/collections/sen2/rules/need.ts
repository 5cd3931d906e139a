import { codeSets } from "../fields/code-sets";
import { childCounts } from "./family";
import { ranksWrong } from "./ranks";
import { codeIn, rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/** Rules on the needs of active plans (module 5, SENneed). */
export const needRules: readonly Sen2Rule[] = [
  {
    id: "S01",
    severity: "error",
    table: "senneed",
    field: "sentype",
    message: "The type of need is missing or is not a code of the return.",
    action:
      "Record the primary need of the plan with its code; without it the plan is under need not recorded.",
    basis: "SEN2 item 5.8a SENtype; checks 612 and 614 of the open-source reader witan.sen2",
    find: ({ ret }) => {
      const { senneed, activeplans } = ret.tables;
      const needs = childCounts(ret, "senneed");
      const known = codeIn(
        senneed,
        "sentype",
        codeSets.SENtype.map(({ code }) => code),
      );
      return [
        ...rowsWhere(
          activeplans,
          (row) => needs[row] === 0 && { field: null, message: "The active plan has no need." },
        ),
        ...rowsWhere(senneed, (row) => !known(row)),
      ];
    },
  },
  {
    id: "S02",
    severity: "error",
    table: "senneed",
    field: "sentyperank",
    message: "The rank of the need is neither 1 (primary) nor 2 (secondary).",
    action: "Give rank 1 to the primary need and rank 2 to a second one.",
    basis: "SEN2 item SENtypeRank",
    find: ({ ret }) =>
      ranksWrong(ret, "senneed", "sentyperank", {
        none: "The active plan has needs, but none with rank 1.",
        twice: "The active plan has two needs with rank 1.",
        counts: () => true,
      }),
  },
  {
    id: "S03",
    severity: "warning",
    table: "senneed",
    field: "sentype",
    message: "Down syndrome (DS) is given as a need in a return that does not have this code yet.",
    action: "Use the need that the 2023 and 2024 returns had for it; DS is a code from 2025 on.",
    basis: "SEN2 code set SENtype, 2025",
    find: ({ ret }) => {
      if (ret.year >= 2025) return [];
      const isDown = codeIn(ret.tables.senneed, "sentype", ["DS"]);
      return rowsWhere(ret.tables.senneed, isDown);
    },
  },
];
