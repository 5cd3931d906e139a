import type { StarColumn, StarType } from "../../../star/declaration";
import { lakehouseQuery } from "./lakehouse";
import type { DataPlace } from "./place";
import type { ModelTable, Query } from "./model";

/** A text as an M literal. */
const mText = (text: string): string => `"${text.replaceAll('"', '""').replaceAll("#(", "#(#)(")}"`;

const parameter = (name: string, description: string, value: string): Query => ({
  name,
  description,
  m: `${mText(value)} meta [IsParameterQuery=true, Type="Text", IsParameterQueryRequired=true]`,
  result: "Text",
});

/** The queries that say where the data are. */
export function dataQueries(place: DataPlace): Query[] {
  if (place.kind === "lakehouse") return [lakehouseQuery];
  if (place.kind === "folder")
    return [
      parameter(
        "DataFolder",
        "The folder that send-scorecard wrote, ending without a separator",
        place.folder,
      ),
    ];
  return [
    parameter(
      "SharePointSite",
      "Address of the SharePoint site that holds the data folder",
      place.site,
    ),
    parameter(
      "DataFolder",
      "The data folder within the site, as its address has it, ending without a separator",
      place.folder,
    ),
  ];
}

/**
 * The content of a file of the data folder, its path with `/`. The path stands in the query as it
 * is: a scheduled refresh refuses a source whose address a function makes up. From SharePoint the
 * file is asked for by its address, so that nothing is listed, and read once.
 */
const contentOf = (
  place: Exclude<DataPlace, { readonly kind: "lakehouse" }>,
  path: string,
): string =>
  place.kind === "folder"
    ? `File.Contents(DataFolder & ${mText(`\\${path.replaceAll("/", "\\")}`)})`
    : `Binary.Buffer(Web.Contents(SharePointSite, [RelativePath = DataFolder & ${mText(`/${path}`)}]))`;

const mTypes: Readonly<Record<StarType, string>> = {
  int64: "Int64.Type",
  double: "type number",
  boolean: "type logical",
  text: "type text",
  date: "type date",
};

type Step = readonly [name: string, m: string];

/** An M expression of steps: each but the last is named, the last is what comes back. */
export function steps(...lines: readonly Step[]): string {
  return `let\n${lines.map(([name, m]) => `    ${name} = ${m}`).join(",\n")}\nin\n    ${lines.at(-1)![0]}`;
}

type Columns = readonly Pick<StarColumn, "name" | "type">[];

const namesOf = (columns: Columns): string =>
  `{${columns.map(({ name }) => mText(name)).join(", ")}}`;

/** The step that sets the types of columns. */
export const typed = (from: string, columns: Columns): Step => [
  "Typed",
  `Table.TransformColumnTypes(${from}, {${columns.map(({ name, type }) => `{${mText(name)}, ${mTypes[type]}}`).join(", ")}}, "en-GB")`,
];

/**
 * Steps that pick the declared columns of a file, so that one of another shape fails at once instead
 * of filling the model with blanks. In CSV no value is an empty field.
 */
export function selectedSteps(
  place: Exclude<DataPlace, { readonly kind: "lakehouse" }>,
  path: string,
  columns: Columns,
): Step[] {
  const content = contentOf(place, path);
  const names = namesOf(columns);
  return path.endsWith(".parquet")
    ? [
        [
          "Source",
          `Parquet.Document(${content}, [Compression=null, LegacyColumnNameEncoding=false, MaxDepth=null])`,
        ],
        ["Selected", `Table.SelectColumns(Source, ${names})`],
      ]
    : [
        [
          "Source",
          `Csv.Document(${content}, [Delimiter=",", Encoding=65001, QuoteStyle=QuoteStyle.Csv])`,
        ],
        ["Headed", "Table.PromoteHeaders(Source, [PromoteAllScalars=false])"],
        ["Picked", `Table.SelectColumns(Headed, ${names})`],
        ["Selected", `Table.ReplaceValue(Picked, "", null, Replacer.ReplaceValue, ${names})`],
      ];
}

/** What gives the rows of a table that the build wrote: `path` is its file without the ending. */
export function rowsFrom(
  place: DataPlace,
  {
    path,
    columns,
    entity,
  }: { readonly path: string; readonly columns: Columns } & {
    readonly entity: string;
  },
): ModelTable["source"] {
  if (place.kind === "lakehouse") return { entity };
  const ending = path.startsWith("star/") ? place.format : "csv";
  return {
    m: steps(...selectedSteps(place, `${path}.${ending}`, columns), typed("Selected", columns)),
  };
}
