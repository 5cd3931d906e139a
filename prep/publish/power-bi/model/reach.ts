import { daxLists, daxTree, type DaxPart } from "../dax/tree";
import type { Measure, ModelTable, Relationship } from "./model";
import { reachedFrom } from "./relationships";

const ROWS = "Rows\\";

/** Functions that take filters off a table: a measure does not read it for that. */
const TAKES_OFF = new Set(["REMOVEFILTERS", "ALL", "ALLEXCEPT", "ALLSELECTED"]);

const withoutOff = (parts: readonly DaxPart[]): DaxPart[] =>
  parts.filter((part) => !TAKES_OFF.has(part.name));

/** Tables and measures that a DAX expression reads. */
function readBy(dax: string): { tables: string[]; measures: string[] } {
  const parts = [...daxLists(withoutOff(daxTree(dax)))].flatMap(withoutOff);
  return {
    tables: parts.flatMap((part) =>
      part.kind === "column" && "table" in part
        ? [part.table]
        : part.kind === "table" || part.kind === "word"
          ? [part.name]
          : [],
    ),
    measures: parts.flatMap((part) => (part.kind === "bracket" ? [part.name] : [])),
  };
}

/**
 * The tables that each measure of a model reads, itself or by other measures. Of a measure over rows
 * (in the folder of their table) it is their table alone: the figures that it also reads only decide
 * whether it is shown.
 */
function tablesRead(tables: readonly ModelTable[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map(tables.map(({ name }) => [name.toLowerCase(), name]));
  const measures = new Map(
    tables.flatMap((table) =>
      table.measures.map((measure): [string, Measure] => [measure.name.toLowerCase(), measure]),
    ),
  );
  const found = new Map<string, Set<string>>();
  const read = (measure: Measure): ReadonlySet<string> => {
    const before = found.get(measure.name);
    if (before) return before;
    const own = new Set<string>();
    // A measure that comes back to itself reads no more for that.
    found.set(measure.name, own);
    const ofRows = known.get(measure.folder.slice(ROWS.length).toLowerCase());
    if (measure.folder.startsWith(ROWS) && ofRows !== undefined) return own.add(ofRows);
    const parts = readBy(measure.dax);
    for (const table of parts.tables) {
      const name = known.get(table.toLowerCase());
      if (name !== undefined) own.add(name);
    }
    for (const name of parts.measures) {
      const other = measures.get(name.toLowerCase());
      if (other) for (const table of read(other)) own.add(table);
    }
    return own;
  };
  for (const measure of measures.values()) read(measure);
  return found;
}

/** A field as pages name it. */
interface Shown {
  readonly kind: "Column" | "Measure";
  readonly table: string;
  readonly name: string;
}

/** Says whether a choice in a table changes what a field shows. */
export type Reach = (from: string, shown: Shown) => boolean;

/** Which tables reach which fields of a model. */
export function reachOf(
  tables: readonly ModelTable[],
  relationships: readonly Relationship[],
): Reach {
  const read = tablesRead(tables);
  const reached = new Map(
    tables.map(({ name }) => [name, reachedFrom(name, relationships)] as const),
  );
  return (from, { kind, table, name }) => {
    const ofTable = reached.get(from) ?? new Set([from]);
    const shown = kind === "Column" ? new Set([table]) : (read.get(name) ?? new Set<string>());
    return [...shown].some((one) => ofTable.has(one));
  };
}
