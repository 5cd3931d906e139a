import type { LinkageCount } from "../protect/linkage-counts";
import { listChunks } from "./list";
import type { ListColumn } from "./list";

const count = (
  name: string,
  value: (counts: LinkageCount) => number,
): ListColumn<LinkageCount> => ({ name, type: "int64", value });

const columns: readonly ListColumn<LinkageCount>[] = [
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
  listChunks("linkage", columns, counts);
