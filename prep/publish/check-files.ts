import type { CheckList } from "../check/check-list";
import type { RuleText } from "../check/rule";
import type { RuleCount } from "../check/run";
import type { LinkageCount } from "../protect/linkage-counts";
import { listChunks, type ListColumn } from "./list";

/**
 * rules.csv: every rule with what it says, where it comes from, and how often it was broken in all,
 * by id.
 */
export function rulesCsv(
  rules: readonly RuleText[],
  summary: readonly RuleCount[],
): Generator<Uint8Array> {
  const times = (id: string): number =>
    summary.filter(({ rule }) => rule === id).reduce((sum, { count }) => sum + count, 0);
  return listChunks(
    "rules",
    [
      { name: "rule", type: "text", value: ({ id }) => id },
      { name: "severity", type: "text", value: ({ severity }) => severity },
      { name: "table", type: "text", value: ({ table }) => table || null },
      { name: "field", type: "text", value: ({ field }) => field },
      { name: "message", type: "text", value: ({ message }) => message },
      { name: "action", type: "text", value: ({ action }) => action },
      { name: "basis", type: "text", value: ({ basis }) => basis },
      { name: "times_broken", type: "int64", value: ({ id }) => times(id) },
    ],
    [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

const count = (
  name: string,
  value: (counts: LinkageCount) => number,
): ListColumn<LinkageCount> => ({ name, type: "int64", value });

const linkageColumns: readonly ListColumn<LinkageCount>[] = [
  { name: "source", type: "text", value: ({ source }) => source },
  count("records", ({ records }) => records),
  count("people", ({ people }) => people),
  count("joined_by_upn", ({ byUpn }) => byUpn),
  count("joined_by_uln", ({ byUln }) => byUln),
  count("joined_by_name", ({ byName }) => byName),
  count("apart_though_same_upn", ({ upnShared }) => upnShared),
  count("apart_though_same_uln", ({ ulnAcrossUpns }) => ulnAcrossUpns),
  count("apart_though_same_name", ({ nameAmbiguous }) => nameAmbiguous),
  count("without_upn_or_uln", ({ withoutUpnOrUln }) => withoutUpnOrUln),
  count("opted_out", ({ optedOut }) => optedOut),
];

/**
 * linkage.csv: how the records of each return became people, with a row for all returns together.
 */
export const linkageCsv = (counts: readonly LinkageCount[]): Generator<Uint8Array> =>
  listChunks("linkage", linkageColumns, counts);

/** A list of the folder `checks` that a collection adds. */
export const checkListCsv = ({ name, columns, rows }: CheckList): Generator<Uint8Array> =>
  listChunks(
    name.replaceAll("-", "_"),
    columns.map((column, c) => ({
      ...column,
      value: (row: CheckList["rows"][number]) => row[c],
    })),
    rows,
  );
