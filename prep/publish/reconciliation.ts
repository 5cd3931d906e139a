import type { Reconciliation } from "../compare/reconcile";
import { listChunks, type ListColumn } from "./list";

const text = (name: keyof Reconciliation): ListColumn<Reconciliation> => ({
  name,
  type: "text",
  value: (row) => row[name],
});
const number = (name: keyof Reconciliation): ListColumn<Reconciliation> => ({
  name,
  type: "double",
  value: (row) => row[name],
});

const columns: readonly ListColumn<Reconciliation>[] = [
  text("area_code"),
  text("indicator_id"),
  text("counted_as"),
  text("breakdown"),
  text("breakdown_value"),
  text("period_label"),
  text("frequency"),
  number("own_numerator"),
  number("own_denominator"),
  number("own_value"),
  number("published_numerator"),
  number("published_denominator"),
  number("published_value"),
  number("difference"),
  { name: "agrees", type: "boolean", value: ({ agrees }) => agrees },
  text("comparability"),
  text("note"),
  text("release"),
];

/**
 * reconciliation.csv: our figures beside the published ones of the same authority, period and
 * definition.
 */
export const reconciliationCsv = (rows: readonly Reconciliation[]): Generator<Uint8Array> =>
  listChunks("reconciliation", columns, rows);
