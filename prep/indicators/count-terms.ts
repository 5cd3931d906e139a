import { dayLabel } from "../calendar/periods";
import {
  academicYear,
  academicYearOf,
  termEnd,
  termLabel,
  termStart,
  type TermIndex,
} from "../calendar/terms";
import type { Breakdown, Clocked, TermDefinition, TermView } from "./definition";
import { notAvailable, valued, type Emit, type Figure } from "./figure";

/** What is known of the terms that a fact speaks of. */
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
function rowsOfSpan({ term, count }: TermView, { first, last }: Span): readonly [number, number] {
  const before = (limit: TermIndex): number => {
    let [low, high] = [0, count];
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
  view: TermView,
  { numerator, denominator }: Clocked<TermDefinition>,
  span: Span,
  { index, length }: { index: ArrayLike<number>; length: number },
): Sums {
  const sums = emptySums(length);
  const [top, bottom] = [
    view.measures[numerator],
    denominator === undefined || denominator === "roll" ? null : view.measures[denominator],
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
  view: TermView,
  { numerator, share }: Clocked<TermDefinition>,
  span: Span,
  unit: TermView["units"][string],
): Int32Array {
  const rows = new Int32Array(unit.count).fill(-1);
  const counts = view.measures[numerator];
  const [from, to] = rowsOfSpan(view, span);
  for (let row = from; row < to; row++)
    if (share !== undefined || counts[row] > 0) rows[unit.of[row]] = row;
  return rows;
}

/** Counts the units whose sums qualify, each in the group of its last row. */
function countUnits(
  { share }: Clocked<TermDefinition>,
  sums: Sums,
  rows: Int32Array,
  { values, groups }: Breakdown,
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
export function countTerms(
  definition: Clocked<TermDefinition>,
  view: TermView,
  known: KnownTerms,
  emit: Emit,
): void {
  const unit = definition.unit === undefined ? null : view.units[definition.unit];
  for (const span of spansOf(known.more?.terms ?? known.terms)) {
    const { frequency, start, end, label } = span;
    const about = {
      indicator: definition.id,
      frequency,
      start,
      end,
      label,
      caution: null,
      asAt: termEnd(span.last),
    };
    const covers = (terms: ReadonlySet<TermIndex>): boolean =>
      Array.from({ length: span.last - span.first + 1 }, (_, i) => terms.has(span.first + i)).every(
        Boolean,
      );
    const year = academicYearOf(span.first);
    const why =
      lacking(covers, known) ??
      (definition.denominator === "roll" && !known.roll(year, "all")
        ? "The January census of the academic year is not loaded"
        : null);
    if (why !== null) {
      emit({ ...about, breakdown: "all", breakdownValue: "all", ...notAvailable(why), asAt: null });
      continue;
    }
    const ofUnits = unit && {
      sums: sumRows(view, definition, span, { index: unit.of, length: unit.count }),
      rows: lastRows(view, definition, span, unit),
    };
    for (const name of ["all", ...definition.breakdowns]) {
      const groups =
        name === "all"
          ? { values: ["all"], groups: new Uint8Array(view.count) }
          : view.breakdowns[name];
      const roll = definition.denominator === "roll" ? known.roll(year, name) : null;
      if (!groups || (definition.denominator === "roll" && !roll)) continue;
      const { top, bottom } = ofUnits
        ? countUnits(definition, ofUnits.sums, ofUnits.rows, groups)
        : sumRows(view, definition, span, { index: groups.groups, length: groups.values.length });
      groups.values.forEach((breakdownValue, group) =>
        emit({
          ...about,
          breakdown: name,
          breakdownValue,
          ...valued(
            definition.statistic,
            top[group],
            definition.denominator === undefined ? null : (roll ?? bottom)[group],
          ),
        }),
      );
    }
  }
}
