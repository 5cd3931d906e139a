import type { Finding } from "../../../check/finding";
import type { KpiRow } from "../kpi-row";
import type { SheetPeriod } from "../period-text";
import type { KpiSheetInput } from "../sheet";
import { sheetFinding } from "../sheet-rules";
import { readUnit } from "../sheet-words";
import { columnsOf, isPlainFigure, type Column } from "./columns";
import { authoritiesIn } from "../../../reference/authorities-in-text";
import { fillDown } from "./fill-down";
import { figureColumns, isMeasure, type FigureColumn } from "./figure-columns";
import { findTables, type HeadingAt, type TableArea } from "./find-tables";
import { phrase } from "./fold";
import { cellText, filledIn, gridOf, isFigure, textAt, type Grid } from "./grid";
import { headingOf, type Heading } from "./heading";
import { kindSaid } from "./kind-words";
import type { Label } from "./label-words";
import { kpisOf } from "./make-kpis";
import type { OwnHeadings } from "./own-columns";
import { isSectionText, loneText } from "./row-kinds";
import { haveKpisAbove, withAreas } from "./kpis-above";
import { periodSaid } from "./period-words";
import { takeKey, toleranceBy, type RagKey } from "./rag-key";
import { partOfSheet } from "./sheet-part";
import { readTableRows } from "./read-rows";
import type { Entry, TableContext } from "./table-context";
import { titleTime, yearsOf } from "./years";

/** What the tables of a sheet hold. */
interface SheetTables {
  readonly rows: readonly KpiRow[];
  readonly findings: readonly Finding[];
  readonly rowsIn: number;
  readonly rejected: number;
  /** A heading names KPIs and figures stand under headings that are understood. */
  readonly isBoard: boolean;
  /** Words above the first table. */
  readonly titles: readonly string[];
}

/** Reads every table of a sheet; null where none is found. */
export function readTables(
  input: KpiSheetInput,
  own: OwnHeadings = () => undefined,
): SheetTables | null {
  const { grid, key } = takeKey(gridOf(input.rows));
  const cache = new Map<string, Heading>();
  const headingAt: HeadingAt = (row, column) => {
    const text = textAt(grid, row, column);
    const known = cache.get(text) ?? ownHeading(text, own);
    cache.set(text, known);
    return known;
  };
  const found = findTables(grid, headingAt);
  const areas = found.filter((area) => !isOfPeople(grid, area));
  if (areas.length === 0) return null;
  const read = areas.map((area, i) =>
    readTable(input, { grid, areas, area, first: i === 0 }, headingAt),
  );
  const findings = [
    ...read.flatMap((one) => one.findings),
    ...(key?.near === "not_understood"
      ? [sheetFinding("B93", { file: input.file, sheet: input.sheet, line: null })]
      : []),
  ];
  const rows = read.flatMap((one) => one.rows);
  return {
    rows: withOwnIds(key === null ? rows : rows.map((row) => withKey(row, key))),
    findings,
    rowsIn: read.reduce((sum, one) => sum + one.rowsIn, 0),
    rejected: read.reduce((sum, one) => sum + one.rejected, 0),
    isBoard: read.some(({ isBoard }) => isBoard),
    titles: textsAbove(grid, areas, areas[0]),
  };
}

/** A KPI without a tolerance of its own with the one that the key of the ratings gives. */
const withKey = (row: KpiRow, key: RagKey): KpiRow =>
  row.tolerance === null ? { ...row, tolerance: toleranceBy(key, row.unit) } : row;

/** KPIs of one name in different sections, such as "Referrals" of two services, get ids of their own. */
function withOwnIds(rows: readonly KpiRow[]): KpiRow[] {
  const sections = new Map<string, string[]>();
  return rows.map((row) => {
    const known = sections.get(row.id) ?? [];
    if (!known.includes(row.section)) known.push(row.section);
    sections.set(row.id, known);
    const place = known.indexOf(row.section);
    return place === 0 ? row : { ...row, id: `${row.id}_${place + 1}` };
  });
}

/** Headings of lists of children or staff, which are no board. */
const PEOPLE =
  /\b(?:upn|uln|nhs (?:no|number)|surname|forenames?|first name|last name|full name|preferred name|pupil(?: name)?|child(?: name)?|childs name|student(?: name)?|client(?: name)?|patient(?: name)?|young person(?: name)?|date of birth|dob|postcode|address|email|case (?:id|no|number|ref(?:erence)?|worker name)|mosaic id|liquidlogic id|person id)$/;

/** Whether a heading is one of a list of people. */
export const isPeopleHeading = (text: string): boolean => PEOPLE.test(phrase(text));

/** Whether a heading of a table is of a list of people: such a table is not read. */
const isOfPeople = (grid: Grid, { top, headings, left, right }: TableArea): boolean =>
  Array.from({ length: headings - top + 1 }, (_, i) => top + i).some((row) =>
    filledIn(grid, row, left, right).some((at) => isPeopleHeading(textAt(grid, row, at))),
  );

function ownHeading(text: string, own: OwnHeadings): Heading {
  const heading = headingOf(text);
  const is = own(text);
  if (is === undefined || saysMore(heading, is)) return heading;
  return { ...heading, label: is.label, kind: is.kind, rest: "", isContradictory: false };
}

/**
 * Whether the words of a heading say what the settings say of it, and more: a column of areas, where
 * they have only "footprint" for one, or the total of areas that stand beside it.
 */
const saysMore = (heading: Heading, is: NonNullable<ReturnType<OwnHeadings>>): boolean =>
  (is.label === "footprint" && heading.label === "area") ||
  (is.kind === "actual" && heading.label === null && /\b(?:total|overall)\b/.test(heading.rest));

/** Lone texts above a table that belong to no other, from the nearest upwards. */
function textsAbove(grid: Grid, areas: readonly TableArea[], area: TableArea): string[] {
  const texts: string[] = [];
  for (let row = area.top - 1; row >= 0; row--) {
    const inOther = areas.find(
      (one) =>
        one !== area &&
        row >= one.top &&
        row < one.end &&
        one.left <= area.right &&
        one.right >= area.left,
    );
    const lone =
      loneText(grid, row, area) ?? loneText(grid, row, { left: 0, right: grid.width - 1 });
    if (lone !== null) texts.push(lone);
    else if (inOther && filledIn(grid, row, area.left, area.right).length > 0) break;
    else if (row >= area.top - 6) texts.push(...wordsOfRow(grid, row, area));
    if (texts.length > 12) break;
  }
  return texts;
}

/** The texts of a row that is no heading of a table; none where they name several years or periods. */
function wordsOfRow(grid: Grid, row: number, { left, right }: TableArea): string[] {
  const words = filledIn(grid, row, left, right)
    .filter((at) => !isFigure(grid.rows[row][at]))
    .map((at) => textAt(grid, row, at));
  const times = words.flatMap((text) => {
    const { period, part, year } = periodSaid(text);
    return period || part || year ? [JSON.stringify([period?.label, part, year])] : [];
  });
  return new Set(times).size > 1 ? [] : words;
}

interface Place {
  readonly grid: Grid;
  readonly areas: readonly TableArea[];
  readonly area: TableArea;
  readonly first: boolean;
}

function readTable(
  input: KpiSheetInput,
  { grid, areas, area, first }: Place,
  headingAt: HeadingAt,
): Omit<SheetTables, "titles"> {
  const { file, sheet, formatsKnown = false } = input;
  const above = textsAbove(grid, areas, area);
  const titles = [...above, sheet, ...sheetTitles(grid, areas), nameOf(file)];
  const all = columnsOf(grid, area, headingAt);
  const withNames = withName(grid, area, all);
  const areSectionsKpis = haveKpisAbove(grid, area, withNames);
  const named = areSectionsKpis ? withAreas(withNames) : withNames;
  const places = placesOf(grid, area, named, titles);
  const areRowsNamed = named.some(({ label }) => label === "name");
  const isUnnamed = areRowsNamed && all.every(({ label }) => label !== "name");
  const measure = isUnnamed
    ? measureByRow(above) || measureOfGroups(above, { grid, area, columns: all })
    : "";
  const { columns, unknown } = figureColumns(grid, area, named, {
    areRowsNamed,
    places,
    title: areRowsNamed ? "" : kpiInTitle(above),
    isMatrix: measure !== "",
  });
  const time = titleTime(titles);
  const dates = named.filter(({ label }) => label === "period");
  const isOfRow = ({ kind }: Column): boolean => kind === null || kind === "actual";
  const periods = dates.filter(isOfRow);
  const kindPeriods = new Map(
    dates.flatMap((column) => (isOfRow(column) ? [] : [[column.kind!, column] as const])),
  );
  const rowMonths = periods.flatMap((column) => monthsDown(valuesOf(grid, area, column)));
  const years = { ...yearsOf([...columns, ...rowMonths], time), lastDay: time.lastDay };
  const context: TableContext = {
    grid,
    area,
    labels: byLabel(named),
    periods,
    kindPeriods,
    figures: columns,
    years,
    places,
    filled: fillDown(grid, area, named),
    fillAt: input.fillAt ?? (() => null),
    section:
      measure === "" ? sectionAbove(above, { isOnly: areas.length === 1, isFirst: first }) : "",
    measure,
    areSectionsKpis,
    place: partOfSheet(sheet, titles),
  };
  const { entries, faults, rowsIn, rejected } = readTableRows(context);
  const dated = entries.map((entry) =>
    entry.isTimed || !DATED_BY_TITLE.has(entry.kind)
      ? entry
      : { ...entry, period: fittingPeriod(entry.column, time.period) },
  );
  const kpis = kpisOf(withRatings(dated), { file, sheet, formatsKnown });
  const report = (
    rule: Parameters<typeof sheetFinding>[0],
    line: number,
    field: string | null,
  ): Finding => sheetFinding(rule, { file, sheet, line, field });
  return {
    rows: kpis.rows,
    findings: [
      ...unknown.map(({ text, at }) =>
        report("B02", area.headings + 1, text === "" ? columnName(at) : text.replace(/\s+/g, " ")),
      ),
      ...faults.map(({ rule, line, field }) => report(rule, line, field)),
      ...kpis.findings,
    ],
    isBoard: area.name >= 0 && entries.some(({ kind, raw }) => kind === "actual" && isFigure(raw)),
    rowsIn,
    rejected: rejected + kpis.lost.size,
  };
}

/** The name of a file without its folder and ending. */
const nameOf = (file: string): string =>
  file
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/, "");

/** The first column of each label. */
const byLabel = (columns: readonly Column[]): ReadonlyMap<Label, Column> =>
  new Map(
    columns
      .flatMap((column) => (column.label === null ? [] : [[column.label, column] as const]))
      .reverse(),
  );

/** Colours that all figures share are no rating of any. */
function withRatings(entries: readonly Entry[]): readonly Entry[] {
  const own = entries.filter(({ kind, raw }) => kind === "actual" && raw !== null);
  const colours = new Set(own.map(({ colour }) => colour));
  return colours.size > 1 ? entries : entries.map((entry) => ({ ...entry, colour: null }));
}

/** Kinds of figures that stand under the period of the title where they name none. */
const DATED_BY_TITLE = new Set<string>(["actual", "numerator", "denominator"]);

/** The period of the title, where a heading such as "This month" speaks of none of another length. */
function fittingPeriod(
  { text, measure }: FigureColumn,
  period: SheetPeriod | null,
): SheetPeriod | null {
  const said = measure !== "" ? undefined : /\b(month|quarter)\b/.exec(phrase(text))?.[1];
  return said === undefined || period?.frequency === said ? period : null;
}

/** The months of a column of them, up to the first that comes again. */
function monthsDown(values: readonly string[]): Pick<FigureColumn, "period" | "part" | "kind">[] {
  const months = values
    .map((text) => periodSaid(text))
    .flatMap(({ part }) => (part?.of === "month" ? [part] : []));
  const again = months.findIndex(({ month }, i) => i > 0 && month === months[0].month);
  return months
    .slice(0, again < 0 ? months.length : again)
    .map((part) => ({ period: null, part, kind: null }));
}

/** A column as spreadsheets name it: A, B, … AA. */
const columnName = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);

/** Lone texts at the top of the sheet. */
function sheetTitles(grid: Grid, areas: readonly TableArea[]): string[] {
  const top = Math.min(...areas.map((one) => one.top));
  return Array.from({ length: top }, (_, row) =>
    filledIn(grid, row).map((at) => textAt(grid, row, at)),
  )
    .flat()
    .filter((text) => text.length < 160);
}

/** The KPI that the words above a table name: the one text of something measured; empty for none. */
function kpiInTitle(above: readonly string[]): string {
  const found = above.filter(
    (text) => isSectionText(text) && isMeasure(text) && authoritiesIn(text).length === 0,
  );
  return found.length === 1 ? found[0] : "";
}

const BY =
  /\bby (?!months?\b|quarters?\b|terms?\b|years?\b|dates?\b|indicators?\b|measures?\b|kpis?\b)\w/i;

/** What a table counts of each of its rows: a title such as "Number of plans by primary need". */
const measureByRow = ([nearest = ""]: readonly string[]): string =>
  isSectionText(nearest) && isMeasure(nearest) && BY.test(nearest) ? nearest : "";

/**
 * What a table of groups counts: its title, where rows are groups such as pupil groups, columns are
 * periods and nothing else names a measure.
 */
function measureOfGroups(
  [nearest = ""]: readonly string[],
  { grid, area, columns }: { grid: Grid; area: TableArea; columns: readonly Column[] },
): string {
  const groups = columns.find(({ label }) => label === "group");
  const others = columns.filter(({ label, text }) => label === null && text !== "");
  const isOfGroups =
    groups !== undefined &&
    others.length > 1 &&
    others.every((one) => isPlainFigure(one) && (one.period ?? one.part ?? one.year) !== null) &&
    valuesOf(grid, area, groups).every((text) => !isMeasure(text));
  return isOfGroups && isSectionText(nearest) && isMeasure(nearest)
    ? nearest.replace(YEAR_BEHIND, "").trim()
    : "";
}

/** A year at the end of a title. */
const YEAR_BEHIND =
  /[\s,:(\u2013-]*(?:(?:academic|financial|calendar|school) year )?20\d\d(?:[/-]\d\d(?:\d\d)?)?\)?$/i;

/** The heading of a table: the nearest short text above it, where it is not the title of the sheet. */
function sectionAbove(
  above: readonly string[],
  { isOnly, isFirst }: { readonly isOnly: boolean; readonly isFirst: boolean },
): string {
  const found = above.find((text) => isSectionText(text) && !isTimeText(text)) ?? "";
  const place = above.indexOf(found);
  const isTop = place === above.length - 1 && (isOnly || isFirst);
  // Below the title of the sheet may stand the time of the first of several tables.
  const isTitle = isTop && above.slice(0, place).every(isTimeText);
  return isTitle || (isOnly && above.filter(isSectionText).length < 2) ? "" : found;
}

/** Whether a text names a period or a year and nothing else. */
function isTimeText(text: string): boolean {
  const { period, part, year, rest } = periodSaid(text);
  return (period !== null || part !== null || year !== null) && kindSaid(rest).rest === "";
}

/** Which column names the KPIs, where a heading does not say so. */
function withName(grid: Grid, area: TableArea, columns: readonly Column[]): readonly Column[] {
  const renamed = withOneName(grid, area, columns);
  if (renamed.some(({ label }) => label === "name")) return renamed;
  const areLabelled = (label: Label): boolean => renamed.some((column) => column.label === label);
  const become = (at: number): readonly Column[] =>
    renamed.map((column) => (column.at === at ? { ...column, label: "name" as const } : column));
  const metric = renamed.find(({ label }) => label === "metric");
  if (metric && (hasDistinct(grid, area, metric) || areNames(grid, area, metric)))
    return become(metric.at);
  const item = renamed.find(({ label }) => label === "number");
  if (item && isOfWords(grid, area, item)) return become(item.at);
  const blank = renamed.find(
    (column) => column.label === null && column.text === "" && isWordy(grid, area, column),
  );
  if (blank) return become(blank.at);
  if (areLabelled("period") || areLabelled("area")) return renamed;
  const other =
    renamed.find(({ label }) => label === "group") ??
    renamed.find(({ label }) => label === "section") ??
    renamed.find((column) => column.label === null && isWordy(grid, area, column));
  return other ? become(other.at) : renamed;
}

const valuesOf = (grid: Grid, area: TableArea, { at }: Column): string[] =>
  grid.rows
    .slice(area.headings + 1, area.end)
    .map((row) => cellText(row[at]))
    .filter((text) => text !== "");

/** The values of a column of areas without texts that stand alone in their row. */
const namesOfAreas = (grid: Grid, area: TableArea, { at }: Column): string[] =>
  grid.rows
    .slice(area.headings + 1, area.end)
    .flatMap((row, i) =>
      loneText(grid, area.headings + 1 + i, area) === null ? [cellText(row[at])] : [],
    )
    .filter((text) => text !== "");

const hasDistinct = (grid: Grid, area: TableArea, column: Column): boolean =>
  new Set(valuesOf(grid, area, column)).size > 3;

/** Whether a column of references, such as `Item`, has words instead. */
const isOfWords = (grid: Grid, area: TableArea, column: Column): boolean => {
  const values = valuesOf(grid, area, column);
  return values.length > 0 && values.every((text) => /[a-z]{3,}.*\s[a-z]{2,}/i.test(text));
};

/** Whether a column has another text in every row, none of them a unit. */
function areNames(grid: Grid, area: TableArea, column: Column): boolean {
  const values = valuesOf(grid, area, column);
  return (
    values.length > 1 &&
    new Set(values).size === values.length &&
    values.every((text) => readUnit(text) === null)
  );
}

function isWordy(grid: Grid, area: TableArea, column: Column): boolean {
  const cells = grid.rows
    .slice(area.headings + 1, area.end)
    .map((row) => row[column.at] ?? null)
    .filter((cell) => cellText(cell) !== "");
  return cells.length > 0 && cells.filter((cell) => !isFigure(cell)).length >= cells.length * 0.8;
}

/** Of several columns that may name KPIs, the one with the most names; the others tell them apart. */
function withOneName(grid: Grid, area: TableArea, columns: readonly Column[]): readonly Column[] {
  const names = columns.filter(({ label }) => label === "name");
  if (names.length < 2) return columns;
  const count = (column: Column): number => new Set(valuesOf(grid, area, column)).size;
  const best = names.reduce((most, one) => (count(one) > count(most) ? one : most));
  return columns.map((column) =>
    column.label === "name" && column !== best ? { ...column, label: "left_out" as const } : column,
  );
}

/** Names of areas in the headings and in a column of areas, and the words of the titles. */
function placesOf(
  grid: Grid,
  area: TableArea,
  columns: readonly Column[],
  titles: readonly string[],
): { context: string; names: string[] } {
  const column = columns.find(({ label }) => label === "area");
  const names = column
    ? [...new Set(namesOfAreas(grid, area, column))].filter((text) => {
        const { kind, rest } = kindSaid(text);
        return kind === null || rest !== "";
      })
    : [];
  return { context: titles.map(phrase).join(" | "), names };
}
