import type { ColumnTable } from "arquero";
import type { Finding } from "../check/finding";
import { recordGroupsOf, recordTable } from "../columns/record-table";
import { fileFinding } from "../extracts/file-rules";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { sheetFinding } from "../sources/kpi-sheet/sheet-rules";
import { roundHalfUp } from "../../src/kpi/round";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { Clash } from "./one-figure-a-key";
import type { PublishedClash } from "./one-published-figure";

/** `"KPIs" of board.xlsx`; the file alone where it has no sheets. */
const placeOf = ({ file, sheet }: KpiSheet): string =>
  sheet === "" ? file : `"${sheet}" of ${file}`;

/** Where the figures stand, in words. */
const placesOf = (sheets: readonly KpiSheet[]): string =>
  sheets.length === 1
    ? `twice in ${placeOf(sheets[0])}`
    : `in ${sheets.map(placeOf).join(" and in ")}`;

/**
 * A finding for each figure that sheets give differently, which names them all and says what is
 * shown.
 */
export const clashFindings = (
  clashes: readonly Clash[],
  sheetOf: ReadonlyMap<number, KpiSheet>,
): Finding[] =>
  clashes.flatMap(({ rows, chosen }) => {
    const sheets = [...new Set(rows.flatMap(({ source_key }) => sheetOf.get(source_key) ?? []))];
    const last = sheets.at(-1);
    if (!last) return [];
    const { indicator_id, period_label } = rows[0];
    const finding = sheetFinding("B52", { file: last.file, sheet: last.sheet, line: null });
    const shown = chosen
      ? `that of ${placeOf(sheetOf.get(chosen.source_key)!)} is shown, for the other is provisional`
      : "none is shown";
    return [
      {
        ...finding,
        record: indicator_id,
        message: `${finding.message} ${period_label}, ${placesOf(sheets)}: ${shown}.`,
      },
    ];
  });

/** Decimals that a value is written with. */
const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1].length ?? 0;

/** What a counted figure and one of a sheet share that are of the same. */
const FIGURE = ["indicator_id", "area_code", "period_end", "frequency", "service"] as const;

/** A table of the figures of the whole own area that have a value. */
const ownValues = (rows: readonly KpiValueRow[]): ColumnTable =>
  recordTable(
    rows.filter(
      ({ area_role, breakdown, value }) =>
        area_role === "own" && breakdown === "all" && value !== null,
    ),
    FIGURE,
  );

interface SheetFigure {
  readonly record: KpiValueRow;
  readonly count: KpiValueRow;
}

/**
 * A finding for each figure of a sheet that the count gives otherwise, beyond the rounding of the
 * sheet, with both numbers.
 */
export function driftFindings(
  counted: readonly KpiValueRow[],
  ofSheets: readonly KpiValueRow[],
  sheetOf: ReadonlyMap<number, KpiSheet>,
): Finding[] {
  const both = ownValues(ofSheets).join(
    ownValues(counted).rename({ record: "count" }),
    [[...FIGURE], [...FIGURE]],
    [["record"], ["count"]],
  );
  return (both.objects() as SheetFigure[]).flatMap(({ record: row, count }) => {
    const sheet = sheetOf.get(row.source_key);
    if (!sheet) return [];
    const decimals = decimalsOf(row.value!);
    if (roundHalfUp(count.value!, decimals) === row.value) return [];
    const finding = sheetFinding("B57", { file: sheet.file, sheet: sheet.sheet, line: null });
    return [
      {
        ...finding,
        record: row.indicator_id,
        message: `${finding.message} ${row.period_label}: ${row.value} in ${placeOf(sheet)}, ${Number(count.value!.toFixed(decimals + 1))} counted.`,
      },
    ];
  });
}

/** One finding for all counted figures that the extracts tell twice and differently. */
export const countedTwice = (clashes: readonly Clash[]): Finding[] =>
  clashes.length === 0
    ? []
    : [
        fileFinding(
          "F19",
          "all extracts",
          `${clashes.length} figures are given twice and differently, the first is ${clashes[0].rows[0].indicator_id} of ${clashes[0].rows[0].period_label}; none of them is shown.`,
        ),
      ];

/**
 * A finding for each set of published files that give figures differently, which names them and how
 * many figures it is.
 */
export function publishedTwice(clashes: readonly PublishedClash[]): Finding[] {
  const namesOf = ({ files }: PublishedClash): string => files.join(" and ");
  const byFiles = recordTable(clashes, { names: namesOf }).groupby("names");
  return recordGroupsOf<PublishedClash>(byFiles).map((all) => {
    const { mapping, area, period } = all[0].figure;
    return fileFinding(
      "F20",
      all[0].files[0],
      `${namesOf(all[0])} give published figures differently (figures: ${all.length}), the first is ${mapping.indicator} of ${area.code}, ${period.label}; none of them is shown.`,
    );
  });
}
