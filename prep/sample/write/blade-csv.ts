import type { ReturnRecord, SampleReturn, TableName } from "../return-record";
import { fieldsOf, TABLES, type LayoutField } from "../sen2-layout";
import { csvLine } from "./csv-line";
import { encodeText, inChunks, type Encoding } from "./encode-text";
import type { SampleFile } from "./sample-file";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const PARENTS: Readonly<Record<TableName, TableName | null>> = {
  sen2: null,
  person: "sen2",
  requests: "person",
  assessment: "requests",
  namedplan: "assessment",
  plandetail: "namedplan",
  activeplans: "requests",
  placementdetail: "activeplans",
  senneed: "activeplans",
};

/** `2022-09-28` as COLLECT prints it: `2022-Sep-28 00:00:00`. */
const collectDate = (iso: string, time = "00:00:00"): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(iso)
    ? `${iso.slice(0, 4)}-${MONTHS[Number(iso.slice(5, 7)) - 1]}-${iso.slice(8)} ${time}`
    : iso;

function cell({ type }: LayoutField, value: string): string {
  if (type === "date") return collectDate(value);
  if (type === "time") return collectDate(value.slice(0, 10), value.slice(11));
  if (type === "flag") return value === "1" ? "True" : value === "0" ? "False" : value;
  return value;
}

/**
 * Every record of the return with its own key and its parent's, numbered within each table in the
 * order of the return.
 */
function* keyed(
  ret: SampleReturn,
): Generator<{ record: ReturnRecord; key: number; parent: number }> {
  const counts = new Map<TableName, number>();
  function* walk(
    record: ReturnRecord,
    parent: number,
  ): Generator<{ record: ReturnRecord; key: number; parent: number }> {
    const key = (counts.get(record.table) ?? 0) + 1;
    counts.set(record.table, key);
    yield { record, key, parent };
    for (const child of record.children) yield* walk(child, key);
  }
  yield { record: { table: "sen2", values: ret.header, children: [] }, key: 1, parent: 0 };
  for (const person of ret.persons()) yield* walk(person, 1);
}

function* lines(ret: SampleReturn, table: TableName): Generator<string> {
  const fields = fieldsOf(table, ret.year);
  const parent = PARENTS[table];
  yield csvLine([
    `${table}tableid`,
    "NativeId",
    `${table}orderseqcolumn`,
    "sourceid",
    ...(parent ? [`${parent}tableid`] : []),
    ...fields.map(({ tag }) => tag.toLowerCase()),
  ]);
  for (const { record, key, parent: parentKey } of keyed(ret)) {
    if (record.table !== table) continue;
    const id = `${ret.year}${table.slice(0, 2).toUpperCase()}`;
    yield csvLine([
      `${id}${key}`,
      String(key),
      String(key),
      "1",
      ...(parent ? [`${ret.year}${parent.slice(0, 2).toUpperCase()}${parentKey}`] : []),
      ...fields.map((field) => cell(field, record.values[field.tag] ?? "")),
    ]);
  }
}

/**
 * A return as the nine CSV files that COLLECT exports (`Blade-Export_DD-MM-YYYY_<table>.csv`), with
 * its housekeeping columns, keys,
 * date form and True / False (docs/reading-education.md). The day in the names is two weeks after
 * census day.
 */
export function writeBladeCsv(
  ret: SampleReturn,
  { encoding = "utf-8" }: { readonly encoding?: Encoding } = {},
): SampleFile[] {
  const [year, month, day] = ret.header.DateTime.slice(0, 10).split("-");
  return TABLES.map((table) => ({
    name: `Blade-Export_${day}-${month}-${year}_${table}.csv`,
    chunks: encodeText(inChunks(lines(ret, table)), encoding),
  }));
}
