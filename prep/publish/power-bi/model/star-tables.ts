import type { StarColumn, StarTable } from "../../../star/declaration";
import { codesForMeasures, forMeasures, hierarchies, tableName } from "./business-names";
import { modelColumn } from "./column-of";
import type { DataPlace } from "./place";
import type { ModelTable } from "./model";
import { rowsFrom } from "./partition";

/** Where the rows of a table lie: its file in the data folder, its table in a lakehouse. */
interface RowsOf {
  readonly path?: string;
  readonly entity?: string;
}

/** The model's table of a star table. */
export function modelTable(
  table: StarTable,
  place: DataPlace,
  { path = `star/${table.name}`, entity = table.name }: RowsOf = {},
): ModelTable {
  const shown = forMeasures[table.name];
  const columns = table.columns.map((column) => ({
    ...modelColumn(table, column),
    ...((shown && !shown.includes(column.name)) ||
    codesForMeasures[table.name]?.includes(column.name)
      ? { hidden: true }
      : {}),
  }));
  const names = new Set(columns.map(({ name }) => name));
  return {
    name: tableName(table),
    description: `${table.description} One row: ${table.grain[0].toLowerCase()}${table.grain.slice(1)}.`,
    ...(tableName(table) === "Date" ? { dates: true } : {}),
    ...(shown?.length === 0 ? { hidden: true } : {}),
    columns,
    measures: [],
    hierarchies: (hierarchies[table.name] ?? []).filter(({ levels }) =>
      levels.every((level) => names.has(level)),
    ),
    source: rowsFrom(place, { path, columns: table.columns, entity }),
  };
}

/** A list for people beside the star. */
export interface List {
  /** Its table in a lakehouse. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Its file in the data folder, without the ending. */
  readonly path: string;
  readonly columns: readonly Pick<StarColumn, "name" | "type" | "label" | "description">[];
}

/** A list as a table of the model. */
export const listModelTable = (list: List, place: DataPlace): ModelTable =>
  modelTable({ ...list, kind: "dimension", grain: "One line", key: [] }, place, list);
