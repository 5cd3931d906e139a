import { strToU8, zipSync } from "fflate";
import { readPrivateVisual } from "../../../../prep/publish/power-bi/private-visual";
import type { PrivateVisual } from "../../../../prep/publish/power-bi/private-visual";
import { scorecardVisual } from "../../../../prep/publish/power-bi/report/scorecard-visual";

export const GUID = "someVisual00112233445566778899AABBCCDDEEFF";

const ours = ["scorecard", "neighbours"].flatMap((view) =>
  Object.keys(scorecardVisual(GUID, view as "scorecard", { place: [0, 0, 1, 1], alt: "" }).roles),
);

/** Wells of them that hold columns. */
const columns = new Set(["indicator", "section", "period", "area"]);

/**
 * A .pbiviz of invented content with the field wells given, by default all that the report uses.
 */
export function somePackage(wells: readonly string[] = ours): Uint8Array {
  const resource = `resources/${GUID}.pbiviz.json`;
  const about = {
    version: "1.0.0.0",
    resources: [{ resourceId: "rId0", sourceType: 5, file: resource }],
    visual: { guid: GUID },
  };
  const content = {
    visual: { guid: GUID },
    capabilities: {
      dataRoles: [...new Set(wells)].map((name) => ({
        name,
        ...(columns.has(name) ? { kind: "Grouping" } : {}),
      })),
      objects: { layout: { properties: { view: {} } } },
    },
    content: { js: "", css: "" },
  };
  // Tabs and line ends of its own, so that a copy that is not byte for byte shows.
  return zipSync({
    "package.json": strToU8(`\t${JSON.stringify(about)}\r\n`),
    [resource]: strToU8(`${JSON.stringify(content)}\n\n`),
  });
}

export const someVisual = (wells?: readonly string[]): PrivateVisual =>
  readPrivateVisual(somePackage(wells));
