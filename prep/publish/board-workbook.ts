import type { CatalogueEntry } from "../indicators/catalogue-entry";
import type { TypedNote, WrittenBoard, WrittenKpi } from "../sources/board-file/board-file";
import {
  CHOICES_HEADING,
  FROM_TYPE,
  kpiColumns,
  noteColumns,
  resultColumns,
  targetHeadings,
  TARGETS_BEFORE,
  TARGET_TYPE,
  type BoardColumn,
} from "../sources/board-file/columns";
import { UNIT_NAMES } from "../../src/kpi/unit";
import { workbookBytes, type WorkbookColumn, type WorkbookSheet } from "./workbook";

type CellOf<T> = (one: T) => string | null;
type Column<T> = readonly [column: WorkbookColumn, cell: CellOf<T>];

const CATALOGUE = "Catalogue";
/** Pairs of a target and its day that are there to be filled in. */
const FEWEST_TARGETS = 3;

const written = ({ heading, type, list, width }: BoardColumn): WorkbookColumn => ({
  heading,
  type: "text",
  width,
  prompt: type,
  ...(list ? { choices: list } : {}),
});

/** The columns of the targets, as many as the KPIs have. */
const targetColumns = (count: number): Column<WrittenKpi>[] =>
  Array.from({ length: count }, (_, i) => {
    const [heading, from] = targetHeadings(i + 1);
    const column = { type: "text", width: 12 } as const;
    return [
      [{ ...column, heading, prompt: TARGET_TYPE }, ({ targets }) => targets[i]?.target || null],
      [{ ...column, heading: from, prompt: FROM_TYPE }, ({ targets }) => targets[i]?.from || null],
    ] satisfies Column<WrittenKpi>[];
  }).flat();

function kpiSheetColumns(kpis: readonly WrittenKpi[], names: number): Column<WrittenKpi>[] {
  const count = kpis.reduce((most, { targets }) => Math.max(most, targets.length), FEWEST_TARGETS);
  const choices = { cells: `${CATALOGUE}!$A$2:$A$${names + 1}` };
  const typed = kpiColumns.flatMap((column): Column<WrittenKpi>[] => {
    const { field } = column;
    const own: Column<WrittenKpi> = [
      { ...written(column), ...(field === "kpi" ? { choices } : {}) },
      ({ cells }) => cells[field] ?? null,
    ];
    return field === TARGETS_BEFORE ? [...targetColumns(count), own] : [own];
  });
  return [
    ...typed,
    ...resultColumns.map((column): Column<WrittenKpi> => [
      written(column),
      ({ result = {} }) => result[column.field] ?? null,
    ]),
  ];
}

const sheetOf = <T>(
  name: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): WorkbookSheet => ({
  name,
  columns: columns.map(([column]) => column),
  rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
});

/** The catalogue as a sheet that KPIs are chosen from. */
const catalogueSheet = (catalogue: readonly CatalogueEntry[]): WorkbookSheet =>
  sheetOf<CatalogueEntry>(
    CATALOGUE,
    [
      [{ heading: CHOICES_HEADING, type: "text", width: 70 }, ({ name }) => name],
      [{ heading: "Unit", type: "text", width: 16 }, ({ unit }) => UNIT_NAMES[unit]],
      [{ heading: "Better when", type: "text", width: 12 }, ({ polarity }) => polarity],
      [{ heading: "Section", type: "text", width: 30 }, ({ section }) => section],
      [{ heading: "Filled by", type: "text", width: 14 }, ({ filled }) => filled],
      [{ heading: "Id", type: "text", width: 50 }, ({ id }) => id],
    ],
    catalogue,
  );

/**
 * A board file as .xlsx: the KPIs with drop-down lists, the notes, and the catalogue to choose from.
 * The same board gives the same bytes.
 */
export const boardWorkbook = (
  { kpis, notes }: WrittenBoard,
  catalogue: readonly CatalogueEntry[],
): Promise<Uint8Array> =>
  workbookBytes([
    sheetOf("Board", kpiSheetColumns(kpis, catalogue.length), kpis),
    sheetOf<TypedNote>(
      "Notes",
      noteColumns.map((column) => [written(column), (note) => note[column.field] ?? null]),
      notes,
    ),
    catalogueSheet(catalogue),
  ]);
