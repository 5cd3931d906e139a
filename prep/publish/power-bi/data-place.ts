import type { Settings } from "../../settings";
import { Stop } from "../../stop";
import type { DataPlace } from "./model/partition";

/**
 * Address of the SharePoint site that a folder's address lies in: `/sites/x` or `/teams/x`, else
 * the root site.
 */
function siteOf(address: string): string {
  const match = /^(https:\/\/[^/]+(?:\/(?:sites|teams)\/[^/]+)?)(?:\/|$)/i.exec(address);
  if (match === null)
    throw new Stop(
      "usage",
      `${address} is no address of a SharePoint folder, such as ` +
        "https://council.sharepoint.com/sites/SEND/Shared Documents/star.",
    );
  return match[1];
}

/**
 * Where a project reads its data: a folder, or a SharePoint folder by its address. Throws `Stop`
 * (usage) where that is no address, or the format is not written.
 */
export function dataPlace(
  { format, sharepoint }: { readonly format?: "csv" | "parquet"; readonly sharepoint?: string },
  { output: { formats } }: Pick<Settings, "output">,
  folder: string,
): DataPlace {
  // From SharePoint Power Query reads CSV best; from a folder, Parquet.
  const best = sharepoint === undefined ? "parquet" : "csv";
  const chosen = format ?? (formats.includes(best) ? best : formats[0]);
  if (!formats.includes(chosen))
    throw new Stop(
      "usage",
      `The report cannot read ${chosen}: the settings (output.formats) do not have it written.`,
    );
  if (sharepoint === undefined) return { format: chosen, folder, site: null };
  const address = sharepoint.replaceAll("%20", " ").replace(/\/+$/, "");
  return { format: chosen, folder: address, site: siteOf(address) };
}
