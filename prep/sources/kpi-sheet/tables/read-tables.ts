import type { KpiRow } from "../kpi-row";
import type { KpiSheetInput } from "../sheet";
import { sheetFinding } from "../sheet-rules";
import { cardTable } from "./cards";
import { findTables } from "./find-tables";
import type { HeadingAt } from "./table-area";
import { gridOf, textAt } from "./grid";
import { headingOf, type Heading } from "./heading";
import type { OwnHeadings } from "./own-columns";
import { isOfPeople } from "./people-headings";
import { takeKey, toleranceBy, type RagKey } from "./rag-key";
import { readTable, type ReadTable } from "./read-table";
import { textsAbove } from "./titles";

/** What the tables of a sheet hold. */
interface SheetTables extends ReadTable {
  /** Words above the first table. */
  readonly titles: readonly string[];
}

/** The tables of a sheet, with the row that the first of them begins in. */
interface FoundTables extends SheetTables {
  readonly top: number;
}

/**
 * Reads every table of a sheet, and the cards above them or of a sheet without any; null where it
 * has neither.
 */
export function readTables(
  input: KpiSheetInput,
  own: OwnHeadings = () => undefined,
): SheetTables | null {
  const found = readFound(input, own);
  const cards = readCards(
    found === null ? input : { ...input, rows: input.rows.slice(0, found.top) },
    own,
  );
  const parts = [cards, found].filter((one) => one !== null);
  if (parts.length === 0) return null;
  const sum = (of: (one: SheetTables) => number): number =>
    parts.reduce((total, one) => total + of(one), 0);
  return {
    rows: withOwnIds(inSections(cards?.rows ?? [], found?.rows ?? [])),
    findings: parts.flatMap(({ findings }) => findings),
    rowsIn: sum(({ rowsIn }) => rowsIn),
    rejected: sum(({ rejected }) => rejected),
    isBoard: parts.some(({ isBoard }) => isBoard),
    titles: parts.at(-1)!.titles,
  };
}

/** Cards and KPIs of tables; a card of a KPI that a table has, too, stands in its section. */
function inSections(cards: readonly KpiRow[], tables: readonly KpiRow[]): readonly KpiRow[] {
  const sections = new Map(tables.map(({ id, section }) => [id, section]));
  return [
    ...cards.map((row) => ({ ...row, section: sections.get(row.id) ?? row.section })),
    ...tables,
  ];
}

/** Reads cards as a table of theirs; findings name the rows of the sheet. Null where it has none. */
function readCards(input: KpiSheetInput, own: OwnHeadings): SheetTables | null {
  const { file, sheet, fillAt = () => null } = input;
  const cards = cardTable(input.rows);
  if (cards === null) return null;
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
function readFound(input: KpiSheetInput, own: OwnHeadings): FoundTables | null {
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
    rows: key === null ? rows : rows.map((row) => withKey(row, key)),
    findings,
    rowsIn: read.reduce((sum, one) => sum + one.rowsIn, 0),
    rejected: read.reduce((sum, one) => sum + one.rejected, 0),
    isBoard: read.some(({ isBoard }) => isBoard),
    titles: textsAbove(grid, areas, areas[0]),
    top: Math.min(...found.map(({ top }) => top)),
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
