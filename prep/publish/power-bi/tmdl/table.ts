import type { Hierarchy, Measure, ModelColumn, ModelTable } from "../model/model";
import { LAKEHOUSE } from "../model/lakehouse";
import { stableUuid } from "../stable-id";
import { apart, assigned, described, fileText, indented, tmdlName } from "./syntax";

const lineage = (path: string): string => `lineageTag: ${stableUuid(path)}`;
const when = (condition: unknown, line: string): string[] => (condition ? [line] : []);

function measureLines(
  table: string,
  { name, description, dax, folder, format, formatDax, hidden }: Measure,
): string[] {
  const properties = [
    ...when(format, `formatString: ${format}`),
    ...when(hidden, "isHidden"),
    `displayFolder: ${folder}`,
    lineage(`table/${table}/measure/${name}`),
  ];
  const dynamic =
    formatDax === undefined ? [] : ["", ...indented(assigned("formatStringDefinition", formatDax))];
  return [
    ...described(description),
    ...assigned(`measure ${tmdlName(name)}`, dax),
    ...indented(properties),
    ...dynamic,
  ];
}

function columnLines(table: ModelTable, column: ModelColumn): string[] {
  const { name, description, type, from, hidden, key, format, folder, sortBy } = column;
  const used =
    sortBy !== undefined ||
    table.columns.some((other) => other.sortBy === name) ||
    table.hierarchies.some(({ levels }) => levels.includes(name));
  const properties = [
    `dataType: ${type}`,
    ...when(hidden, "isHidden"),
    ...when(key, "isKey"),
    ...when(format, `formatString: ${format}`),
    ...when(hidden && !used && !key, "isAvailableInMdx: false"),
    ...when(folder, `displayFolder: ${folder}`),
    lineage(`table/${table.name}/column/${name}`),
    "summarizeBy: none",
    ...("source" in from ? [`sourceColumn: ${from.source}`] : []),
    ...when(sortBy, `sortByColumn: ${sortBy && tmdlName(sortBy)}`),
    "",
    "annotation SummarizationSetBy = Automatic",
    ...(type === "dateTime" && !format?.includes("hh")
      ? ["", "annotation UnderlyingDateTimeDataType = Date"]
      : []),
  ];
  const head =
    "dax" in from ? assigned(`column ${tmdlName(name)}`, from.dax) : [`column ${tmdlName(name)}`];
  return [...described(description), ...head, ...indented(properties)];
}

function hierarchyLines(table: string, { name, description, levels }: Hierarchy): string[] {
  const path = `table/${table}/hierarchy/${name}`;
  return [
    ...described(description),
    `hierarchy ${tmdlName(name)}`,
    `\t${lineage(path)}`,
    ...levels.flatMap((level) => [
      "",
      ...indented([
        `level ${tmdlName(level)}`,
        `\t${lineage(`${path}/${level}`)}`,
        `\tcolumn: ${tmdlName(level)}`,
      ]),
    ]),
  ];
}

/** Where the rows come from: a query of Power Query, or a table of the lakehouse. */
const partitionLines = (name: string, source: ModelTable["source"]): string[] =>
  "entity" in source
    ? [
        `partition ${tmdlName(name)} = entity`,
        "\tmode: directLake",
        "\tsource",
        ...indented(
          [`entityName: ${source.entity}`, `expressionSource: ${tmdlName(LAKEHOUSE)}`],
          2,
        ),
      ]
    : [
        `partition ${tmdlName(name)} = ${"m" in source ? "m" : "calculated"}`,
        "\tmode: import",
        ...indented(assigned("source", "m" in source ? source.m : source.dax)),
      ];

/** The file of a table: its columns, measures, hierarchies and where its rows come from. */
export function tableFile(table: ModelTable): string {
  const { name, description, hidden, dates, columns, measures, hierarchies, source } = table;
  const head = [
    ...described(description),
    `table ${tmdlName(name)}`,
    ...indented([
      ...when(hidden, "isHidden"),
      lineage(`table/${name}`),
      ...when(dates, "dataCategory: Time"),
    ]),
  ];
  const parts = [
    ...measures.map((measure) => measureLines(name, measure)),
    ...columns.map((column) => columnLines(table, column)),
    ...hierarchies.map((hierarchy) => hierarchyLines(name, hierarchy)),
    partitionLines(name, source),
    ["annotation PBI_ResultType = Table"],
  ];
  return fileText(apart([head, ...parts.map((part) => indented(part))]));
}
