import { DayColumn, FlagColumn, IntegerColumn, NumberColumn, TextColumn } from "../columns/column";
import type { StarTable } from "./declaration";
import { givenColumns } from "./made-columns";
import { columnOf, starFrame, type Star, type StarData, type StarValues } from "./frame";

/** A column as plain data, which threads can hand to each other. */
type PackedColumn =
  | { readonly kind: "text"; readonly values: Int32Array; readonly texts: readonly string[] }
  | { readonly kind: "integer" | "day"; readonly values: Int32Array }
  | { readonly kind: "number"; readonly values: Float64Array }
  | { readonly kind: "flag"; readonly values: Int8Array }
  | { readonly kind: "list"; readonly values: StarValues };

/** A table as plain data. */
export interface PackedTable {
  readonly declaration: StarTable;
  /** In the order of the declared columns, without those that are made of others. */
  readonly columns: readonly PackedColumn[];
}

export type PackedStar = readonly PackedTable[];

/** The values alone: a view of a larger buffer would be handed over with all of it. */
const alone = <T extends Int32Array | Float64Array | Int8Array>(values: T): T =>
  values.byteLength === values.buffer.byteLength ? values : (values.slice() as T);

function packColumn(values: StarValues): PackedColumn {
  if (values instanceof TextColumn)
    return { kind: "text", values: alone(values.codes), texts: values.dictionary };
  if (values instanceof IntegerColumn) return { kind: "integer", values: alone(values.values) };
  if (values instanceof DayColumn) return { kind: "day", values: alone(values.values) };
  if (values instanceof NumberColumn) return { kind: "number", values: alone(values.values) };
  if (values instanceof FlagColumn) return { kind: "flag", values: alone(values.values) };
  const isPlain = Array.isArray(values) || ArrayBuffer.isView(values);
  return {
    kind: "list",
    values: isPlain ? values : Array.from({ length: values.length }, (_, row) => values.at(row)),
  };
}

function unpackColumn(packed: PackedColumn): StarValues {
  switch (packed.kind) {
    case "text":
      return new TextColumn(packed.values, packed.texts);
    case "integer":
      return new IntegerColumn(packed.values);
    case "day":
      return new DayColumn(packed.values);
    case "number":
      return new NumberColumn(packed.values);
    case "flag":
      return new FlagColumn(packed.values);
    case "list":
      return packed.values;
  }
}

/** A table for another thread. */
export const packTable = ({ declaration, frame }: StarData): PackedTable => ({
  declaration,
  columns: givenColumns(declaration.columns).map(({ name }) => packColumn(columnOf(frame, name))),
});

/** The table that another thread packed. */
export const unpackTable = ({ declaration, columns }: PackedTable): StarData => ({
  declaration,
  frame: starFrame(
    declaration,
    Object.fromEntries(
      givenColumns(declaration.columns).map(({ name }, i) => [name, unpackColumn(columns[i])]),
    ),
  ),
});

export const packStar = (star: Star): PackedStar => [...star.values()].map(packTable);

export const unpackStar = (packed: PackedStar): Star =>
  new Map(packed.map(unpackTable).map((table) => [table.declaration.name, table]));
