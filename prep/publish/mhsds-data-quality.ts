import { monthLabel, monthStart } from "../calendar/periods";
import type { FieldQuality } from "../collections/mhsds/extract";
import { listChunks, type ListColumn } from "./list";

const recordsOf = ({ valid, other, default: byDefault, invalid, missing }: FieldQuality): number =>
  valid + other + byDefault + invalid + missing;
const count = (name: string, value: (row: FieldQuality) => number): ListColumn<FieldQuality> => ({
  name,
  type: "int64",
  value,
});

const columns: readonly ListColumn<FieldQuality>[] = [
  { name: "provider", type: "text", value: ({ provider }) => provider },
  { name: "month", type: "date", value: ({ month }) => monthStart(month) },
  { name: "month_label", type: "text", value: ({ month }) => monthLabel(month) },
  { name: "table", type: "text", value: ({ table }) => table },
  { name: "field", type: "text", value: ({ field }) => field },
  count("records", recordsOf),
  count("valid", ({ valid }) => valid),
  count("other", ({ other }) => other),
  count("default", ({ default: byDefault }) => byDefault),
  count("invalid", ({ invalid }) => invalid),
  count("missing", ({ missing }) => missing),
  { name: "valid_pct", type: "double", value: (row) => (100 * row.valid) / recordsOf(row) },
];

/** mhsds-data-quality.csv: how the values of each field of each provider's submissions are, as the NHS sorts them. Every row has at least one record. */
export const mhsdsDataQualityCsv = (quality: readonly FieldQuality[]): Generator<Uint8Array> =>
  listChunks("mhsds_data_quality", columns, quality);
