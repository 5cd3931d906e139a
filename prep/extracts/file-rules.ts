import type { RuleText } from "../check/rule";
import type { Finding, Refused } from "../check/finding";
import { findingOf } from "../check/run";
import type { ScanProblem } from "../scan/scan-result";

const rule = (
  id: string,
  severity: RuleText["severity"],
  words: Pick<RuleText, "message" | "action" | "refuses">,
): RuleText => ({ id, severity, table: "", field: null, basis: "Reading of files", ...words });

/** What can be wrong with a file as a whole. */
export const fileRules = {
  F01: rule("F01", "warning", {
    message: "The file was not recognised and left out.",
    action:
      "Take it out of the folder if it is no extract; otherwise check that it is whole and has its headings.",
  }),
  F02: rule("F02", "warning", {
    message: "The file is the same, byte for byte, as another one; it was read once.",
    action: "Take one of the two out of the folder.",
  }),
  F03: rule("F03", "error", {
    message: "The file could not be read as it should.",
    action: "Get a whole, unchanged copy of the file and run again.",
    refuses: "file",
  }),
  F04: rule("F04", "error", {
    message: "The export lacks a table; what it holds could not be counted.",
    action: "Export all nine tables of the return together.",
    refuses: "table",
  }),
  F05: rule("F05", "error", {
    message:
      "The return is of another authority than the one that is built; it was left out whole.",
    action: "Take it out of the folder, or name its authority with --authority.",
    refuses: "file",
  }),
  F06: rule("F06", "warning", {
    message: "A second file of this kind was given; the first by name was used.",
    action: "Keep one of them in the folder, or name it in the settings.",
  }),
  F07: rule("F07", "error", {
    message:
      "The return covers no day up to the date that the build stops at; it was left out whole.",
    action: "Check --as-at and the reference date in the header of the return.",
    refuses: "file",
  }),
  F08: rule("F08", "error", {
    message: "An indicator of the council's own list cannot be used.",
    action: "Correct it in the list of own indicators; the others are counted.",
  }),
  F09: rule("F09", "warning", {
    message:
      "Rows of the linkage table lack an identifier, or give one identifier two partners; they link nobody.",
    action: "Ask whoever made the table which partner is right; the other rows are used.",
  }),
  F10: rule("F10", "warning", {
    message: "A row of the look-up from wards to localities cannot be used; it was left out.",
    action: "Give each ward once, by its GSS code, with the name of its locality.",
  }),
  F11: rule("F11", "warning", {
    message:
      "Wards that people live in are in no locality of the look-up; these people count as not_recorded.",
    action:
      "Add the wards to the look-up, those of neighbouring authorities only if you want them shown.",
  }),
  F12: rule("F12", "warning", {
    message: "No row of the published file is of a group that we use, so the file shows no figure.",
    action: "Get the file with rows for all schools together and by SEN provision.",
  }),
  F13: rule("F13", "warning", {
    message:
      "An entry of the setting teams names no team, or neither a school nor a setting group; it was not used.",
    action: "Give it a team, and a school (URN) or a setting group.",
  }),
  F14: rule("F14", "error", {
    message:
      "The file looks like a list of people who have opted out, and was not read as one: they are in the figures.",
    action:
      "Give it as CSV with one identifier (UPN, ULN or NHS number) a line, or name it in the settings (inputs.optOut).",
    refuses: "file",
  }),
  F15: rule("F15", "warning", {
    message:
      "The file holds identifiers alone and was taken for a list of people who have opted out: they are in no figure.",
    action:
      "Name it in the settings (inputs.optOut); take it out of the folder if it is no such list.",
  }),
  F16: rule("F16", "error", {
    message: "A row of the opt-out list holds no identifier; it opts nobody out.",
    action: "Give the UPN, ULN or NHS number of the person.",
  }),
  F17: rule("F17", "warning", {
    message:
      "Rows of the file hold nothing that it can be looked up by, or repeat another row; they were left out.",
    action: "Nothing, if the publisher's file is known to have them.",
  }),
  F18: rule("F18", "error", {
    message: "The links of the school register were given without the register; they are not used.",
    action: "Give the school register too.",
    refuses: "file",
  }),
  F19: rule("F19", "error", {
    message: "Figures are given twice and differently by the extracts; none of them is shown.",
    action: "Check that no return or census is in the folder twice under another year or date.",
  }),
  F20: rule("F20", "error", {
    message: "Two published files give a figure differently; it is not shown.",
    action:
      "Keep the newer one, or put each release in a folder that is named after its year, such as 2025.",
  }),
  F21: rule("F21", "error", {
    message:
      "A table that others are looked up in breaks off; it was left out whole, for what it lacks would count as not recorded.",
    action: "Get a whole copy of the file.",
    refuses: "file",
  }),
  F23: rule("F23", "warning", {
    message: "Nothing in the folder is of an authority that was asked for; it is left out.",
    action: "Put its files into the folder, or do not name it.",
  }),
  F24: rule("F24", "warning", {
    message: "The authority has ended; published figures of it are of before.",
    action: "Name its successors, where the files are theirs.",
  }),
  F27: rule("F27", "warning", {
    message:
      "The file is of an authority that the one built has followed; nothing of it is counted.",
    action:
      "Put a postcode directory into the folder, or build the authority before by itself, with --authority.",
  }),
  F28: rule("F28", "warning", {
    message:
      "The file is of an authority that the one built has followed; the people who live in its area count.",
    action: "Hold the numbers of people against what each authority took over.",
  }),
  F22: rule("F22", "error", {
    message: "Too little of a file was read to show any of its figures.",
    action: "Get a whole copy of the file and run again.",
    refuses: "file",
  }),
  F25: rule("F25", "error", {
    message: "The file of bank holidays cannot be read, so its days are not used.",
    action: "Get it again from www.gov.uk/bank-holidays.json.",
    refuses: "file",
  }),
  F26: rule("F26", "warning", {
    message:
      "The bank holidays end before due dates that lists need, so working days after that are left empty.",
    action: "Get a newer file from www.gov.uk/bank-holidays.json and put it into the folder.",
  }),
} as const;

/** Finding about a whole file. */
export const fileFinding = (id: keyof typeof fileRules, file: string, message?: string): Finding =>
  findingOf(
    fileRules[id],
    "",
    { file, record: "", line: null, field: null },
    message === undefined ? {} : { message },
  );

/**
 * Problems of a scanner for which a file is not read, or not read on; the others cost a row or a
 * value.
 */
const REFUSING =
  /^(workbook|file|gzip|grid|office|pdf|other|web)-|^csv-(empty|not-text|row-too-long|field-too-long|too-many-columns)$|^xml-(empty|doctype|truncated|too-\w+)/;

/** Problems for which nothing of a table of an extract is counted. */
const BREAKING_OFF = /^csv-(cut|truncated|unterminated-quote)$/;

/** What is left out whole for a problem; null where that is a row or a value. */
function refusedFor(code: string, table: string): Refused | null {
  if (REFUSING.test(code)) return "file";
  return table !== "" && BREAKING_OFF.test(code) ? "table" : null;
}

/** What a scanner noticed, as a finding of rule F03 (errors) or of the same rule as a warning. */
export const scanFinding = (file: string, table: string, problem: ScanProblem): Finding =>
  findingOf(
    fileRules.F03,
    table,
    { file, record: "", line: problem.line, field: null },
    {
      message: problem.message,
      severity: problem.severity,
      refuses: refusedFor(problem.code, table),
    },
  );
