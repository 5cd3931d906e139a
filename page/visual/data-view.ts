import type powerbi from "powerbi-visuals-api";
import { roles, type Role } from "../../src/model/roles";

export type Row = Readonly<Record<string, unknown>>;

export interface DataViewOptions {
  readonly objects?: powerbi.DataViewObjects;
  /** Format strings of columns, by role. */
  readonly formats?: Readonly<Record<string, string>>;
  readonly headings?: Readonly<Record<string, string>>;
  readonly segment?: boolean;
  /** Wells for a column or a measure that have a measure here. */
  readonly measured?: readonly string[];
}

/**
 * A categorical data view as the host makes it, from rows keyed by role: a column for each role
 * that any row has.
 */
export function dataViewOf(
  rows: readonly Row[],
  { objects, formats = {}, headings = {}, segment, measured = [] }: DataViewOptions = {},
): powerbi.DataView {
  const used = roles.filter(({ name }) => rows.some((row) => row[name] !== undefined));
  const source = (name: string): powerbi.DataViewMetadataColumn => ({
    displayName: headings[name] ?? name,
    queryName: `kpi.${name}`,
    roles: { [name]: true },
    format: formats[name],
  });
  const cells = (name: string): powerbi.PrimitiveValue[] =>
    rows.map((row) => (row[name] ?? null) as powerbi.PrimitiveValue);
  const isMeasure = ({ name, kind }: Role): boolean =>
    kind === "Measure" || measured.includes(name);
  const categories = used
    .filter((role) => !isMeasure(role))
    .map(({ name }) => ({ source: source(name), values: cells(name), identity: [] }));
  const values = used
    .filter(isMeasure)
    .map(({ name }) => ({ source: source(name), values: cells(name) }));
  const columns = [...categories, ...values].map((column) => column.source);
  return {
    metadata: { columns, objects, ...(segment ? { segment: {} } : {}) },
    categorical: { categories, values: values as unknown as powerbi.DataViewValueColumns },
  } as powerbi.DataView;
}
