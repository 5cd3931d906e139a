import type { StarColumn, StarTable, StarType } from "../../../star/declaration";
import { sortColumn } from "./business-names";
import type { ModelColumn, ModelType } from "./model";

const types: Readonly<Record<StarType, ModelType>> = {
  int64: "int64",
  double: "double",
  boolean: "boolean",
  text: "string",
  date: "dateTime",
};

/**
 * Date format of the model: the reader's, not the American one that best-practice tools ask for.
 */
const DATE_FORMAT = "dd/mm/yyyy";

const formats: Partial<Record<ModelType, string>> = {
  int64: "0",
  double: "#,0.0",
  dateTime: DATE_FORMAT,
};

/**
 * Numbers of a fact are summed by measures, and keys of dimensions are found in the dimension:
 * neither is for the field list. Dates that Date does not stand for stay, for lists of cases.
 */
const isForMeasures = ({ kind }: StarTable, { type, references }: StarColumn): boolean =>
  kind !== "dimension" && (type === "double" || (references !== undefined && type !== "date"));

const described = ({ description, source, codeSet }: StarColumn): string =>
  [description, source && `Source: ${source}.`, codeSet && `Codes: ${codeSet}.`]
    .filter(Boolean)
    .join(" ");

/** The model's column of a star column. */
export function modelColumn(table: StarTable, column: StarColumn): ModelColumn {
  const type = types[column.type];
  const sortBy = sortColumn(table, column);
  const isDate = table.name === "date" && column.name === "date";
  return {
    name: column.label,
    type,
    description: described(column),
    from: { source: column.name },
    ...(column.hidden || isForMeasures(table, column) ? { hidden: true } : {}),
    ...(isDate ? { key: true } : {}),
    ...(formats[type] ? { format: formats[type] } : {}),
    ...(sortBy ? { sortBy } : {}),
    ...(table.kind !== "dimension" && type === "dateTime" ? { folder: "Dates" } : {}),
  };
}
