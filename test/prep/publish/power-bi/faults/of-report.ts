import { report, visual, inner, REPORT, fault, type WrittenFault, type Json } from "./make";

/** Faults in the files of the report. */
export const ofPages: readonly WrittenFault[] = [
  fault(
    "field",
    "a field that the model does not have",
    visual('"Property": "Value"', (content) => {
      const text = JSON.stringify(content).replace('"Property":"Value"', '"Property":"Valeu"');
      Object.assign(content, JSON.parse(text));
    }),
  ),
  fault(
    "field",
    "a drill-through by a field that is not there",
    report(/page\.json$/, '"Property": "Need name"', (content) => {
      const text = JSON.stringify(content).replaceAll(
        '"Property":"Need name"',
        '"Property":"Need"'.replace("Need", "Needs"),
      );
      Object.assign(content, JSON.parse(text));
    }),
  ),
  fault(
    "drill-through",
    "a drill-through without its filter",
    report(/page\.json$/, "Drillthrough", (content) => {
      delete content.filterConfig;
    }),
  ),
  fault(
    "back",
    "a page of drill-through that nothing leads back from",
    visual('"actionButton"', (content) => {
      const [link] = inner(content, "visual", "visualContainerObjects").visualLink as Json[];
      inner(link, "properties", "type", "expr", "Literal").Value = "'Qna'";
    }),
  ),
  fault(
    "well",
    "a well that a native visual does not have",
    visual('"tableEx"', (content) => {
      const state = inner(content, "visual", "query", "queryState");
      state.Rows = state.Values;
      delete state.Values;
    }),
  ),
  fault(
    "role",
    "a well that our visual does not have",
    visual('"statusWords"', (content) => {
      const state = inner(content, "visual", "query", "queryState");
      state.statusWord = state.statusWords;
    }),
  ),
  fault(
    "visual-type",
    "a visual that nobody knows",
    visual('"tableEx"', (content) => {
      inner(content, "visual").visualType = "tabelEx";
    }),
  ),
  fault(
    "visual-name",
    "a name that is not the folder's",
    visual('"tableEx"', (content) => {
      content.name = "other";
    }),
  ),
  fault(
    "slicer",
    "a slicer that changes nothing",
    visual('"Property": "Lens"', (content) => {
      const text = JSON.stringify(content)
        .replaceAll('"Entity":"Indicator"', '"Entity":"Rows read"')
        .replaceAll('"Property":"Lens"', '"Property":"File read"');
      Object.assign(content, JSON.parse(text));
    }),
  ),
  fault(
    "slicer",
    "a slicer that a visual silently ignores",
    report(/page\.json$/, "visualInteractions", (content) => {
      content.visualInteractions = [];
    }),
  ),
  fault(
    "interaction",
    "an interaction with a visual that is gone",
    report(/page\.json$/, "visualInteractions", (content) => {
      (content.visualInteractions as Json[])[0].target = "gone";
    }),
  ),
  fault("page-filled", "a page that no visual fills", (files) => {
    const page = [...files].find(
      ([path, text]) => path.endsWith("page.json") && String(text).includes('"Definitions"'),
    )![0];
    for (const path of [...files.keys()])
      if (
        path.startsWith(page.replace("page.json", "visuals/")) &&
        String(files.get(path)).includes('"tableEx"')
      )
        files.delete(path);
  }),
  fault(
    "page-order",
    "a page that pages.json leaves out",
    report(/pages\.json$/, "pageOrder", (content) => {
      (content.pageOrder as string[]).pop();
    }),
  ),
  fault(
    "page-missing",
    "a page that is not there",
    report(/pages\.json$/, "pageOrder", (content) => {
      (content.pageOrder as string[]).push("0".repeat(20));
    }),
  ),
  fault(
    "bookmarks",
    "a bookmark that the list leaves out",
    report(/bookmarks\.json$/, "items", (content) => {
      (content.items as Json[]).pop();
    }),
  ),
  fault(
    "bookmarks",
    "a bookmark that is not there",
    report(/bookmarks\.json$/, "items", (content) => {
      (content.items as Json[]).push({ name: "0".repeat(20) });
    }),
  ),
  fault(
    "off-page",
    "a visual beside the page",
    visual('"tableEx"', (content) => {
      inner(content, "position").x = 5000;
    }),
  ),
  fault(
    "alt-text",
    "a visual without words for a screen reader",
    visual('"tableEx"', (content) => {
      delete inner(content, "visual", "visualContainerObjects").general;
    }),
  ),
  fault(
    "tab-order",
    "two visuals in one place of the Tab order",
    visual('"tableEx"', (content) => {
      inner(content, "position").tabOrder = 0;
    }),
  ),
  fault(
    "model-missing",
    "a model that is not where the report looks",
    report(/definition\.pbir$/, "byPath", (content) => {
      (content.datasetReference as Json).byPath = { path: "../Sent.SemanticModel" };
    }),
  ),
  fault(
    "schema-version",
    "a schema that nobody has published",
    report(/pages\.json$/, "pageOrder", (content) => {
      content.$schema = "https://example.org/pages.json";
    }),
  ),
  fault("json", "a file that is not JSON", (files) =>
    files.set(`${REPORT}definition/report.json`, "{"),
  ),
  fault("resource-missing", "a theme that is missing", (files) =>
    files.delete(`${REPORT}StaticResources/RegisteredResources/SendScorecard.json`),
  ),
  fault("file-missing", "a file that Power BI needs", (files) =>
    files.delete(`${REPORT}definition/version.json`),
  ),
  fault("embedded", "a visual's bundle that is gone", (files) => {
    for (const path of [...files.keys()]) if (path.endsWith(".pbiviz.json")) files.delete(path);
  }),
];
