import type { Finding } from "../../check/finding";
import { auditRow } from "./audit";
import { correctRow } from "./correct-row";
import type { Correction } from "./corrections";
import { identify, type KnownNames } from "./identity/identify";
import type { KpiRow } from "./kpi-row";
import type { KpiSheet } from "./read-kpi-sheet";
import { sheetFinding, type SheetRuleId } from "./sheet-rules";

/** A row of a sheet, by their places. */
interface At {
  readonly sheet: number;
  readonly row: number;
}

/** What is said of a row as printed, and no longer holds when a field of it is corrected. */
const ANSWERED: ReadonlySet<string> = new Set<SheetRuleId>(["B14", "B16", "B27", "B40", "B41"]);

/** The names that a correction may call each KPI of a sheet by. */
function namesIn({ file, sheet, rows }: KpiSheet, names: KnownNames): Set<string>[] {
  const boards = [...new Set(rows.map(({ board }) => board))];
  const { rows: identified } = identify(rows, { names, file, sheet });
  return rows.map(({ ref, id, board }, i) => {
    const letter = String.fromCharCode(65 + (boards.indexOf(board) % 26));
    return new Set([ref, `${letter}${ref}`, id, identified[i].id]);
  });
}

/** The finding of a correction that is not applied; it quotes what the settings call the row. */
function refused({ row, field }: Correction, why: string): Finding {
  const finding = sheetFinding("B19", { file: "", sheet: "", line: null, field });
  return {
    ...finding,
    file: "send-scorecard.json",
    table: "kpiSheets.corrections",
    record: row,
    message: `${finding.message} ${why}`,
  };
}

/** Places of the KPIs that a correction may mean, in sheets that are read table by table. */
const meantBy = (
  { row }: Correction,
  names: readonly (readonly ReadonlySet<string>[])[],
): readonly At[] =>
  names.flatMap((rows, sheet) =>
    rows.flatMap((called, place) => (called.has(row) ? [{ sheet, row: place }] : [])),
  );

/** A sheet with corrected rows, and the findings of them that still hold. */
function corrected(sheet: KpiSheet, rows: readonly KpiRow[]): KpiSheet {
  const changed = rows.filter((row, i) => row !== sheet.rows[i]);
  if (changed.length === 0) return sheet;
  const lines = new Set(changed.map(({ line }) => line));
  const place = { file: sheet.file, sheet: sheet.sheet };
  const again = changed.flatMap((row) => auditRow(row, place));
  const findings = sheet.findings.filter(
    ({ rule, line }) => line === null || !lines.has(line) || !ANSWERED.has(rule),
  );
  return {
    ...sheet,
    rows,
    findings: [...findings, ...again.filter(({ rule }) => ANSWERED.has(rule))],
  };
}

/**
 * Sheets with the corrections of the settings: a layout applies them as it is read, tables take
 * them here. A correction that fits no KPI, or several in tables, is not applied and a finding.
 */
export function correctSheets(
  sheets: readonly KpiSheet[],
  corrections: readonly Correction[],
  catalogue: KnownNames,
): { sheets: readonly KpiSheet[]; findings: readonly Finding[] } {
  if (corrections.length === 0 || sheets.length === 0) return { sheets, findings: [] };
  const findings: Finding[] = [];
  const names = sheets.map((sheet) => (sheet.corrected ? [] : namesIn(sheet, catalogue)));
  const rows = sheets.map((sheet) => [...sheet.rows]);
  for (const correction of corrections) {
    const meant = meantBy(correction, names);
    const isUsed = sheets.some((sheet) => sheet.corrected?.includes(correction.row));
    if (meant.length > 1 || (meant.length === 1 && isUsed))
      findings.push(refused(correction, "Several KPIs go by this name: use the id of the KPI."));
    else if (meant.length === 0 && !isUsed)
      findings.push(refused(correction, "No KPI goes by this name."));
    else if (meant.length === 1) {
      const [{ sheet, row }] = meant;
      const result = correctRow(rows[sheet][row], [correction]);
      rows[sheet][row] = result.row;
      if (result.refused.length > 0)
        findings.push(refused(correction, "Its value does not fit the field of the row."));
    }
  }
  return { sheets: sheets.map((sheet, i) => corrected(sheet, rows[i])), findings };
}
