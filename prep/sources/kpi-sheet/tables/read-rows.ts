import type { RawCell } from "../cell";
import type { SheetPeriod } from "../period-text";
import { printedRating } from "../printed-rating";
import { kpiName } from "../sheet-words";
import type { Column } from "./columns";
import { WHOLE_AREA, type FigureColumn } from "./figure-columns";
import type { FilledDown } from "./fill-down";
import type { TableArea } from "./find-tables";
import { isForeignHeadings } from "./foreign-headings";
import { phrase } from "./fold";
import { cellText, filledIn, isNumber, textAt, type Grid } from "./grid";
import { kindSaid, type Kind } from "./kind-words";
import type { Label } from "./label-words";
import { periodSaid, type PeriodSaid, type YearContext, type YearSaid } from "./period-words";
import { placeOf, type Place, type Places } from "./places";
import {
  headingText,
  isBlank,
  isNoteText,
  isSectionText,
  isSummaryName,
  isTotalName,
} from "./row-kinds";
import { isAsideWord, isKindWord, isRatingWord } from "./value-words";
import { periodOf } from "./years";

/** One cell of a table with all that is said of it. */
export interface Entry {
  readonly name: string;
  readonly section: string;
  readonly place: Place;
  readonly kind: Kind;
  /** Null where nothing says which period the figure is of. */
  readonly period: SheetPeriod | null;
  /** Heading or row speak of a period, understood or not. */
  readonly isTimed: boolean;
  readonly raw: RawCell;
  readonly column: FigureColumn;
  readonly line: number;
  /** Words of the row by label. */
  readonly labels: ReadonlyMap<Label, string>;
  /** Rating that the colour behind the cell stands for; null where colours rate nothing. */
  readonly colour: string | null;
}

/** What is wrong with a row: which rule, and where. */
interface RowFault {
  readonly rule: "B05" | "B06" | "B07" | "B48" | "B54" | "B70";
  readonly line: number;
  readonly field: string | null;
}

interface ReadTableRows {
  readonly entries: readonly Entry[];
  readonly faults: readonly RowFault[];
  readonly rowsIn: number;
  readonly rejected: number;
}

export interface TableContext {
  readonly grid: Grid;
  readonly area: TableArea;
  readonly labels: ReadonlyMap<Label, Column>;
  /** Columns that together name the period of a row. */
  readonly periods: readonly Column[];
  /** Columns that name the period of one kind of figures alone, such as `England period`. */
  readonly kindPeriods: ReadonlyMap<Kind, Column>;
  readonly figures: readonly FigureColumn[];
  readonly years: YearContext;
  readonly places: Places;
  /** Words of leading columns that hold for the rows below. */
  readonly filled: FilledDown;
  /** Colour behind a cell. */
  readonly fillAt: (row: number, column: number) => string | null;
  /** Section of the table, from the words above it. */
  readonly section: string;
  /** What is counted of each row, where the words above the table say so; empty for none. */
  readonly measure: string;
  /** The area that the sheet is of. */
  readonly place: Place;
}

/** What is carried from row to row. */
interface Carried {
  name: string;
  section: string;
  isAfterBlank: boolean;
  /** The year of the rows below, where a row of its own names it. */
  year: YearSaid | null;
  readonly labels: Map<Label, string>;
}

/** Reads the rows below the headings of a table. */
export function readTableRows(context: TableContext): ReadTableRows {
  const { grid, area } = context;
  const entries: Entry[] = [];
  const faults: RowFault[] = [];
  const carried: Carried = {
    name: "",
    section: context.section,
    isAfterBlank: false,
    year: null,
    labels: new Map(),
  };
  const ratings: RowRating[] = [];
  const names = namesOf(context);
  const hasNumbers = everyRowNumbered(context);
  let [rowsIn, rejected, isForeign] = [0, 0, false];
  for (let row = area.headings + 1; row < area.end; row++) {
    if (isBlank(grid, row, area)) {
      carried.isAfterBlank = true;
      continue;
    }
    const alone = headingText(grid, row, area);
    if (alone !== null && !isKindRow(context, row)) {
      const year = yearAlone(alone);
      if (year !== null) carried.year = year;
      else if (isSectionText(alone) && leadsToFigures(context, row)) {
        carried.section = alone;
        carried.name = "";
        carried.isAfterBlank = false;
      }
      continue;
    }
    if (isHeadingsAgain(context, row)) {
      isForeign = false;
      rowsIn++;
      rejected++;
      faults.push({ rule: "B07", line: row + 1, field: null });
      continue;
    }
    if (!hasContent(context, row)) continue;
    rowsIn++;
    isForeign ||= isForeignHeadings(context, row);
    if (isForeign) {
      rejected++;
      faults.push({ rule: "B48", line: row + 1, field: null });
      continue;
    }
    const fault = faultOf(context, row, carried, hasNumbers);
    if (fault !== null) {
      rejected++;
      faults.push({ rule: fault, line: row + 1, field: null });
      continue;
    }
    const kindWords = label(context, row, "kind");
    if (kindWords !== "" && isAsideWord(kindWords)) {
      if (isRatingWord(kindWords)) ratings.push(...ratingsOf(context, row, carried));
      continue;
    }
    const read = entriesOf(context, row, carried, names);
    const contrary = read.contrary.map(({ text }) => text.replace(/\s+/g, " "));
    for (const field of contrary) faults.push({ rule: "B70", line: row + 1, field });
    if (read.entries.length === 0 && contrary.length > 0) rejected++;
    entries.push(...read.entries);
  }
  return { entries: withRatings(entries, ratings), faults, rowsIn, rejected };
}

/** A rating that a row of ratings prints for the figure of its KPI in a column. */
interface RowRating {
  readonly name: string;
  readonly at: number;
  readonly rating: string | null;
}

/** The ratings that stand in a row of their own below the figures of a KPI. */
const ratingsOf = ({ grid, figures }: TableContext, row: number, { name }: Carried): RowRating[] =>
  figures.map(({ at }) => ({ name, at, rating: printedRating(textAt(grid, row, at)) }));

const withRatings = (entries: readonly Entry[], ratings: readonly RowRating[]): readonly Entry[] =>
  ratings.length === 0
    ? entries
    : entries.map((entry) => {
        const found = ratings.find(({ name, at }) => name === entry.name && at === entry.column.at);
        return entry.kind === "actual" && found?.rating
          ? { ...entry, colour: found.rating }
          : entry;
      });

/** The year that a lone text names and nothing else. */
function yearAlone(text: string): YearSaid | null {
  const { year, period, part, rest } = periodSaid(text);
  return period === null && part === null && kindSaid(rest).rest === "" ? year : null;
}

/** The words of a column in a row, or those that hold from the rows above. */
const wordsAt = ({ grid, filled }: TableContext, row: number, at: number): string =>
  filled.get(at)?.get(row) ?? textAt(grid, row, at);

const label = (context: TableContext, row: number, of: Label): string => {
  const column = context.labels.get(of);
  return column ? wordsAt(context, row, column.at) : "";
};

const isKindRow = (context: TableContext, row: number): boolean =>
  label(context, row, "kind") !== "" || isKindWord(label(context, row, "name"));

/** Whether a row has a figure, or a name with another word beside it. */
function hasContent(context: TableContext, row: number): boolean {
  const { grid, area, figures } = context;
  const isFilled = figures.some(({ at }) => textAt(grid, row, at) !== "");
  return isFilled || filledIn(grid, row, area.left, area.right).length > 1;
}

/** Whether rows with figures follow a lone text before the next blank row. */
function leadsToFigures({ grid, area, figures }: TableContext, row: number): boolean {
  for (let at = row + 1; at < area.end; at++) {
    if (isBlank(grid, at, area)) {
      if (at > row + 1) return false;
      continue;
    }
    if (headingText(grid, at, area) === null)
      return figures.some((column) => textAt(grid, at, column.at) !== "");
  }
  return false;
}

/** Whether the words of the lowest headings stand again in a row. */
function isHeadingsAgain({ grid, area }: TableContext, row: number): boolean {
  const filled = filledIn(grid, row, area.left, area.right);
  return (
    filled.length > 1 &&
    filled.every(
      (at) =>
        textAt(grid, row, at) === textAt(grid, area.headings, at) ||
        textAt(grid, row, at) === textAt(grid, area.top, at),
    )
  );
}

/** Names of the rows, to tell "Plans issued: target" from a KPI of its own. */
function namesOf(context: TableContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (let row = context.area.headings + 1; row < context.area.end; row++)
    names.add(phrase(splitKind(label(context, row, "name"))?.name ?? label(context, row, "name")));
  return names;
}

/** Whether the rows of a table up to the first blank one all have a number. */
function everyRowNumbered(context: TableContext): boolean {
  const { grid, area, labels } = context;
  if (!labels.has("number")) return false;
  let seen = 0;
  for (let row = area.headings + 1; row < area.end; row++) {
    if (isBlank(grid, row, area)) break;
    if (headingText(grid, row, area) !== null) continue;
    if (label(context, row, "number") === "") return false;
    seen++;
  }
  return seen > 1;
}

/** Why a row is left out; null where it is read. */
function faultOf(
  context: TableContext,
  row: number,
  carried: Carried,
  hasNumbers: boolean,
): RowFault["rule"] | null {
  const { grid, labels, area } = context;
  const name = label(context, row, "name");
  const own = [...labels.values()]
    .map(({ at }) => textAt(grid, row, at))
    .filter((text) => text !== "");
  const isArea = labels.has("area") && !labels.has("name");
  if (!isArea && isTotalName(name === "" ? (own[0] ?? textAt(grid, row, area.left)) : name))
    return "B06";
  if (isSummaryName(name)) return "B54";
  if (
    carried.isAfterBlank &&
    hasNumbers &&
    label(context, row, "number") === "" &&
    !isKindRow(context, row)
  )
    return "B54";
  if (!labels.has("name")) return null;
  if (name === "" && (carried.name === "" || !isTold(context, row))) return "B05";
  if (isUnknownKind(context, row)) return "B48";
  if (isNoteText(name) && context.figures.every(({ at }) => textAt(grid, row, at) === ""))
    return "B54";
  return null;
}

/**
 * Whether a column without a heading that says which figures stand in a row (target, England) says
 * something in this one that is not understood.
 */
function isUnknownKind(context: TableContext, row: number): boolean {
  const words = label(context, row, "kind");
  const isHeaded = context.labels.get("kind")?.text !== "";
  return words !== "" && !isHeaded && kindSaid(words).rest !== "" && !isAsideWord(words);
}

/** Whether a row without a name says how it differs from the one above it. */
const isTold = (context: TableContext, row: number): boolean =>
  (["kind", "area", "group", "metric"] as const).some((of) => {
    const column = context.labels.get(of);
    return column !== undefined && textAt(context.grid, row, column.at) !== "";
  }) || context.periods.some(({ at }) => textAt(context.grid, row, at) !== "");

/** A name that ends in a kind, such as "Plans issued - target". */
function splitKind(name: string): { name: string; kind: Kind } | null {
  const match = /^(.{3,}?)\s*[-–—:(]\s*([^-–—:()]+)\)?$/.exec(name);
  if (!match || !isKindWord(match[2])) return null;
  const kind = kindSaid(match[2]).kind;
  return kind === null || kind === "previous" || kind === "prior_year"
    ? null
    : { name: match[1].trim(), kind };
}

/** The name of the KPI of a row and the kind that the row itself says. */
function namedRow(
  context: TableContext,
  row: number,
  carried: Carried,
  names: ReadonlySet<string>,
): { name: string; kind: Kind | null } {
  const name = label(context, row, "name");
  const kindText = label(context, row, "kind");
  const said = kindText === "" ? null : kindSaid(kindText).kind;
  if (name === "") return { name: carried.name, kind: said };
  if (isKindWord(name) && carried.name !== "")
    return { name: carried.name, kind: kindSaid(name).kind };
  const split = splitKind(name);
  if (split && names.has(phrase(split.name))) {
    carried.name = split.name;
    return split;
  }
  if (name !== carried.name) carried.labels.clear();
  carried.name = name;
  return { name, kind: said };
}

/** Labels whose words belong to the KPI, and hold for the rows below that go on with it. */
const HELD: readonly Label[] = [
  "owner",
  "commentary",
  "action",
  "polarity",
  "frequency",
  "unit",
  "priority",
  "number",
  "cohort",
  "footprint",
  "next_due",
  "headline",
  "lens",
  "board",
  "tolerance",
  "correction",
  "correction_reason",
];

function heldLabels(
  context: TableContext,
  row: number,
  { labels: held }: Carried,
): ReadonlyMap<Label, string> {
  for (const of of HELD) if (label(context, row, of) !== "") held.set(of, label(context, row, of));
  const own = new Map(held);
  for (const of of ["rag", "arrow", "metric"] as const)
    if (label(context, row, of) !== "") own.set(of, label(context, row, of));
  return own;
}

/** What the period columns of a row say together. */
function rowTime(context: TableContext, row: number): PeriodSaid | null {
  const { grid, periods, labels } = context;
  const texts = periods
    .map((column) => periodText(wordsAt(context, row, column.at), column))
    .filter((text) => text !== "");
  if (texts.length === 0) return null;
  const kind = labels.get("frequency") ? textAt(grid, row, labels.get("frequency")!.at) : "";
  const said = periodSaid(texts.join(" "));
  return said.year !== null && said.year.kind === null && kind !== ""
    ? { ...said, year: periodSaid(`${kind} ${texts.join(" ")}`).year ?? said.year }
    : said;
}

/** What the period column of a kind says in a row; null where the kind has none. */
function kindTime({ grid, kindPeriods }: TableContext, row: number, kind: Kind): PeriodSaid | null {
  const column = kindPeriods.get(kind);
  return column ? periodSaid(textAt(grid, row, column.at)) : null;
}

/** A date in a column of months is its month. */
function periodText(text: string, column: Column): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  return day && /\bmonth\b/.test(phrase(column.text)) ? `${day[1]}-${day[2]}` : text;
}

const isTimed = ({ period, part, year }: FigureColumn): boolean =>
  period !== null || part !== null || year !== null;

/** The last month or quarter that a row has a figure of, else that of the title. */
function lastPeriod(
  { grid, figures, years }: TableContext,
  row: number,
  time: PeriodSaid | null,
): SheetPeriod | null {
  const periods = figures.flatMap((column) => {
    if (column.part?.of === "year_to_date" || !isNumber(grid.rows[row][column.at] ?? null))
      return [];
    if (column.kind !== null && column.kind !== "actual" && column.kind !== "target") return [];
    const period = isTimed(column) ? periodOf(column, time, years) : null;
    return period?.frequency === "month" || period?.frequency === "quarter" ? [period] : [];
  });
  return periods.reduce(
    (last, one) => (last === null || one.end > last.end ? one : last),
    years.lastDay,
  );
}

/**
 * The area of a row by its column of areas: the whole authority or a part; or the kind of its figures
 * where that stands there, such as England or target.
 */
function rowArea(context: TableContext, row: number): { kind: Kind | null; place: Place | null } {
  const text = label(context, row, "area");
  if (text === "") return { kind: null, place: null };
  const { kind, rest } = kindSaid(text);
  if (kind !== null && rest === "") return { kind, place: null };
  return { kind: null, place: placeOf(text, context.places) };
}

/** Two kinds that a row and a column say as one; null where they contradict each other. */
function together(kinds: readonly (Kind | null)[]): Kind | null {
  const said = [
    ...new Set(kinds.filter((kind): kind is Kind => kind !== null && kind !== "actual")),
  ];
  return said.length === 0 ? "actual" : said.length === 1 ? said[0] : null;
}

const ratingOfFill = (fill: string | null): string | null =>
  fill === null ? null : printedRating(fill);

/** A group of everybody is none. */
const EVERYBODY = /^(?:all|persons|all persons|everyone|total|all ages|both)$/i;

/** The cells of a row, and the columns under which its cells contradict the row. */
function entriesOf(
  context: TableContext,
  row: number,
  carried: Carried,
  names: ReadonlySet<string>,
): { entries: Entry[]; contrary: FigureColumn[] } {
  const { grid, figures, labels: columns } = context;
  const contrary: FigureColumn[] = [];
  if (columns.has("section") && label(context, row, "section") !== "")
    carried.section = label(context, row, "section");
  carried.isAfterBlank = false;
  const areRowsNamed = columns.has("name");
  const periodWords = context.periods
    .map(({ at }) => textAt(grid, row, at))
    .find((text) => isKindWord(text));
  const own = areRowsNamed ? namedRow(context, row, carried, names) : { name: "", kind: null };
  const named = { ...own, kind: own.kind ?? (periodWords ? kindSaid(periodWords).kind : null) };
  const held = heldLabels(context, row, carried);
  const time = rowTime(context, row);
  const area = rowArea(context, row);
  const group = EVERYBODY.test(label(context, row, "group")) ? "" : label(context, row, "group");
  const metric = areRowsNamed ? label(context, row, "metric") : "";
  const years = {
    ...context.years,
    year: carried.year ?? context.years.year,
    lastDay: lastPeriod(context, row, time),
  };
  const entries = figures.flatMap((column): Entry[] => {
    const raw = grid.rows[row][column.at] ?? null;
    const kind = together([named.kind, area.kind, column.kind]);
    const name = [context.measure, kpiName(named.name, metric), column.measure, group]
      .filter((one) => one !== "")
      .join(" - ");
    if (kind === null && cellText(raw) !== "") contrary.push(column);
    if (kind === null || name === "") return [];
    const own = kindTime(context, row, kind);
    return [
      {
        name,
        section: column.section === "" ? carried.section : column.section,
        place: area.place ?? (column.place === WHOLE_AREA ? context.place : column.place),
        kind,
        period: periodOf({ ...column, kind }, own ?? time, years),
        isTimed:
          own !== null ||
          isTimed(column) ||
          context.periods.some(({ at }) => wordsAt(context, row, at) !== ""),
        raw: cellText(raw) === "" ? null : raw,
        column,
        line: row + 1,
        labels: held,
        colour: ratingOfFill(context.fillAt(row, column.at)),
      },
    ];
  });
  return { entries, contrary };
}
