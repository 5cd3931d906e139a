import { lookUp, rowsByText } from "../../../columns/look-up";
import type { RawTable } from "../../../columns/raw-table";
import { parentOf, sen2Tables, type Sen2TableName } from "../fields/fields";

/**
 * A raw table of a return with the file it came from and, for each row, the row of its parent (-1:
 * there is none).
 */
export interface LinkedTable {
  readonly name: Sen2TableName;
  readonly file: string;
  readonly raw: RawTable;
  readonly parents: Int32Array;
  /** Column that holds the row's own id, where the layout has ids. */
  readonly idColumn: string | null;
}

/** What the parent of a top-level row is. */
const TOP = 0;

interface FileTable {
  readonly file: string;
  readonly raw: RawTable;
}

export type RawTables = Partial<Record<Sen2TableName, FileTable>>;

/** Parents straight from the nesting of an XML file. */
export function linkNested(tables: RawTables): LinkedTable[] {
  return sen2Tables.flatMap((name) => {
    const table = tables[name];
    const nested = parentOf[name] === null ? null : table?.raw.parents;
    return table
      ? [
          {
            name,
            ...table,
            parents: nested ?? new Int32Array(table.raw.rowCount).fill(TOP),
            idColumn: null,
          },
        ]
      : [];
  });
}

/**
 * Parents by the `…tableid` keys of the COLLECT export. Without a header file the persons hang
 * under the return itself.
 */
export function linkCollect(tables: RawTables): LinkedTable[] {
  return sen2Tables.flatMap((name) => {
    const table = tables[name];
    if (!table) return [];
    const parent = parentOf[name];
    const above = parent === null ? undefined : tables[parent];
    const atTop = parent === null || (parent === "sen2" && !above);
    const parents =
      atTop || !above
        ? new Int32Array(table.raw.rowCount).fill(atTop ? TOP : -1)
        : lookUp(table.raw, `${parent}tableid`, rowsByText(above.raw, `${parent}tableid`));
    return [{ name, ...table, parents, idColumn: `${name}tableid` }];
  });
}

/**
 * Parents in the two Excel layouts, which carry only a person id and a request id: `persontableid`
 * and `requeststableid`.
 * Whatever hangs under a request in the return is found by the request's id.
 */
export function linkByRequest(tables: RawTables): LinkedTable[] {
  return sen2Tables.flatMap((name) => {
    const table = tables[name];
    if (!table) return [];
    const parent = parentOf[name];
    const above = parent === null ? undefined : tables[parent];
    const idColumn =
      name === "person" ? "persontableid" : name === "requests" ? "requeststableid" : null;
    if (parent === null || parent === "sen2")
      return [{ name, ...table, parents: new Int32Array(table.raw.rowCount).fill(TOP), idColumn }];
    const key = name === "requests" ? "persontableid" : "requeststableid";
    const parents = above
      ? lookUp(table.raw, key, rowsByText(above.raw, key))
      : new Int32Array(table.raw.rowCount).fill(-1);
    return [{ name, ...table, parents, idColumn }];
  });
}
