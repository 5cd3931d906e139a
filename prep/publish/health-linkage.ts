import type { HealthLinkage } from "../results";
import { listChunks, type ListColumn } from "./list";

const columns: readonly ListColumn<HealthLinkage>[] = [
  { name: "linkage_table", type: "text", value: ({ file }) => file },
  { name: "pairs", type: "int64", value: ({ pairs }) => pairs },
  { name: "found_among_children", type: "int64", value: ({ foundInSend }) => foundInSend },
  {
    name: "found_in_mental_health_data",
    type: "int64",
    value: ({ foundInHealth }) => foundInHealth,
  },
  { name: "linked", type: "int64", value: ({ linked }) => linked },
  {
    name: "match_rate_pct",
    type: "double",
    value: ({ pairs, linked }) => (pairs === 0 ? null : (100 * linked) / pairs),
  },
];

/** health-linkage.csv: how many pairs of the agreed linkage table were found on either side, and on both. */
export const healthLinkageCsv = (rows: readonly HealthLinkage[]): Generator<Uint8Array> =>
  listChunks("health_linkage", columns, rows);
