import { monthLabel, monthStart } from "../../../calendar/periods";
import type { CheckList } from "../../../check/check-list";
import type { FieldQuality } from "../read/extract";
import type { HealthMatches } from "../model/linkage";

/**
 * checks/mhsds-data-quality.csv: how the values of each field of each provider's submissions are,
 * as the NHS sorts them. Every row has at least one record.
 */
export const mhsdsDataQuality = (quality: readonly FieldQuality[]): CheckList => ({
  name: "mhsds-data-quality",
  columns: [
    { name: "provider", type: "text" },
    { name: "month", type: "date" },
    { name: "month_label", type: "text" },
    { name: "table", type: "text" },
    { name: "field", type: "text" },
    { name: "records", type: "int64" },
    { name: "valid", type: "int64" },
    { name: "other", type: "int64" },
    { name: "default", type: "int64" },
    { name: "invalid", type: "int64" },
    { name: "missing", type: "int64" },
    { name: "valid_pct", type: "double" },
  ],
  rows: quality.map((row) => {
    const { provider, month, table, field, valid, other, invalid, missing } = row;
    const records = valid + other + row.default + invalid + missing;
    return [
      provider,
      monthStart(month),
      monthLabel(month),
      table,
      field,
      records,
      valid,
      other,
      row.default,
      invalid,
      missing,
      (100 * valid) / records,
    ];
  }),
});

/**
 * checks/health-linkage.csv: how many pairs of the agreed linkage table were found on either side,
 * and on both.
 */
export const healthLinkage = (
  file: string,
  { pairs, foundInSend, foundInHealth, linked }: HealthMatches["counts"],
): CheckList => ({
  name: "health-linkage",
  columns: [
    { name: "linkage_table", type: "text" },
    { name: "pairs", type: "int64" },
    { name: "found_among_children", type: "int64" },
    { name: "found_in_mental_health_data", type: "int64" },
    { name: "linked", type: "int64" },
    { name: "match_rate_pct", type: "double" },
  ],
  rows: [
    [file, pairs, foundInSend, foundInHealth, linked, pairs === 0 ? null : (100 * linked) / pairs],
  ],
});
