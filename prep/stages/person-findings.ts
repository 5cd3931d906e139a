import type { Finding } from "../check/finding";
import { personWords } from "../check/identifiers/person-words";
import type { Boards, PlacedKpi, PlacedNote } from "../sources/board-file/placed";
import type { KpiRow } from "../sources/kpi-sheet/kpi-row";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { sheetFinding } from "../sources/kpi-sheet/sheet-rules";

type Words = readonly (readonly [field: string, words: string | null])[];

/** The words that people write in a row of a KPI sheet, by the field that they stand in. */
const wordsOf = (row: KpiRow): Words => [
  ["KPI", row.name],
  ["section", row.section],
  ["priority", row.priority],
  ["owner", row.owner],
  ["commentary", row.commentary],
  ["action", row.action],
  ["current", row.current?.cell.words ?? null],
  ["previous", row.previous?.cell.words ?? null],
];

const wordsOfBoard = (kpi: PlacedKpi): Words => [
  ["KPI", kpi.kpi],
  ["Printed name", kpi.printedName],
  ["Section", kpi.section],
  ["Sub-section", kpi.subsection],
  ["Priority", kpi.priority],
  ["Reason for direction", kpi.polarityReason],
  ["Owner", kpi.owner],
  ["Lead", kpi.lead],
  ["Footprint", kpi.footprint],
  ["Definition", kpi.definition],
  ["Words instead of a figure", kpi.words],
];

const wordsOfNote = (note: PlacedNote): Words => [
  ["Commentary", note.commentary],
  ["Action", note.action],
  ["Progress", note.progress],
];

/** Findings of the words of a row. */
const named = (words: Words, finding: (field: string) => Finding): Finding[] =>
  words.flatMap(([field, text]): Finding[] => {
    const kinds = text === null ? [] : personWords(text);
    if (kinds.length === 0) return [];
    const found = finding(field);
    return [{ ...found, message: `${found.message} (${kinds.join(", ")})` }];
  });

/** A finding for each cell of the boards that may name a person; it does not say whom. */
export const personsOfBoards = ({ kpis, notes }: Boards): Finding[] =>
  [
    ...kpis.map((kpi) => [kpi, wordsOfBoard(kpi)] as const),
    ...notes.map((note) => [note, wordsOfNote(note)] as const),
  ].flatMap(([{ file, sheet, line }, words]) =>
    named(words, (field) => sheetFinding("B60", { file, sheet, line, field })),
  );

/** A finding for each cell of the sheets that may name a person; it does not say whom. */
export const personFindings = (sheets: readonly KpiSheet[]): Finding[] =>
  sheets.flatMap(({ file, rows }) =>
    rows.flatMap((row) =>
      named(wordsOf(row), (field) =>
        sheetFinding("B60", { file, sheet: "", line: row.line, field }),
      ),
    ),
  );
