import type { CatalogueEntry } from "../indicators/catalogue-entry";
import type { StarTable } from "../star/declaration";

/** What an indicator says of itself, as the dictionary has it. */
type DictionaryIndicator = Pick<
  CatalogueEntry,
  | "id"
  | "name"
  | "section"
  | "unit"
  | "polarity"
  | "frequency"
  | "numerator"
  | "denominator"
  | "note"
  | "source"
  | "filled"
>;

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const head = (...names: readonly string[]): string[] => [
  row(...names),
  row(...names.map(() => "---")),
];

function tableLines({ name, kind, label, description, grain, key, columns }: StarTable): string[] {
  return [
    `### ${name}`,
    "",
    `${label}, a ${kind}. ${description} One row: ${grain[0].toLowerCase()}${grain.slice(1)}.${key.length === 0 ? "" : ` Key: ${key.map((column) => `\`${column}\``).join(", ")}.`}`,
    "",
    ...head("Column", "Type", "Label", "Description", "Source", "Points to"),
    ...columns.map((column) =>
      row(
        `\`${column.name}\``,
        column.type,
        column.label,
        column.description,
        column.source ?? "",
        column.references ? `\`${column.references}\`` : "",
      ),
    ),
    "",
  ];
}

function sectionLines(section: string, indicators: readonly DictionaryIndicator[]): string[] {
  return [
    `### ${section}`,
    "",
    ...head(
      "Indicator",
      "Id",
      "Unit",
      "Better",
      "Read each",
      "Numerator",
      "Denominator",
      "Note",
      "From",
    ),
    ...indicators.map((one) =>
      row(
        one.name,
        `\`${one.id}\``,
        one.unit,
        one.polarity,
        one.frequency.replaceAll("_", " "),
        one.numerator,
        one.denominator ?? "",
        one.note ?? "",
        one.filled === "counted" ? one.source : `${one.source} (${one.filled})`,
      ),
    ),
    "",
  ];
}

/**
 * The data dictionary as Markdown: every table of the star with its columns, and every indicator
 * with what it counts, by section.
 */
export function dataDictionary(
  tables: readonly StarTable[],
  indicators: readonly DictionaryIndicator[],
): string {
  const sections = [...new Set(indicators.map(({ section }) => section))];
  return [
    "# Data dictionary",
    "",
    "<!-- Written by `npm run docs` from the declarations of the star's tables and the indicator records; change those. -->",
    "",
    "`star/` of a build has the tables that its extracts can fill. Types: int64, double, boolean, text, date.",
    "A column without a value is empty, never 0.",
    "",
    "## Tables",
    "",
    ...tables.flatMap(tableLines),
    "## Indicators",
    "",
    "Percentages run from 0 to 100. `kpi_value.indicator_id` holds the id.",
    "",
    ...sections.flatMap((section) =>
      sectionLines(
        section,
        indicators.filter((one) => one.section === section),
      ),
    ),
  ].join("\n");
}
