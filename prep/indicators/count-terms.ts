import { allBreakdowns, isCountedBy } from "./by-year";
import { dayLabel } from "../calendar/periods";
import {
  academicYear,
  academicYearOf,
  termEnd,
  termLabel,
  termStart,
  type TermIndex,
} from "../calendar/terms";
import type { Grouped } from "../columns/column-source";
import { figureOf, missingFigure, valued, type Emit, type Figure } from "./figure";
import type { CountBy } from "./indicator";
import type { Units, ViewRows } from "./view";

/** What is known of the terms that rows speak of. */
export interface KnownTerms {
  readonly terms: ReadonlySet<TermIndex>;
  /**
   * Terms that something is told of, where that is more than what this indicator needs: those not
   * known are said
   * to be so, in these words.
   */
  readonly more?: { readonly terms: ReadonlySet<TermIndex>; readonly why: string };
  /**
   * Pupils of the January census of an academic year by the groups of a breakdown; null when that
   * census is not
   * loaded or cannot tell the groups.
   */
  readonly roll: (year: number, breakdown: string) => ArrayLike<number> | null;
  /** Why figures of a stretch of terms by a breakdown are to be read with care; null where not. */
  readonly caution?: (first: TermIndex, last: TermIndex, breakdown: string) => string | null;
}

/** Rows of school terms, in the order of their terms. */
export interface TermRows extends KnownTerms {
  readonly clock: "term";
  readonly rows: Pick<ViewRows, "count" | "measures" | "units" | "breakdowns">;
  /** Term of each row as a `TermIndex`. */
  readonly term: Int32Array;
}

interface Span extends Pick<Figure, "frequency" | "start" | "end" | "label"> {
  readonly first: TermIndex;
  readonly last: TermIndex;
}

/**
 * The terms that are known, the academic years they lie in, and each year up to each of its terms.
 */
function spansOf(known: ReadonlySet<TermIndex>): Span[] {
  const terms = [...known].sort((a, b) => a - b);
  const years = [...new Set(terms.map(academicYearOf))];
  return [
    ...terms.map((term): Span => ({
      frequency: "term",
      first: term,
      last: term,
      start: termStart(term),
      end: termEnd(term),
      label: termLabel(term),
    })),
    ...terms.map((term): Span => {
      const { start, label } = academicYear(academicYearOf(term));
      return {
        frequency: "year_to_date",
        first: academicYearOf(term) * 3,
        last: term,
        start,
        end: termEnd(term),
        label: `${label} to ${dayLabel(termEnd(term))}`,
      };
    }),
    ...years.map((year): Span => ({
      frequency: "academic_year",
      first: year * 3,
      last: year * 3 + 2,
      ...academicYear(year),
    })),
  ];
}

interface Sums {
  readonly top: Float64Array;
  readonly bottom: Float64Array;
}

const emptySums = (length: number): Sums => ({
  top: new Float64Array(length),
  bottom: new Float64Array(length),
});

/**
 * The rows of a span, from the first to before the second: rows are in the order of their terms.
 */
function rowsOfSpan({ term, rows }: TermRows, { first, last }: Span): readonly [number, number] {
  const before = (limit: TermIndex): number => {
    let [low, high] = [0, rows.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (term[middle] < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [before(first), before(last + 1)];
}

/** Sums numerator and denominator over the rows of a span, by an index of each row. */
function sumRows(
  view: TermRows,
  { numerator, denominator }: CountBy<"term">,
  span: Span,
  { index, length }: { index: ArrayLike<number>; length: number },
): Sums {
  const sums = emptySums(length);
  const [top, bottom] = [
    view.rows.measures[numerator],
    denominator === undefined || denominator === "roll" ? null : view.rows.measures[denominator],
  ];
  const [from, to] = rowsOfSpan(view, span);
  for (let row = from; row < to; row++) {
    sums.top[index[row]] += top[row];
    if (bottom) sums.bottom[index[row]] += bottom[row];
  }
  return sums;
}

/**
 * The last row of each unit in a span that speaks for it, -1 where it has none. Without a share to
 * reach, only
 * rows that count do: an exclusion after a suspension does not say where the pupil was suspended.
 */
function lastRows(
  view: TermRows,
  { numerator, share }: CountBy<"term">,
  span: Span,
  unit: Units,
): Int32Array {
  const rows = new Int32Array(unit.count).fill(-1);
  const counts = view.rows.measures[numerator];
  const [from, to] = rowsOfSpan(view, span);
  for (let row = from; row < to; row++)
    if (share !== undefined || counts[row] > 0) rows[unit.of[row]] = row;
  return rows;
}

/** Counts the units whose sums qualify, each in the group of its last row. */
function countUnits(
  { share }: CountBy<"term">,
  sums: Sums,
  rows: Int32Array,
  { values, groups }: Grouped,
): Sums {
  const counts = emptySums(values.length);
  for (let unit = 0; unit < rows.length; unit++) {
    if (rows[unit] < 0) continue;
    const group = groups[rows[unit]];
    const [top, bottom] = [sums.top[unit], sums.bottom[unit]];
    if (share === undefined ? top > 0 : bottom > 0 && 100 * top >= share * bottom)
      counts.top[group]++;
    if (bottom > 0) counts.bottom[group]++;
  }
  return counts;
}

/** Why a stretch of terms cannot be counted, where it cannot. */
function lacking(
  covers: (terms: ReadonlySet<TermIndex>) => boolean,
  { terms, more }: KnownTerms,
): string | null {
  if (covers(terms)) return null;
  return more && covers(more.terms) ? more.why : "No census loaded covers the whole period";
}

/**
 * Counts one indicator by term, by academic year and by the year to each term. A year, or a year to
 * date, with a
 * term that no census covers is
 * not_available for the whole authority; so is a rate whose January roll is not loaded.
 */
export function countTerms(count: CountBy<"term">, view: TermRows, emit: Emit): void {
  const { rows, roll: rollOf } = view;
  const unit = count.unit === undefined ? null : rows.units[count.unit];
  for (const span of spansOf(view.more?.terms ?? view.terms)) {
    const { frequency, start, end, label } = span;
    const about = {
      indicator: count.id,
      frequency,
      start,
      end,
      label,
      asAt: termEnd(span.last),
    };
    const covers = (terms: ReadonlySet<TermIndex>): boolean =>
      Array.from({ length: span.last - span.first + 1 }, (_, i) => terms.has(span.first + i)).every(
        Boolean,
      );
    const year = academicYearOf(span.first);
    const why =
      lacking(covers, view) ??
      (count.denominator === "roll" && !rollOf(year, "all")
        ? "The January census of the academic year is not loaded"
        : null);
    if (why !== null) {
      emit(missingFigure(about, why));
      continue;
    }
    const ofUnits = unit && {
      sums: sumRows(view, count, span, { index: unit.of, length: unit.count }),
      rows: lastRows(view, count, span, unit),
    };
    for (const name of allBreakdowns(count)) {
      if (!isCountedBy(count, name, about.frequency)) continue;
      const groups =
        name === "all"
          ? { values: ["all"], groups: new Uint8Array(rows.count) }
          : rows.breakdowns[name];
      const roll = count.denominator === "roll" ? rollOf(year, name) : null;
      if (!groups || (count.denominator === "roll" && !roll)) continue;
      const { top, bottom } = ofUnits
        ? countUnits(count, ofUnits.sums, ofUnits.rows, groups)
        : sumRows(view, count, span, { index: groups.groups, length: groups.values.length });
      const caution = view.caution?.(span.first, span.last, name) ?? null;
      const of = { ...about, caution, breakdown: name };
      groups.values.forEach((breakdownValue, group) => {
        const bottoms = count.denominator === undefined ? null : (roll ?? bottom)[group];
        emit(figureOf(of, breakdownValue, valued(count.statistic, top[group], bottoms)));
      });
    }
  }
}
