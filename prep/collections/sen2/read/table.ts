import type { DateYears } from "../../../calendar/read-day";
import { decodedColumns, type ColumnField } from "../../../columns/decoded-columns";
import { columnName, sen2Fields, type Sen2TableName } from "../fields/fields";
import { isKnownCode } from "../fields/known-codes";
import type { LinkedTable } from "./link";
import type { Sen2Table } from "./return";

const fieldsOf = (name: Sen2TableName): ColumnField[] =>
  sen2Fields
    .filter(({ table }) => table === name)
    .map((f) => ({ ...f, column: columnName(f), isKnown: isKnownCode(f) }));

/**
 * A table of a return over the kept rows of a raw table; columns are cleaned and decoded when they
 * are first asked for.
 */
export function sen2Table(
  linked: LinkedTable,
  { rows: kept, parent }: { readonly rows: Int32Array; readonly parent: Int32Array },
  record: (row: number) => string,
  yearsOf: () => DateYears | undefined,
): Sen2Table {
  const { name, raw, file } = linked;
  const lines = Int32Array.from(kept, (row) => raw.lines[row]);
  return {
    name,
    rowCount: kept.length,
    file,
    parent,
    lines,
    record,
    ...decodedColumns(raw, kept, fieldsOf(name), yearsOf),
  };
}

/** Columns of a raw table that no known field or key accounts for. */
export function unknownColumns(name: Sen2TableName, columns: Iterable<string>): string[] {
  const known = new Set<string>([
    "nativeid",
    "sourceid",
    "record type",
    "la",
    `${name}orderseqcolumn`,
  ]);
  for (const f of sen2Fields)
    if (f.table === name)
      for (const spelling of [columnName(f), ...(f.aliases ?? [])]) known.add(spelling);
  return [...columns].filter((column) => !known.has(column) && !column.endsWith("tableid"));
}
