import type { Finding, Refused, Severity } from "../../check/finding";
import type { RuleText } from "../../check/rule";

interface BoardRule {
  readonly severity: Severity;
  readonly refuses?: Refused;
  readonly message: string;
  readonly action: string;
}

/** Everything that may be found in a board file. The messages carry no content of a cell. */
const boardRules = {
  B80: {
    severity: "error",
    message: "The row names no KPI and is left out.",
    action: "Type a KPI of the list or a name of your own, or delete the row.",
  },
  B81: {
    severity: "error",
    message: "The KPI is in the board twice; the second row is left out.",
    action: "Delete one of the two rows, or choose another KPI in it.",
  },
  B82: {
    severity: "warning",
    message: "A heading of the board file is not known; its column is left out.",
    action: "Use the headings of the file that init writes.",
  },
  B83: {
    severity: "error",
    message: "A cell of the board file could not be read; nothing of it is used.",
    action: "Type what the column asks for.",
  },
  B84: {
    severity: "warning",
    message:
      "The board wants the KPI the other way than the catalogue says is better, and gives no reason; it is not rated.",
    action: "Correct Better when, or write a Reason for direction.",
  },
  B85: {
    severity: "error",
    message: "The unit does not fit the KPI's own; what is written in it is not used.",
    action: "Write it in the unit of the KPI, or choose another KPI.",
  },
  B86: {
    severity: "warning",
    message:
      "Two boards want different targets, tolerances or directions of one KPI; each board rates it by its own, and where no board is chosen the first one's hold.",
    action: "Agree them where one figure should have one rating.",
  },
  B87: {
    severity: "error",
    message: "The note is of a KPI that is on no board; it is left out.",
    action: "Name the KPI as the board does: by its name, its printed name or its number.",
  },
  B88: {
    severity: "warning",
    message:
      "No figure is known for the KPI: it is neither counted, nor published, nor in a sheet.",
    action: "Choose the KPI of the list that is meant, or write Words instead of a figure.",
  },
  B89: {
    severity: "error",
    message: "The board file names another council; it is left out whole.",
    refuses: "file",
    action: "Take it out of the folder, or build that council by itself with --authority.",
  },
  B90: {
    severity: "error",
    message: "Two targets of the KPI hold from the same day; neither of them is used.",
    action: "Give each target a day of its own that it holds from.",
  },
} as const satisfies Readonly<Record<string, BoardRule>>;

export type BoardRuleId = keyof typeof boardRules;

/** The words of every rule on board files: rows of `checks/rules.csv`. */
export const describeBoardRules = (): RuleText[] =>
  Object.entries(boardRules).map(([id, rule]) => ({
    id,
    ...rule,
    table: "",
    field: null,
    basis: "Board files of councils",
  }));

/** Where a finding lies in a board file. */
interface BoardPlace {
  readonly file: string;
  /** Name of the sheet; empty where the file has none. */
  readonly sheet: string;
  /** Row of the sheet, from 1, or null for the whole of it. */
  readonly line: number | null;
  /** The column, as `F (Target)`, or null. */
  readonly field?: string | null;
}

/** The finding of a rule in a place; `type` says what the cell's column asks for. */
export function boardFinding(
  rule: BoardRuleId,
  { file, sheet, line, field = null }: BoardPlace,
  type?: string,
): Finding {
  const { severity, message, action, refuses }: BoardRule = boardRules[rule];
  return {
    rule,
    severity,
    file,
    table: sheet,
    record: line === null ? "" : `row ${line}`,
    line,
    field,
    message,
    action: type === undefined ? action : `Type: ${type}`,
    ...(refuses ? { refuses } : {}),
  };
}
