/** The tables of a SEN2 return, named as COLLECT names their exports. */
export type TableName =
  | "sen2"
  | "person"
  | "requests"
  | "assessment"
  | "namedplan"
  | "plandetail"
  | "activeplans"
  | "placementdetail"
  | "senneed";

/**
 * One record of a return with the records under it. Values by XML tag: dates `2024-03-31`, yes and
 * no `1` and `0`; blank or absent is no value.
 */
export interface ReturnRecord {
  readonly table: TableName;
  readonly values: Record<string, string>;
  readonly children: ReturnRecord[];
}

/**
 * One annual return of one authority. `persons` gives the same records each time it is called, one
 * person at a time.
 */
export interface SampleReturn {
  readonly year: number;
  readonly header: Readonly<Record<string, string>>;
  readonly persons: () => Iterable<ReturnRecord>;
}

/** Every record under a record that is of a table, in order. */
export function recordsOf(record: ReturnRecord, table: TableName): ReturnRecord[] {
  const found = record.children.filter((child) => child.table === table);
  return [...found, ...record.children.flatMap((child) => recordsOf(child, table))];
}
