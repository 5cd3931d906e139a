import { unzipSync, zipSync } from "fflate";
import writeXlsx from "write-excel-file/universal";
import type { ReturnRecord, SampleReturn, TableName } from "../../../prep/sample/return-record";
import { fieldsOf, TABLES, type LayoutField } from "../../../prep/sample/sen2-layout";

type Cell = string | number | null;
interface Located {
  readonly record: ReturnRecord;
  readonly person: number;
  readonly request: number;
}

/**
 * Every record with the numbers of its person and request in the return; tables without a request
 * have 0 there.
 */
function locate(ret: SampleReturn): Map<TableName, Located[]> {
  const tables = new Map<TableName, Located[]>(TABLES.map((table) => [table, []]));
  let [persons, requests] = [0, 0];
  const walk = (record: ReturnRecord, person: number, request: number): void => {
    const own = record.table === "requests" ? ++requests : request;
    tables.get(record.table)!.push({ record, person, request: own });
    for (const child of record.children) walk(child, person, own);
  };
  tables.get("sen2")!.push({
    record: { table: "sen2", values: { ...ret.header }, children: [] },
    person: 0,
    request: 0,
  });
  for (const person of ret.persons()) walk(person, ++persons, 0);
  return tables;
}

function cell({ type }: LayoutField, value: string | undefined): Cell {
  if (!value) return null;
  return (type === "flag" || type === "number") && /^\d+$/.test(value) ? Number(value) : value;
}

/** A workbook that is the same for the same cells: the library stamps the time into the archive. */
async function workbook(
  sheets: { readonly sheet: string; readonly data: Cell[][] }[],
): Promise<Uint8Array> {
  const blob = await writeXlsx(sheets).toBlob();
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return zipSync(parts, { mtime: new Date(2020, 0, 1) });
}

type Key = "person" | "request" | "la";
const PERSON_ID = "Person ID\n\n(This must match the relevant ID in the Person record table)";
const REQUEST_ID = "Requests record ID\n\n(This must match the relevant ID in the Requests table)";

/** Title, record type and key columns of each table of the submission template, in its order. */
const TEMPLATE: Readonly<
  Record<TableName, { readonly title: string; readonly keys: readonly (readonly [Key, string])[] }>
> = {
  sen2: { title: "Header Record", keys: [] },
  person: {
    title: "Person Record",
    keys: [
      ["person", "Person ID\n\n(This must be a unique ID for each Person record)"],
      ["la", "LA\n(From Header Record)"],
    ],
  },
  requests: {
    title: "Requests Records",
    keys: [
      ["request", "Requests record ID\n\n(This must be a unique ID for each Requests record)"],
      ["la", "LA"],
      ["person", PERSON_ID],
    ],
  },
  assessment: {
    title: "Assessments Records",
    keys: [
      ["person", PERSON_ID],
      ["la", "LA"],
      ["request", REQUEST_ID],
    ],
  },
  namedplan: {
    title: "Named Plan Records",
    keys: [
      ["person", PERSON_ID],
      ["request", REQUEST_ID],
      ["la", "LA"],
    ],
  },
  plandetail: {
    title: "Plan Detail Records",
    keys: [
      ["person", PERSON_ID],
      ["request", REQUEST_ID],
      ["la", "LA"],
    ],
  },
  activeplans: {
    title: "Active Plan Records",
    keys: [
      ["person", PERSON_ID],
      ["la", "LA"],
      ["request", REQUEST_ID],
    ],
  },
  placementdetail: {
    title: "Placement Detail Records",
    keys: [
      ["person", PERSON_ID],
      ["request", REQUEST_ID],
      ["la", "LA"],
    ],
  },
  senneed: {
    title: "SEN Need Records",
    keys: [
      ["person", PERSON_ID],
      ["request", REQUEST_ID],
      ["la", "LA"],
    ],
  },
};

/**
 * A return as the DfE Excel submission template: nine tables stacked on the sheet "Data Entry
 * Template", dates as text, yes and no as
 * 1 and 0, numbers as numbers (docs/reading-education.md). The whole workbook is held in memory.
 */
export function writeTemplateWorkbook(ret: SampleReturn): Promise<Uint8Array> {
  const tables = locate(ret);
  const data = TABLES.flatMap((table): Cell[][] => {
    const { title, keys } = TEMPLATE[table];
    const fields = fieldsOf(table, ret.year);
    const keyCell = {
      person: (at: Located) => at.person,
      request: (at: Located) => at.request,
      la: () => ret.header.LEA,
    };
    const rows = tables
      .get(table)!
      .map((at): Cell[] => [
        title,
        ...keys.map(([key]) => keyCell[key](at)),
        ...fields.map((field) => cell(field, at.record.values[field.tag])),
      ]);
    return [
      [title],
      [
        "Record Type",
        ...keys.map(([, heading]) => heading),
        ...fields.map(({ heading }) => heading),
      ],
      ...rows,
      [],
      [],
    ];
  });
  return workbook([{ sheet: "Data Entry Template", data }]);
}

const SHEETS: readonly (readonly [TableName, string])[] = [
  ["person", "Person"],
  ["requests", "Requests"],
  ["assessment", "Assessments"],
  ["namedplan", "Named Plan"],
  ["plandetail", "Plan Detail"],
  ["activeplans", "Active Plan"],
  ["placementdetail", "Placement Detail"],
  ["senneed", "SEN Need"],
];

/**
 * A return as the pre-submission workbook: a sheet for each table, columns as in the CSV export,
 * children keyed by person and request, and
 * the column `rquestsource` misspelt as it was seen (docs/reading-education.md). It has no header:
 * with `header` a sheet "Header" is added.
 */
export function writePreSubmissionWorkbook(
  ret: SampleReturn,
  { header = false }: { readonly header?: boolean } = {},
): Promise<Uint8Array> {
  const tables = locate(ret);
  const sheet = (table: TableName, name: string): { sheet: string; data: Cell[][] } => {
    const fields = fieldsOf(table, ret.year);
    const keys =
      table === "sen2"
        ? []
        : table === "person"
          ? ["persontableid"]
          : ["persontableid", "requeststableid"];
    const headings = fields.map(({ tag }) =>
      tag === "RequestSource" ? "rquestsource" : tag.toLowerCase(),
    );
    const rows = tables
      .get(table)!
      .map(({ record, person, request }): Cell[] => [
        ...[person, request].slice(0, keys.length),
        ...fields.map((field) => cell(field, record.values[field.tag])),
      ]);
    return { sheet: name, data: [[...keys, ...headings], ...rows] };
  };
  return workbook([
    ...(header ? [sheet("sen2", "Header")] : []),
    ...SHEETS.map(([table, name]) => sheet(table, name)),
  ]);
}
