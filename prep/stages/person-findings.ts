import type { Finding } from "../check/finding";
import { personWords } from "../check/identifiers/person-words";
import type { KpiRow } from "../sources/kpi-sheet/kpi-row";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { sheetFinding } from "../sources/kpi-sheet/sheet-rules";

/** The words that people write in a row of a KPI sheet, by the field that they stand in. */
const wordsOf = (row: KpiRow): readonly (readonly [field: string, words: string | null])[] => [
  ["KPI", row.name],
  ["section", row.section],
  ["priority", row.priority],
  ["owner", row.owner],
  ["commentary", row.commentary],
  ["action", row.action],
  ["current", row.current?.cell.words ?? null],
  ["previous", row.previous?.cell.words ?? null],
];

/** A finding for each cell of the sheets that may name a person; it does not say whom. */
export const personFindings = (sheets: readonly KpiSheet[]): Finding[] =>
  sheets.flatMap(({ file, rows }) =>
    rows.flatMap((row) =>
      wordsOf(row).flatMap(([field, words]): Finding[] => {
        const kinds = words === null ? [] : personWords(words);
        if (kinds.length === 0) return [];
        const finding = sheetFinding("B60", { file, sheet: "", line: row.line, field });
        return [{ ...finding, message: `${finding.message} (${kinds.join(", ")})` }];
      }),
    ),
  );
