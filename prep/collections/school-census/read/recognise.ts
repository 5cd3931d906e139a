import type { Recognise } from "../../../extracts/recognise";
import {
  censusTables,
  isRead,
  mergedTables,
  tableAliases,
  unusedTables,
  type CensusTableName,
  type MergedTableName,
} from "../fields/fields";

/**
 * True when the opening of an XML file is that of a school census: its Collection is SC, or it has
 * pupils
 * on roll.
 */
function isCensusXml(opening: string): boolean {
  const collection = /<(?:[\w.-]+:)?collection\s*>\s*([^<]*?)\s*</i.exec(opening)?.[1];
  if (collection) return /^sc$|school ?census/i.test(collection);
  return /<(?:[\w.-]+:)?pupilsonroll[\s>]/i.test(opening);
}

/**
 * What a CSV file of a COLLECT export holds: a table that is read, one that is merged into another,
 * or one
 * that is not used.
 */
export type CollectTable = CensusTableName | MergedTableName | "unused";

const known = new Map<string, CollectTable>([
  ...censusTables.map((name) => [name, name] as const),
  ...Object.keys(mergedTables).map((name) => [name, name as MergedTableName] as const),
  ...Object.entries(tableAliases),
  ...unusedTables.map((name) => [name, "unused"] as const),
]);

/** Whether a header has a column of a table besides keys: a table below has its id too. */
const hasColumnOf = (table: CollectTable, names: readonly string[]): boolean =>
  table === "unused" ||
  names.some((name) => isRead(isMerged(table) ? mergedTables[table] : table, name));

const isMerged = (table: string): table is MergedTableName => Object.hasOwn(mergedTables, table);

/**
 * The table of a COLLECT school census export that a CSV header belongs to, or null: the one whose
 * order column it has, else whose id column and others.
 */
export function censusTableOfHeader(header: readonly string[]): CollectTable | null {
  const names = header.map((name) => name.trim().toLowerCase());
  const tablesOf = (ending: string): CollectTable[] =>
    names
      .filter((name) => name.endsWith(ending))
      .flatMap((name) => known.get(name.slice(0, -ending.length)) ?? []);
  return (
    tablesOf("orderseqcolumn").at(-1) ??
    tablesOf("tableid")
      .filter((table) => hasColumnOf(table, names))
      .at(-1) ??
    null
  );
}

const names = [...known.keys()].sort((a, b) => b.length - a.length);

/**
 * The name of a table, or an alias of it, that the name of its file has; null where it has none.
 */
export const tableInName = (name: string): string | null =>
  names.find((table) => name.toLowerCase().includes(table)) ?? null;

/**
 * Term and year that the name of a table file tells, such as `2025_spring_pupilonroll.csv`; for
 * exports
 * without a header table.
 */
export function termInName(
  name: string,
): { readonly year: number; readonly term: "Autumn" | "Spring" | "Summer" } | null {
  const year = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(name)?.[1];
  const term = /autumn|spring|summer/i.exec(name)?.[0].toLowerCase();
  if (year === undefined || term === undefined) return null;
  return {
    year: Number(year),
    term: term === "autumn" ? "Autumn" : term === "spring" ? "Spring" : "Summer",
  };
}

/** Tells the XML file of a school and the tables of a COLLECT export. */
export const recogniseCensus: Recognise = ({ text, isXml, header }) => {
  if (isXml) return isCensusXml(text) ? { kind: "census-xml" } : null;
  const table = censusTableOfHeader(header);
  return table && { kind: "census-csv", table };
};
