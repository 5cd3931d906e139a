import { termEnd, termLabel, termStart } from "../../../calendar/terms";
import { blankDay, codeIn, rowsWhere } from "../../../check/rows";
import type { Hit } from "../../../check/rule";
import { MISSING } from "../../../columns/column";
import type { CensusTable } from "../census";
import { censusRule, tablesOf, type CensusRule, type CensusSource } from "./source";

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
      message: "The start date is in none of the terms that the census tells of.",
      action:
        "Check the date. Censuses tell suspensions in arrears; the row counts in the term of its start date, and only where that term is told.",
      basis: "Suspensions are reported in arrears, two terms unless the settings say otherwise",
    },
    (source) => {
      const [told, early] = [source.census.term - source.lags.suspension, source.census.term - 1];
      const message = `The start date is in none of the terms that the census tells of, ${told === early ? termLabel(told) : `${termLabel(told)} to ${termLabel(early)}`}.`;
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
