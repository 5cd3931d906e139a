import type { Rule, RuleText } from "../../../check/rule";
import { EXPORT_AGAIN } from "../../../scan/spreadsheet-damage";
import type { SchoolRegister } from "../../../sources/school-register/register";
import type { Census, CensusLags, CensusTable } from "../read/census";
import type { CensusTableName } from "../fields/fields";

/** What the census rules look at. Without a register the check that needs one is not run. */
export interface CensusSource {
  readonly census: Census;
  readonly register: SchoolRegister | null;
  readonly lags: CensusLags;
}

export type CensusRule = Rule<CensusSource>;

type Words = Pick<RuleText, "severity" | "table" | "field" | "message" | "action" | "basis">;

/** A census rule; ids begin with SC so that they do not meet those of SEN2. */
export const censusRule = (id: string, words: Words, find: CensusRule["find"]): CensusRule => ({
  id: `SC-${id}`,
  ...words,
  find,
});

/** Some tables of a census, those that are there. */
export const tablesOf = ({ tables }: Census, ...names: readonly CensusTableName[]): CensusTable[] =>
  names.map((name) => tables[name]);

const rule = (
  id: string,
  severity: RuleText["severity"],
  words: Pick<RuleText, "message" | "action" | "basis">,
): RuleText => ({ id: `SC-${id}`, severity, table: "", field: null, ...words });

/**
 * Rules that are found while census files are read and put together, or while people are linked.
 * They have
 * no predicate: their finders take the words from here.
 */
export const readingRules = {
  A04: rule("A04", "warning", {
    message:
      "Attendance of a whole year is given (AnnualAttendance, in older censuses of special schools); it covers no term and is not counted.",
    action: "Nothing, if the census is of a year that special schools gave it in.",
    basis: "Elements of the older layout; which year it covers is in no source that was read",
  }),
  C05: rule("C05", "warning", {
    message:
      "The column or element is no item of the school census that this program knows; it was not read.",
    action:
      "Check its spelling; where a newer census has it, ask for a newer version of this program.",
    basis: "Tables and columns of the school census, 2022 to 2026; elements of the older layout",
  }),
  K07: {
    ...rule("K07", "error", {
      message:
        "The ids of a column (of records, pupils or schools) went through a spreadsheet and can no longer be distinguished; the table was left out whole.",
      action: EXPORT_AGAIN,
      basis: "A spreadsheet keeps fifteen digits of a number, and may show fewer",
    }),
    refuses: "table",
  },
  H01: {
    ...rule("H01", "error", {
      message: "The term and year of the census are not clear, so it was left out whole.",
      action:
        "Correct the header, export the table schoolcensus too, or put term and year into the file names (2025_spring_pupilonroll.csv).",
      basis: "Header of the school census: Term, Year",
    }),
    refuses: "file",
  },
  H02: rule("H02", "warning", {
    message:
      "The export has no header table: term and year come from the file names, the day from the census calendar, and only NativeId shows which school is which.",
    action: "Export the schoolcensus table with the others.",
    basis: "COLLECT tables: the school's number is in schoolcensus",
  }),
  H03: rule("H03", "error", {
    message:
      "A newer census of the same school and term is loaded; this one was left out with its pupils.",
    action: "Keep only the census that was submitted last in the folder.",
    basis: "One census for each school and term",
  }),
  H04: {
    ...rule("H04", "error", {
      message: "The export lacks a table; what it holds is not counted.",
      action: "Export all tables of the census together.",
      basis: "COLLECT tables of the school census",
    }),
    refuses: "table",
  },
  H05: {
    ...rule("H05", "error", {
      message:
        "The census is of another authority than the one that is built; it was left out whole.",
      action: "Take it out of the folder, or name its authority with --authority.",
      basis: "Header of the school census: LEA",
    }),
    refuses: "file",
  },
  H06: {
    ...rule("H06", "error", {
      message:
        "The census day is after the day that the build stops at; the census was left out whole.",
      action: "Check --as-at and the reference date in the header.",
      basis: "Data end",
    }),
    refuses: "file",
  },
  H07: rule("H07", "error", {
    message:
      "The file names several schools and holds the pupils of all of them in one list; the school of each pupil cannot be known, and they were left out.",
    action: "Load the file of each school by itself.",
    basis: "XML layout of the school census: one file a school",
  }),
  H08: rule("H08", "warning", {
    message:
      "A school of the census before or after is not in this census; its pupils are not counted, and figures of the census carry a caution or are not given.",
    action: "Load the school's file, or do nothing if it has closed or had not opened.",
    basis: "Schools of neighbouring censuses of one authority",
  }),
  K01: rule("K01", "error", {
    message:
      "The record's own id is missing, or an earlier record of the table has it; the record was left out.",
    action: "Export the table again from COLLECT, so that every record has an id of its own.",
    basis: "Keys of the COLLECT export",
  }),
  K02: rule("K02", "error", {
    message: "The record that this one belongs to is not in its table; the record was left out.",
    action: "Export all tables of the census together, in one go.",
    basis: "Parent keys of the COLLECT export",
  }),
  K04: rule("K04", "error", {
    message:
      "The record repeats another one of the same pupil word for word; the second was left out.",
    action: "Remove the record that was entered twice.",
    basis: "Needs, meal periods, sessions and suspensions are distinguished by their content",
  }),
  K05: {
    ...rule("K05", "error", {
      message:
        "The dates of the column are written month first, or in both orders; none of them was read.",
      action: "Export the table again with dates as 2025-01-16 or 16/01/2025.",
      basis: "Order of day and month, decided by the columns of the file",
    }),
    refuses: "column",
  },
  K06: rule("K06", "warning", {
    message: "The dates of the column fit both orders of day and month; they were read day first.",
    action: "Check one date of the column against the school's record.",
    basis: "Order of day and month, decided by the columns of the file",
  }),
  X01: rule("X01", "warning", {
    message: "The pupil's sex differs from the SEN2 return's; the return's was kept.",
    action: "Find out which is right and correct the other.",
    basis: "Linkage with SEN2",
  }),
  X02: rule("X02", "warning", {
    message: "The pupil's date of birth differs from the SEN2 return's; the return's was kept.",
    action: "Find out which is right and correct the other.",
    basis: "Linkage with SEN2",
  }),
  X03: rule("X03", "warning", {
    message:
      "The pupil is reported with a plan and has no valid UPN, so that the plan cannot be looked for.",
    action: "Record the UPN at the school.",
    basis: "Linkage with SEN2 by UPN",
  }),
} as const;
