import type { Finding } from "../../../check/finding";
import type { Unit } from "../../../../src/kpi/unit";
import type { KpiRow } from "../kpi-row";
import type { SheetPeriod } from "../period-text";
import type { KpiSheetInput } from "../sheet";
import { sheetFinding, type SheetRuleId } from "../sheet-rules";
import { readUnit, unitInName } from "../sheet-words";
import { columnsOf, type Column } from "./columns";
import { fillDown } from "./fill-down";
import { figureColumns, isMeasure, type FigureColumn } from "./figure-columns";
import type { HeadingAt, TableArea } from "./table-area";
import { phrase } from "./fold";
import { isFigure, type Grid } from "./grid";
import type { Label } from "./label-words";
import { kpisOf } from "./make-kpis";
import { haveKpisAbove, withAreas } from "./kpis-above";
import { periodSaid } from "./period-words";
import { partOfSheet } from "./sheet-part";
import { readTableRows } from "./read-rows";
import type { Entry, TableContext } from "./table-context";
import { titleTime, yearsOf } from "./years";
import { kpiInTitle, measureByRow, measureOfGroups } from "./measure-above";
import { withName, valuesOf } from "./name-column";
import { placesOf } from "./row-places";
import { textsAbove, sheetTitles, nameOf, sectionAbove } from "./titles";

/** What one table holds. */
export interface ReadTable {
  readonly rows: readonly KpiRow[];
  readonly findings: readonly Finding[];
  readonly rowsIn: number;
  readonly rejected: number;
  /** A heading names KPIs and figures stand under headings that are understood. */
  readonly isBoard: boolean;
}

interface Place {
  readonly grid: Grid;
  readonly areas: readonly TableArea[];
  readonly area: TableArea;
  readonly first: boolean;
}

/** Reads one of the tables of a sheet. */
export function readTable(
  input: KpiSheetInput,
  { grid, areas, area, first }: Place,
  headingAt: HeadingAt,
): ReadTable {
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
  const rowMonths = monthsOfRows(periods.map((column) => valuesOf(grid, area, column)));
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
      measure === ""
        ? sectionAbove(above, { isOnly: areas.length === 1, isFirst: first }) ||
          countedIn(named, all)
        : "",
    measure,
    areSectionsKpis,
    wholeGroups: totalOf(grid, area, named),
    unit: unitOfTable(named, above),
    place: partOfSheet(sheet, titles),
  };
  const { entries, faults, rowsIn, rejected } = readTableRows(context);
  const dated = entries.map((entry) =>
    entry.isTimed || !DATED_BY_TITLE.has(entry.kind)
      ? entry
      : { ...entry, period: fittingPeriod(entry.column, time.period) },
  );
  const kpis = kpisOf(withRatings(dated), { file, sheet, formatsKnown });
  const report = (rule: SheetRuleId, line: number, field: string | null): Finding =>
    sheetFinding(rule, { file, sheet, line, field });
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

/** The one total among the names of groups, such as `All providers total`; none where there are several. */
function totalOf(grid: Grid, area: TableArea, columns: readonly Column[]): ReadonlySet<string> {
  const groups = columns.filter(({ label }) => label === "group");
  const names = groups.flatMap((column) => valuesOf(grid, area, column));
  const totals = new Set(names.filter((text) => TOTAL.test(text)));
  return totals.size === 1 ? totals : new Set();
}

const TOTAL = /^(?!sub).*\btotal$|^total\b|^overall\b/i;

/**
 * What a table counts of each of its rows where the heading over their names says so, as `Average
 * days at each stage` over the stages.
 */
function countedIn(named: readonly Column[], all: readonly Column[]): string {
  const at = named.find(({ label }) => label === "name")?.at;
  const heading = all.find((column) => column.at === at);
  const text = heading?.text.trim() ?? "";
  return heading?.label === null && isMeasure(text) && readUnit(text) === null ? text : "";
}

/** The unit that the heading of the names is, or that stands in brackets behind the title. */
function unitOfTable(columns: readonly Column[], [nearest = ""]: readonly string[]): Unit | null {
  const heading = columns.find(({ label }) => label === "name")?.text ?? "";
  const inBrackets = /\(([^()]{1,12})\)\s*:?$/.exec(nearest)?.[1] ?? "";
  const counted = unitInName(heading);
  return readUnit(heading) ?? readUnit(inBrackets) ?? (counted === "count" ? null : counted);
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

/** The months of columns of periods; none beside a column of several years, of which they are no run. */
function monthsOfRows(columns: readonly (readonly string[])[]): ReturnType<typeof monthsDown> {
  const isOfYears = columns.some((values) => {
    const years = values.map((text) => periodSaid(text).year?.first);
    return years.every((year) => year !== undefined) && new Set(years).size > 1;
  });
  return isOfYears ? [] : columns.flatMap(monthsDown);
}

/** The months of a column of them, up to the first that comes again. */
function monthsDown(
  values: readonly string[],
): Pick<FigureColumn, "period" | "part" | "kind" | "year">[] {
  const months = values
    .map((text) => periodSaid(text))
    .flatMap(({ part }) => (part?.of === "month" ? [part] : []));
  const again = months.findIndex(({ month }, i) => i > 0 && month === months[0].month);
  return months
    .slice(0, again < 0 ? months.length : again)
    .map((part) => ({ period: null, part, kind: null, year: null }));
}

/** A column as spreadsheets name it: A, B, … AA. */
const columnName = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
