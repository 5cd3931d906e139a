import { kpiValue } from "../../../star/kpi-value";
import type { StarColumn, StarTable } from "../../../star/declaration";
import { hierarchies, tableName } from "./business-names";
import { modelColumn } from "./column-of";
import type { ModelColumn, ModelTable } from "./model";
import { mText, steps, typedSteps } from "./partition";

export const OWN_FIGURES = tableName(kpiValue);
export const COMPARATOR_FIGURES = "Comparator values";
export const COMPARED_AREA = "Compared area";
export const COMPARED_KEY = "Compared key";

/**
 * Key of who is compared with whom, and how it was worked out: the same in the comparator figures
 * and in the list of compared areas.
 */
const KEY_M = `each Text.Combine({[area_code], [area_role], [for_area_code], [method] ?? ""}, "|"), type text`;

const text = (
  name: string,
  source: string,
  description: string,
  more: Partial<ModelColumn> = {},
): ModelColumn => ({ name, type: "string", description, from: { source }, ...more });
const keyColumn = text(
  COMPARED_KEY,
  "compared_key",
  "Who is compared, for whom, by which method.",
  { hidden: true },
);

function starTable(table: StarTable, more: Partial<ModelTable> = {}): ModelTable {
  const columns = table.columns.map((column) => modelColumn(table, column));
  const names = new Set(columns.map(({ name }) => name));
  return {
    name: tableName(table),
    description: `${table.description} One row: ${table.grain[0].toLowerCase()}${table.grain.slice(1)}.`,
    ...(table.name === "date" ? { dates: true } : {}),
    columns,
    measures: [],
    hierarchies: (hierarchies[table.name] ?? []).filter(({ levels }) =>
      levels.every((level) => names.has(level)),
    ),
    query: steps(...typedSteps(`LoadTable(${mText(table.name)})`, table.columns)),
    ...more,
  };
}

/** Own figures: the rows that row-level security filters by area. */
function ownFigures(table: StarTable): ModelTable {
  const query = steps(...typedSteps(`LoadTable(${mText(table.name)})`, table.columns), [
    "Own",
    `Table.SelectRows(Typed, each [area_role] = "own")`,
  ]);
  return starTable(table, {
    query,
    description:
      "Figures of your own areas: an indicator for a period and a breakdown, with its numerator and denominator, its source and its method. Use the key measures to read them.",
  });
}

/** Comparator figures: related to no area, for row-level security would hide them otherwise. */
function comparatorFigures(table: StarTable): ModelTable {
  const query = steps(
    ...typedSteps(`LoadTable(${mText(table.name)})`, table.columns),
    ["Others", `Table.SelectRows(Typed, each [area_role] <> "own")`],
    ["Keyed", `Table.AddColumn(Others, "compared_key", ${KEY_M})`],
  );
  const base = starTable(table, { query });
  return {
    ...base,
    name: COMPARATOR_FIGURES,
    hidden: true,
    description:
      "Figures of England, regions, neighbours and their averages, each for the authority it is compared with.",
    columns: [...base.columns.map((column) => ({ ...column, hidden: true })), keyColumn],
  };
}

const comparedArea: ModelTable = {
  name: COMPARED_AREA,
  description:
    "Who figures are compared with: your own area, England, region, neighbours and their averages. One row: one area in one role for one authority.",
  columns: [
    keyColumn,
    text("Compared area", "compared_name", "Name of the area or of the average."),
    text(
      "Compared role",
      "area_role",
      "own, neighbour, neighbour_average, region, england or other.",
    ),
    text("For authority", "for_area_code", "The authority that it is a comparator for."),
    text(
      "Compared method",
      "method",
      "How an average was worked out: mean, median, pooled or published.",
    ),
    text(
      "Compared neighbour model",
      "neighbour_model",
      "Version of the statistical neighbour model.",
    ),
  ],
  measures: [],
  hierarchies: [],
  query: steps(
    ["Figures", `LoadTable("kpi_value")`],
    [
      "Own",
      `Table.Distinct(Table.SelectColumns(Table.SelectRows(Figures, each [area_role] = "own"), {"area_code", "area_role", "for_area_code"}))`,
    ],
    [
      "Others",
      `Table.Distinct(Table.SelectColumns(Table.SelectRows(Figures, each [area_role] <> "own"), {"area_code", "area_role", "for_area_code", "method", "neighbour_model"}), {"area_code", "area_role", "for_area_code", "method"})`,
    ],
    [
      "All",
      `Table.SelectColumns(Table.Combine({Own, Others}), {"area_code", "area_role", "for_area_code", "method", "neighbour_model"}, MissingField.UseNull)`,
    ],
    ["Areas", `Table.SelectColumns(LoadTable("area"), {"area_code", "area_name"})`],
    [
      "Joined",
      `Table.ExpandTableColumn(Table.NestedJoin(All, {"area_code"}, Areas, {"area_code"}, "area", JoinKind.LeftOuter), "area", {"area_name"})`,
    ],
    [
      "Named",
      `Table.AddColumn(Joined, "compared_name", each if [area_role] = "neighbour_average" then "Neighbours (" & ([method] ?? "average") & ")" else [area_name] ?? [area_code], type text)`,
    ],
    ["Keyed", `Table.AddColumn(Named, "compared_key", ${KEY_M})`],
    [
      "Typed",
      `Table.TransformColumnTypes(Table.RemoveColumns(Keyed, {"area_code", "area_name"}), {{"area_role", type text}, {"for_area_code", type text}, {"method", type text}, {"neighbour_model", type text}})`,
    ],
  ),
};

/**
 * Region and authority of each area, for the geography hierarchy: the star holds the parent only.
 */
const areaParents: readonly ModelColumn[] = [
  [
    "Region",
    "Region that the area lies in.",
    'SWITCH ( Area[Area level], "region", Area[Area name], "authority", LOOKUPVALUE ( Area[Area name], Area[Area code], Area[Parent area] ), LOOKUPVALUE ( Area[Area name], Area[Area code], LOOKUPVALUE ( Area[Parent area], Area[Area code], Area[Parent area] ) ) )',
  ],
  [
    "Authority",
    "Authority that the area is or lies in.",
    'SWITCH ( Area[Area level], "country", BLANK (), "region", BLANK (), "authority", Area[Area name], LOOKUPVALUE ( Area[Area name], Area[Area code], Area[Parent area] ) )',
  ],
].map(([name, description, dax]) => ({ name, type: "string", description, from: { dax } }));

function areaTable(table: StarTable): ModelTable {
  const base = starTable(table);
  return { ...base, columns: [...base.columns, ...areaParents], hierarchies: hierarchies.area };
}

const special: Readonly<Record<string, (table: StarTable) => ModelTable[]>> = {
  kpi_value: (table) => [ownFigures(table), comparatorFigures(table), comparedArea],
  area: (table) => [areaTable(table)],
};

/**
 * The model's tables of a star table: one, but for the figures, which are split into own and
 * compared.
 */
export const tablesOf = (table: StarTable): ModelTable[] =>
  special[table.name]?.(table) ?? [starTable(table)];

/** A list for people beside the star, as a table of the model. */
export function listTable(
  name: string,
  description: string,
  path: string,
  columns: readonly Pick<StarColumn, "name" | "type" | "label" | "description">[],
): ModelTable {
  const declaration: StarTable = {
    name,
    kind: "dimension",
    label: name,
    description,
    grain: "One line",
    key: [],
    columns,
  };
  return starTable(declaration, {
    query: steps(...typedSteps(`LoadList(${mText(path)})`, columns)),
  });
}
