import { dateRows } from "../../star/date-rows";
import { columnOf, type Star, type StarData } from "../../star/frame";
import { kpiTables } from "../../star/kpi-tables-data";
import { kpiValueData, kpiValueRows, type KpiValueRow } from "../../star/kpi-value-row";
import { rowsTable } from "../../star/rows-table";
import { behindTheGate, LEFT_OUT } from "./behind-the-gate";
import type { HiddenFigure } from "./hidden-figure";
import type { DisclosureRules } from "./profile";
import { publishRows, type FigureKnowledge } from "./publish-rows";

/** What may be published of a star. */
export interface PublishedStar {
  readonly star: Star;
  readonly hidden: readonly HiddenFigure[];
}

type Value = string | number | boolean | null;

const SHEET = "KPI sheet";
/** Columns that people write in, or that name files. */
const FREE_TEXT: Readonly<Record<string, readonly string[]>> = {
  indicator: ["owner", "commentary", "action"],
  source: ["files"],
};
/** The same for what comes from KPI sheets. */
const SHEET_TEXT: Readonly<Record<string, readonly string[]>> = {
  indicator: ["definition_note"],
  source: ["form"],
};

const listOf = ({ frame, declaration: { columns } }: StarData): Record<string, Value>[] => {
  const values = columns.map(({ name }) => [name, columnOf(frame, name)] as const);
  return Array.from({ length: frame.numRows() }, (_, row) =>
    Object.fromEntries(values.map(([name, column]) => [name, column.at(row) ?? null])),
  );
};

/**
 * A dimension without what people write in: those columns go, and what came from a KPI sheet loses
 * its notes and file names.
 */
function withoutFreeText(data: StarData): StarData {
  const { declaration } = data;
  const left = FREE_TEXT[declaration.name] ?? [];
  const columns = declaration.columns.filter(({ name }) => !left.includes(name));
  const blank = SHEET_TEXT[declaration.name] ?? [];
  const rows = listOf(data).map((row) => {
    const ofSheet = String(row.collection ?? "").startsWith(SHEET);
    return columns.map(({ name }) =>
      ofSheet && name === "collection" ? SHEET : ofSheet && blank.includes(name) ? null : row[name],
    );
  });
  return rowsTable({ ...declaration, columns }, rows);
}

/** Notes of counted figures that hold no number of people. */
const SAFE_NOTES: readonly RegExp[] = [
  /^Part period: the data end on /,
  /^Not settled: events of the last \d+ days may still change it$/,
];
const TRANSFERS = /^Includes \d+ transferred in whose date of transfer is not known$/;

function publishedNote({ method, comparability_note: note }: KpiValueRow): string | null {
  if (note === null || method !== "counted") return method === "kpi_sheet" ? null : note;
  if (TRANSFERS.test(note))
    return "Includes some transferred in whose date of transfer is not known";
  return SAFE_NOTES.some((safe) => safe.test(note)) ? note : null;
}

/** A figure without words that people wrote, and without counts of rows. */
const withoutWords = (row: KpiValueRow, ofSheet: boolean): KpiValueRow => ({
  ...row,
  text_value: null,
  status_text: ofSheet
    ? null
    : row.left_out_reason !== null && row.status_text !== null
      ? LEFT_OUT
      : row.status_text,
  rows_eligible: null,
  rows_left_out: null,
  left_out_reason: null,
  printed_rating: null,
  comparability_note: ofSheet ? null : publishedNote(row),
  cohort_note: ofSheet ? null : row.cohort_note,
  footprint: ofSheet ? null : row.footprint,
});

/**
 * What may be published of a star by the rules: `kpi_value` made safe, the tables of the board,
 * of breakdowns and of comparators made of its safe rows, and the dimensions that they point to (dates, areas, indicators, sources), without
 * owners, notes, commentary and file names. No fact, no person, no target list, no small area where
 * a person lives. Throws nothing; a star without figures
 * has no tables left but its dimensions.
 */
export function publishedStar(
  star: Star,
  rules: DisclosureRules,
  knowledge: FigureKnowledge,
  notAvailableAbove: number,
): PublishedStar {
  const [values, indicators, sources, areas] = ["kpi_value", "indicator", "source", "area"].map(
    (name) => star.get(name),
  );
  if (!values || !indicators || !sources || !areas) return { star: new Map(), hidden: [] };
  const units = new Map(
    listOf(indicators).map(({ indicator_id, unit }) => [String(indicator_id), String(unit)]),
  );
  const sheets = new Set(
    listOf(sources)
      .filter(({ collection }) => collection === SHEET)
      .map(({ source_key }) => source_key),
  );
  const counted = kpiValueRows(values);
  const safe = publishRows(counted, { ...knowledge, rules, units });
  const { hidden } = safe;
  const rows = behindTheGate(safe.rows, counted, notAvailableAbove);
  const published = rows.map((row) => withoutWords(row, sheets.has(row.source_key)));
  const days = published.flatMap(({ period_start, period_end }) => [period_start, period_end]);
  const named = new Set(
    published.flatMap(({ area_code, for_area_code }) => [area_code, for_area_code]),
  );
  const levels = new Set<Value>(["authority", "region", "country"]);
  const shownAreas = listOf(areas).filter(
    ({ area_code, area_level }) => levels.has(area_level) || named.has(String(area_code)),
  );
  const areaTable = rowsTable(
    areas.declaration,
    shownAreas.map((row) => areas.declaration.columns.map(({ name }) => row[name])),
  );
  const tables = [
    ...(days.length === 0
      ? []
      : [
          dateRows(
            days.reduce((a, b) => Math.min(a, b)),
            days.reduce((a, b) => Math.max(a, b)),
          ),
        ]),
    areaTable,
    withoutFreeText(indicators),
    withoutFreeText(sources),
    kpiValueData(published),
    ...kpiTables(published, areaTable),
  ];
  return { star: new Map(tables.map((data) => [data.declaration.name, data])), hidden };
}
