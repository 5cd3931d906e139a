import { tableName } from "../model/business-names";
import type { Measure } from "../model/model";
import type { DeclaredMeasure, StarTable } from "../../../star/declaration";
import { SHARE, WHOLE } from "./formats";
import { isPrintable, printDax } from "./print-dax";

/** Sum of a flag over the rows of a fact: of its column, else of the rule that it is. */
function sumOf(name: string, { rules }: DeclaredMeasure, table: StarTable): string {
  const column = table.columns.find((one) => one.name === name);
  return column
    ? `SUM ( '${tableName(table)}'[${column.label}] )`
    : `SUMX ( '${tableName(table)}', IF ( ${printDax(rules![name], table)}, 1, 0 ) )`;
}

function dax(measure: DeclaredMeasure, table: StarTable): string {
  const { date, snapshot, numerator, denominator } = measure;
  const labels = new Map(table.columns.map(({ name, label }) => [name, label]));
  const column = (name: string): string => `'${tableName(table)}'[${labels.get(name)}]`;
  const sum = (name: string): string => sumOf(name, measure, table);
  const total =
    denominator === undefined
      ? sum(numerator)
      : `DIVIDE ( ${sum(numerator)}, ${sum(denominator)} )`;
  if (snapshot)
    return (
      `VAR _Day = MAX ( ${column(date)} )\nRETURN\n` +
      `    CALCULATE ( ${total}, ${column(date)} = _Day )`
    );
  if (!table.columns.find(({ name }) => name === date)!.inactive) return total;
  // Not USERELATIONSHIP: Power BI refuses it where row-level security filters the fact.
  return (
    `CALCULATE (\n    ${total},\n    REMOVEFILTERS ( 'Date' ),\n` +
    `    TREATAS ( VALUES ( 'Date'[Date] ), ${column(date)} )\n)`
  );
}

/** Whether the rows of a table tell a flag. */
const tells = (table: StarTable, name: string, { rules }: DeclaredMeasure): boolean =>
  table.columns.some((one) => one.name === name) ||
  (rules?.[name] !== undefined && isPrintable(rules[name], table));

/** The row-level measures of a star table; those that its rows do not tell are left out. */
export function rowMeasuresOf(table: StarTable): Measure[] {
  const labelOf = (name: string): string =>
    (
      table.columns.find((one) => one.name === name)?.label ?? name.replaceAll("_", " ")
    ).toLowerCase();
  return (table.measures ?? [])
    .filter(
      (measure) =>
        table.columns.some(({ name }) => name === measure.date) &&
        tells(table, measure.numerator, measure) &&
        tells(table, measure.denominator ?? measure.numerator, measure),
    )
    .map((measure) => {
      const out = measure.denominator && labelOf(measure.denominator);
      const when = measure.snapshot ? "on the latest day in view" : `by ${labelOf(measure.date)}`;
      const over = out ? ` over those flagged "${out}"` : "";
      return {
        name: out ? `${measure.name} (%)` : measure.name,
        description:
          `Rows of ${tableName(table)} flagged "${labelOf(measure.numerator)}"${over}, ${when}. ` +
          `Agrees with ${measure.indicator} when nothing is sliced.`,
        dax: dax(measure, table),
        folder: `Rows\\${tableName(table)}`,
        format: out ? SHARE : WHOLE,
      };
    });
}
