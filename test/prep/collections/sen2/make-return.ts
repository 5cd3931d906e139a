import { dayFromIso } from "../../../../prep/calendar/day";
import { DayColumn, FlagColumn, IntegerColumn, MISSING, TextColumn } from "../../../../prep/columns/column";
import { columnName, parentOf, sen2Fields, sen2Tables, type Sen2TableName } from "../../../../prep/collections/sen2/fields";
import type { Sen2Return, Sen2Table } from "../../../../prep/collections/sen2/return";

/** A record: its fields by column name (lower case) as text, and the records under it by table name. */
export interface Row {
  [fieldOrTable: string]: string | Row[];
}

/** A return as plain objects: the header's fields and the people. Dates are ISO text, flags 0 or 1; any other text is unreadable there. */
export interface PlainReturn {
  header: Row;
  people: Row[];
}

const textOf = (row: Row, column: string): string => (typeof row[column] === "string" ? row[column] : "");

/** Makes each column once, as a reader does. */
function once<T>(make: (column: string) => T): (column: string) => T {
  const made = new Map<string, T>();
  return (column) => {
    if (!made.has(column)) made.set(column, make(column));
    return made.get(column)!;
  };
}

function tableOf(name: Sen2TableName, rows: readonly Row[], parents: readonly number[]): Sen2Table {
  const numbers = (column: string, parse: (text: string) => number): { values: Int32Array; invalid: Int32Array } => {
    const texts = rows.map((row) => textOf(row, column));
    const values = Int32Array.from(texts, (text) => (text === "" ? MISSING : parse(text)));
    return { values, invalid: Int32Array.from([...texts.keys()].filter((row) => texts[row] !== "" && values[row] === MISSING)) };
  };
  const parsers: Readonly<Record<string, (text: string) => number>> = {
    date: (text) => dayFromIso(text) ?? MISSING,
    integer: (text) => (/^\d+$/.test(text) ? Number(text) : MISSING),
    flag: (text) => (text === "0" || text === "1" ? Number(text) : MISSING),
  };
  const [dates, integers, flags] = ["date", "integer", "flag"].map((type) => once((column) => numbers(column, parsers[type])));
  const decoded: Readonly<Record<string, typeof dates>> = { date: dates, integer: integers, flag: flags };
  const typeOf = (column: string): string => sen2Fields.find((f) => f.table === name && columnName(f) === column)?.type ?? "text";
  return {
    name,
    rowCount: rows.length,
    file: "return.xml",
    parent: Int32Array.from(parents),
    lines: Int32Array.from(rows, (_, row) => row + 1),
    record: (row) => `${name} ${row + 1}`,
    text: once((column) => {
      const dictionary = ["", ...new Set(rows.map((row) => textOf(row, column)).filter((text) => text !== ""))];
      const codes = new Map(dictionary.map((text, code) => [text, code]));
      return new TextColumn(Int32Array.from(rows, (row) => codes.get(textOf(row, column))!), dictionary);
    }),
    day: (column) => new DayColumn(dates(column).values),
    integer: (column) => new IntegerColumn(integers(column).values),
    flag: once((column) => new FlagColumn(Int8Array.from(flags(column).values, (value) => (value === MISSING ? -1 : value)))),
    invalid: (column) => decoded[typeOf(column)]?.(column).invalid ?? new Int32Array(),
    has: (column) => rows.some((row) => textOf(row, column) !== ""),
    spelling: (column) => sen2Fields.find((f) => f.table === name && columnName(f) === column)?.tag ?? column,
  };
}

/** A SEN2 return with typed columns, as a reader would make it, from plain objects. */
export function makeReturn({ header, people }: PlainReturn): Sen2Return {
  const rows = new Map<Sen2TableName, { row: Row; parent: number }[]>(sen2Tables.map((name) => [name, []]));
  const add = (name: Sen2TableName, row: Row, parent: number): void => {
    const at = rows.get(name)!.push({ row, parent }) - 1;
    for (const child of sen2Tables) if (parentOf[child] === name && Array.isArray(row[child])) for (const under of row[child]) add(child, under, at);
  };
  add("sen2", { ...header, person: people }, -1);
  const tables = Object.fromEntries(sen2Tables.map((name) => [name, tableOf(name, rows.get(name)!.map(({ row }) => row), rows.get(name)!.map(({ parent }) => parent))])) as Record<Sen2TableName, Sen2Table>;
  const referenceDate = tables.sen2.day("referencedate").at(0);
  const year = tables.sen2.integer("year").at(0);
  return {
    form: "xml",
    files: [textOf(header, "file") || "return.xml"],
    authority: textOf(header, "lea") || null,
    year: year ?? 2025,
    yearFromHeader: year !== null,
    referenceDate: referenceDate ?? dayFromIso("2025-01-16")!,
    referenceDateFromHeader: referenceDate !== null,
    dateTime: textOf(header, "datetime"),
    tables,
  };
}
