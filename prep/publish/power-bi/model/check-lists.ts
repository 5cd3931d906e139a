import type { StarColumn } from "../../../star/declaration";
import type { DataPlace } from "./place";
import type { ModelTable } from "./model";
import { listModelTable, type List } from "./star-tables";

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
const lists: readonly List[] = [
  {
    name: "finding",
    label: "Finding",
    description: "What the data checks found: where, what and what to do.",
    path: "checks/findings",
    columns: [
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
  },
  {
    name: "rows_read",
    label: "Rows read",
    description: "Rows in, out and rejected of each table of each file.",
    path: "checks/rows",
    columns: [
      text("file", "File read", "File of the extract."),
      text("table", "Module read", "Module or table of the extract."),
      whole("rows_in", "Rows in", "Rows that the file holds."),
      whole("rows_out", "Rows out", "Rows that went on."),
      whole("rows_rejected", "Rows rejected", "Rows that were rejected."),
    ],
  },
];

/** The lists as tables of the model: counts of rows are for measures. */
export const checkTables = (place: DataPlace): ModelTable[] =>
  lists.map((list) => {
    const table = listModelTable(list, place);
    const columns = table.columns.map((column) =>
      column.type === "int64" && column.name.startsWith("Rows")
        ? { ...column, hidden: true }
        : column,
    );
    return { ...table, columns };
  });

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
