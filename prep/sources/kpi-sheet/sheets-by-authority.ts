import type { Finding, RowCount } from "../../check/finding";
import { authorityName } from "../../reference/authorities";
import type { KpiSheet } from "./read-kpi-sheet";
import { sheetFinding } from "./sheet-rules";
import { sheetsOfAuthority, withRowsLeft } from "./sheets-of-authority";

interface SheetsByAuthority {
  /** The sheets of each authority, with its rows alone. */
  readonly of: ReadonlyMap<string, readonly KpiSheet[]>;
  readonly findings: readonly Finding[];
  /** Row counts with the rows of nobody moved from read to rejected. */
  readonly rows: (rows: readonly RowCount[]) => readonly RowCount[];
}

/** What became of one sheet. */
interface Shared {
  readonly of: readonly (readonly [authority: string, sheet: KpiSheet])[];
  readonly findings: readonly Finding[];
  readonly left: ReturnType<typeof sheetsOfAuthority>["left"];
}

/** A sheet that no title, name or file names an authority of: its column of areas says whose rows. */
function byColumn(sheet: KpiSheet, authorities: readonly string[]): Shared {
  const of = authorities.flatMap((authority) => {
    const rows = sheet.rows.filter(({ area }) => area === authority);
    return rows.length === 0 ? [] : [[authority, { ...sheet, rows }] as const];
  });
  const kept = of.reduce((sum, [, { rows }]) => sum + rows.length, 0);
  const { file, count } = sheet;
  const out = of.length === 0 ? count.rowsOut : Math.min(count.rowsOut, sheet.rows.length - kept);
  if (out === 0) return { of, findings: [], left: [] };
  const finding = sheetFinding("B91", { file, sheet: sheet.sheet, line: null });
  return {
    of,
    findings: [{ ...finding, message: `${finding.message} Rows: ${out}.` }],
    left: [{ file, table: count.table, rowsRejected: out }],
  };
}

/** A sheet whose title, name or file names authorities: it is of the one that is asked for. */
function byName(sheet: KpiSheet, authorities: readonly string[]): Shared {
  const found = authorities.map((authority) => ({
    authority,
    ...sheetsOfAuthority([sheet], authority),
  }));
  const mine = found.filter(({ kept }) => kept.length > 0);
  if (mine.length === 1) {
    const [{ authority, kept, findings, left }] = mine;
    return { of: kept.map((one) => [authority, one] as const), findings, left };
  }
  if (mine.length === 0) return { of: [], findings: found[0].findings, left: found[0].left };
  if (sheet.rows.some(({ area }) => area !== null)) return byColumn(sheet, authorities);
  const { file, count } = sheet;
  const finding = sheetFinding("B91", { file, sheet: sheet.sheet, line: null });
  const names = mine.map(({ authority }) => authorityName(authority)).join(", ");
  return {
    of: [],
    findings: [{ ...finding, message: `${finding.message} It names ${names}.` }],
    left: [{ file, table: count.table, rowsRejected: count.rowsOut }],
  };
}

/**
 * The KPI sheets of several authorities, each row with one of them: by the title, name or file of
 * its sheet, else by its column of areas. What is of none, or may be of several, is left out and
 * told.
 */
export function sheetsByAuthority(
  sheets: readonly KpiSheet[],
  authorities: readonly string[],
): SheetsByAuthority {
  const shared = sheets.map((sheet) =>
    sheet.naming.length === 0 ? byColumn(sheet, authorities) : byName(sheet, authorities),
  );
  const all = shared.flatMap(({ of }) => of);
  const left = shared.flatMap((one) => one.left);
  return {
    of: new Map(
      authorities.map((authority) => [
        authority,
        all.flatMap(([of, sheet]) => (of === authority ? sheet : [])),
      ]),
    ),
    findings: shared.flatMap(({ findings }) => findings),
    rows: (rows) => withRowsLeft(rows, left),
  };
}
