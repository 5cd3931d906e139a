import { readTargets, targetOf, type ReadTarget } from "../../../../src/kpi/read-target";
import type { Target } from "../../../../src/kpi/target";
import { PercentFigure } from "../../../scan/workbook/printed-rows";
import { readCell, type KpiCell } from "../cell";
import type { SheetPeriod } from "../period-text";
import type { FigureColumn } from "./figure-columns";
import { cellText } from "./grid";
import { keyOf, type Read } from "./read-entries";
import type { Entry } from "./table-context";

/** A target as it is written, and as it is understood. */
interface WrittenTarget {
  readonly read: ReadTarget;
  readonly words: string;
}

interface Targets {
  /**
   * `now` is the column of the current figure, which the one target of a row may be meant for;
   * null for an earlier figure.
   */
  readonly at: (period: SheetPeriod, now: FigureColumn | null) => WrittenTarget | null;
}

/** Targets by their periods: of the same period, of the year that holds it, else the one without. */
export function targetsOf(reads: readonly Read[]): Targets {
  const all = reads
    .filter(({ kind, raw }) => kind === "target" && raw !== null)
    .map(({ raw, period, cell }) => ({ ...targetWords(raw, cell), period }));
  const undated = all.filter(({ period }) => period === null);
  const plain = undated.find(({ read }) => targetOf(read) !== null) ?? undated[0] ?? null;
  return {
    at: (of, now) =>
      all.find(({ period }) => period !== null && keyOf(period) === keyOf(of)) ??
      all.find(
        ({ period }) => period !== null && period.start <= of.start && period.end >= of.end,
      ) ??
      plain ??
      (now !== null && all.length === 1 && isYearFor(all[0].period!, of, now) ? all[0] : null),
  };
}

const YEARS: ReadonlySet<string> = new Set(["calendar_year", "academic_year", "financial_year"]);

/**
 * The one target of a row is named after a year: it is meant for the figure that the board prints
 * beside it, whatever period the row names; under a heading of its own the year has to have begun.
 */
const isYearFor = (
  year: SheetPeriod,
  figure: SheetPeriod,
  { period, part, year: of }: FigureColumn,
) =>
  YEARS.has(year.frequency) &&
  (year.start <= figure.end || (period === null && part === null && of === null));

function targetWords(raw: Entry["raw"], cell: KpiCell): WrittenTarget {
  const words =
    raw instanceof PercentFigure
      ? raw.isTyped
        ? String(raw.stored)
        : `${raw.value}%`
      : typeof raw === "number"
        ? String(cell.value ?? raw)
        : cellText(raw);
  return { read: readTargets(words).at(-1)!, words: words.replace(/\s+/g, " ") };
}

export function targetCellOf(now: WrittenTarget | null): KpiCell {
  const empty = readCell(null);
  if (now === null) return empty;
  const { read, words } = now;
  return read.kind === "value"
    ? { ...empty, status: "ok", words, value: read.value, unit: read.unit, decimals: read.decimals }
    : { ...empty, words };
}

/** The target that rates a figure; words that are not understood rate nothing. */
export const ratedBy = (found: WrittenTarget | null): Target =>
  found === null
    ? { kind: "none", reason: "no_target" }
    : (targetOf(found.read) ?? { kind: "none", reason: "target_not_applicable" });
