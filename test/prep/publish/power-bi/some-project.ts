import type { DataPlace } from "../../../../prep/publish/power-bi/model/place";
import { powerBiProject } from "../../../../prep/publish/power-bi/project";
import type { Project } from "../../../../prep/publish/power-bi/project";
import type { PrivateVisual } from "../../../../prep/publish/power-bi/private-visual";
import { sampleStar } from "./sample-star";

export const places: Readonly<Record<string, DataPlace>> = {
  parquet: { kind: "folder", format: "parquet", folder: 'C:\\Data\\A "quoted" folder' },
  csv: { kind: "folder", format: "csv", folder: "C:\\Data" },
  sharepoint: {
    kind: "sharepoint",
    format: "csv",
    folder: "Shared%20Documents/out",
    site: "https://council.sharepoint.com/sites/SEND",
  },
  lakehouse: { kind: "lakehouse" },
};

/** The project of the sample's star. */
export async function sampleProject(
  visual: PrivateVisual | null,
  place: DataPlace = places.parquet,
): Promise<Project> {
  const star = await sampleStar();
  return powerBiProject({
    tables: [...star.values()].map(({ declaration }) => declaration),
    place,
    authorities: ["999"],
    visual,
    marking: "RESTRICTED: not for publishing",
  });
}
