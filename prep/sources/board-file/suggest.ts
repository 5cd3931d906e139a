import { isoOf } from "../../calendar/day";
import { UNIT_NAMES } from "../../../src/kpi/unit";
import type { CatalogueEntry } from "../../indicators/catalogue-entry";
import type { KpiRow } from "../kpi-sheet/kpi-row";
import type { KpiSheet } from "../kpi-sheet/read-kpi-sheet";
import type { BoardSheet, TypedNote, WrittenBoard, WrittenKpi } from "./board-file";
import { LENS_WORDS, type KpiField } from "./columns";
import type { Boards } from "./placed";
import { toleranceWords } from "./tolerance-words";

/** What a board is suggested from. */
interface SuggestFrom {
  /** The board files that are there already: their rows come first, as they are. */
  readonly boardSheets: readonly BoardSheet[];
  readonly boards: Pick<Boards, "kpis">;
  readonly sheets: readonly KpiSheet[];
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  /** Ids of indicators that the extracts count; they are suggested where no sheet has a KPI. */
  readonly counted: readonly string[];
}

const filled = (cells: Readonly<Partial<Record<KpiField, string | null>>>): WrittenKpi["cells"] =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== null && text !== ""));

/** What is said of a match, for a person to look at. */
function matchWords(row: KpiRow, entry: CatalogueEntry | undefined): string {
  if (entry === undefined) return "no KPI of the catalogue: an id of its own";
  return row.polarity === null && entry.polarity !== "neutral"
    ? `${entry.id}; the sheet wants it the other way: say which way is better, and why`
    : entry.id;
}

const figureWords = ({ current }: KpiRow): string | undefined =>
  current?.cell.value === null || current === null ? undefined : current.cell.words;

/** Words that stand where the figure should. */
const wordsOf = ({ current, previous, earlier }: KpiRow): string | null =>
  [current, previous, ...earlier].some((point) => (point?.cell.value ?? null) !== null)
    ? null
    : (current?.cell.words ?? null);

/** A KPI of a sheet as a row of a board file. */
function kpiOf(row: KpiRow, entry: CatalogueEntry | undefined): WrittenKpi {
  const { target, targetCell } = row;
  const hasTarget = target.kind !== "none" || target.reason !== "no_target";
  return {
    cells: filled({
      board: row.board,
      kpi: entry?.name ?? row.name,
      printed_name: row.name,
      number: row.ref,
      section: row.section,
      priority: row.priority,
      lens: LENS_WORDS.find((lens) => lens === row.lens) ?? null,
      headline: row.headline ? "yes" : null,
      polarity: row.polarity,
      unit: entry === undefined ? UNIT_NAMES[row.unit] : null,
      tolerance: toleranceWords(row.tolerance),
      owner: row.owner,
      footprint: row.footprint,
      cumulative: row.cumulative && entry === undefined ? "yes" : null,
      next_due: row.nextDue === null ? null : isoOf(row.nextDue),
      words: wordsOf(row),
    }),
    targets: hasTarget ? [{ target: targetCell.words, from: "" }] : [],
    result: {
      matched: matchWords(row, entry),
      latest: figureWords(row),
      latest_period: row.current?.period.label,
    },
  };
}

const noteOf = (row: KpiRow): TypedNote[] => {
  const { commentary, action, current } = row;
  if ((commentary ?? action) === null || current === null) return [];
  return [
    {
      ...(row.board === "" ? {} : { board: row.board }),
      kpi: row.name,
      period: current.period.label,
      ...(commentary === null ? {} : { commentary }),
      ...(action === null ? {} : { action }),
    },
  ];
};

const catalogueKpi = ({ id, name, section }: CatalogueEntry): WrittenKpi => ({
  cells: { kpi: name, section },
  targets: [],
  result: { matched: id },
});

/**
 * A board for a person to correct: the rows of the boards that are there, then every KPI that the
 * sheets print, in their order and sections, matched to the catalogue; without sheets what the
 * extracts count.
 */
export function suggestBoard({
  boardSheets,
  boards,
  sheets,
  catalogue,
  counted,
}: SuggestFrom): WrittenBoard {
  const taken = new Set(boards.kpis.map(({ id }) => id));
  const printed: KpiRow[] = [];
  for (const row of sheets.flatMap(({ rows }) => rows)) {
    if (taken.has(row.id) || (row.place ?? null) !== null) continue;
    taken.add(row.id);
    printed.push(row);
  }
  const isEmpty = taken.size === 0;
  return {
    kpis: [
      ...boardSheets.flatMap(({ kpis }) => kpis.map(({ typed }) => typed)),
      ...printed.map((row) => kpiOf(row, catalogue.get(row.id))),
      ...(isEmpty
        ? [...new Set(counted)].flatMap((id) => {
            const entry = catalogue.get(id);
            return entry ? [catalogueKpi(entry)] : [];
          })
        : []),
    ],
    notes: [
      ...boardSheets.flatMap(({ notes }) => notes.map(({ typed }) => typed)),
      ...printed.flatMap(noteOf),
    ],
  };
}
