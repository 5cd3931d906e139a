import { readSign } from "../../../../src/kpi/read-sign";
import { printedRating } from "../printed-rating";
import type { SheetRow } from "../sheet";
import { cardNote } from "./card-notes";
import { filledIn, gridOf, isNumber, textAt, type Grid } from "./grid";
import { headingOf, isUnderstood } from "./heading";

/** A figure with its name, and where they stand in the sheet. */
interface Card {
  readonly section: string;
  readonly label: string;
  readonly row: number;
  readonly column: number;
  /** Rows of the cells below. */
  readonly notes: readonly number[];
}

/** Cards as a table with a row for each; places are those in the sheet, from 0. */
interface CardTable {
  readonly rows: readonly SheetRow[];
  /** Row of the sheet that a row of the table is of. */
  readonly rowOf: (row: number) => number;
  /** Place of the figure of a row of the table; null for other cells. */
  readonly figureAt: (row: number, column: number) => readonly [number, number] | null;
  /** Cells with numbers that are not understood. */
  readonly unread: readonly { readonly row: number; readonly text: string }[];
}

type RowKind = "texts" | "values" | "pairs" | "other";
type Way = "above" | "below" | "beside";

/** A run of rows without a blank one. */
interface Block {
  readonly heads: readonly number[];
  readonly rows: readonly number[];
}

const FEWEST = 3;

const isValue = (grid: Grid, row: number, column: number): boolean =>
  isNumber(grid.rows[row][column]) || readSign(textAt(grid, row, column)) !== null;

/** Whether a text may name a KPI: words that no heading of periods, areas or targets has. */
const isName = (text: string): boolean =>
  /[a-z]{3}/i.test(text) && !isUnderstood(headingOf(text)) && printedRating(text) === null;

function kindOf(grid: Grid, row: number): RowKind {
  const filled = filledIn(grid, row);
  const values = filled.map((at) => isValue(grid, row, at));
  if (values.every((is) => !is)) return "texts";
  if (values.every(Boolean)) return "values";
  const isPairs =
    filled.length % 2 === 0 &&
    filled.length > 3 &&
    values.every((is, i) => is === (i % 2 === 1)) &&
    filled.every((at, i) => i % 2 === 1 || isName(textAt(grid, row, at)));
  return isPairs ? "pairs" : "other";
}

/** The blocks of a sheet; a text alone at the top of one stands over its cards. */
function blocksOf(grid: Grid): Block[] {
  const blocks: { heads: number[]; rows: number[] }[] = [];
  let isOpen = false;
  grid.rows.forEach((_, row) => {
    const count = filledIn(grid, row).length;
    if (count === 0) isOpen = false;
    else {
      if (!isOpen) blocks.push({ heads: [], rows: [] });
      isOpen = true;
      const block = blocks.at(-1)!;
      const isHead = count === 1 && block.rows.length === 0 && kindOf(grid, row) === "texts";
      (isHead ? block.heads : block.rows).push(row);
    }
  });
  return blocks;
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** One row of cards: the rows of its labels, figures and notes. */
interface Strip {
  readonly labels: number;
  readonly values: number;
  readonly notes: readonly number[];
}

/** Rows of cards of a block, all with their labels on one side; null where it holds anything else. */
function stripsOf(grid: Grid, rows: readonly number[], way: "above" | "below"): Strip[] | null {
  const kinds = rows.map((row) => kindOf(grid, row));
  const step = way === "above" ? -1 : 1;
  const values = rows.flatMap((_, i) => (kinds[i] === "values" ? [i] : []));
  const strips = values.map((i, n): Strip | null => {
    const label = i + step;
    const last = n + 1 < values.length ? values[n + 1] + Math.min(step, 0) : rows.length;
    const notes = rows.slice(Math.max(i, label) + 1, last);
    const columns = filledIn(grid, rows[i]);
    const isRight =
      kinds[label] === "texts" &&
      columns.length > 1 &&
      same(columns, filledIn(grid, rows[label])) &&
      columns.every((at) => isName(textAt(grid, rows[label], at))) &&
      notes.every((row) => kindOf(grid, row) === "texts") &&
      notes.every((row) => filledIn(grid, row).every((at) => columns.includes(at)));
    return isRight ? { labels: rows[label], values: rows[i], notes } : null;
  });
  const found = strips.filter((strip) => strip !== null);
  const first = way === "above" ? 1 : 0;
  return values[0] === first && found.length === strips.length ? found : null;
}

/** Whether a row of notes may be one of names: words that are no target, rating or period. */
const mayBeNames = (grid: Grid, row: number): boolean =>
  filledIn(grid, row).every((at) => {
    const text = textAt(grid, row, at);
    return isName(text) && cardNote(text)?.heading === "Commentary";
  });

/**
 * Whether texts next to the figures on the other side of their names, or below the last of several
 * rows of cards, may be names too: then it is not certain which are.
 */
const isOpenEnded = (grid: Grid, strips: readonly Strip[], way: "above" | "below"): boolean =>
  strips.some(({ notes }) => way === "above" && notes.length > 0 && mayBeNames(grid, notes[0])) ||
  (strips.length > 1 && strips.at(-1)!.notes.some((row) => mayBeNames(grid, row)));

function cardsOf(grid: Grid, block: Block, way: Way, section: string): Card[] | null {
  if (way === "beside")
    return block.rows.every((row) => kindOf(grid, row) === "pairs")
      ? block.rows.flatMap((row) => {
          const filled = filledIn(grid, row);
          return filled.flatMap((at, i): Card[] =>
            i % 2 === 1
              ? []
              : [{ section, label: textAt(grid, row, at), row, column: filled[i + 1], notes: [] }],
          );
        })
      : null;
  const strips = stripsOf(grid, block.rows, way);
  if (strips === null || isOpenEnded(grid, strips, way)) return null;
  return strips.flatMap(({ labels, values, notes }) =>
    filledIn(grid, values).map((column): Card => {
      return { section, label: textAt(grid, labels, column), row: values, column, notes };
    }),
  );
}

/** Whether cards stand in a grid: three or more, each column with one below another or beside two. */
function isRegular(cards: readonly Card[]): boolean {
  const names = cards.map(({ section, label }) => `${section}\0${label.toLowerCase()}`);
  const rows = [...new Set(cards.map(({ row }) => row))];
  const columnsIn = (row: number): number[] =>
    cards.filter((card) => card.row === row).map(({ column }) => column);
  const widest = rows.map(columnsIn).reduce((a, b) => (b.length > a.length ? b : a), []);
  return (
    cards.length >= FEWEST &&
    new Set(names).size === names.length &&
    rows.every((row) => columnsIn(row).every((column) => widest.includes(column)))
  );
}

/** The text that stands over each block: its own, or one alone before it; the first is the title's. */
function sectionsOf(grid: Grid, blocks: readonly Block[]): readonly string[] {
  const sections: string[] = [];
  let section = "";
  const first = blocks.findIndex(({ rows }) => rows.length > 0);
  blocks.forEach(({ heads }, i) => {
    const names = heads.map((row) => textAt(grid, row, filledIn(grid, row)[0])).filter(isName);
    if (i > first && names.length > 0) section = names.at(-1)!;
    sections.push(section);
  });
  if (sections.some((one) => one !== "")) {
    const titles = blocks
      .slice(0, first + 1)
      .flatMap(({ heads }) => heads.map((row) => textAt(grid, row, filledIn(grid, row)[0])))
      .filter(isName);
    if (titles.length > 1) return sections.map((one) => one || titles.at(-1)!);
  }
  return sections;
}

/**
 * Cards of a sheet that has several beside each other, with names on one side of all figures; null
 * where there are none, or where it is not certain which name is whose.
 */
function findCards(grid: Grid): readonly Card[] | null {
  const blocks = blocksOf(grid);
  const sections = sectionsOf(grid, blocks);
  const ways = (["above", "below", "beside"] as const).flatMap((way) => {
    const found = blocks.map((block, i) =>
      block.rows.length === 0 ? [] : cardsOf(grid, block, way, sections[i]),
    );
    const cards = found.flatMap((one) => one ?? []);
    return found.every((one) => one !== null) && isRegular(cards) ? [cards] : [];
  });
  return ways.length === 1 ? ways[0] : null;
}

/** The rows of a sheet of cards as a table with the titles of the sheet; null where there are none. */
export function cardTable(sheet: readonly SheetRow[]): CardTable | null {
  const grid = gridOf(sheet);
  const cards = findCards(grid);
  if (cards === null) return null;
  const unread: { row: number; text: string }[] = [];
  const notes = cards.map((card) =>
    card.notes.flatMap((row) => {
      const text = textAt(grid, row, card.column);
      if (text === "") return [];
      const note = cardNote(text);
      if (note === null) unread.push({ row, text });
      return note === null ? [] : [note];
    }),
  );
  const headings = [...new Set(notes.flat().map(({ heading }) => heading))];
  const titles = grid.rows
    .slice(0, Math.min(...cards.map(({ row }) => row)))
    .flatMap((cells, row) => (filledIn(grid, row).length === 1 ? [{ cells, row }] : []));
  const own = cards.map(({ section, label, row, column }, i): SheetRow => {
    const beside = headings.map(
      (heading) => notes[i].find((note) => note.heading === heading)?.text ?? null,
    );
    return [section, label, grid.rows[row][column], ...beside];
  });
  const top = titles.length + 2;
  return {
    rows: [
      ...titles.map(({ cells }) => cells),
      [],
      ["Section", "KPI", "Actual", ...headings],
      ...own,
    ],
    rowOf: (row) => cards[row - top]?.row ?? titles[row]?.row ?? 0,
    figureAt: (row, column) => {
      const card = column === 2 ? cards[row - top] : undefined;
      return card ? [card.row, card.column] : null;
    },
    unread,
  };
}
