import { isPair } from "../../indicators/breakdown-pairs";
import { dateRows } from "../../star/date-rows";
import type { Star, StarData } from "../../star/frame";
import { withShown, type OriginOrder } from "../../star/shown-figures";
import { kpiTables } from "../../star/kpi-tables-data";
import { figuresTable } from "../../star/figures-table";
import { kpiValue } from "../../star/kpi-value";
import { kpiValueRows, type KpiValueRow } from "../../star/kpi-value-row";
import { listOf, type Listed } from "../../star/list-of";
import { givenColumns } from "../../star/made-columns";
import { rowsTable } from "../../star/rows-table";
import { behindTheGate, LEFT_OUT } from "./behind-the-gate";
import type { HiddenFigure } from "./hidden-figure";
import type { KnownFigure } from "./known-figure";
import { loadSolver } from "./linear-program";
import type { DisclosureRules } from "./profile";
import { releasedFigures } from "./released-figures";
import { publishRows, type FigureKnowledge } from "./publish-rows";
import {
  hasOwnWords,
  isOfSheet,
  SHEET,
  sheetNames,
  type CataloguedName,
  type PublishedNames,
  type SheetNames,
} from "./sheet-names";

/** What may be published of a star. */
export interface PublishedStar {
  readonly star: Star;
  readonly hidden: readonly HiddenFigure[];
  /** What readers are given, and what is kept from them. */
  readonly released: readonly KnownFigure[];
  /** KPIs of sheets that are left out, for no catalogue and no setting has their names. */
  readonly namesLeftOut: number;
}

/** What a star is made safe by. */
interface Publishing {
  readonly rules: DisclosureRules;
  readonly knowledge: FigureKnowledge;
  /** Figures that leave out more than this share (per cent) are not shown. */
  readonly notAvailableAbove: number;
  /** What was released before. */
  readonly known: readonly KnownFigure[];
  readonly names: PublishedNames;
  /** Whose figure a board shows where several origins have one. */
  readonly order?: OriginOrder;
}

/** Columns that people write in, or that name files. */
const FREE_TEXT: Readonly<Record<string, readonly string[]>> = {
  indicator: [
    ...["owner", "lead", "commentary", "action", "action_due", "progress"],
    ...["baseline", "baseline_date"],
  ],
  source: ["files"],
};
/** The same for what comes from KPI sheets. */
const SHEET_TEXT: Readonly<Record<string, readonly string[]>> = {
  indicator: [
    "definition_note",
    "lens",
    "section",
    "subsection",
    "board",
    "sheet_reference",
    "priority",
    "numerator_definition",
    "denominator_definition",
  ],
  source: ["form"],
};

/**
 * What stands in place of the words of people in a row: those of the catalogue, else none; `blank`
 * names their columns. A counted indicator keeps where it comes from and what is counted.
 */
function cataloguedWords(
  row: Listed,
  known: CataloguedName | { readonly name: string } | undefined,
  blank: readonly string[],
): Listed {
  const isCounted = !isOfSheet(row);
  const emptied = blank.filter((name) => !(isCounted && name.endsWith("minator_definition")));
  const words: Listed = {
    ...Object.fromEntries(emptied.map((name) => [name, null])),
    collection: isCounted ? row.collection : SHEET,
  };
  if (known === undefined) return words;
  if (!("section" in known)) return { ...words, indicator_name: known.name };
  const { name, lens, section, note } = known;
  const named = { ...words, indicator_name: name, lens, section };
  return isCounted ? { ...named, definition_note: note } : named;
}

/**
 * A dimension without what people write in: those columns go, and what came from a KPI sheet loses
 * its words and file names. `names` is how KPIs of sheets are called.
 */
function withoutFreeText(data: StarData, names: SheetNames): StarData {
  const { declaration } = data;
  const left = FREE_TEXT[declaration.name] ?? [];
  const columns = declaration.columns.filter(({ name }) => !left.includes(name));
  const blank = SHEET_TEXT[declaration.name] ?? [];
  const rows = listOf(data)
    .filter(({ indicator_id: id }) => !names.leftOut.has(String(id)))
    .map((row): Listed => {
      const known = names.nameOf.get(String(row.indicator_id));
      return hasOwnWords(row) ? { ...row, ...cataloguedWords(row, known, blank) } : row;
    });
  return rowsTable(
    { ...declaration, columns },
    rows.map((row) => givenColumns(columns).map(({ name }) => row[name])),
  );
}

/** Notes of counted figures that hold no number of people. */
const SAFE_NOTES: readonly RegExp[] = [
  /^Part period: the data end on /,
  /^Over (?:residents|pupils) [a-z0-9 ]+ of [^;()]+ \([A-Za-z ]+\)$/,
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

/** The unit of each indicator of a star. */
export function unitsOf(star: Star): ReadonlyMap<string, string> {
  const indicators = star.get("indicator");
  return new Map(
    (indicators ? listOf(indicators) : []).map(({ indicator_id, unit }) => [
      String(indicator_id),
      String(unit),
    ]),
  );
}

/**
 * What may be published of a star by the rules: `kpi_value` made safe, the tables of the board,
 * of breakdowns and of comparators made of its safe rows, and the dimensions that they point to (dates, areas, indicators, sources), without
 * owners, notes, commentary and file names. No fact, no person, no target list, no small area where
 * a person lives. Throws nothing; a star without figures
 * has no tables left but its dimensions.
 */
export async function publishedStar(
  star: Star,
  { rules, knowledge, notAvailableAbove, known, names, order }: Publishing,
): Promise<PublishedStar> {
  const [values, indicators, sources, areas] = ["kpi_value", "indicator", "source", "area"].map(
    (name) => star.get(name),
  );
  if (!values || !indicators || !sources || !areas)
    return { star: new Map(), hidden: [], released: [], namesLeftOut: 0 };
  const units = unitsOf(star);
  const sheets = new Set(
    listOf(sources)
      .filter(isOfSheet)
      .map(({ source_key }) => source_key),
  );
  const called = sheetNames(star, names);
  // Groups of two breakdowns, and of many small ones, are left out whole: their sums with each other
  // are not held safe.
  const counted = kpiValueRows(values).filter(
    ({ indicator_id: id, breakdown }) =>
      !called.leftOut.has(id) &&
      !isPair(breakdown) &&
      !(knowledge.internal.get(id)?.includes(breakdown) ?? false),
  );
  const safe = publishRows(counted, {
    ...knowledge,
    rules,
    units,
    solver: await loadSolver(),
    known,
  });
  const { hidden } = safe;
  const rows = behindTheGate(safe.rows, counted, notAvailableAbove);
  const worded = rows.map((row) => withoutWords(row, sheets.has(row.source_key)));
  const published = withShown(worded, order);
  const days = published.flatMap(({ period_start, period_end }) => [period_start, period_end]);
  const named = new Set(
    published.flatMap(({ area_code, for_area_code }) => [area_code, for_area_code]),
  );
  const levels = new Set<Listed[string]>(["authority", "region", "country"]);
  const shownAreas = listOf(areas).filter(
    ({ area_code, area_level }) => levels.has(area_level) || named.has(String(area_code)),
  );
  const areaTable = rowsTable(
    areas.declaration,
    shownAreas.map((row) => givenColumns(areas.declaration.columns).map(({ name }) => row[name])),
  );
  const figures = figuresTable(kpiValue, published);
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
    withoutFreeText(indicators, called),
    withoutFreeText(sources, called),
    figures,
    // Names of settings are no code list: they stay behind.
    ...kpiTables(
      figures,
      published,
      areaTable,
      [star.get("need"), star.get("setting_group")].filter((table) => table !== undefined),
    ),
  ];
  return {
    star: new Map(tables.map((data) => [data.declaration.name, data])),
    hidden,
    namesLeftOut: called.leftOut.size,
    released: releasedFigures(rows, safe.released),
  };
}
