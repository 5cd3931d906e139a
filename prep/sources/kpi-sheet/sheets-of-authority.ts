import type { Finding, RowCount } from "../../check/finding";
import { authorityName } from "../../reference/authorities";
import type { ComparatorKind } from "../../../src/kpi/target";
import type { KpiSheet } from "./read-kpi-sheet";
import { sheetFinding } from "./sheet-rules";
import { kindSaid } from "./tables/kind-words";

interface SheetsOfAuthority {
  readonly kept: readonly KpiSheet[];
  readonly findings: readonly Finding[];
  /** Rows that are left out, as rows of the same file and table read before. */
  readonly left: readonly Pick<RowCount, "file" | "table" | "rowsRejected">[];
}

/** The part of a sheet that names other authorities and not this one; null where none does. */
const namesAnother = ({ naming }: KpiSheet, authority: string): KpiSheet["naming"][number] | null =>
  naming.find(({ authorities }) => !authorities.includes(authority)) ?? null;

/**
 * What the whole name of a sheet says: England, a region or neighbours; null for any other, and where
 * its rows name areas or comparators themselves.
 */
function comparatorNamed({ sheet, rows }: KpiSheet): ComparatorKind | null {
  const { kind, rest } = kindSaid(sheet);
  const areNamed = rows.some(({ area, comparators }) => area !== null || comparators.length > 0);
  return !areNamed &&
    rest === "" &&
    (kind === "england" || kind === "region" || kind === "neighbours")
    ? kind
    : null;
}

/**
 * The sheets and rows of one authority: a sheet whose title, name or file names another is left out
 * whole, as are rows of an area column that do. The figures of a sheet that is named after England, a
 * region or neighbours are comparators.
 */
export function sheetsOfAuthority(
  sheets: readonly KpiSheet[],
  authority: string,
): SheetsOfAuthority {
  const findings: Finding[] = [];
  const left: SheetsOfAuthority["left"][number][] = [];
  const kept = sheets.flatMap((sheet): KpiSheet[] => {
    const { file, count } = sheet;
    const place = { file, sheet: sheet.sheet, line: null };
    const leave = (rule: "B50" | "B51", rowsRejected: number, words: string): void => {
      const finding = sheetFinding(rule, place);
      findings.push({ ...finding, message: `${finding.message} ${words}`.trim() });
      left.push({ file, table: count.table, rowsRejected });
    };
    const other = namesAnother(sheet, authority);
    if (other) {
      const names = other.authorities.map(authorityName).join(", ");
      leave("B50", count.rowsOut, `Its ${other.by} names ${names}.`);
      return [];
    }
    const rows = sheet.rows.filter(({ area }) => area === null || area === authority);
    const comparator = comparatorNamed(sheet);
    if (comparator !== null) {
      findings.push(sheetFinding("B72", place));
      return [{ ...sheet, rows: [], compared: { kind: comparator, rows } }];
    }
    if (rows.length === sheet.rows.length) return [sheet];
    const others = [...new Set(sheet.rows.flatMap(({ area }) => area ?? []))].filter(
      (area) => area !== authority,
    );
    leave(
      "B51",
      Math.min(count.rowsOut, sheet.rows.length - rows.length),
      `The column of areas names ${others.map(authorityName).join(", ")}.`,
    );
    return [{ ...sheet, rows }];
  });
  return { kept, findings, left };
}

/** Row counts with rows moved from read to rejected. */
export const withRowsLeft = (
  rows: readonly RowCount[],
  left: SheetsOfAuthority["left"],
): RowCount[] =>
  rows.map((row) => {
    const out = left
      .filter(({ file, table }) => file === row.file && table === row.table)
      .reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
    return { ...row, rowsOut: row.rowsOut - out, rowsRejected: row.rowsRejected + out };
  });
