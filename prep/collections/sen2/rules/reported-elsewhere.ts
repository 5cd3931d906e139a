import type { RuleText } from "../../../check/rule";
import { EXPORT_AGAIN } from "../../../scan/spreadsheet-damage";
import { linkRules } from "../../../protect/link-rules";

/**
 * Rules that are found while files are read (K01, K02, K04 to K07, C03) or while returns are put
 * together (H04, X01 to X06). They have no predicate: their finder takes its words from here.
 */
export const reportedElsewhere = {
  H04: {
    id: "H04",
    severity: "error",
    table: "sen2",
    field: null,
    message:
      "Another return of the same authority, year and reference date is loaded; this one is older or the same and was left out whole.",
    action: "Keep only the return that was submitted last in the folder.",
    basis: "One return for each authority, year and reference date",
  },
  K01: {
    id: "K01",
    severity: "error",
    table: "",
    field: null,
    message:
      "The record's own id is missing, or an earlier record of the table has it; the record was left out.",
    action:
      "Export the table again from COLLECT or the case system, so that every record has an id of its own.",
    basis: "Keys of the COLLECT export",
  },
  K02: {
    id: "K02",
    severity: "error",
    table: "",
    field: null,
    message: "The record that this one belongs to is not in its table; the record was left out.",
    action: "Export all tables of the return together, in one go.",
    basis: "Parent keys of the COLLECT export",
  },
  K04: {
    id: "K04",
    severity: "error",
    table: "",
    field: null,
    message:
      "The record repeats another one of the same plan word for word; the second was left out.",
    action: "Remove the record that was entered twice.",
    basis: "Plan details, placements and needs are distinguished by their content",
  },
  K05: {
    id: "K05",
    severity: "error",
    table: "",
    field: null,
    message:
      "The dates of the column are written month first, or in both orders; none of them was read.",
    action: "Export the table again with dates as 2025-01-16 or 16/01/2025.",
    refuses: "column",
    basis: "Order of day and month, decided by the columns of the file",
  },
  K06: {
    id: "K06",
    severity: "warning",
    table: "",
    field: null,
    message: "The dates of the column fit both orders of day and month; they were read day first.",
    action: "Check one date of the column against the case record.",
    basis: "Order of day and month, decided by the columns of the file",
  },
  K07: {
    id: "K07",
    severity: "error",
    table: "",
    field: null,
    message:
      "The ids of the column went through a spreadsheet and can no longer be distinguished; the table was left out whole.",
    action: EXPORT_AGAIN,
    refuses: "table",
    basis: "A spreadsheet keeps fifteen digits of a number, and may show fewer",
  },
  C03: {
    id: "C03",
    severity: "warning",
    table: "",
    field: null,
    message: "The field is not one of the SEN2 return; its values were kept apart and not used.",
    action:
      "If it is a misspelling, correct the name of the field; if it is new in this year's return, ask for a newer version of this program.",
    basis: "Field lists of the SEN2 collections 2023 to 2026",
  },
  X01: {
    id: "X01",
    severity: "warning",
    table: "namedplan",
    field: "ceasedate",
    message:
      "The plan is missing from this return but was never ceased, so it counts up to the last return that has it.",
    action: "Find out what became of the plan, and record the date and the reason if it ceased.",
    basis: "Comparison of returns of different years",
  },
  X02: {
    id: "X02",
    severity: "warning",
    table: "requests",
    field: null,
    message:
      "Two returns give different dates or outcomes for the same event; the return of the year in which it happened is used.",
    action: "Compare the two returns with the case record, and correct the one that is wrong.",
    basis: "Comparison of returns of different years",
  },
  X03: {
    id: "X03",
    severity: "warning",
    table: "requests",
    field: "receiveddate",
    message: "The same child has two requests received on the same day in one return.",
    action: "Remove the request that was recorded twice, or correct its date.",
    basis: "A request is one child and the day it was received",
  },
  X04: linkRules.X04,
  X05: {
    id: "X05",
    severity: "warning",
    table: "requests",
    field: "receiveddate",
    message: "The open assessment has no date for its request, so it counts in no figure of time.",
    action:
      "Enter the date the request was received, also for requests decided before the collection period.",
    basis: "The time limits run from the date the request was received",
  },
  X06: {
    id: "X06",
    severity: "warning",
    table: "requests",
    field: "receiveddate",
    message:
      "The assessment ended but no return gives the date the request was received, so it counts in no figure of time.",
    action: "Enter the date the request was received, also where the outcome is H.",
    basis: "The time limits run from the date the request was received",
  },
} as const satisfies Readonly<Record<string, RuleText>>;
