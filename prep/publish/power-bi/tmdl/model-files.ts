import type {
  Perspective,
  Query,
  Relationship,
  Role,
  SemanticModel,
  Translation,
} from "../model/model";
import { stableUuid } from "../stable-id";
import { apart, assigned, described, fileText, indented, tmdlName, tmdlRef } from "./syntax";
import { tableFile } from "./table";

/**
 * 1601 has format strings by row, 1604 Direct Lake; functions and calendars would need later ones,
 * which shut out older Power BI Desktops.
 */
const compatibility = ({ tables }: SemanticModel): number =>
  tables.some(({ source }) => "entity" in source) ? 1604 : 1601;

const kinds = { columns: "column", measures: "measure", hierarchies: "hierarchy" } as const;

/** Words of a relationship: from where to where, and by which column where there are several. */
export const relationshipName = ({ from, to }: Relationship): string =>
  `${from.table} to ${to.table} by ${from.column}`;

function relationshipLines(relationship: Relationship): string[] {
  const { from, to, active, bothWays } = relationship;
  return [
    `relationship ${tmdlName(relationshipName(relationship))}`,
    ...indented([
      ...(active ? [] : ["isActive: false"]),
      ...(bothWays ? ["crossFilteringBehavior: bothDirections"] : []),
      `fromColumn: ${tmdlRef(from)}`,
      `toColumn: ${tmdlRef(to)}`,
    ]),
  ];
}

function queryLines({ name, description, m, result }: Query): string[] {
  const properties = [
    `lineageTag: ${stableUuid(`expression/${name}`)}`,
    "",
    `annotation PBI_ResultType = ${result}`,
  ];
  return [
    ...described(description),
    ...assigned(`expression ${tmdlName(name)}`, m),
    ...indented(properties),
  ];
}

function roleLines({ name, description, filters }: Role): string[] {
  const permissions = Object.entries(filters).map(([table, dax]) =>
    indented(assigned(`tablePermission ${tmdlName(table)}`, dax)),
  );
  return apart([
    [...described(description), `role ${tmdlName(name)}`, "\tmodelPermission: read"],
    ...permissions,
  ]);
}

function perspectiveLines({ name, tables, measures }: Perspective): string[] {
  const whole = tables.map((table) =>
    indented([`perspectiveTable ${tmdlName(table)}`, "\tincludeAll"]),
  );
  const some = Object.entries(measures).map(([table, names]) =>
    indented(
      apart([
        [`perspectiveTable ${tmdlName(table)}`],
        ...names.map((measure) => [`\tperspectiveMeasure ${tmdlName(measure)}`]),
      ]),
    ),
  );
  return apart([[`perspective ${tmdlName(name)}`], ...whole, ...some]);
}

function cultureLines(
  { culture, note, captions }: Translation,
  { tables }: SemanticModel,
): string[] {
  const caption = (path: string): string[] =>
    captions.has(path) ? [`\tcaption: ${captions.get(path)}`] : [];
  const ofTable = tables.flatMap((table) => {
    const members = (["columns", "measures", "hierarchies"] as const).flatMap((kind) =>
      table[kind].flatMap(({ name }) =>
        captions.has(`${table.name}/${name}`)
          ? [indented([`${kinds[kind]} ${tmdlName(name)}`, ...caption(`${table.name}/${name}`)])]
          : [],
      ),
    );
    const own = caption(table.name);
    return own.length + members.length === 0
      ? []
      : [[`table ${tmdlName(table.name)}`, ...own, ...members.flat()]];
  });
  return [
    `cultureInfo ${culture}`,
    ...indented([
      "translations",
      "\tmodel Model",
      ...ofTable.flatMap((lines) => indented(lines, 2)),
    ]),
    "",
    `\tannotation SendScorecard_Note = ${note}`,
  ];
}

function modelLines({
  tables,
  roles,
  perspectives,
  queries,
  translations,
}: SemanticModel): string[] {
  const refs = (kind: string, names: readonly string[]): string[] =>
    names.map((name) => `ref ${kind} ${tmdlName(name)}`);
  return apart([
    [
      "/// Figures, cases and comparisons of SEND Scorecard",
      "model Model",
      ...indented([
        "culture: en-GB",
        "defaultPowerBIDataSourceVersion: powerBI_V3",
        "discourageImplicitMeasures",
        "sourceQueryCulture: en-GB",
        "dataAccessOptions",
        "\tlegacyRedirects",
        "\treturnErrorValuesAsNull",
      ]),
    ],
    ["annotation __PBI_TimeIntelligenceEnabled = 0"],
    [
      `annotation PBI_QueryOrder = ${JSON.stringify([...queries, ...tables].map(({ name }) => name))}`,
    ],
    ["annotation SendScorecard_GeneratedBy = send-scorecard"],
    refs(
      "table",
      tables.map(({ name }) => name),
    ),
    refs(
      "role",
      roles.map(({ name }) => name),
    ),
    refs(
      "perspective",
      perspectives.map(({ name }) => name),
    ),
    ["en-GB", ...translations.map(({ culture }) => culture)].map(
      (culture) => `ref cultureInfo ${culture}`,
    ),
  ]);
}

/** The files of the definition folder of a semantic model, by their path in it. */
export function modelFiles(model: SemanticModel): Map<string, string> {
  const many = <Part extends { readonly name: string }>(
    folder: string,
    parts: readonly Part[],
    lines: (part: Part) => string[],
  ): [string, string][] =>
    parts.map((part) => [`${folder}/${part.name}.tmdl`, fileText(lines(part))]);
  return new Map([
    ["database.tmdl", fileText(["database", `\tcompatibilityLevel: ${compatibility(model)}`])],
    ["model.tmdl", fileText(modelLines(model))],
    ["expressions.tmdl", fileText(apart(model.queries.map(queryLines)))],
    ["relationships.tmdl", fileText(apart(model.relationships.map(relationshipLines)))],
    ...model.tables.map((table): [string, string] => [
      `tables/${table.name}.tmdl`,
      tableFile(table),
    ]),
    ...many("roles", model.roles, roleLines),
    ...many("perspectives", model.perspectives, perspectiveLines),
    ["cultures/en-GB.tmdl", fileText(["cultureInfo en-GB"])],
    ...model.translations.map((translation): [string, string] => [
      `cultures/${translation.culture}.tmdl`,
      fileText(cultureLines(translation, model)),
    ]),
  ]);
}
