import type { SemanticModel } from "../model/model";
import type { PrivateVisual } from "../private-visual";
import { schemas } from "../schemas";
import type { Fault } from "./fault";
import { fieldReferences } from "./field-references";

type Files = ReadonlyMap<string, string | Uint8Array>;
type Json = Readonly<Record<string, unknown>>;

/** Native visuals that we use. */
const NATIVE = new Set(["tableEx", "cardVisual", "slicer", "lineChart", "clusteredBarChart", "textbox"]);
const published: ReadonlySet<string> = new Set(Object.values(schemas));
const REQUIRED = ["definition.pbir", ".platform", "definition/version.json", "definition/report.json", "definition/pages/pages.json"];

const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null ? (inner as Json)[key] : undefined), value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const keys = (value: unknown): string[] => (typeof value === "object" && value !== null ? Object.keys(value) : []);

/** The JSON files of a report; one that is none is a fault. The embedded visual's own files are not ours to judge. */
function parsed(files: Files, folder: string, fault: (rule: string, where: string, message: string) => void): Map<string, Json> {
  const all = new Map<string, Json>();
  for (const [path, content] of files) {
    if (!path.startsWith(`${folder}/`) || path.includes("/CustomVisuals/") || typeof content !== "string") continue;
    try {
      all.set(path.slice(folder.length + 1), JSON.parse(content) as Json);
    } catch {
      fault("json", path, "the file is not JSON");
    }
  }
  return all;
}

/** What is wrong with the report of a project: fields, wells and settings that are not there, files that are missing, versions that nobody has published. */
export function reportFaults(files: Files, folder: string, model: SemanticModel, visual: PrivateVisual | null): Fault[] {
  const faults: Fault[] = [];
  const fault = (rule: string, where: string, message: string): void => void faults.push({ rule, where, message });
  const all = parsed(files, folder, fault);
  const there = (path: string): boolean => files.has(`${folder}/${path}`);

  for (const path of REQUIRED) if (!there(path)) fault("file-missing", path, "Power BI needs this file");
  for (const [path, { $schema }] of all) if (!path.startsWith("StaticResources/") && !published.has(String($schema))) fault("schema-version", path, "its schema is none that we know to be published");

  const modelPath = String(at(all.get("definition.pbir"), "datasetReference", "byPath", "path")).replace("../", "");
  if (!files.has(`${modelPath}/definition.pbism`)) fault("model-missing", "definition.pbir", "the model that it names is not there");

  const kinds = { Column: "columns", Measure: "measures" } as const;
  for (const [path, content] of all)
    for (const { kind, table, name } of fieldReferences(content))
      if (!model.tables.find((other) => other.name === table)?.[kinds[kind]].some((other) => other.name === name)) fault("field", path, `the model has no ${kind.toLowerCase()} ${table}[${name}]`);

  for (const pack of list(at(all.get("definition/report.json"), "resourcePackages")))
    for (const item of list(at(pack, "items"))) {
      const [type, name, path] = [at(pack, "type"), at(pack, "name"), at(item, "path")].map(String);
      const place = type === "CustomVisual" ? `CustomVisuals/${name}/resources/${path}` : `StaticResources/${name}/${path}`;
      if (!there(place)) fault("resource-missing", place, "report.json names this file");
    }
  if (visual && !there(`CustomVisuals/${visual.guid}/package.json`)) fault("resource-missing", `CustomVisuals/${visual.guid}/package.json`, "an embedded visual needs this file");

  const pageOrder = list(at(all.get("definition/pages/pages.json"), "pageOrder")).map(String);
  const pages = [...all.keys()].flatMap((path) => /^definition\/pages\/([^/]+)\/page\.json$/.exec(path)?.[1] ?? []);
  for (const page of [...pageOrder, String(at(all.get("definition/pages/pages.json"), "activePageName"))]) if (!pages.includes(page)) fault("page-missing", page, "pages.json names a page that is not there");
  for (const page of pages) if (!pageOrder.includes(page)) fault("page-order", page, "the page is not in pages.json");

  for (const [path, content] of all) {
    if (path.includes("/bookmarks/") && content.explorationState && !pages.includes(String(at(content, "explorationState", "activeSection")))) fault("page-missing", path, "the bookmark opens a page that is not there");
    if (!path.endsWith("/visual.json")) continue;
    if (content.name !== path.split("/").at(-2)) fault("visual-name", path, "the visual's name is not its folder's");
    const [type, wells, objects] = [String(at(content, "visual", "visualType")), keys(at(content, "visual", "query", "queryState")), at(content, "visual", "objects")];
    for (const tooltip of list(at(content, "visual", "visualContainerObjects", "visualTooltip"))) {
      const page = String(at(tooltip, "properties", "section", "expr", "Literal", "Value")).slice(1, -1);
      if (!pages.includes(page)) fault("page-missing", path, "its tooltip is a page that is not there");
    }
    if (visual?.guid === type) {
      for (const well of wells) if (!visual.roles.has(well)) fault("role", path, `the embedded visual has no field well ${well}`);
      for (const object of keys(objects))
        for (const { properties } of list(at(objects, object)) as { properties: unknown }[])
          for (const property of keys(properties)) if (!visual.objects.get(object)?.has(property)) fault("setting", path, `the embedded visual has no setting ${object}.${property}`);
    } else if (!NATIVE.has(type)) fault("visual-type", path, `there is no visual of the type ${type}`);
  }
  return faults;
}
