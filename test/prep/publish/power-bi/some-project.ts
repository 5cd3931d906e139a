import type { DataPlace } from "../../../../prep/publish/power-bi/model/partition";
import { powerBiProject } from "../../../../prep/publish/power-bi/project";
import type { Project } from "../../../../prep/publish/power-bi/project";
import type { PrivateVisual } from "../../../../prep/publish/power-bi/private-visual";
import { sampleStar } from "./sample-star";

export const places: Readonly<Record<string, DataPlace>> = {
  parquet: { format: "parquet", folder: 'C:\\Data\\A "quoted" folder', site: null },
  csv: { format: "csv", folder: "C:\\Data", site: null },
  sharepoint: {
    format: "csv",
    folder: "https://council.sharepoint.com/sites/SEND/Shared Documents/out",
    site: "https://council.sharepoint.com/sites/SEND",
  },
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
