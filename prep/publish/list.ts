import type { StarColumn, StarType } from "../star/declaration";
import { starFrame } from "../star/frame";
import type { StarData, StarValues } from "../star/frame";
import { csvChunks } from "./csv";

/** One column of a list for people: its heading, its type, and where its value is. */
export interface ListColumn<Row> {
  readonly name: string;
  readonly type: StarType;
  readonly value: (row: Row) => ReturnType<StarValues["at"]>;
}

/** A list as a table with its declaration. */
export function listTable<Row>(
  name: string,
  list: readonly ListColumn<Row>[],
  rows: readonly Row[],
): StarData {
  const columns: StarColumn[] = list.map((column) => ({
    name: column.name,
    type: column.type,
    label: column.name,
    description: "",
  }));
  const values = Object.fromEntries(list.map((column) => [column.name, rows.map(column.value)]));
  const declaration = {
    name,
    kind: "fact",
    label: name,
    description: "",
    grain: "",
    key: [],
    columns,
  } as const;
  return { declaration, frame: starFrame(declaration, values) };
}

/** A list as CSV that Excel opens by double-click: as `csvChunks`, with a byte order mark. */
export function listChunks<Row>(
  name: string,
  list: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Generator<Uint8Array> {
  const { declaration, frame } = listTable(name, list, rows);
  return csvChunks(declaration, frame, { bom: true });
}
