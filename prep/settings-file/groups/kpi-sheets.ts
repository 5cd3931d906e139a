import { CORRECTABLE } from "../../sources/kpi-sheet/corrections";
import { sheetFields } from "../../sources/kpi-sheet/layout";
import type { SettingOf } from "../../setting";

/** How KPI sheets are read, and what is corrected in them. */
export const kpiSheetsSettings: SettingOf<"group"> = {
  kind: "group",
  description: "How to read KPI sheets whose headings are your own, and what to correct in them.",
  settings: {
    shown: {
      kind: "choice",
      description:
        "Which figure a board shows where a sheet and the extracts give one for the same period. What is published comes last.",
      of: ["printed_first", "counted_first"],
      byDefault: "printed_first",
    },
    columns: {
      kind: "codes",
      description:
        'Your headings and what they are, such as { "KPI title": "name", "Result for *": "current" }: a star replaces what changes from month to month.',
      of: sheetFields,
    },
    corrections: {
      kind: "list",
      description: "Rows are read as printed; a correction is named with its reason.",
      entry: {
        row: {
          kind: "text",
          description: "Reference of the row, such as A29, or its id.",
          pattern: ".",
          allowed: "a reference such as A29",
        },
        field: {
          kind: "choice",
          description: "What is corrected.",
          of: CORRECTABLE,
          byDefault: "polarity",
        },
        value: {
          kind: "text",
          description: "What it should be.",
          pattern: ".",
          allowed: "text in quotes",
        },
        reason: { kind: "text", description: "Why.", pattern: ".", allowed: "text in quotes" },
      },
    },
  },
};
