import { printedRating } from "../printed-rating";
import { kpiName } from "../sheet-words";
import { WHOLE_AREA, type FigureColumn } from "./figure-columns";
import { cellText, textAt } from "./grid";
import { kindSaid, type Kind } from "./kind-words";
import { periodSaid } from "./period-words";
import { placeOf, type Place } from "./places";
import { heldLabels, namedRow } from "./row-names";
import { isTimed, kindTime, lastPeriod, rowTime } from "./row-time";
import { labelAt, wordsAt, type Carried, type Entry, type TableContext } from "./table-context";
import { isKindWord } from "./value-words";
import { periodOf } from "./years";

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

/** A column such as `Previous`, which is not of the period that the row names. */
const isBefore = (column: FigureColumn): boolean =>
  !isTimed(column) && (column.kind === "previous" || column.kind === "prior_year");

const ratingOfFill = (fill: string | null): string | null =>
  fill === null ? null : printedRating(fill);

/** The kind that stands in a column of periods, alone or with its period, as `England 2023`. */
function kindOfPeriods({ grid, periods }: TableContext, row: number): Kind | null {
  const words = periods
    .map(({ at }) => periodSaid(textAt(grid, row, at)).rest)
    .find((rest) => isKindWord(rest));
  return words === undefined ? null : kindSaid(words).kind;
}

/** A group of everybody is none. */
const EVERYBODY = /^(?:all|persons|all persons|everyone|total|all ages|both)$/i;

/** The cells of a row, and the columns under which its cells contradict the row. */
export function entriesOf(
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
  const own = areRowsNamed
    ? namedRow(context, row, carried, names)
    : { name: context.areSectionsKpis ? carried.kpi : "", kind: null };
  const named = { ...own, kind: own.kind ?? kindOfPeriods(context, row) };
  const held = heldLabels(context, row, carried);
  const time = rowTime(context, row);
  const area = rowArea(context, row);
  const groupWords = labelAt(context, row, "group");
  const isEverybody = EVERYBODY.test(groupWords) || context.wholeGroups.has(groupWords);
  const group = isEverybody ? "" : groupWords;
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
        period: periodOf({ ...column, kind }, own ?? (isBefore(column) ? null : time), years),
        isTimed:
          own !== null ||
          isTimed(column) ||
          context.periods.some(({ at }) => wordsAt(context, row, at) !== ""),
        raw: cellText(raw) === "" ? null : raw,
        tableUnit: context.unit,
        column,
        line: row + 1,
        labels: held,
        colour: ratingOfFill(context.fillAt(row, column.at)),
      },
    ];
  });
  return { entries, contrary };
}
