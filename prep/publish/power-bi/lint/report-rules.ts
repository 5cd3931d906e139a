import { nativeVisuals } from "../../../reference/power-bi";
import { schemas } from "../schemas";
import { fieldReferences } from "./field-references";
import type { Found } from "./model-rules";
import { at, keys, list, pageNames, visualsOf } from "./report-parts";
import type { ReportParts } from "./report-parts";

/** A rule about the report's files. */
export interface ReportRule {
  readonly id: string;
  readonly check: (parts: ReportParts) => readonly Found[];
}

/** Kinds of files that have a published schema; Power BI Desktop may write a later version. */
const kindOf = (url: string): string => url.replace(/\d+\.\d+\.\d+\/schema\.json$/, "");
const published: ReadonlySet<string> = new Set(Object.values(schemas).map(kindOf));
const REQUIRED = [
  "definition.pbir",
  ".platform",
  "definition/version.json",
  "definition/report.json",
  "definition/pages/pages.json",
];
const PAGES = "definition/pages/pages.json";

const members = { Column: "columns", Measure: "measures" } as const;

/** Files that report.json says there are, and the package file of the embedded visual. */
function resources({ json, embedded }: ReportParts): string[] {
  const packages = list(at(json.get("definition/report.json"), "resourcePackages"));
  const named = packages.flatMap((pack) => {
    const folder =
      at(pack, "type") === "CustomVisual"
        ? `CustomVisuals/${String(at(pack, "name"))}/resources`
        : `StaticResources/${String(at(pack, "name"))}`;
    return list(at(pack, "items")).map((item) => `${folder}/${String(at(item, "path"))}`);
  });
  return [...named, ...[...embedded.keys()].map((guid) => `CustomVisuals/${guid}/package.json`)];
}

/** Pages that pages.json, bookmarks and tooltips name, each with the file that does. */
function pagesNamed(report: ReportParts): { path: string; page: string }[] {
  const { json } = report;
  const order = [
    ...list(at(json.get(PAGES), "pageOrder")),
    at(json.get(PAGES), "activePageName"),
  ].map((page) => ({ path: PAGES, page: String(page) }));
  const bookmarks = [...json].flatMap(([path, content]) =>
    path.endsWith(".bookmark.json")
      ? [
          at(content, "explorationState", "activeSection"),
          ...keys(at(content, "explorationState", "sections")),
        ].map((page) => ({ path, page: String(page) }))
      : [],
  );
  const tooltips = visualsOf(report).flatMap(({ path, content }) =>
    list(at(content, "visual", "visualContainerObjects", "visualTooltip")).map((tooltip) => ({
      path,
      page: String(at(tooltip, "properties", "section", "expr", "Literal", "Value")).slice(1, -1),
    })),
  );
  return [...order, ...bookmarks, ...tooltips];
}

/** Settings of a visual as object and property. */
const settingsOf = (objects: unknown): [object: string, property: string][] =>
  keys(objects).flatMap((object) =>
    list(at(objects, object)).flatMap((entry) =>
      keys(at(entry, "properties")).map((property): [string, string] => [object, property]),
    ),
  );

/** Visuals that are not Power BI's own: embedded, of the public store, of the organisation's. */
const ofOthers = ({ json, embedded }: ReportParts): ReadonlySet<string> => {
  const report = json.get("definition/report.json");
  const stored = list(at(report, "resourcePackages"))
    .filter((pack) => at(pack, "type") === "OrganizationalStoreCustomVisual")
    .map((pack) => at(pack, "name"));
  return new Set([
    ...embedded.keys(),
    ...[...list(at(report, "publicCustomVisuals")), ...stored].map(String),
  ]);
};

/** The visuals of a report that are embedded, with what their packages say. */
const ofEmbedded = (report: ReportParts) =>
  visualsOf(report).flatMap(({ path, content, type }) => {
    const visual = report.embedded.get(type);
    return visual ? [{ path, content, visual }] : [];
  });

/**
 * What Microsoft's report validator lets pass: fields, wells and settings that are not there, files
 * that are missing, versions that nobody has published.
 */
export const reportRules: readonly ReportRule[] = [
  {
    id: "json",
    check: ({ json }) =>
      [...json].flatMap(([path, content]) =>
        content === null ? [[path, "the file is not JSON"] as const] : [],
      ),
  },
  {
    id: "file-missing",
    check: ({ has }) =>
      REQUIRED.filter((path) => !has(path)).map((path) => [path, "Power BI needs this file"]),
  },
  {
    id: "schema-version",
    check: ({ json }) =>
      [...json]
        .filter(
          ([path, content]) =>
            content !== null &&
            !path.startsWith("StaticResources/") &&
            !published.has(kindOf(String(content.$schema))),
        )
        .map(([path]) => [path, "its schema is none that we know to be published"]),
  },
  {
    id: "model-missing",
    check: ({ json, files }) => {
      const reference = at(json.get("definition.pbir"), "datasetReference");
      if (at(reference, "byConnection") !== undefined) return [];
      const folder = String(at(reference, "byPath", "path")).replace("../", "");
      return files.has(`${folder}/definition.pbism`)
        ? []
        : [["definition.pbir", "the model that it names is not there"]];
    },
  },
  {
    id: "resource-missing",
    check: (report) =>
      resources(report)
        .filter((path) => !report.has(path))
        .map((path) => [path, "the report names this file"]),
  },
  {
    id: "field",
    check: ({ json, model }) =>
      [...json].flatMap(([path, content]) =>
        fieldReferences(content)
          .filter(
            ({ kind, table, name }) =>
              !model.tables
                .find((other) => other.name === table)
                ?.[members[kind]].some((other) => other.name === name),
          )
          .map(({ kind, table, name }): Found => [
            path,
            `the model has no ${kind.toLowerCase()} ${table}[${name}]`,
          ]),
      ),
  },
  {
    id: "embedded",
    check: ({ embedded }) =>
      [...embedded]
        .filter(([, visual]) => visual === null)
        .map(([guid]) => [`CustomVisuals/${guid}`, "its files are no packaged visual"]),
  },
  {
    id: "page-missing",
    check: (report) => {
      const there = pageNames(report);
      return pagesNamed(report)
        .filter(({ page }) => !there.includes(page))
        .map(({ path, page }) => [path, `there is no page ${page}`]);
    },
  },
  {
    id: "page-order",
    check: (report) => {
      const order = list(at(report.json.get(PAGES), "pageOrder"));
      return [
        ...pageNames(report)
          .filter((page) => !order.includes(page))
          .map((page): Found => [page, "the page is not in pages.json"]),
        ...order
          .filter((page, i) => order.indexOf(page) !== i)
          .map((page): Found => [PAGES, `${String(page)} is there twice`]),
      ];
    },
  },
  {
    id: "visual-name",
    check: (report) =>
      visualsOf(report)
        .filter(({ path, content }) => content.name !== path.split("/").at(-2))
        .map(({ path }) => [path, "the visual's name is not its folder's"]),
  },
  {
    id: "visual-type",
    check: (report) =>
      visualsOf(report)
        .filter(({ type }) => !nativeVisuals().has(type) && !ofOthers(report).has(type))
        .map(({ path, type }) => [path, `there is no visual of the type ${type}`]),
  },
  {
    id: "role",
    check: (report) =>
      ofEmbedded(report).flatMap(({ path, content, visual }) =>
        keys(at(content, "visual", "query", "queryState"))
          .filter((well) => !visual.roles.has(well))
          .map((well): Found => [path, `the embedded visual has no field well ${well}`]),
      ),
  },
  {
    id: "setting",
    check: (report) =>
      ofEmbedded(report).flatMap(({ path, content, visual }) =>
        settingsOf(at(content, "visual", "objects"))
          .filter(([object, property]) => !visual.objects.get(object)?.has(property))
          .map(([object, property]): Found => [
            path,
            `the embedded visual has no setting ${object}.${property}`,
          ]),
      ),
  },
];
