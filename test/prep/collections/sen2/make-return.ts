import {
  assembleReturn,
  type AssembledReturn,
} from "../../../../prep/collections/sen2/read/assemble";
import {
  parentOf,
  sen2Fields,
  columnName,
  sen2Tables,
  type Sen2TableName,
} from "../../../../prep/collections/sen2/fields/fields";
import type { Sen2Return } from "../../../../prep/collections/sen2/read/return";
import { rawTable } from "../../raw-table";

/**
 * A record: its fields by column name (lower case) as text, and the records under it by table name.
 */
export interface Row {
  [fieldOrTable: string]: string | Row[];
}

/** A return as plain objects: the header's fields and the people. */
export interface PlainReturn {
  header: Row;
  people: Row[];
  file?: string;
}

const tagOf = new Map(sen2Fields.map((f) => [columnName(f), f.tag]));

/**
 * A SEN2 return and what was noticed while it was put together, from plain objects as a reader does
 * from a file.
 */
export function assemble({ header, people, file = "return.xml" }: PlainReturn): AssembledReturn {
  const found = new Map<Sen2TableName, { fields: Record<string, string>[]; parents: number[] }>(
    sen2Tables.map((name) => [name, { fields: [], parents: [] }]),
  );
  const add = (name: Sen2TableName, row: Row, parent: number): void => {
    const { fields, parents } = found.get(name)!;
    parents.push(parent);
    const at =
      fields.push(
        Object.fromEntries(
          Object.entries(row).filter(
            (entry): entry is [string, string] => typeof entry[1] === "string",
          ),
        ),
      ) - 1;
    for (const child of sen2Tables)
      if (parentOf[child] === name && Array.isArray(row[child]))
        for (const under of row[child]) add(child, under, at);
  };
  add("sen2", { ...header, person: people }, -1);
  const linked = sen2Tables.map((name) => {
    const { fields, parents } = found.get(name)!;
    const raw = rawTable(name, fields);
    const spelling = new Map(
      [...raw.columns.keys()].map((column) => [column, tagOf.get(column) ?? column]),
    );
    return {
      name,
      file,
      raw: { ...raw, spelling },
      parents: Int32Array.from(parents),
      idColumn: null,
    };
  });
  return assembleReturn("xml", linked, () => ({ isOptional: true }));
}

export const makeReturn = (plain: PlainReturn): Sen2Return => assemble(plain).ret;
