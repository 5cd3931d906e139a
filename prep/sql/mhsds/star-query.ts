import type { StarTable, StarType } from "../../star/declaration";

const TYPES: Readonly<Record<StarType, string>> = {
  text: "STRING",
  date: "DATE",
  double: "DOUBLE",
  int64: "BIGINT",
  boolean: "BOOLEAN",
};

/**
 * A query of a declared table of the star: its columns, with their types and in their order. Each is
 * what `filled` says, else the column of its own name.
 */
export const starQuery = (
  { columns }: StarTable,
  from: string,
  filled: Readonly<Record<string, string>>,
): string => `SELECT ${columns
  .map(({ name, type }) => `CAST(${filled[name] ?? name} AS ${TYPES[type]}) AS ${name}`)
  .join(",\n  ")}
FROM ${from} s`;
