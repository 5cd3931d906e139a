import type { Finding } from "../../../check/finding";
import type { KpiRow } from "../kpi-row";
import type { SheetPeriod } from "../period-text";
import type { KpiSheetInput } from "../sheet";
import { sheetFinding } from "../sheet-rules";
import { cardTable } from "./cards";
import { columnsOf, type Column } from "./columns";
import { fillDown } from "./fill-down";
import { figureColumns, type FigureColumn } from "./figure-columns";
import { findTables, type HeadingAt, type TableArea } from "./find-tables";
import { phrase } from "./fold";
import { gridOf, isFigure, textAt, type Grid } from "./grid";
import { headingOf, type Heading } from "./heading";
import type { Label } from "./label-words";
import { kpisOf } from "./make-kpis";
import type { OwnHeadings } from "./own-columns";
import { haveKpisAbove, withAreas } from "./kpis-above";
import { periodSaid } from "./period-words";
import { takeKey, toleranceBy, type RagKey } from "./rag-key";
import { partOfSheet } from "./sheet-part";
import { readTableRows } from "./read-rows";
import type { Entry, TableContext } from "./table-context";
import { titleTime, yearsOf } from "./years";
import { kpiInTitle, measureByRow, measureOfGroups } from "./measure-above";
import { withName, valuesOf } from "./name-column";
import { isOfPeople } from "./people-headings";
import { placesOf } from "./row-places";
import { textsAbove, sheetTitles, nameOf, sectionAbove } from "./titles";

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

/**
 * Reads every table of a sheet, and cards where it has no table; null where none is found. Cards are
 * read as a table of theirs; findings name the rows of the sheet.
 */
export function readTables(
  input: KpiSheetInput,
  own: OwnHeadings = () => undefined,
): SheetTables | null {
  const { file, sheet, fillAt = () => null } = input;
  const found = readFound(input, own);
  const cards = found === null ? cardTable(input.rows) : null;
  if (cards === null) return found;
  const read = readFound(
    {
      ...input,
      rows: cards.rows,
      fillAt: (row, column) => {
        const place = cards.figureAt(row, column);
        return place === null ? null : fillAt(...place);
      },
    },
    own,
  );
  if (read === null) return null;
  const lineOf = (line: number): number => cards.rowOf(line - 1) + 1;
  return {
    ...read,
    rows: read.rows.map((row) => ({ ...row, line: lineOf(row.line) })),
    findings: [
      ...read.findings.map((finding) => ({
        ...finding,
        line: finding.line === null ? null : lineOf(finding.line),
      })),
      ...cards.unread.map(({ row, text }) =>
        sheetFinding("B02", { file, sheet, line: row + 1, field: text }),
      ),
    ],
  };
}

/** Reads the tables that a sheet has; null where it has none. */
function readFound(input: KpiSheetInput, own: OwnHeadings): SheetTables | null {
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
