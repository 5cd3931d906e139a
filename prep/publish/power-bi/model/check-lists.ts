import type { StarColumn } from "../../../star/declaration";
import type { ModelTable } from "./model";
import { listTable } from "./star-tables";

const text = (name: string, label: string, description: string): StarColumn => ({
  name,
  type: "text",
  label,
  description,
});
const whole = (name: string, label: string, description: string): StarColumn => ({
  name,
  type: "int64",
  label,
  description,
});

/** The lists of the data checks that the report shows. They hold no personal value. */
export const checkLists: readonly ModelTable[] = [
  listTable(
    "Finding",
    "What the data checks found: where, what and what to do.",
    "checks/findings",
    [
      text("severity", "Severity", "error or warning."),
      text("rule", "Rule", "Id of the rule."),
      text("file", "File", "File of the extract."),
      text("table", "Module", "Module or table of the extract."),
      text("record", "Record", "Which record, by its own key."),
      whole("line", "Line", "Line of the file."),
      text("field", "Field", "Field that is wrong."),
      text("message", "Message", "What is wrong."),
      text("action", "What to do", "How to put it right."),
    ],
  ),
  listTable("Rows read", "Rows in, out and rejected of each table of each file.", "checks/rows", [
    text("file", "File read", "File of the extract."),
    text("table", "Module read", "Module or table of the extract."),
    whole("rows_in", "Rows in", "Rows that the file holds."),
    whole("rows_out", "Rows out", "Rows that went on."),
    whole("rows_rejected", "Rows rejected", "Rows that were rejected."),
  ]),
].map((table) => ({
  ...table,
  columns: table.columns.map((column) =>
    column.type === "int64" && column.name.startsWith("Rows")
      ? { ...column, hidden: true }
      : column,
  ),
}));

/** Measures over the lists. */
export const checkMeasures = [
  ["Findings", "Findings of the data checks.", "COUNTROWS ( Finding )"],
  [
    "Findings that are errors",
    "Findings that the collection would reject.",
    'CALCULATE ( COUNTROWS ( Finding ), KEEPFILTERS ( Finding[Severity] = "error" ) )',
  ],
  ["Rows given", "Rows that the extracts hold.", "SUM ( 'Rows read'[Rows in] )"],
  ["Rows used", "Rows that went on.", "SUM ( 'Rows read'[Rows out] )"],
  [
    "Rows turned away",
    "Rows that were rejected, each with a finding.",
    "SUM ( 'Rows read'[Rows rejected] )",
  ],
].map(([name, description, dax]) => ({
  name,
  description,
  dax,
  folder: "Data quality",
  format: "#,0",
}));
