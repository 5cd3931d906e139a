import type { StarColumn, StarTable } from "../../../star/declaration";
import { forMeasures, hierarchies, tableName } from "./business-names";
import { modelColumn } from "./column-of";
import type { ModelColumn, ModelTable } from "./model";
import { mText, steps, typedSteps } from "./partition";

function starTable(table: StarTable, more: Partial<ModelTable> = {}): ModelTable {
  const shown = forMeasures[table.name];
  const columns = table.columns.map((column) => ({
    ...modelColumn(table, column),
    ...(shown && !shown.includes(column.name) ? { hidden: true } : {}),
  }));
  const names = new Set(columns.map(({ name }) => name));
  return {
    name: tableName(table),
    description: `${table.description} One row: ${table.grain[0].toLowerCase()}${table.grain.slice(1)}.`,
    ...(table.name === "date" ? { dates: true } : {}),
    ...(shown?.length === 0 ? { hidden: true } : {}),
    columns,
    measures: [],
    hierarchies: (hierarchies[table.name] ?? []).filter(({ levels }) =>
      levels.every((level) => names.has(level)),
    ),
    query: steps(...typedSteps(`LoadTable(${mText(table.name)})`, table.columns)),
    ...more,
  };
}

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

/** The model's table of a star table. */
export const modelTable = (table: StarTable): ModelTable =>
  table.name === "area" ? areaTable(table) : starTable(table);

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
