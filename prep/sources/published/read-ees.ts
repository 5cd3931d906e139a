import type { Finding } from "../../check/finding";
import type { TextColumn } from "../../columns/column";
import type { RawTable } from "../../columns/raw-table";
import { areaOf } from "./area";
import { datasetOf, nameIn } from "./datasets";
import { readTimePeriod } from "./period";
import {
  UNREADABLE,
  type PublishedFile,
  type PublishedRow,
  type PublishedSource,
} from "./published";
import { defaultSymbols, readFigure } from "./symbols";

const RULES = {
  E01: {
    severity: "error",
    message: "The columns are those of no published file that is known.",
    action: "Check that it is a data file of a release, not a meta file.",
  },
  E02: {
    severity: "error",
    message:
      "The time period and its identifier do not fit each other or are not known; the row is left out.",
    action: "Check the file; weekly files are not used.",
  },
  E03: {
    severity: "error",
    message: "The area of the row is not given; the row is left out.",
    action: "Check the geographic level and codes.",
  },
  E04: {
    severity: "warning",
    message: "A column is in the file twice; the first is used.",
    action: "Nothing: the publisher's own slip.",
  },
  E05: {
    severity: "warning",
    message:
      "Periods of two years are called calendar years, which the standard forbids; the first year is taken.",
    action: "Check the periods of the file.",
  },
} as const;

const finding = (
  rule: keyof typeof RULES,
  file: string,
  line: number | null,
  field: string | null = null,
): Finding => ({
  rule,
  ...RULES[rule],
  file,
  table: "",
  record: line === null ? "" : `row ${line}`,
  line,
  field,
});

/**
 * Reads a data file of the open data standard of the Department for Education: columns by name in
 * any order and case, periods, areas by number
 * then GSS code. Cells are read by the file's signs when they are asked for, never as 0. A file
 * without `geographic_level` is of authorities.
 */
export function readEes(
  table: RawTable,
  { file, release, sourceKey }: PublishedSource,
): PublishedFile {
  const columnOf = (name: string): TextColumn | undefined =>
    table.columns.get(nameIn(table.columns, name));
  const cell = (row: number, column: string): string =>
    table.columns.get(column)?.at(row)?.trim() ?? "";
  const dataset = datasetOf(
    new Set(table.columns.keys()),
    table.rowCount > 0 ? cell(0, "time_identifier") : "",
  );
  const symbols = { ...defaultSymbols, ...dataset?.symbols };
  const findings: Finding[] = [];
  const rows: PublishedRow[] = [];
  const places: number[] = [];
  let slipped = false;
  let unplaced = 0;
  if (!dataset) findings.push(finding("E01", file, null));
  for (const name of table.columns.keys())
    if (/_2$/.test(name) && table.columns.has(name.slice(0, -2)))
      findings.push(finding("E04", file, 1, table.spelling.get(name.slice(0, -2)) ?? null));
  for (let row = 0; dataset && row < table.rowCount; row++) {
    const [time, identifier] = [cell(row, "time_period"), cell(row, "time_identifier")];
    // Some releases pair six digits with a calendar year: the year that the six digits begin with.
    const slip =
      /^calendar year$/i.test(identifier) && readTimePeriod(time, "Academic year") !== null;
    const period = readTimePeriod(slip ? time.slice(0, 4) : time, identifier, dataset.census);
    if (slip && !slipped) findings.push(finding("E05", file, table.lines[row], "time_period"));
    slipped ||= slip;
    const area = areaOf(
      table.columns.has("geographic_level") ? cell(row, "geographic_level") : "Local authority",
      {
        region: cell(row, "region_code"),
        number: cell(row, "old_la_code"),
        gss: cell(row, "new_la_code"),
      },
    );
    if (period === null || area === null) {
      unplaced += 1;
      findings.push(finding(period === null ? "E02" : "E03", file, table.lines[row]));
    } else {
      rows.push({ line: table.lines[row], area, period });
      places.push(row);
    }
  }
  return {
    file,
    dataset: dataset?.id ?? "",
    release,
    sourceKey,
    rows,
    columns: [...table.columns.keys()],
    text: (index, column) => columnOf(column)?.at(places[index]) ?? null,
    figure: (index, column) =>
      readFigure(columnOf(column)?.at(places[index]) ?? null, symbols) ?? UNREADABLE,
    findings,
    unplaced,
    count: {
      file,
      table: dataset?.id ?? "",
      rowsIn: table.rowCount,
      rowsOut: rows.length,
      rowsRejected: table.rowCount - rows.length,
    },
  };
}
