import type { TextColumn } from "../../columns/column";
import { cleanIdentifier } from "../../check/identifiers/clean-identifier";
import { decodeDays, decodeFlags, decodeIntegers, emptyText, mapText, takeText, type Decoded } from "../../columns/decode";
import { columnName, sen2Fields, type FieldType, type Sen2TableName } from "./fields";
import { isKnownCode } from "./known-codes";
import type { LinkedTable } from "./link";
import type { Sen2Table } from "./return";

/** How the text of a field is cleaned before anything looks at it (education-extracts 0.3.3): identifiers and codes upper-cased, Excel's `.0` dropped. */
const cleaners: Partial<Record<FieldType, (value: string) => string>> = {
  code: cleanIdentifier,
  upn: (value) => cleanIdentifier(value).replace(/\s+/g, ""),
  uln: (value) => cleanIdentifier(value).replace(/\s+/g, ""),
  urn: cleanIdentifier,
  ukprn: cleanIdentifier,
  authority: (value) => cleanIdentifier(value).padStart(3, "0"),
  postcode: (value) => value.trim().toUpperCase().replace(/\s+/g, " "),
};

const cached = <V>(make: (key: string) => V): ((key: string) => V) => {
  const made = new Map<string, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
};

/** A table of a return over the kept rows of a raw table; columns are cleaned and decoded when they are first asked for. */
export function sen2Table(linked: LinkedTable, kept: Int32Array, parent: Int32Array, record: (row: number) => string): Sen2Table {
  const { name, raw, file } = linked;
  const fields = new Map(sen2Fields.filter((f) => f.table === name).map((f) => [columnName(f), f]));
  const found = cached((column) => [column, ...(fields.get(column)?.aliases ?? [])].find((spelling) => raw.columns.has(spelling)) ?? null);
  const text = cached((column): TextColumn => {
    const spelling = found(column);
    if (spelling === null) return emptyText(kept.length);
    const rows = takeText(raw.columns.get(spelling)!, kept);
    const type = fields.get(column)?.type;
    const clean = type && cleaners[type];
    return clean ? mapText(rows, clean) : rows;
  });
  const code = cached((column): TextColumn => {
    const field = fields.get(column);
    const isKnown = field ? isKnownCode(field) : () => false;
    return mapText(text(column), (value) => (isKnown(value) ? value : ""));
  });
  const days = cached((column) => decodeDays(text(column)));
  const flags = cached((column) => decodeFlags(text(column)));
  const integers = cached((column) => decodeIntegers(text(column)));
  const decoders: Partial<Record<FieldType, (column: string) => Decoded<unknown>>> = { date: days, flag: flags, integer: integers };
  const lines = Int32Array.from(kept, (row) => raw.lines[row]);
  const nothing = new Int32Array(0);
  return {
    name,
    rowCount: kept.length,
    file,
    parent,
    lines,
    record,
    text,
    code,
    day: (column) => days(column).column,
    flag: (column) => flags(column).column,
    integer: (column) => integers(column).column,
    invalid: (column) => decoders[fields.get(column)?.type ?? "text"]?.(column).invalid ?? nothing,
    has: (column) => found(column) !== null,
    spelling: (column) => raw.spelling.get(found(column) ?? column) ?? fields.get(column)?.tag ?? column,
  };
}

/** Columns of a raw table that no known field or key accounts for. */
export function unknownColumns(name: Sen2TableName, columns: Iterable<string>): string[] {
  const known = new Set<string>(["nativeid", "sourceid", "record type", "la", `${name}orderseqcolumn`]);
  for (const f of sen2Fields) if (f.table === name) for (const spelling of [columnName(f), ...(f.aliases ?? [])]) known.add(spelling);
  return [...columns].filter((column) => !known.has(column) && !column.endsWith("tableid"));
}
