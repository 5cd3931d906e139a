import { civilOf } from "../../calendar/day";
import { monthEnd, monthLabel, monthStart } from "../../calendar/periods";
import type { KpiPoint, KpiRow } from "./kpi-row";
import type { SheetField } from "./layout";
import { academicYearOf, readPeriod, yearBefore, type SheetPeriod } from "./period-text";
import type { RowFigures } from "./row-figures";
import type { RowSource } from "./row-source";

/** Words that call a figure provisional; a longer comment may speak of another one. */
const PROVISIONAL = /\bprovisional\b/i;
const LONGEST_REMARK = 60;

const isProvisional = (words: string): boolean =>
  words.length <= LONGEST_REMARK && PROVISIONAL.test(words);

type RowPoints = Pick<KpiRow, "current" | "misdated" | "previous" | "priorYear" | "earlier">;

/**
 * The figures of a row in time: of the month columns where there are any, else of the current,
 * previous and prior-year columns.
 */
export function readPoints(
  source: RowSource,
  figures: RowFigures,
  beside: NonNullable<KpiPoint["beside"]>,
): RowPoints {
  return figures.months.length > 0
    ? monthlyPoints(source, figures, beside)
    : columnPoints(source, figures, beside);
}

/**
 * The last month that has words or a figure is the current one; months still to come are no points.
 */
function monthlyPoints(
  { text, report }: RowSource,
  { months, cells }: RowFigures,
  beside: KpiPoint["beside"],
): RowPoints {
  // In this column 2024/25 is the financial year that the months run through.
  const year = readPeriod(text("year").replace(/^(\d{4})\/(\d{2})$/, "$1-$2"));
  const misdated = year === null && /\d/.test(text("year"));
  if (misdated) report("B10", "year", text("year"));
  else if (
    year === null &&
    months.some((one) => one.year === null && one.cell.status !== "missing")
  )
    report("B12", "year");
  const points = months
    .flatMap(({ month, year: own, cell }): KpiPoint[] => {
      const inYear = own ?? (year === null ? null : civilOf(year.start).year + (month < 3 ? 1 : 0));
      if (inYear === null) return [];
      const index = inYear * 12 + month;
      return [
        {
          cell,
          period: {
            start: monthStart(index),
            end: monthEnd(index),
            frequency: "month",
            label: monthLabel(index),
            average: false,
          },
          provisional: isProvisional(cell.words),
          beside: null,
        },
      ];
    })
    .sort((a, b) => a.period.end - b.period.end);
  const last = points.reduce((found, { cell }, i) => (cell.status === "missing" ? found : i), -1);
  const latest = cells.get("current");
  if (last >= 0) {
    if (latest && latest.value !== null && latest.value !== points[last].cell.value)
      report("B17", "current");
    return {
      current: { ...points[last], beside },
      misdated: false,
      previous: points[last - 1] ?? null,
      priorYear: null,
      earlier: points.slice(0, Math.max(0, last - 1)),
    };
  }
  const updated = readPeriod(text("updated"));
  return {
    current:
      updated && latest
        ? { cell: latest, period: updated, provisional: isProvisional(latest.words), beside }
        : null,
    misdated,
    previous: null,
    priorYear: null,
    earlier: [],
  };
}

function columnPoints(
  { said, text, report }: RowSource,
  { cells }: RowFigures,
  beside: KpiPoint["beside"],
): RowPoints {
  const period = (
    field: "current_period" | "previous_period" | "as_at",
    words: string,
  ): SheetPeriod | null => {
    const read = words === "" ? null : readPeriod(words);
    if (words !== "" && read === null) report("B10", field, words);
    return read;
  };
  const asAt = period("as_at", text("as_at"));
  const current = period("current_period", said("current_period"));
  const previous = period("previous_period", said("previous_period"));
  // A column of "the year before" is of the same month a year ago in a monthly paper and of the
  // whole school year before in a termly one.
  const before =
    current === null
      ? null
      : current.frequency === "month"
        ? yearBefore(current)
        : academicYearOf(yearBefore(current).end);
  const point = (field: SheetField, of: SheetPeriod | null): KpiPoint | null => {
    const cell = cells.get(field);
    return cell && of
      ? { cell, period: of, provisional: isProvisional(cell.words), beside: null }
      : null;
  };
  const now = point("current", current);
  return {
    misdated: said("current_period") !== "" && current === null,
    current: now && {
      ...now,
      cell: { ...now.cell, asAt: now.cell.asAt ?? asAt },
      provisional:
        now.provisional || [text("commentary"), said("current_period")].some(isProvisional),
      beside,
    },
    previous: point("previous", previous),
    priorYear: point("prior_year", before),
    earlier: [],
  };
}
