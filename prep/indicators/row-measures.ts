import type { RowMeasure } from "../star/declaration";
import type { Indicator } from "./indicator";

/** The measures over a star table that a record names: its numerator over its denominator, and its numerator alone. */
function fromIndicator({ id, count, rowMeasure }: Indicator): RowMeasure[] {
  if (!rowMeasure || !count || count.clock === "month") return [];
  const { view, clock } = count;
  const isSnapshot = clock === "day";
  const of = rowMeasure.star ?? {
    table: view.star!.table,
    date: clock === "event" ? count.date : view.star!.day!,
    numerator: count.numerator,
    denominator: count.denominator,
  };
  const measure = (name: string, denominator: string | undefined): RowMeasure => ({
    name,
    indicator: id,
    fact: of.table.name,
    date: of.date,
    numerator: of.numerator,
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

type Named = readonly [
  name: string,
  indicator: string,
  date: string,
  numerator: string,
  denominator?: string,
];

/** Measures over the rows of one fact; of a snapshot they speak of the latest day in view. */
export const measuresOver = (
  fact: string,
  rows: readonly Named[],
  more: { readonly snapshot?: true } = {},
): RowMeasure[] =>
  rows.map(([name, indicator, date, numerator, denominator]) => ({
    name,
    indicator,
    fact,
    date,
    numerator,
    ...(denominator ? { denominator } : {}),
    ...more,
  }));
