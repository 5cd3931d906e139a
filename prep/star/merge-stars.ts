import type { StarColumn, StarTable } from "./declaration";
import { dateRows } from "./date-rows";
import { dateDimension } from "./dimensions";
import { givenColumns } from "./made-columns";
import { joinValues } from "./move-values";
import { columnOf, starFrame, type Star, type StarData, type StarValues } from "./frame";

/** The star of one authority. */
interface StarOf {
  readonly authority: string;
  readonly star: Star;
}

type Value = ReturnType<StarValues["at"]>;

/** Tables whose rows are of one authority and do not say so while only one is built. */
const OF_ONE: readonly string[] = ["person", "mh_person", "kpi_target", "board_kpi", "kpi_note"];

const ofAuthority: StarColumn = {
  name: "area_code",
  type: "text",
  label: "Of authority",
  description: "The authority whose row it is, where several are built together.",
  hidden: true,
  references: "area.area_code",
};

/** Words that councils have for an indicator each: where theirs differ, none is shown for all. */
const OF_COUNCILS: readonly string[] = [
  "subsection",
  "board",
  "sheet_reference",
  "priority",
  "definition_note",
  "owner",
  "lead",
  "commentary",
  "action",
  "action_due",
  "progress",
  "baseline",
  "baseline_date",
];

/** Which way is better: nobody says for all where councils say it differently. */
const POLARITY = "polarity";

/** The unit of a KPI of which a council has no number: it has no say in how numbers are read. */
export const WORDS = "text";

/** What numbers of an indicator are read by. */
const OF_NUMBERS: readonly string[] = [
  "unit",
  "decimals",
  POLARITY,
  "frequency",
  "figure_frequency",
  "cumulative",
  "collection",
];

/** Whether any of them has an indicator on its board. */
const ON_BOARD = "on_board";

const isKey = ({ name, type }: StarColumn): boolean => type === "int64" && name.endsWith("_key");

/** The column that numbers the rows of a table; null where it has another key. */
const ownKey = ({ key, columns }: StarTable): string | null =>
  key.length === 1 && columns.some((column) => column.name === key[0] && isKey(column))
    ? key[0]
    : null;

const rowsIn = ({ frame }: StarData): number => frame.numRows();

/** Columns of a small table that may be written over. */
type Columns = Record<string, Value[]>;

const columnsOf = ({ declaration, frame }: StarData): Columns =>
  Object.fromEntries(
    declaration.columns.map(({ name }) => {
      const values = columnOf(frame, name);
      return [name, Array.from({ length: values.length }, (_, row) => values.at(row) ?? null)];
    }),
  );

/** Takes how numbers are read from a council that has some; neutral where two judge otherwise. */
function sayPolarity(columns: Columns, first: number, row: number): void {
  if (!(POLARITY in columns) || columns.unit?.[row] === WORDS) return;
  if (columns.unit?.[first] === WORDS)
    for (const name of OF_NUMBERS) if (name in columns) columns[name][first] = columns[name][row];
  if (columns[POLARITY][row] !== columns[POLARITY][first]) columns[POLARITY][first] = "neutral";
}

/**
 * Rows with each key once, in their order; of several the first, without the words that the others
 * have otherwise.
 */
function onceEach(pile: StarData): StarData {
  const { declaration } = pile;
  const columns = columnsOf(pile);
  const names = declaration.columns.map(({ name }) => name);
  const firstOf = new Map<string, number>();
  const length = columns[names[0]].length;
  for (let row = 0; row < length; row++) {
    const is = JSON.stringify(declaration.key.map((name) => columns[name][row] ?? null));
    const first = firstOf.get(is);
    if (first === undefined) firstOf.set(is, row);
    else {
      if (names.includes(ON_BOARD)) columns[ON_BOARD][first] ||= columns[ON_BOARD][row];
      sayPolarity(columns, first, row);
      for (const name of OF_COUNCILS)
        if (names.includes(name) && columns[name][row] !== columns[name][first])
          columns[name][first] = null;
    }
  }
  const kept = [...firstOf.values()];
  const once = Object.fromEntries(
    names.map((name) => [name, kept.map((row) => columns[name][row])]),
  );
  return { declaration, frame: starFrame(declaration, once) };
}

/** How far the keys of each star are moved, by the name of the key. */
type Offsets = ReadonlyMap<string, number>;

/** Moves keys that stars have in common out of each other's way: by the greatest so far. */
function offsetsOf(stars: readonly StarOf[]): Offsets[] {
  const greatest = new Map<string, number>();
  return stars.map(({ star }) => {
    const offsets = new Map(greatest);
    for (const data of star.values()) {
      const key = ownKey(data.declaration);
      if (key === null) continue;
      const column = columnOf(data.frame, key);
      let most = 0;
      for (let row = 0; row < column.length; row++) most = Math.max(most, Number(column.at(row)));
      greatest.set(key, (offsets.get(key) ?? 0) + most);
    }
    return offsets;
  });
}

const withArea = (declaration: StarTable): StarTable =>
  OF_ONE.includes(declaration.name)
    ? { ...declaration, columns: [...declaration.columns, ofAuthority] }
    : declaration;

/** One table of all stars that have it, below each other. */
function pileUp(name: string, stars: readonly StarOf[], offsets: readonly Offsets[]): StarData {
  const found = stars.flatMap(({ authority, star }, i) => {
    const data = star.get(name);
    return data ? [{ authority, data, offsets: offsets[i] }] : [];
  });
  const declaration = withArea(found[0].data.declaration);
  // One column after another: rows of a million figures are far apart in memory.
  const columns = givenColumns(declaration.columns).map((column): [string, StarValues] => [
    column.name,
    joinValues(
      column.type,
      found.map(({ authority, data, offsets: by }) =>
        column === ofAuthority
          ? { values: new Array<string>(rowsIn(data)).fill(authority), by: 0 }
          : {
              values: columnOf(data.frame, column.name),
              by: isKey(column) ? (by.get(column.name) ?? 0) : 0,
            },
      ),
    ),
  ]);
  return { declaration, frame: starFrame(declaration, Object.fromEntries(columns)) };
}

/** Every day between the first and the last. */
function datesOver(days: readonly Value[]): StarData {
  let [from, to] = [Infinity, -Infinity];
  for (const day of days) [from, to] = [Math.min(from, Number(day)), Math.max(to, Number(day))];
  return dateRows(from, to);
}

/**
 * The stars of several authorities as one: facts below each other, dimensions with each row once,
 * keys of their own for the people, plans and sources of each. A person whom two authorities know
 * has a row for each, under one pseudonym, that is opened by the authority it is of.
 */
export function mergeStars(stars: readonly StarOf[]): Star {
  const names = [...new Set(stars.flatMap(({ star }) => [...star.keys()]))];
  const offsets = offsetsOf(stars);
  return new Map(
    names.map((name) => {
      const pile = pileUp(name, stars, offsets);
      if (name === dateDimension.name) return [name, datesOver(columnsOf(pile).date)];
      const { declaration } = pile;
      const isShared = declaration.kind === "dimension" && ownKey(declaration) === null;
      return [name, isShared ? onceEach(pile) : pile];
    }),
  );
}
