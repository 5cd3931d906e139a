import type { Settings } from "../../settings";
import { Stop } from "../../stop";
import type { DataPlace } from "./model/place";

/**
 * The SharePoint site that a folder's address lies in (`/sites/x` or `/teams/x`, else the root
 * site), and the folder within it with the escapes of an address.
 */
function sharePointOf(address: string): { site: string; folder: string } {
  const match =
    /^(https:\/\/[^/]+(?:\/(?:sites|teams)\/[^/]+)?)\/(?!(?:sites|teams)\/[^/]+\/*$)(.+?)\/*$/i.exec(
      address,
    );
  if (match === null)
    throw new Stop(
      "usage",
      `${address} is no address of a SharePoint folder, such as ` +
        "https://council.sharepoint.com/sites/SEND/Shared Documents/star.",
    );
  return { site: match[1], folder: encodeURI(match[2].replaceAll("%20", " ")) };
}

export interface PlaceOptions {
  readonly format?: "csv" | "parquet";
  readonly sharepoint?: string;
  readonly fabric?: boolean;
}

/**
 * Where a project reads its data: a folder, a SharePoint folder by its address, or a Fabric
 * lakehouse. Throws `Stop` (usage) where that is no address, or the format is not written.
 */
export function dataPlace(
  { format, sharepoint, fabric }: PlaceOptions,
  { output: { formats } }: Pick<Settings, "output">,
  folder: string,
): DataPlace {
  if (fabric && (sharepoint !== undefined || format === "csv" || !formats.includes("parquet")))
    throw new Stop(
      "usage",
      "A Fabric project reads tables of a lakehouse, which are loaded from Parquet: " +
        "it goes without --sharepoint and --format csv, and with parquet in output.formats.",
    );
  if (fabric) return { kind: "lakehouse" };
  // From SharePoint Power Query reads CSV best; from a folder, Parquet.
  const best = sharepoint === undefined ? "parquet" : "csv";
  const chosen = format ?? (formats.includes(best) ? best : formats[0]);
  if (!formats.includes(chosen))
    throw new Stop(
      "usage",
      `The report cannot read ${chosen}: the settings (output.formats) do not have it written.`,
    );
  return sharepoint === undefined
    ? { kind: "folder", format: chosen, folder }
    : { kind: "sharepoint", format: chosen, ...sharePointOf(sharepoint) };
}
