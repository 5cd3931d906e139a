import type { Finding, Refused, Severity } from "../../check/finding";
import type { RuleText } from "../../check/rule";

interface SheetRule {
  readonly severity: Severity;
  readonly refuses?: Refused;
  readonly message: string;
  readonly action: string;
}

/** Everything that may be found in a KPI sheet. The messages carry no content of a cell. */
const sheetRules = {
  B01: {
    severity: "error",
    message: "The sheet looks like a board, and no figure in it could be read.",
    action:
      "Give the KPIs a heading such as KPI and each column its period with the year, name own headings in kpiSheets.columns of the settings, or use the template.",
  },
  B02: {
    severity: "warning",
    message: "A heading is not known; its column is left out.",
    action: "Add it to the column map in the configuration, or ignore this.",
  },
  B03: {
    severity: "warning",
    message: "A heading is there twice; only its first column is read.",
    action: "Delete or rename one of the two columns.",
  },
  B04: {
    severity: "warning",
    message: "The headings take two rows, as merged cells do; they were joined.",
    action: "Keep one heading row.",
  },
  B05: {
    severity: "error",
    message: "The row has no name of a KPI and is left out.",
    action: "Give the KPI a name, or delete the row.",
  },
  B06: {
    severity: "warning",
    message: "A row of totals or averages is no KPI and is left out.",
    action: "Delete the row, or give it a KPI name of its own.",
  },
  B07: {
    severity: "warning",
    message: "A heading row is repeated among the rows and is left out.",
    action: "Keep one heading row.",
  },
  B08: {
    severity: "error",
    message: "The sheet has more rows than a KPI sheet can have; the rest are left out.",
    action: "Check that this is the right file; split it if it is.",
  },
  B09: {
    severity: "error",
    message: "A figure could not be read; its words are kept and it counts as not there.",
    action: "Write a number, or words such as awaiting data.",
  },
  B10: {
    severity: "error",
    message: "A period could not be read; the figure of it is left out.",
    action: "Write it as Mar 24, Autumn 23, HT3 23/24, Q1 24/25, 2023/24 or 2024, with its year.",
  },
  B11: {
    severity: "warning",
    message: "The months are not April to March in order, each once.",
    action: "Check the month headings; each column is read by its own heading.",
  },
  B12: {
    severity: "error",
    message: "The year of the months is not given; the monthly figures are left out.",
    action: "Write the reporting period as 2024/25, or years into the month headings.",
  },
  B13: {
    severity: "warning",
    message: "Percentages are written as fractions of 1; they were read as per cent.",
    action: "Nothing, if the cells are formatted as per cent.",
  },
  B14: {
    severity: "error",
    message: "The target could not be read; the KPI is not rated.",
    action: "Write a number, TBC, or a comparator such as below national.",
  },
  B15: {
    severity: "error",
    message: "The tolerance could not be read; none is used.",
    action: "Write a number, 5 points, 5%, 10% of target, or bounds such as 90 to 95.",
  },
  B16: {
    severity: "warning",
    message: "Which way is better is not given or not clear; the KPI is not judged.",
    action: "Write higher, lower or neutral.",
  },
  B17: {
    severity: "warning",
    message: "The latest position is not the last monthly figure.",
    action: "Correct one of the two; the monthly figure is used.",
  },
  B18: {
    severity: "error",
    message: "The unit is not known; the one that the name suggests is used.",
    action: "Choose a unit from the list of the template.",
  },
  B19: {
    severity: "error",
    message: "A correction could not be applied.",
    action:
      "Name one row, by its number or id, a field that can be corrected, a value that fits it, and the reason.",
  },
  B20: {
    severity: "error",
    message:
      "The same KPI is there twice for the same period; one of the two is shown, or none where they differ.",
    action: "Delete one of the two, or give them different names.",
  },
  B21: {
    severity: "warning",
    message: "The previous period as printed does not lie just before the current one.",
    action: "Check the heading; correct it by an override of previous_period if it is a slip.",
  },
  B22: {
    severity: "error",
    message: "A date is where a figure belongs.",
    action:
      "Excel may have turned the text into a date: format the cell as text and type it again.",
  },
  B23: {
    severity: "warning",
    message: "How often the figure is made could not be read; the period of its column is used.",
    action: "Choose a frequency from the list of the template.",
  },
  B24: {
    severity: "warning",
    message: "The date of the next figure could not be read; none is shown.",
    action: "Write it as 30/04/2025.",
  },
  B25: {
    severity: "warning",
    message: "The row gives no period; it is shown under the latest period of the sheet.",
    action: "Write the period of the figure.",
  },
  B26: {
    severity: "warning",
    message: "The row is an example of the template, unchanged; it is left out.",
    action: "Write your own KPI over it, or delete the row.",
  },
  B27: {
    severity: "warning",
    message: "The target is a range; figures are not rated against it.",
    action: "Write the one end that counts, such as at least 90, and the other as tolerance.",
  },
  B28: {
    severity: "warning",
    message:
      "A cell formatted as per cent holds a number above 10, which is over 1,000 %; it was read as typed.",
    action: "Format the cell as a number, or type the percentage again.",
  },
  B29: {
    severity: "warning",
    message:
      "Percentages below 1 are in cells that are not formatted as per cent; they were read as they are: 0.8 is 0.8 %.",
    action: "Format the cells as per cent if 0.8 means 80 %.",
  },
  B30: {
    severity: "warning",
    message: "The printed arrow contradicts the printed figures.",
    action: "Correct the arrow or the figures; the computed direction is shown.",
  },
  B31: {
    severity: "warning",
    message: "An arrow is printed without two figures.",
    action: "Leave the arrow out; none is shown.",
  },
  B32: {
    severity: "warning",
    message: "The printed arrow agrees with only one of the two figures in the cell.",
    action: "Say which of the two the KPI is judged by; the first is used.",
  },
  B40: {
    severity: "warning",
    message:
      "The required direction does not fit the target: it asks for less and sets a high target, or asks for more and sets 0.",
    action: "Check which way is better, and correct it with a reason.",
  },
  B41: {
    severity: "warning",
    message: "There is a target but no required direction; the KPI is not rated.",
    action: "Say which way is better.",
  },
  B42: {
    severity: "warning",
    message:
      "A count of England or a region is beside a count of one authority; the two are not comparable.",
    action:
      "Give a rate or a percentage, and check that the same children and young people are counted.",
  },
  B43: {
    severity: "warning",
    message:
      "Your figure and a comparator differ five times or more, so they may not count the same.",
    action: "Check what each one counts, and mark the comparator as not comparable if they differ.",
  },
  B44: {
    severity: "warning",
    message: "A rate of part of a year is beside a figure that may be of a whole year.",
    action: "Say the period of the comparator in its cell, such as 18.6 (2022/23).",
  },
  B45: {
    severity: "warning",
    message: "A figure's own date differs from the period of its column; the own date is used.",
    action: "Nothing, if the own date is right.",
  },
  B46: {
    severity: "warning",
    message: "The KPI promises two figures and the cell has one.",
    action: "Write the first figure and the second in brackets.",
  },
  B47: {
    severity: "warning",
    message: "A second table begins here under other headings; its rows are read by these.",
    action: "Nothing, if the headings are right; otherwise give each table a sheet of its own.",
  },
  B48: {
    severity: "error",
    message: "The row is among or under headings that are not understood; it is left out.",
    action: "Write the headings as those of the first table, or name them in the column map.",
  },
  B50: {
    severity: "error",
    message: "The sheet names another council; it is left out whole.",
    refuses: "table",
    action: "Take it out of the folder, or build that council by itself with --authority.",
  },
  B51: {
    severity: "error",
    message: "Rows of other councils are left out.",
    action: "Build those councils by themselves with --authority.",
  },
  B52: {
    severity: "error",
    message: "Two KPI sheets give different figures for one KPI and period.",
    action: "Correct or take out one of the two, or call one of the figures provisional.",
  },
  B53: {
    severity: "error",
    message: "One KPI has two figures for one period in a table; none of them is shown.",
    action: "Correct or delete one of the two, or give them different names or areas.",
  },
  B54: {
    severity: "warning",
    message: "The row below the table is no KPI, such as a count of ratings; it is left out.",
    action: "Nothing, if it is none; otherwise move it into the table and give it a reference.",
  },
  B55: {
    severity: "warning",
    message: "A baseline gives no period; it is left out.",
    action: "Write its period behind it, such as 35.2% (May 23).",
  },
  B56: {
    severity: "warning",
    message: "The sheet and the catalogue differ on which way is better, so the KPI is not rated.",
    action:
      "Correct the direction in the sheet, or confirm it with a reason in kpiSheets.corrections of the settings.",
  },
  B58: {
    severity: "warning",
    message: "The sheet gives no unit for the figure; that of the catalogue's indicator is used.",
    action: "Write the unit into the name or a column of units, such as (weeks).",
  },
  B57: {
    severity: "warning",
    message: "The sheet and the count give different figures for one KPI and period.",
    action: "Find out why; both are kept, each with its origin.",
  },
  B59: {
    severity: "error",
    message: "A range is where a figure belongs; its words are kept and it counts as not there.",
    action: "Write the figure; where a small number is hidden, write c.",
  },
  B60: {
    severity: "warning",
    message: "The words of a cell may name a person.",
    action: "Name posts, and no children, parents or staff; give no numbers or dates of a person.",
  },
  B61: {
    severity: "warning",
    message: "A length of time is printed as a range; its middle is shown, to be read with care.",
    action: "Write one figure.",
  },
  B62: {
    severity: "error",
    message:
      "A figure names another unit than its KPI; its words are kept and it counts as not there.",
    action: "Write all figures of a KPI in one unit.",
  },
  B70: {
    severity: "warning",
    message:
      "The row and the heading of a cell say different kinds of figures, such as England and target; it is left out.",
    action: "Empty the cell, or correct what its row or its heading says it is.",
  },
  B71: {
    severity: "warning",
    message: "The board prints another rating than value, target and tolerance give.",
    action: "Check the target, the tolerance and which way is better; both ratings are kept.",
  },
  B73: {
    severity: "warning",
    message:
      "England, a region or neighbours have a figure for a KPI of which the authority has none; they are left out.",
    action: "Give the KPI a figure of the authority in the same table.",
  },
  B91: {
    severity: "error",
    message: "Nothing says which of the councils that are built this is of; it is left out.",
    refuses: "table",
    action:
      "Name one council in the title, the sheet's name or the file's, or give a column of areas.",
  },
  B92: {
    severity: "warning",
    message:
      "A percentage, or the part of something, is below 0 or far above 100; it is to be read with care.",
    action: "Check the figure, and the unit that the name or the format of the cell gives.",
  },
  B93: {
    severity: "warning",
    message:
      "The key of the ratings is not understood; figures are rated by the tolerance of the KPI and the rule of the settings.",
    action:
      'Write what amber means, such as "within 5 points of target", or set rating.profile in the settings.',
  },
  B72: {
    severity: "warning",
    message:
      "The sheet is named after England, a region or neighbours: its figures are comparators of KPIs of the same names.",
    action: "Rename the sheet if it is the council's.",
  },
} as const satisfies Readonly<Record<string, SheetRule>>;

/** The words of every rule on KPI sheets: rows of `checks/rules.csv`. */
export const describeSheetRules = (): RuleText[] =>
  Object.entries(sheetRules).map(([id, rule]) => ({
    id,
    ...rule,
    table: "",
    field: null,
    basis: "KPI sheets of councils",
  }));

export type SheetRuleId = keyof typeof sheetRules;

/** Where a finding lies in a sheet. */
export interface SheetPlace {
  readonly file: string;
  readonly sheet: string;
  /** Row of the sheet, from 1, or null for the whole of it. */
  readonly line: number | null;
  readonly field?: string | null;
}

/**
 * Words that periods are written in. What holds any other word may name a person and is not quoted.
 */
const PERIOD_WORDS =
  /^(?:jan\w*|feb\w*|mar|march|apr|april|may|june?|july?|aug|august|sept?\w*|oct\w*|nov\w*|dec\w*|q|quarter|qtr|term|half|ht|w|c|e|week|year|ytd|fy|ay|cy|m|p|month|period|to|date|of|as|at|the|end|ending|autumn|spring|summer|financial|academic|calendar|provisional|avg|average)$/i;
const LONGEST_QUOTE = 40;

/**
 * What was printed where a period should stand, in quotation marks; null where it is long or may
 * name a person.
 */
function quotedPeriod(printed: string): string | null {
  const words = printed.match(/\p{L}+/gu) ?? [];
  const plain = printed.length <= LONGEST_QUOTE && /^[\p{L}\d\s/.,()'’&+:–—-]+$/u.test(printed);
  return plain && words.every((word) => PERIOD_WORDS.test(word)) ? `"${printed}"` : null;
}

/**
 * The finding of a rule in a place; `printed` is a period that was not understood, told where it
 * names nobody.
 */
export function sheetFinding(
  rule: SheetRuleId,
  { file, sheet, line, field = null }: SheetPlace,
  printed = "",
): Finding {
  const { severity, message, action, refuses }: SheetRule = sheetRules[rule];
  const quoted = quotedPeriod(printed);
  return {
    rule,
    severity,
    file,
    table: sheet,
    record: line === null ? "" : `row ${line}`,
    line,
    field,
    message: quoted === null ? message : message.replace("A period", `The period ${quoted}`),
    action,
    ...(refuses ? { refuses } : {}),
  };
}
