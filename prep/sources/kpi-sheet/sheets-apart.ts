import { indicatorIdOf } from "../../indicators/indicator-id";
import type { KpiRow } from "./kpi-row";
import type { KpiSheet } from "./read-kpi-sheet";

/** Sheets that are another state of the same figures: where those differ, none is certain. */
const COPY =
  /\b(?:draft|old|copy|v\d+|version|previous|archived?|backup|superseded|revised|final|sheet ?\d+)\b/i;

const keyOf = ({ id, area, place, section }: KpiRow): string =>
  JSON.stringify([id, area, place ?? null, section]);

/** The figures of a KPI by their periods. */
const figuresOf = ({ current, previous, priorYear, earlier }: KpiRow): Map<string, number> =>
  new Map(
    [current, previous, priorYear, ...earlier].flatMap((point) =>
      point === null || point.cell.value === null
        ? []
        : [
            [
              `${point.period.frequency} ${point.period.start} ${point.period.end}`,
              point.cell.value,
            ] as const,
          ],
    ),
  );

/** How many figures of one KPI and period two sheets give alike, and how many otherwise. */
function compared(a: KpiSheet, b: KpiSheet): { alike: number; other: number } {
  const known = new Map(b.rows.map((row) => [keyOf(row), figuresOf(row)]));
  let [alike, other] = [0, 0];
  for (const row of a.rows)
    for (const [period, value] of figuresOf(row)) {
      const second = known.get(keyOf(row))?.get(period);
      if (second === undefined) continue;
      if (second === value) alike++;
      else other++;
    }
  return { alike, other };
}

/** Two sheets that print the same KPIs of different things, such as two services. */
function areOfTwo(a: KpiSheet, b: KpiSheet): boolean {
  if (a.file !== b.file || [a, b].some(({ sheet }) => sheet === "" || COPY.test(sheet)))
    return false;
  const { alike, other } = compared(a, b);
  return other > 2 && other > 3 * alike;
}

/**
 * Sheets of a workbook that are of one service or team each: those with the same KPIs and periods,
 * and other figures for nearly all of them. Their KPIs are named after their sheets, so that no two
 * are one. Where only some figures differ the sheets disagree, and nothing is changed.
 */
export function apartBySheet(sheets: readonly KpiSheet[]): KpiSheet[] {
  return sheets.map((sheet) => {
    const others = sheets.filter((one) => one !== sheet && areOfTwo(sheet, one));
    if (others.length === 0) return sheet;
    const shared = new Set(others.flatMap(({ rows }) => rows.map(keyOf)));
    const rows = sheet.rows.map((row): KpiRow => {
      if (!shared.has(keyOf(row))) return row;
      const name = `${sheet.sheet} - ${row.name}`;
      // What tells KPIs of one name in several sections apart stays behind the id.
      const suffix = row.id.slice(indicatorIdOf(row.name).length);
      const id = `${indicatorIdOf(name)}${suffix}`;
      return { ...row, name, id, section: row.section || sheet.sheet };
    });
    return { ...sheet, rows };
  });
}
