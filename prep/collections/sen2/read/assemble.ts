import { dayFromIso, isoOf } from "../../../calendar/day";
import { readDay, yearsAround, type DateYears } from "../../../calendar/read-day";
import type { RowCount } from "../../../check/finding";
import { bindTables, type ReadingHit, type TableReading } from "./bind";
import { censusDates, type Sen2TableName } from "../fields/fields";
import type { LinkedTable } from "./link";
import type { Sen2Form, Sen2Return, Sen2Table } from "./return";

export interface AssembledReturn {
  readonly ret: Sen2Return;
  readonly hits: readonly ReadingHit[];
  readonly rows: readonly RowCount[];
}

const filled = (table: Sen2Table, column: string): boolean =>
  table.has(column) && table.text(column).codes.some((code) => code !== 0);

/**
 * Collection year from what the file holds, where the header has none (docs/reading-education.md).
 */
function yearFromContent(tables: Readonly<Record<Sen2TableName, Sen2Table>>): number {
  if (filled(tables.person, "gendercurrent")) return 2023;
  const since2025 =
    filled(tables.requests, "requestsource") ||
    filled(tables.activeplans, "reviewdraft") ||
    filled(tables.activeplans, "phasetransferduedate") ||
    filled(tables.sen2, "dsco");
  return since2025 ? 2025 : 2024;
}

/**
 * A date and time in any form of the extracts as text that sorts, `2025-02-01 09:30:00`; empty when
 * it is none.
 */
function sortableTime(text: string): string {
  const day = readDay(text);
  const [, hour = "00", minute = "00", second = "00"] =
    /(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text) ?? [];
  return day === null ? "" : `${isoOf(day)} ${hour.padStart(2, "0")}:${minute}:${second}`;
}

/**
 * The return that linked tables make up, with its header: authority, collection year and reference
 * date. A year or date that the header
 * lacks is worked out (from the content; from the year's census date) and marked as such. 15
 * January stands in for the census date of a year we do not know.
 */
export function assembleReturn(
  form: Sen2Form,
  linked: readonly LinkedTable[],
  readingOf: (table: Sen2TableName) => TableReading,
): AssembledReturn {
  const files = [...new Set(linked.map((table) => table.file))];
  const known: { years?: DateYears } = {};
  const { tables, gaps, strangers, hits, rows } = bindTables(
    linked,
    files,
    readingOf,
    () => known.years,
  );
  // The header's own date is asked for before its years are known.
  const header = tables.sen2;
  const first = <V>(value: (row: number) => V | null): V | null =>
    header.rowCount > 0 ? value(0) : null;
  const headerYear = first((row) => header.integer("year").at(row));
  const year = headerYear ?? yearFromContent(tables);
  const headerDate = first((row) => header.day("referencedate").at(row));
  const ret: Sen2Return = {
    form,
    files,
    authority: first((row) => header.code("lea").at(row)),
    year,
    yearFromHeader: headerYear !== null,
    referenceDate: headerDate ?? dayFromIso(censusDates[year] ?? `${year}-01-15`)!,
    referenceDateFromHeader: headerDate !== null,
    dateTime: sortableTime(first((row) => header.text("datetime").at(row)) ?? ""),
    tables,
    gaps,
    strangers,
  };
  known.years = yearsAround(ret.referenceDate);
  return { ret, hits, rows };
}
