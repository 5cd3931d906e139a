import type { PrivateVisual } from "../private-visual";
import { schemas, themeVersions } from "../schemas";
import { stableName } from "../stable-id";
import { bookmarkFile, pageFile } from "./page-file";
import type { Report } from "./report";
import { theme, THEME_FILE } from "./theme";
import { mobileFile, pageName, visualFile, visualName } from "./visual-file";

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * report.json: the theme and the embedded visual. The base theme is left out: Power BI takes its
 * own.
 */
const reportFile = (visual: PrivateVisual | null): object => ({
  $schema: schemas.report,
  themeCollection: {
    customTheme: {
      name: THEME_FILE,
      reportVersionAtImport: themeVersions,
      type: "RegisteredResources",
    },
  },
  resourcePackages: [
    {
      name: "RegisteredResources",
      type: "RegisteredResources",
      items: [{ name: THEME_FILE, path: THEME_FILE, type: "CustomTheme" }],
    },
    ...(visual
      ? [
          {
            name: visual.guid,
            type: "CustomVisual",
            items: [
              {
                name: `${visual.guid}.pbiviz.json`,
                path: `${visual.guid}.pbiviz.json`,
                type: "CustomVisualMetadata",
              },
            ],
          },
        ]
      : []),
  ],
  annotations: [{ name: "generatedBy", value: "send-scorecard" }],
  settings: {
    useStylableVisualContainerHeader: true,
    exportDataMode: "AllowSummarized",
    defaultDrillFilterOtherVisuals: true,
    allowChangeFilterTypes: true,
    useEnhancedTooltips: true,
    useDefaultAggregateDisplayName: true,
    locale: "en-GB",
  },
});

/**
 * The files of a report folder below it: pages, visuals, bookmarks, theme and the embedded visual,
 * whose files are copied byte for byte.
 */
export function reportFiles(
  { pages, bookmarks }: Report,
  visual: PrivateVisual | null,
): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>([
    ["definition/version.json", json({ $schema: schemas.version, version: "2.0.0" })],
    ["definition/report.json", json(reportFile(visual))],
    [
      "definition/pages/pages.json",
      json({
        $schema: schemas.pages,
        pageOrder: pages.map(({ id }) => pageName(id)),
        activePageName: pageName(pages[0].id),
      }),
    ],
    [`StaticResources/RegisteredResources/${THEME_FILE}`, json(theme)],
  ]);
  for (const page of pages) {
    const folder = `definition/pages/${pageName(page.id)}`;
    files.set(`${folder}/page.json`, json(pageFile(page)));
    page.visuals.forEach((part, order) => {
      files.set(
        `${folder}/visuals/${visualName(page, part)}/visual.json`,
        json(visualFile(page, part, order)),
      );
      if (part.mobile)
        files.set(
          `${folder}/visuals/${visualName(page, part)}/mobile.json`,
          json(mobileFile(part.mobile, order)),
        );
    });
  }
  if (bookmarks.length > 0)
    files.set(
      "definition/bookmarks/bookmarks.json",
      json({
        $schema: schemas.bookmarks,
        items: bookmarks.map(({ name }) => ({ name: stableName(`bookmark/${name}`) })),
      }),
    );
  for (const bookmark of bookmarks)
    files.set(
      `definition/bookmarks/${stableName(`bookmark/${bookmark.name}`)}.bookmark.json`,
      json(bookmarkFile(bookmark)),
    );
  for (const [path, bytes] of visual?.files ?? [])
    files.set(`CustomVisuals/${visual!.guid}/${path}`, bytes);
  return files;
}
