import { termEnd, termLabel, termStart } from "../../../calendar/terms";
import { rowsWhere, blankDay, codeIn } from "../../../check/rows";
import type { Hit } from "../../../check/rule";
import { MISSING } from "../../../columns/column";
import type { CensusTable } from "../read/census";
import { missedByCode, sessionsOf } from "../model/attendance";
import { attendanceKinds, pupilTable, rolls } from "../read/xml";
import { censusRule, type CensusRule, tablesOf, type CensusSource } from "./reading-rules";

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

const inBoth = (
  { census }: CensusSource,
  test: (table: CensusTable) => Parameters<typeof rowsWhere>[1],
): Hit[] =>
  tablesOf(census, "termlyexclusionsonroll", "termlyexclusionsoffroll").flatMap((table) =>
    rowsWhere(table, test(table)),
  );

/** Sessions of 45 school days, the most that a pupil may be suspended for in a school year. */
const MOST_SESSIONS = 90;

/** Rules on suspensions and permanent exclusions. */
export const suspensionRules: readonly CensusRule[] = [
  censusRule(
    "E01",
    {
      severity: "error",
      table: "termlyexclusionsonroll",
      field: "startdate",
      message:
        "There is no start date, or it is after the census day; the suspension counts in no term.",
      action: "Correct the start date.",
      basis: "School census item StartDate of exclusions",
    },
    (source) =>
      inBoth(source, (table) => {
        const start = table.day("startdate").values;
        const blank = blankDay(table, "startdate");
        return (row) =>
          blank(row) || (start[row] !== MISSING && start[row] > source.census.referenceDate);
      }),
  ),
  censusRule(
    "E02",
    {
      severity: "warning",
      table: "termlyexclusionsonroll",
      field: "startdate",
      message: "The start date is in none of the terms that the census covers.",
      action:
        "Check the date: the row counts in the term of its start date, and only where a census covers that term.",
      basis: "Suspensions are reported in arrears, two terms unless the settings say otherwise",
    },
    (source) => {
      const [told, early] = [source.census.term - source.lags.suspension, source.census.term - 1];
      const message = `The start date is in none of the terms that the census covers, ${told === early ? termLabel(told) : `${termLabel(told)} to ${termLabel(early)}`}.`;
      return inBoth(source, (table) => {
        const start = table.day("startdate").values;
        return (row) =>
          start[row] !== MISSING &&
          start[row] <= source.census.referenceDate &&
          (start[row] < termStart(told) || start[row] > termEnd(early)) && { message };
      });
    },
  ),
  censusRule(
    "E03",
    {
      severity: "error",
      table: "termlyexclusionsonroll",
      field: "sessions",
      message: "The length is not from 1 to 90 sessions (45 school days in a year).",
      action: "Correct the number of sessions.",
      basis: "School census item Sessions of exclusions; limit of 45 days",
    },
    (source) =>
      inBoth(source, (table) => {
        const sessions = table.integer("sessions").values;
        const permanent = codeIn(table, "category", ["PERM"]);
        return (row) =>
          !permanent(row) &&
          sessions[row] !== MISSING &&
          (sessions[row] < 1 || sessions[row] > MOST_SESSIONS);
      }),
  ),
  censusRule(
    "E04",
    {
      severity: "error",
      table: "termlyexclusionsonroll",
      field: "category",
      message: "There is no category; it counts as neither a suspension nor an exclusion.",
      action: "Record SUSP, LNCH or PERM.",
      basis: "School census item Category of exclusions",
    },
    (source) => inBoth(source, (table) => (row) => table.text("category").codes[row] === 0),
  ),
  censusRule(
    "E05",
    {
      severity: "warning",
      table: "termlyexclusionsonroll",
      field: "reason1",
      message: "There is no reason.",
      action: "Record one to three reasons.",
      basis: "School census item Reason of exclusions",
    },
    (source) => inBoth(source, (table) => (row) => table.text("reason1").codes[row] === 0),
  ),
];
