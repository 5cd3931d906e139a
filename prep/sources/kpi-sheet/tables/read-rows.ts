import { printedRating } from "../printed-rating";
import { kpiName } from "../sheet-words";
import { WHOLE_AREA, type FigureColumn } from "./figure-columns";
import { apartByUnit } from "./apart-by-unit";
import { isForeignHeadings } from "./foreign-headings";
import { phrase } from "./fold";
import { cellText, filledIn, textAt } from "./grid";
import { kindSaid, type Kind } from "./kind-words";
import type { Label } from "./label-words";
import { periodSaid, type YearSaid } from "./period-words";
import { placeOf, type Place } from "./places";
import { everyRowNumbered, faultOf, type RowFault } from "./row-faults";
import { headingText, isBlank, isSectionText } from "./row-kinds";
import { isTimed, kindTime, lastPeriod, rowTime } from "./row-time";
import {
  isKindRow,
  labelAt,
  wordsAt,
  type Carried,
  type Entry,
  type TableContext,
} from "./table-context";
import { isAsideWord, isKindWord, isRatingWord } from "./value-words";
import { periodOf } from "./years";

interface ReadTableRows {
  readonly entries: readonly Entry[];
  readonly faults: readonly RowFault[];
  readonly rowsIn: number;
  readonly rejected: number;
}

/** Reads the rows below the headings of a table. */
export function readTableRows(context: TableContext): ReadTableRows {
  const { grid, area } = context;
  const entries: Entry[] = [];
  const faults: RowFault[] = [];
  const carried: Carried = {
    name: "",
    section: context.section,
    kpi: "",
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
        headRows(context, carried, { row, words: alone });
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
    const kindWords = labelAt(context, row, "kind");
    if (kindWords !== "" && isAsideWord(kindWords)) {
      if (isRatingWord(kindWords)) ratings.push(...ratingsOf(context, row, carried));
      continue;
    }
    const read = entriesOf(context, row, carried, names);
    const contrary = read.contrary.map(({ text }) => text.replace(/\s+/g, " "));
    for (const field of contrary) faults.push({ rule: "B70", line: row + 1, field });
    if (read.entries.length === 0 && (contrary.length > 0 || isNameless(context, row))) {
      rejected++;
      if (contrary.length === 0) faults.push({ rule: "B05", line: row + 1, field: null });
    }
    entries.push(...read.entries);
  }
  return { entries: apartByUnit(withRatings(entries, ratings)), faults, rowsIn, rejected };
}

/** Takes the words of a lone text for the rows below: their section, or the KPI of their areas. */
function headRows(
  { grid, area, areSectionsKpis }: TableContext,
  carried: Carried,
  { row, words }: { readonly row: number; readonly words: string },
): void {
  if (areSectionsKpis) {
    if (carried.kpi !== "" && headingText(grid, row - 1, area) === carried.kpi)
      carried.section = carried.kpi;
    carried.kpi = words;
  } else carried.section = words;
  carried.name = "";
  carried.isAfterBlank = false;
}

/** Whether a row has figures, and nothing names the KPI that they are of. */
const isNameless = ({ grid, figures }: TableContext, row: number): boolean =>
  figures.some(({ at }) => cellText(grid.rows[row][at]) !== "");

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
    names.add(
      phrase(splitKind(labelAt(context, row, "name"))?.name ?? labelAt(context, row, "name")),
    );
  return names;
}

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
  const name = labelAt(context, row, "name");
  const kindText = labelAt(context, row, "kind");
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
  for (const of of HELD)
    if (labelAt(context, row, of) !== "") held.set(of, labelAt(context, row, of));
  const own = new Map(held);
  for (const of of ["rag", "arrow", "metric"] as const)
    if (labelAt(context, row, of) !== "") own.set(of, labelAt(context, row, of));
  return own;
}

/**
 * The area of a row by its column of areas: the whole authority or a part; or the kind of its figures
 * where that stands there, such as England or target.
 */
function rowArea(context: TableContext, row: number): { kind: Kind | null; place: Place | null } {
  const text = labelAt(context, row, "area");
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
  if (columns.has("section") && labelAt(context, row, "section") !== "")
    carried.section = labelAt(context, row, "section");
  carried.isAfterBlank = false;
  const areRowsNamed = columns.has("name");
  const periodWords = context.periods
    .map(({ at }) => textAt(grid, row, at))
    .find((text) => isKindWord(text));
  const own = areRowsNamed
    ? namedRow(context, row, carried, names)
    : { name: context.areSectionsKpis ? carried.kpi : "", kind: null };
  const named = { ...own, kind: own.kind ?? (periodWords ? kindSaid(periodWords).kind : null) };
  const held = heldLabels(context, row, carried);
  const time = rowTime(context, row);
  const area = rowArea(context, row);
  const group = EVERYBODY.test(labelAt(context, row, "group"))
    ? ""
    : labelAt(context, row, "group");
  const metric = areRowsNamed ? labelAt(context, row, "metric") : "";
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
