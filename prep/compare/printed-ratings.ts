import { desc } from "arquero";
import type { Finding } from "../check/finding";
import { recordGroupsOf, recordTable } from "../columns/record-table";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { sheetFinding } from "../sources/kpi-sheet/sheet-rules";
import type { KpiValueRow } from "../star/kpi-value-row";

/** The colour that boards print for each of our ratings; Blue and others say nothing of a target. */
const COLOURS: Readonly<Partial<Record<string, string>>> = {
  met: "Green",
  near: "Amber",
  missed: "Red",
};

const PRINTED: ReadonlySet<string> = new Set(["Green", "Amber", "Red"]);

const KPI_OF_SHEET = ["indicator_id", "source_key"] as const;

/** A figure of a board with both ratings that differ. */
const differs = ({ area_role, rating, printed_rating }: KpiValueRow): boolean => {
  const ours = COLOURS[rating ?? ""];
  return (
    area_role === "own" &&
    ours !== undefined &&
    PRINTED.has(printed_rating ?? "") &&
    ours !== printed_rating
  );
};

/**
 * A finding for each KPI whose printed rating differs from ours, of its latest such figure, with
 * both: a tolerance, a target or a direction is other than the board thinks.
 */
export function ratingFindings(
  ofSheets: readonly KpiValueRow[],
  sheetOf: ReadonlyMap<number, KpiSheet>,
): Finding[] {
  const newestFirst = recordTable(ofSheets.filter(differs), [...KPI_OF_SHEET, "period_end"])
    .groupby(...KPI_OF_SHEET)
    .orderby(desc("period_end"));
  return recordGroupsOf<KpiValueRow>(newestFirst).flatMap(([row]) => {
    const sheet = sheetOf.get(row.source_key);
    if (!sheet) return [];
    const finding = sheetFinding("B71", { file: sheet.file, sheet: sheet.sheet, line: null });
    const ours = COLOURS[row.rating!];
    return [
      {
        ...finding,
        record: row.indicator_id,
        message: `${finding.message} ${row.period_label}: ${row.printed_rating} printed, ${ours} by value, target and tolerance.`,
      },
    ];
  });
}
