import { termName } from "../../../calendar/terms";
import { codeIn, rowsWhere } from "../../../check/rows";
import { childrenOf } from "../../../columns/children";
import { MISSING } from "../../../columns/column";
import { senCodesOn, senProvisions } from "../fields/code-sets";
import { censusRule, type CensusRule } from "./reading-rules";

/** By SEN provision code: whether it is SEN support or a plan. */
const hasSen = senProvisions.map(([, group]) => group !== "no_sen");

/** Rules on special educational needs. Needs are asked for in spring only. */
export const senRules: readonly CensusRule[] = [
  censusRule(
    "S01",
    {
      severity: "error",
      table: "pupilonroll",
      field: "senprovision",
      message: "There is no SEN provision; the pupil counts as not recorded.",
      action: "Record N, K or E.",
      basis: "School census item SENprovision",
    },
    ({
      census: {
        tables: { pupilonroll },
      },
    }) => rowsWhere(pupilonroll, (row) => pupilonroll.text("senprovision").codes[row] === 0),
  ),
  censusRule(
    "S02",
    {
      severity: "warning",
      table: "pupilonroll",
      field: "senprovision",
      message: "The pupil has SEN support or a plan and no type of need.",
      action: "Record the primary need; NSA where there is no specialist assessment yet.",
      basis: "School census item SENtype, spring",
    },
    ({
      census: {
        term,
        referenceDate,
        absent,
        tables: { pupilonroll, senneeds },
      },
    }) => {
      if (termName(term) !== "Spring" || absent.has("senneeds")) return [];
      const { from } = childrenOf(senneeds.parent, pupilonroll.rowCount);
      const sen = senCodesOn(pupilonroll.text("senprovision"), referenceDate);
      return rowsWhere(
        pupilonroll,
        (row) => sen[row] >= 0 && hasSen[sen[row]] && from[row] === from[row + 1],
      );
    },
  ),
  censusRule(
    "S03",
    {
      severity: "warning",
      table: "pupilonroll",
      field: "senprovision",
      message: "The pupil has a type of need and no SEN provision.",
      action: "Correct the SEN provision, or remove the need.",
      basis: "School census items SENprovision, SENtype",
    },
    ({
      census: {
        tables: { pupilonroll, senneeds },
      },
    }) => {
      const { from } = childrenOf(senneeds.parent, pupilonroll.rowCount);
      const none = codeIn(pupilonroll, "senprovision", ["N"]);
      return rowsWhere(pupilonroll, (row) => none(row) && from[row] < from[row + 1]);
    },
  ),
  censusRule(
    "S04",
    {
      severity: "warning",
      table: "pupilonroll",
      field: "senprovision",
      message:
        "The pupil is a member of a SEN unit or resourced provision and has no SEN provision.",
      action: "Correct the SEN provision or the indicators.",
      basis: "School census items SENunitIndicator, ResourcedProvisionIndicator",
    },
    ({
      census: {
        tables: { pupilonroll },
      },
    }) => {
      const [unit, resourced] = [
        pupilonroll.flag("senunitindicator").values,
        pupilonroll.flag("resourcedprovisionindicator").values,
      ];
      const none = codeIn(pupilonroll, "senprovision", ["N"]);
      return rowsWhere(
        pupilonroll,
        (row) => none(row) && (unit[row] === 1 || resourced[row] === 1),
      );
    },
  ),
  censusRule(
    "S05",
    {
      severity: "warning",
      table: "senneeds",
      field: "sentyperank",
      message:
        "The need has no rank, or another need of the pupil has the same one; the first of equals counts.",
      action: "Rank the needs 1, 2 and so on.",
      basis: "School census item SENtypeRank",
    },
    ({
      census: {
        tables: { senneeds },
      },
    }) => {
      const rank = senneeds.integer("sentyperank").values;
      const seen = new Set<number>();
      return rowsWhere(senneeds, (row) => {
        if (rank[row] === MISSING) return true;
        const key = senneeds.parent[row] * 1000 + Math.min(Math.max(rank[row], 0), 999);
        const repeated = seen.has(key);
        seen.add(key);
        return repeated;
      });
    },
  ),
];
