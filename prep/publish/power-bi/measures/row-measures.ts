import { tableName } from "../model/business-names";
import type { Measure } from "../model/model";
import type { DeclaredMeasure, StarTable } from "../../../star/declaration";
import { SHARE, WHOLE } from "./formats";

function dax(
  { date, snapshot, numerator, denominator }: DeclaredMeasure,
  table: StarTable,
): string {
  const labels = new Map(table.columns.map(({ name, label }) => [name, label]));
  const column = (name: string): string => `'${tableName(table)}'[${labels.get(name)}]`;
  const total =
    denominator === undefined
      ? `SUM ( ${column(numerator)} )`
      : `DIVIDE ( SUM ( ${column(numerator)} ), SUM ( ${column(denominator)} ) )`;
  if (snapshot)
    return `VAR _Day = MAX ( ${column(date)} )\nRETURN\n    CALCULATE ( ${total}, ${column(date)} = _Day )`;
  if (!table.columns.find(({ name }) => name === date)!.inactive) return total;
  // Not USERELATIONSHIP: Power BI refuses it where row-level security filters the fact.
  return `CALCULATE (\n    ${total},\n    REMOVEFILTERS ( 'Date' ),\n    TREATAS ( VALUES ( 'Date'[Date] ), ${column(date)} )\n)`;
}

/** The row-level measures of a star table; those whose columns it does not have are left out. */
export function rowMeasuresOf(table: StarTable): Measure[] {
  const names = new Set(table.columns.map(({ name }) => name));
  return (table.measures ?? [])
    .filter(({ date, numerator, denominator }) =>
      [date, numerator, denominator ?? numerator].every((column) => names.has(column)),
    )
    .map((measure) => {
      const words = table.columns
        .find(({ name }) => name === measure.numerator)!
        .label.toLowerCase();
      const out =
        measure.denominator &&
        table.columns.find(({ name }) => name === measure.denominator)!.label.toLowerCase();
      const when = measure.snapshot
        ? "on the latest day in view"
        : `by ${table.columns.find(({ name }) => name === measure.date)!.label.toLowerCase()}`;
      return {
        name: out ? `${measure.name} (%)` : measure.name,
        description: `Rows of ${tableName(table)} flagged "${words}"${out ? ` over those flagged "${out}"` : ""}, ${when}. Agrees with ${measure.indicator} when nothing is sliced.`,
        dax: dax(measure, table),
        folder: `Rows\\${tableName(table)}`,
        format: out ? SHARE : WHOLE,
      };
    });
}
