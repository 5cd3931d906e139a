import { EXPORT_AGAIN } from "../../../scan/spreadsheet-damage";
import type { RuleText } from "../../../check/rule";

const rule = (
  id: string,
  severity: RuleText["severity"],
  words: Pick<RuleText, "message" | "action" | "basis">,
): RuleText => ({ id, severity, table: "", field: null, ...words });

const keys = "Keys of MHSDS: RecordNumber, UniqServReqID and UniqCareContID within a submission";
const submissions =
  "Multiple submission window model: up to thirteen submissions of a month, the latest counts";
const sets = "MHSDS data set specification, versions 4 to 6";

/**
 * The checks of MHSDS extracts. They are made while the files are read: at this size the rows are
 * not gone through again.
 */
export const mhsdsRules = {
  MH01: rule("MH01", "warning", {
    message:
      "The record is of a submission that was replaced by a later one of the same provider and month; it was left out.",
    action: "Nothing, unless the later submission is not in the folder on purpose.",
    basis: submissions,
  }),
  MH02: rule("MH02", "error", {
    message: "The record belongs to no submission that is known; it was left out.",
    action:
      "Export the header table (MHS000) and the people (MHS001) of the same months with the others.",
    basis: keys,
  }),
  MH03: rule("MH03", "error", {
    message: "The record has no id of its own; it was left out.",
    action: "Export the table again with its keys.",
    basis: keys,
  }),
  MH04: rule("MH04", "error", {
    message:
      "The person or the referral that this record belongs to is not in the same submission, so the record was left out.",
    action: "Export all tables of the same months together, for the same people.",
    basis: keys,
  }),
  MH05: rule("MH05", "error", {
    message: "The record repeats another one of the same submission; one of them was left out.",
    action: "Nothing, if the extract is known to repeat rows; otherwise ask the supplier.",
    basis: keys,
  }),
  MH06: rule("MH06", "warning", {
    message:
      "The same indirect activity (referral, day and time) is there more than once; the last one sent was kept.",
    action: "Nothing: submissions repeat indirect activity.",
    basis: "National method for MHS204: one row for each referral, date and time",
  }),
  MH07: rule("MH07", "error", {
    message:
      "The month number does not agree with the reporting period; the reporting period was used.",
    action: "Ask the supplier which of the two is right.",
    basis: "UniqMonthID counts months from April 1900",
  }),
  MH08: rule("MH08", "warning", {
    message: "The version that the header names is not the one of its month.",
    action: "Check that the file is of the month that it says.",
    basis: "Versions by month: 5 from October 2021, 6 from April 2024",
  }),
  MH09: rule("MH09", "error", {
    message: "A table is not among the files; what it holds cannot be counted.",
    action: "Export this table of the same months.",
    basis: "Tables of MHSDS",
  }),
  MH10: rule("MH10", "warning", {
    message: "The code is not one of its code set in this version; it was left blank.",
    action:
      "Ask the provider to correct the code; where all are one digit short, export again without a spreadsheet.",
    basis: sets,
  }),
  MH11: rule("MH11", "error", {
    message: "The value cannot be read as a date, a number or yes or no; it was left blank.",
    action: "Ask the supplier for dates as year-month-day and numbers without other characters.",
    basis: sets,
  }),
  MH12: rule("MH12", "warning", {
    message: "The value is not in the form of an organisation or area code; it was left blank.",
    action: "Ask the provider to correct the code.",
    basis: "Forms of ODS and ONS codes",
  }),
  MH13: rule("MH13", "warning", {
    message: "The age is not from 0 to 120; it was left blank.",
    action: "Ask the provider to correct the birth date.",
    basis: "Ages derived by the platform",
  }),
  MH14: rule("MH14", "warning", {
    message: "A field that every record must have is blank.",
    action: "Ask the provider to fill it in.",
    basis: "Mandatory items of the data set specification",
  }),
  MH15: rule("MH15", "warning", {
    message: "The date is after the end of the reporting period.",
    action: "Ask the provider to correct the date.",
    basis: "A submission covers what happened up to the end of its reporting period",
  }),
  MH16: rule("MH16", "warning", {
    message: "The referral was received after it was discharged.",
    action: "Ask the provider to correct the dates.",
    basis: "Order of the dates of a referral",
  }),
  MH17: rule("MH17", "warning", {
    message:
      "A provider has no submission for a month between its first and its last one; its figures of that month are missing, not zero.",
    action: "Get the extract of that month, or ask why nothing was submitted.",
    basis: submissions,
  }),
  MH18: rule("MH18", "warning", {
    message: "A table of a provider's submission has far fewer rows than in the months beside it.",
    action: "Check that the submission is whole; a later one may have been sent.",
    basis: "Fewer than half of the rows of both neighbouring months, which have at least 50",
  }),
  MH19: rule("MH19", "warning", {
    message:
      "Months of version 5 and of version 6 are loaded together: they hold the team of a referral in other tables, so that figures by team and of CYP services are not the same.",
    action: "Read figures by team across April 2024 with care.",
    basis: "Version 6 of MHSDS, from April 2024",
  }),
  MH20: rule("MH20", "error", {
    message: "Most values of a column that should hold pseudonyms are NHS numbers.",
    action:
      "Stop, ask the supplier for an extract with pseudonyms, and delete this one as your rules require.",
    basis: "Check digit of the NHS number",
  }),
  MH21: rule("MH21", "warning", {
    message: "The NHS number is not valid by its check digit; it was left blank.",
    action: "Ask the provider to trace the patient.",
    basis: "Check digit of the NHS number",
  }),
  MH22: rule("MH22", "error", {
    message: "The file lacks a column that every record must have.",
    action: "Export the table with all its columns.",
    basis: sets,
  }),
  MH23: {
    ...rule("MH23", "error", {
      message:
        "The dates of the column are written month first, or in both orders; none of them was read.",
      action: "Ask the supplier for dates as 2025-01-16.",
      basis: "Order of day and month, decided by the columns of the file",
    }),
    refuses: "column",
  },
  MH24: rule("MH24", "warning", {
    message: "The dates of the column fit both orders of day and month; they were read day first.",
    action: "Ask the supplier for dates as 2025-01-16.",
    basis: "Order of day and month, decided by the columns of the file",
  }),
  MH25: {
    ...rule("MH25", "error", {
      message:
        "The ids of a column went through a spreadsheet and can no longer be distinguished; the file was left out whole, and nothing of MHSDS is counted.",
      action: EXPORT_AGAIN,
      basis: "A spreadsheet keeps fifteen digits of a number",
    }),
    refuses: "file",
  },
  MH26: rule("MH26", "warning", {
    message:
      "Codes of a column went through a spreadsheet (1.0 for 1, 5 for 05); they were read as the one code that can be meant.",
    action: EXPORT_AGAIN,
    basis: sets,
  }),
} as const satisfies Record<string, RuleText>;

export type MhsdsRuleId = keyof typeof mhsdsRules;

/** The words of every check of MHSDS. */
export const describeMhsdsRules = (): RuleText[] => Object.values(mhsdsRules);
