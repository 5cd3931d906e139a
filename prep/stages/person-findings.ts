import type { Finding } from "../check/finding";
import { personWords } from "../check/identifiers/person-words";
import type { Boards, PlacedKpi, PlacedNote } from "../sources/board-file/placed";
import type { KpiRow } from "../sources/kpi-sheet/kpi-row";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { sheetFinding } from "../sources/kpi-sheet/sheet-rules";

type Words = readonly (readonly [field: string, words: string | null])[];

/** All words that people write in a row of a KPI sheet, by the field that they stand in. */
const wordsOf = (row: KpiRow): Words => [
  ["KPI", row.name],
  ["board", row.board],
  ["section", row.section],
  ["place", row.place ?? null],
  ["priority", row.priority],
  ["lens", row.lens],
  ["good", row.good],
  ["owner", row.owner],
  ["commentary", row.commentary],
  ["action", row.action],
  ["footprint", row.footprint],
  ["cohort", row.cohort],
  ["target", row.targetCell.words],
  ...row.comparators.map(({ kind, cell }) => [kind, cell.words] as const),
  ["current", row.current?.cell.words ?? null],
  ["previous", row.previous?.cell.words ?? null],
  ["prior_year", row.priorYear?.cell.words ?? null],
  ...row.earlier.map(({ cell }) => ["figures", cell.words] as const),
  ...row.corrections.map((words) => ["correction", words] as const),
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

/** Words that stand over many rows are told of once. */
const OVER_ROWS: ReadonlySet<string> = new Set(["board", "section"]);

/** A finding for each cell of the sheets that may name a person; it does not say whom. */
export const personFindings = (sheets: readonly KpiSheet[]): Finding[] =>
  sheets.flatMap(({ file, rows }) => {
    const told = new Set<string>();
    const isNew = ([field, words]: Words[number], line: number): boolean => {
      const cell = `${field} ${OVER_ROWS.has(field) ? words : line}`;
      const known = told.has(cell) || words === null || personWords(words).length === 0;
      told.add(known ? "" : cell);
      return !known;
    };
    return rows.flatMap((row) =>
      named(
        wordsOf(row).filter((one) => isNew(one, row.line)),
        (field) => sheetFinding("B60", { file, sheet: "", line: row.line, field }),
      ),
    );
  });
