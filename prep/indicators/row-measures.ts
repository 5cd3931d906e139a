import type { RowMeasure, StarTable } from "../star/declaration";
import type { Count, Indicator, RowMeasureWords } from "./indicator";

/** Where the star has what a count adds up. Throws where its view has no table there. */
function starOf(count: Count): NonNullable<RowMeasureWords["star"]> {
  const { star, name } = count.view;
  const date = count.clock === "event" ? count.date : star?.day;
  if (count.clock === "month" || !star || date === undefined)
    throw new Error(`the star has no table of the rows of ${name}`);
  return { table: star.table, date, numerator: count.numerator, denominator: count.denominator };
}

/** Rules of the flags that a table has no column of. */
function rulesOf({ view: { flags } }: Count, { columns }: StarTable, names: readonly string[]) {
  const lacking = names.filter(
    (flag) => Object.hasOwn(flags, flag) && !columns.some(({ name }) => name === flag),
  );
  return lacking.length === 0
    ? {}
    : { rules: Object.fromEntries(lacking.map((flag) => [flag, flags[flag]])) };
}

/**
 * The measures over a star table that a record names: its numerator over its denominator, and its
 * numerator alone.
 */
function fromIndicator({ id, count, rowMeasure }: Indicator): RowMeasure[] {
  if (!rowMeasure || !count) return [];
  const of = rowMeasure.star ?? starOf(count);
  const isSnapshot = count.clock === "day";
  const measure = (name: string, denominator: string | undefined): RowMeasure => ({
    name,
    indicator: id,
    fact: of.table.name,
    date: of.date,
    numerator: of.numerator,
    ...rulesOf(count, of.table, [of.numerator, denominator ?? of.numerator]),
    ...(denominator === undefined ? {} : { denominator }),
    ...(isSnapshot ? { snapshot: true } : {}),
  });
  return [
    measure(rowMeasure.name, of.denominator),
    ...(rowMeasure.numeratorName === undefined
      ? []
      : [measure(rowMeasure.numeratorName, undefined)]),
  ];
}

/** The measures over rows of star tables that records name. */
export const rowMeasuresOf = (indicators: readonly Indicator[]): RowMeasure[] =>
  indicators.flatMap(fromIndicator);
