import { readTargets, targetOf, type ReadTarget } from "../../../../src/kpi/read-target";
import type { Target } from "../../../../src/kpi/target";
import { PercentFigure } from "../../../scan/workbook/printed-rows";
import { readCell, type KpiCell } from "../cell";
import type { SheetPeriod } from "../period-text";
import { cellText } from "./grid";
import { keyOf, type Read } from "./read-entries";
import type { Entry } from "./read-rows";

/** A target as it is written, and as it is understood. */
export interface WrittenTarget {
  readonly read: ReadTarget;
  readonly words: string;
}

export interface Targets {
  /** `isNow` asks for the current figure: the one target that a row has is meant for it. */
  readonly at: (period: SheetPeriod, isNow: boolean) => WrittenTarget | null;
}

/** Targets by their periods: of the same period, of the year that holds it, else the one without. */
export function targetsOf(reads: readonly Read[]): Targets {
  const all = reads
    .filter(({ kind, raw }) => kind === "target" && raw !== null)
    .map(({ raw, period, cell }) => ({ ...targetWords(raw, cell), period }));
  const plain = all.find(({ period }) => period === null) ?? null;
  return {
    at: (of, isNow) =>
      all.find(({ period }) => period !== null && keyOf(period) === keyOf(of)) ??
      all.find(
        ({ period }) => period !== null && period.start <= of.start && period.end >= of.end,
      ) ??
      plain ??
      (isNow && all.length === 1 && isYearOf(all[0].period!, of) ? all[0] : null),
  };
}

const YEARS: ReadonlySet<string> = new Set(["calendar_year", "academic_year", "financial_year"]);

/** The one target of a row is named after a year that has begun when the figure ends. */
const isYearOf = (year: SheetPeriod, figure: SheetPeriod): boolean =>
  YEARS.has(year.frequency) && year.start <= figure.end;

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
