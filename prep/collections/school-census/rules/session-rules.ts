import { rowsWhere } from "../../../check/rows";
import type { Hit } from "../../../check/rule";
import { MISSING } from "../../../columns/column";
import { missedByCode, sessionsOf } from "../sessions";
import { attendanceKinds, pupilTable, rolls } from "../xml-records";
import { censusRule, type CensusRule } from "./source";

/** Rules on attendance. */
export const sessionRules: readonly CensusRule[] = [
  censusRule(
    "A01",
    {
      severity: "error",
      table: "pupilonroll",
      field: "termlysessionspossible",
      message:
        "More sessions were missed than were possible; the pupil's attendance is not counted.",
      action: "Correct the sessions possible or the absences.",
      basis: "School census items SessionsPossible, AttendanceReason",
    },
    ({ census }) =>
      rolls.flatMap((roll) => {
        const { possible, authorised, unauthorised } = sessionsOf(census, roll);
        return rowsWhere(
          census.tables[pupilTable[roll]],
          (row) =>
            possible[row] !== MISSING &&
            authorised[row] !== MISSING &&
            unauthorised[row] !== MISSING &&
            authorised[row] + unauthorised[row] > possible[row],
        );
      }),
  ),
  censusRule(
    "A02",
    {
      severity: "warning",
      table: "pupilonroll",
      field: "termlysessionsauthorised",
      message:
        "The totals of sessions missed are not the sums of the session codes; the totals were counted.",
      action: "Find out which is right.",
      basis: "Totals are sums of their codes (until 2024, when totals were supplied)",
    },
    ({ census }) =>
      rolls.flatMap((roll) =>
        attendanceKinds.flatMap((kind): Hit[] => {
          const pupils = census.tables[pupilTable[roll]];
          const codes = missedByCode(census, kind, roll);
          if (!codes) return [];
          const [authorised, unauthorised] = ["authorised", "unauthorised"].map(
            (total) => pupils.integer(`${kind}sessions${total}`).values,
          );
          const differs = (total: number, sum: number): boolean =>
            total !== MISSING && total !== sum;
          return rowsWhere(
            pupils,
            (row) =>
              differs(authorised[row], codes.authorised[row]) ||
              differs(unauthorised[row], codes.unauthorised[row]),
          ).map((hit) => ({ ...hit, field: `${kind}sessionsauthorised` }));
        }),
      ),
  ),
  censusRule(
    "A03",
    {
      severity: "error",
      table: "termlysessiondetailsonroll",
      field: "sessions",
      message: "The number of sessions is below nothing, or the code has none.",
      action: "Correct the number of sessions.",
      basis: "School census item AbsenceSessions",
    },
    ({ census }) =>
      rolls.flatMap((roll) =>
        attendanceKinds.flatMap((kind) => {
          const details = census.tables[`${kind}sessiondetails${roll}`];
          const sessions = details.integer("sessions").values;
          const unreadable = new Set(details.invalid("sessions"));
          return rowsWhere(details, (row) =>
            sessions[row] !== MISSING ? sessions[row] < 0 : !unreadable.has(row),
          );
        }),
      ),
  ),
];
