const BASE = "https://developer.microsoft.com/json-schemas/fabric/";

/**
 * Published JSON schemas of the project's files, each in the one version that we write. Never one
 * that is not published: validators would skip the file in silence.
 */
export const schemas = {
  pbip: `${BASE}pbip/pbipProperties/1.0.0/schema.json`,
  platform: `${BASE}gitIntegration/platformProperties/2.0.0/schema.json`,
  semanticModel: `${BASE}item/semanticModel/definitionProperties/1.0.0/schema.json`,
  reportItem: `${BASE}item/report/definitionProperties/2.0.0/schema.json`,
  version: `${BASE}item/report/definition/versionMetadata/1.0.0/schema.json`,
  report: `${BASE}item/report/definition/report/3.3.0/schema.json`,
  pages: `${BASE}item/report/definition/pagesMetadata/1.1.0/schema.json`,
  page: `${BASE}item/report/definition/page/2.1.0/schema.json`,
  visual: `${BASE}item/report/definition/visualContainer/2.9.0/schema.json`,
  mobile: `${BASE}item/report/definition/visualContainerMobileState/2.4.0/schema.json`,
  bookmark: `${BASE}item/report/definition/bookmark/2.1.0/schema.json`,
  bookmarks: `${BASE}item/report/definition/bookmarksMetadata/1.0.0/schema.json`,
} as const;

/** Versions of the report format that the theme is imported at, as in `schemas`. */
export const themeVersions = { visual: "2.9.0", report: "3.3.0", page: "2.1.0" } as const;
