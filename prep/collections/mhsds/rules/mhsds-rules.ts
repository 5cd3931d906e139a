import { EXPORT_AGAIN } from "../../../scan/spreadsheet-damage";
import type { RuleText } from "../../../check/rule";

const rule = (
  id: string,
  severity: RuleText["severity"],
  message: string,
  action: string,
  basis: string,
): RuleText => ({ id, severity, table: "", field: null, message, action, basis });

const keys = "Keys of MHSDS: RecordNumber, UniqServReqID and UniqCareContID within a submission";
const submissions =
  "Multiple submission window model: up to thirteen submissions of a month, the latest counts";
const sets = "MHSDS data set specification, versions 4 to 6";

/**
 * The checks of MHSDS extracts. They are made while the files are read: at this size the rows are
 * not gone through again.
 */
export const mhsdsRules = {
  MH01: rule(
    "MH01",
    "warning",
    "The record is of a submission that was replaced by a later one of the same provider and month; it was left out.",
    "Nothing, unless the later submission is not in the folder on purpose.",
    submissions,
  ),
  MH02: rule(
    "MH02",
    "error",
    "The record belongs to no submission that is known; it was left out.",
    "Export the header table (MHS000) and the people (MHS001) of the same months with the others.",
    keys,
  ),
  MH03: rule(
    "MH03",
    "error",
    "The record lacks the id that it is told apart by; it was left out.",
    "Export the table again with its keys.",
    keys,
  ),
  MH04: rule(
    "MH04",
    "error",
    "The record that this one belongs to is not there: no person of its record number, or no referral of its id in the same submission. It was left out.",
    "Export all tables of the same months together, for the same people.",
    keys,
  ),
  MH05: rule(
    "MH05",
    "error",
    "The record repeats another one of the same submission; one of them was left out.",
    "Nothing, if the extract is known to repeat rows; otherwise ask the supplier.",
    keys,
  ),
  MH06: rule(
    "MH06",
    "warning",
    "The same indirect activity (referral, day and time) is there more than once; the last one sent was kept.",
    "Nothing: submissions repeat indirect activity.",
    "National method for MHS204: one row for each referral, date and time",
  ),
  MH07: rule(
    "MH07",
    "error",
    "The month number does not agree with the reporting period; the reporting period was used.",
    "Ask the supplier which of the two is right.",
    "UniqMonthID counts months from April 1900",
  ),
  MH08: rule(
    "MH08",
    "warning",
    "The version that the header names is not the one of its month.",
    "Check that the file is of the month that it says.",
    "Versions by month: 5 from October 2021, 6 from April 2024",
  ),
  MH09: rule(
    "MH09",
    "error",
    "A table is not among the files; what it holds cannot be counted.",
    "Export this table of the same months.",
    "Tables of MHSDS",
  ),
  MH10: rule(
    "MH10",
    "warning",
    "The code is not one of its code set in this version; it was left blank.",
    "Ask the provider to correct the code. Where all are one digit short, a spreadsheet dropped their leading zeros: export again.",
    sets,
  ),
  MH11: rule(
    "MH11",
    "error",
    "The value cannot be read as a date, a number or yes or no; it was left blank.",
    "Ask the supplier for dates as year-month-day and numbers without other characters.",
    sets,
  ),
  MH12: rule(
    "MH12",
    "warning",
    "The value is not in the form of an organisation or area code; it was left blank.",
    "Ask the provider to correct the code.",
    "Forms of ODS and ONS codes",
  ),
  MH13: rule(
    "MH13",
    "warning",
    "The age is not from 0 to 120; it was left blank.",
    "Ask the provider to correct the birth date.",
    "Ages derived by the platform",
  ),
  MH14: rule(
    "MH14",
    "warning",
    "A field that every record must have is blank.",
    "Ask the provider to fill it in.",
    "Mandatory items of the data set specification",
  ),
  MH15: rule(
    "MH15",
    "warning",
    "The date is after the end of the reporting period.",
    "Ask the provider to correct the date.",
    "A submission tells what happened up to the end of its reporting period",
  ),
  MH16: rule(
    "MH16",
    "warning",
    "The referral was received after it was discharged.",
    "Ask the provider to correct the dates.",
    "Order of the dates of a referral",
  ),
  MH17: rule(
    "MH17",
    "warning",
    "A provider has no submission for a month between its first and its last one; its figures of that month are missing, not zero.",
    "Get the extract of that month, or ask why nothing was submitted.",
    submissions,
  ),
  MH18: rule(
    "MH18",
    "warning",
    "A table of a provider's submission has far fewer rows than in the months beside it.",
    "Check that the submission is whole; a later one may have been sent.",
    "Fewer than half of the rows of both neighbouring months, which have at least 50",
  ),
  MH19: rule(
    "MH19",
    "warning",
    "Months of version 5 and of version 6 are loaded together: the team of a referral moved from MHS102 to MHS101 and MHS902, so that figures by team, and those of CYP services, differ by definition.",
    "Read figures by team across April 2024 with care.",
    "Version 6 of MHSDS, from April 2024",
  ),
  MH20: rule(
    "MH20",
    "error",
    "Most values of a column are valid NHS numbers, though the column goes by another name: what should be a pseudonym is none.",
    "Stop, and ask the supplier for an extract with pseudonyms; delete this one as your information governance says.",
    "Check digit of the NHS number",
  ),
  MH21: rule(
    "MH21",
    "warning",
    "The NHS number is not valid by its check digit; it was left blank.",
    "Ask the provider to trace the patient.",
    "Check digit of the NHS number",
  ),
  MH22: rule(
    "MH22",
    "error",
    "The file lacks a column that every record must have.",
    "Export the table with all its columns.",
    sets,
  ),
  MH23: {
    ...rule(
      "MH23",
      "error",
      "The dates of the column are written month first, or in both orders; none of them was read.",
      "Ask the supplier for dates as 2025-01-16.",
      "Order of day and month, decided by the columns of the file",
    ),
    refuses: "column",
  },
  MH24: rule(
    "MH24",
    "warning",
    "The dates of the column fit both orders of day and month; they were read day first.",
    "Ask the supplier for dates as 2025-01-16.",
    "Order of day and month, decided by the columns of the file",
  ),
  MH25: {
    ...rule(
      "MH25",
      "error",
      "The ids of a column went through a spreadsheet and can no longer be told apart; the file was left out whole, and nothing of MHSDS is counted.",
      EXPORT_AGAIN,
      "A spreadsheet keeps fifteen digits of a number",
    ),
    refuses: "file",
  },
  MH26: rule(
    "MH26",
    "warning",
    "Codes of a column went through a spreadsheet (1.0 for 1, 5 for 05); they were read as the one code that can be meant.",
    EXPORT_AGAIN,
    sets,
  ),
} as const satisfies Record<string, RuleText>;

export type MhsdsRuleId = keyof typeof mhsdsRules;

/** The words of every check of MHSDS. */
export const describeMhsdsRules = (): RuleText[] => Object.values(mhsdsRules);
