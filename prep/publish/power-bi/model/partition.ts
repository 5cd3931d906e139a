import type { StarColumn, StarType } from "../../../star/declaration";
import type { Query } from "./model";

/** Where Power BI reads the tables from. */
export interface DataPlace {
  readonly format: "parquet" | "csv";
  /** The output folder, or with `site` its address in SharePoint. No separator at the end. */
  readonly folder: string;
  /**
   * Address of the SharePoint site that holds the folder; null for a folder on a disk or a share.
   */
  readonly site: string | null;
}

/** A text as an M literal. */
export const mText = (text: string): string =>
  `"${text.replaceAll('"', '""').replaceAll("#(", "#(#)(")}"`;

const parameter = (name: string, description: string, value: string): Query => ({
  name,
  description,
  m: `${mText(value)} meta [IsParameterQuery=true, Type="Text", IsParameterQueryRequired=true]`,
  result: "Text",
});

const csvOf = (binary: string): string =>
  `Table.PromoteHeaders(Csv.Document(${binary}, [Delimiter=",", Encoding=65001, QuoteStyle=QuoteStyle.Csv]), [PromoteAllScalars=false])`;
/** In CSV no value is an empty field. */
const blanked = (rows: string): string =>
  `let\n    Rows = ${rows},\n    Blanked = Table.ReplaceValue(Rows, "", null, Replacer.ReplaceValue, Table.ColumnNames(Rows))\nin\n    Blanked`;
const parquetOf = (binary: string): string =>
  `Parquet.Document(${binary}, [Compression=null, LegacyColumnNameEncoding=false, MaxDepth=null])`;

/**
 * The parameters that say where the data are, and the functions that read a file of them. Paths of
 * files have `/`.
 */
export function dataQueries({ format, folder, site }: DataPlace): Query[] {
  const content =
    site === null
      ? `File.Contents(DataFolder & "\\" & Text.Replace(path, "/", "\\"))`
      : // SharePoint hands out streams; Parquet needs to jump about in the file, so it is held in memory first.
        `Binary.Buffer(Table.SelectRows(SharePoint.Files(SharePointSite, [ApiVersion = 15]), each Text.Lower([Folder Path] & [Name]) = Text.Lower(DataFolder & "/" & path)){0}[Content])`;
  const reader = (name: string, description: string, m: string): Query => ({
    name,
    description,
    m,
    result: "Function",
  });
  return [
    ...(site === null
      ? []
      : [
          parameter(
            "SharePointSite",
            "Address of the SharePoint site that holds the data folder",
            site,
          ),
        ]),
    parameter(
      "DataFolder",
      "The folder that send-scorecard wrote, ending without a separator",
      folder,
    ),
    reader(
      "LoadBytes",
      "The content of one file of the data folder",
      `(path as text) as binary =>\n${content}`,
    ),
    reader(
      "LoadList",
      "A list for people, always CSV",
      `(name as text) as table =>\n${blanked(csvOf('LoadBytes(name & ".csv")'))}`,
    ),
    reader(
      "LoadTable",
      "A table of the star",
      format === "csv"
        ? `(name as text) as table =>\nLoadList("star/" & name)`
        : `(name as text) as table =>\n${parquetOf('LoadBytes("star/" & name & ".parquet")')}`,
    ),
  ];
}

const mTypes: Readonly<Record<StarType, string>> = {
  int64: "Int64.Type",
  double: "type number",
  boolean: "type logical",
  text: "type text",
  date: "type date",
};

/** An M expression of steps: each but the last is named, the last is what comes back. */
export function steps(...lines: readonly (readonly [name: string, m: string])[]): string {
  return `let\n${lines.map(([name, m]) => `    ${name} = ${m}`).join(",\n")}\nin\n    ${lines.at(-1)![0]}`;
}

/**
 * Steps that pick the declared columns and set their types, so that a file of another shape fails
 * at once instead of filling the model with blanks.
 */
export function typedSteps(
  source: string,
  columns: readonly Pick<StarColumn, "name" | "type">[],
): [string, string][] {
  const names = `{${columns.map(({ name }) => mText(name)).join(", ")}}`;
  return [
    ["Source", source],
    ["Selected", `Table.SelectColumns(Source, ${names})`],
    [
      "Typed",
      `Table.TransformColumnTypes(Selected, {${columns.map(({ name, type }) => `{${mText(name)}, ${mTypes[type]}}`).join(", ")}}, "en-GB")`,
    ],
  ];
}
