import { ageOn, dayOf } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { codeSets } from "../fields/code-sets";
import { returnPeriod } from "../model/periods";
import { ancestorsIn } from "./family";
import { placementOpen } from "./plans";
import { blankDay, codeIn, rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/** Plans began with the Children and Families Act 2014, on 1 September 2014. */
const FIRST_PLANS = dayOf(2014, 9, 1);

/** Rules on named plans (module 4). */
export const planRules: readonly Sen2Rule[] = [
  {
    id: "N01",
    severity: "error",
    table: "namedplan",
    field: "startdate",
    message: "The start date of the plan is missing or lies after the reference date.",
    action: "Record the date of the plan; without it the plan is in no caseload.",
    basis: "SEN2 item StartDate",
    find: ({ ret }) => {
      const { namedplan } = ret.tables;
      const start = namedplan.day("startdate").values;
      const blank = blankDay(namedplan, "startdate");
      return rowsWhere(namedplan, (row) => {
        if (blank(row)) return { message: "The start date of the plan is missing." };
        return (
          start[row] > ret.referenceDate && {
            message: "The start date of the plan lies after the reference date.",
          }
        );
      });
    },
  },
  {
    id: "N02",
    severity: "warning",
    table: "namedplan",
    field: "startdate",
    message:
      "The plan starts before the child was born, or before 1 September 2014, when there were no such plans.",
    action: "Correct the start date: it is that of the EHC plan, not of an earlier statement.",
    basis: "Children and Families Act 2014",
    find: ({ ret }) => {
      const { namedplan, person } = ret.tables;
      const start = namedplan.day("startdate").values;
      const birth = person.day("personbirthdate").values;
      const personOf = ancestorsIn(ret, "namedplan", "person");
      return rowsWhere(
        namedplan,
        (row) =>
          start[row] !== MISSING && (start[row] < FIRST_PLANS || start[row] < birth[personOf[row]]),
      );
    },
  },
  {
    id: "N03",
    severity: "error",
    table: "namedplan",
    field: "ceasedate",
    message: "The plan ceased before it started.",
    action:
      "Give both the date and the reason of a ceased plan, and see that the date is not before the start.",
    basis: "SEN2 items CeaseDate and CeaseReason",
    find: ({
      ret: {
        tables: { namedplan },
      },
    }) => {
      const start = namedplan.day("startdate").values;
      const cease = namedplan.day("ceasedate").values;
      const reason = namedplan.text("ceasereason").codes;
      const blank = blankDay(namedplan, "ceasedate");
      return rowsWhere(namedplan, (row) => {
        if (cease[row] !== MISSING && start[row] !== MISSING && cease[row] < start[row])
          return true;
        if (cease[row] !== MISSING && reason[row] === 0)
          return {
            field: "ceasereason",
            message: "The plan has a date on which it ceased, but no reason.",
          };
        return (
          reason[row] > 0 &&
          blank(row) && {
            message: "The plan has a reason for ceasing, but no date; it is counted as in force.",
          }
        );
      });
    },
  },
  {
    id: "N04",
    severity: "error",
    table: "namedplan",
    field: "ceasereason",
    message: "The reason for ceasing is not a code from 1 to 9.",
    action: "Record the reason with a code of the guide.",
    basis: "SEN2 code set CeaseReason",
    find: ({
      ret: {
        tables: { namedplan },
      },
    }) => {
      const reason = namedplan.text("ceasereason").codes;
      const known = codeIn(
        namedplan,
        "ceasereason",
        codeSets.CeaseReason.map(({ code }) => code),
      );
      return rowsWhere(namedplan, (row) => reason[row] > 0 && !known(row));
    },
  },
  {
    id: "N05",
    severity: "warning",
    table: "namedplan",
    field: "ceasedate",
    message: "The plan ceased before the reference year, so it should not be in this return.",
    action: "Leave the case out of the return, or correct the date.",
    basis: "A return has active plans and those that ceased from 1 January of the reference year",
    find: ({ ret }) => {
      const cease = ret.tables.namedplan.day("ceasedate").values;
      const { start } = returnPeriod(ret, null);
      return rowsWhere(ret.tables.namedplan, (row) => cease[row] !== MISSING && cease[row] < start);
    },
  },
  {
    id: "N06",
    severity: "warning",
    table: "namedplan",
    field: "ceasereason",
    message: "The reason for ceasing does not fit the age.",
    action: "Correct the reason, the date on which the plan ceased or the date of birth.",
    basis: "Maximum age is 19 at the least; higher education and employment follow from 16",
    find: ({ ret }) => {
      const { namedplan, person } = ret.tables;
      const cease = namedplan.day("ceasedate").values;
      const birth = person.day("personbirthdate").values;
      const personOf = ancestorsIn(ret, "namedplan", "person");
      const maximumAge = codeIn(namedplan, "ceasereason", ["1"]);
      const grown = codeIn(namedplan, "ceasereason", ["3", "4"]);
      return rowsWhere(namedplan, (row) => {
        const least = maximumAge(row) ? 19 : grown(row) ? 16 : null;
        const born = birth[personOf[row]];
        if (
          least === null ||
          cease[row] === MISSING ||
          born === MISSING ||
          ageOn(born, cease[row]) >= least
        )
          return false;
        return {
          message:
            least === 19
              ? "The plan ceased at the maximum age, but the person was under 19."
              : "The plan ceased for higher education or employment, but the person was under 16.",
        };
      });
    },
  },
  {
    id: "N08",
    severity: "warning",
    table: "namedplan",
    field: "ceasedate",
    message:
      "The plan had ceased by the reference date, but placements are still open under its active plan record.",
    action: "Close the placements and leave the active plan record out, or remove the cease date.",
    basis: "Active plans are those in force on the reference date",
    find: ({ ret }) => {
      const { namedplan, activeplans, placementdetail } = ret.tables;
      const cease = namedplan.day("ceasedate").values;
      const requestOf = ancestorsIn(ret, "namedplan", "requests");
      const open = placementOpen(placementdetail, ret.referenceDate);
      const stillPlaced = new Uint8Array(ret.tables.requests.rowCount);
      for (let row = 0; row < placementdetail.rowCount; row++)
        if (open(row)) stillPlaced[activeplans.parent[placementdetail.parent[row]]] = 1;
      return rowsWhere(
        namedplan,
        (row) =>
          cease[row] !== MISSING &&
          cease[row] < ret.referenceDate &&
          stillPlaced[requestOf[row]] === 1,
      );
    },
  },
  {
    id: "N09",
    severity: "error",
    table: "namedplan",
    field: "planres",
    message: "The residential setting is neither A (38 to 51 weeks) nor B (52 weeks).",
    action: "Use A or B; leave the field blank where the placement is not residential.",
    basis: "SEN2 code set Residential",
    find: ({ ret: { tables } }) =>
      (
        [
          [tables.namedplan, "planres"],
          [tables.activeplans, "res"],
          [tables.placementdetail, "res"],
        ] as const
      ).flatMap(([table, field]) => {
        const { codes } = table.text(field);
        const known = codeIn(
          table,
          field,
          codeSets.Residential.map(({ code }) => code),
        );
        return rowsWhere(table, (row) => codes[row] > 0 && !known(row) && { field });
      }),
  },
  {
    id: "N10",
    severity: "warning",
    table: "namedplan",
    field: "pb",
    message: "The personal budget and its parts do not agree.",
    action:
      "Set PB to 1 where there are organised arrangements or direct payments, and give one of them where PB is 1.",
    basis: "SEN2 items PB, OA and DP",
    find: ({
      ret: {
        tables: { namedplan },
      },
    }) => {
      const [budget, arranged] = ["pb", "oa"].map((column) => namedplan.flag(column).values);
      const direct = namedplan.text("dp").codes;
      return rowsWhere(namedplan, (row) => {
        const parts = arranged[row] === 1 || direct[row] > 0;
        if (budget[row] === 1)
          return (
            !parts && {
              message:
                "There is a personal budget, but neither organised arrangements nor direct payments.",
            }
          );
        return (
          parts && {
            message: "There are organised arrangements or direct payments, but no personal budget.",
          }
        );
      });
    },
  },
];
