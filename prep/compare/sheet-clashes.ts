import type { Finding } from "../check/finding";
import { fileFinding } from "../extracts/file-rules";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { sheetFinding } from "../sources/kpi-sheet/sheet-rules";
import type { Clash } from "./one-figure-a-key";

/** `"KPIs" of board.xlsx`; the file alone where it has no sheets. */
const placeOf = ({ file, sheet }: KpiSheet): string =>
  sheet === "" ? file : `"${sheet}" of ${file}`;

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
        message: `${finding.message} ${period_label}, in ${sheets.map(placeOf).join(" and in ")}: ${shown}.`,
      },
    ];
  });

/** One finding for all counted figures that the extracts tell twice and differently. */
export const countedTwice = (clashes: readonly Clash[]): Finding[] =>
  clashes.length === 0
    ? []
    : [
        fileFinding(
          "F19",
          "all extracts",
          `${clashes.length} figures are told twice and differently, the first is ${clashes[0].rows[0].indicator_id} of ${clashes[0].rows[0].period_label}; none of them is shown.`,
        ),
      ];
