import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { enginePython } from "../engine.mjs";
import { root } from "../ensure.mjs";
import { fieldReferences } from "../../prep/publish/power-bi/lint/field-references.ts";

const json = (file) => JSON.parse(readFileSync(file, "utf8"));
const EVALUATE = join(root, "prep/publish/power-bi/engine/evaluate.py");
/** Height of a row of a table, and of what stands above the rows. */
const [ROW, HEAD] = [22, 56];
/** Columns that a visual runs over time by: it is asked for all of them. */
const OVER_TIME = /^(?:Month|Period|Period end)$/;
/** The most rows that are asked for: readers scroll through the others. */
const MOST = 24;

const literal = (value) => value?.expr?.Literal?.Value?.replace(/^'|'$/g, "").replaceAll("''", "'");

const constant = (value) => {
  const { Value } = value.Literal;
  return Value === "true" || Value === "false" ? Value === "true" : literal({ expr: value });
};

/** The values of columns that the filters of a visual or a page leave. */
const keptBy = (filterConfig) =>
  Object.fromEntries(
    (filterConfig?.filters ?? []).flatMap(({ field, filter }) => {
      const { In } = filter?.Where?.[0]?.Condition ?? {};
      const [{ table, name }] = fieldReferences(field);
      return In ? [[`${table}.${name}`, In.Values.map(([value]) => constant(value))]] : [];
    }),
  );

/** A visual as its files say. */
function visualOf(folder) {
  const { name, position, visual, filterConfig } = json(join(folder, "visual.json"));
  const fields = fieldReferences(visual.query?.queryState);
  const [container, general] = ["title", "general"].map(
    (object) => visual.visualContainerObjects?.[object]?.[0]?.properties ?? {},
  );
  const mobile = join(folder, "mobile.json");
  const [only] = fieldReferences(filterConfig);
  return {
    name,
    type: visual.visualType,
    position,
    mobile: existsSync(mobile) ? json(mobile).position : null,
    title: literal(container.text) ?? "",
    alt: literal(general.altText) ?? "",
    text: visual.objects?.general?.[0]?.properties.paragraphs?.[0]?.textRuns[0].value ?? null,
    view: literal(visual.objects?.layout?.[0]?.properties.view) ?? null,
    wells: Object.entries(visual.query?.queryState ?? {}).map(([well, state]) => [
      well,
      fieldReferences(state)[0],
    ]),
    columns: fields.filter(({ kind }) => kind === "Column"),
    measures: fields.filter(({ kind }) => kind === "Measure").map((field) => field.name),
    only: only?.kind === "Measure" ? only.name : null,
    kept: keptBy(filterConfig),
  };
}

/** The pages of the report of a project, in their order, with the visuals in the order of tabs. */
export function reportPages(project) {
  const report = readdirSync(project).find((name) => name.endsWith(".Report"));
  const pages = join(project, report, "definition/pages");
  return json(join(pages, "pages.json")).pageOrder.map((id) => {
    const page = json(join(pages, id, "page.json"));
    const { displayName: title, width, height, pageBinding, filterConfig } = page;
    const visuals = join(pages, id, "visuals");
    return {
      title,
      width,
      height,
      opens: fieldReferences(pageBinding),
      kept: keptBy(filterConfig),
      visuals: readdirSync(visuals)
        .map((name) => visualOf(join(visuals, name)))
        .sort((a, b) => a.position.tabOrder - b.position.tabOrder),
    };
  });
}

const keyOf = ({ table, name }) => `${table}.${name}`;

/**
 * What is chosen on a page, so that it shows what a reader would: one KPI, or the latest year; of
 * several boards the first.
 */
export function chosenOn({ visuals, opens }, { kpi, year, board = null }) {
  const fields = [
    ...opens,
    ...visuals.filter(({ type }) => type === "slicer").flatMap(({ columns }) => columns),
  ].map(keyOf);
  const ofBoard =
    board !== null && fields.includes("Board KPIs.Board") ? { "Board KPIs.Board": [board] } : {};
  if (fields.includes("Indicator.Indicator")) return { ...ofBoard, "Indicator.Indicator": [kpi] };
  const isOfYear =
    fields.includes("Date.Academic year") &&
    !fields.some((field) => ["Indicator.Lens", "Board KPIs.Lens"].includes(field));
  return isOfYear ? { ...ofBoard, "Date.Academic year": [year] } : ofBoard;
}

/** Whether the rows of a visual are asked for: of ours, those of a KPI over time. */
const isAsked = ({ view, columns, measures }) =>
  (view === null || view === "trend") && columns.length + measures.length > 0;

/** Rows that our visual is given, by field well, from those that the engine gives. */
export const wellRows = ({ wells, columns, measures }, { rows }) =>
  rows.map((row) =>
    Object.fromEntries(
      wells.flatMap(([well, field]) => {
        const at =
          field.kind === "Measure"
            ? columns.length + measures.indexOf(field.name)
            : columns.findIndex((one) => keyOf(one) === keyOf(field));
        return row[at] === null || row[at] === undefined ? [] : [[well, row[at]]];
      }),
    ),
  );

/** How many rows a visual is asked for: a list to choose from, and one over time, has
 * them all. */
function roomOf({ type, view, columns: [first], position: { height } }) {
  if (view !== null || type === "slicer" || (first && OVER_TIME.test(first.name))) return 1000;
  return Math.max(1, Math.min(MOST, Math.floor((height - HEAD) / ROW)));
}

/**
 * What each native visual of the pages, and our trend, holds over a build, by the visual's name: the engine's rows,
 * as many as the visual has room for. Says why where there is no engine.
 */
export function pageValues(folder, project, pages, chosen) {
  const { python, why } = enginePython();
  if (python === null) return { why, values: new Map() };
  const asked = pages.flatMap((page) =>
    page.visuals.filter(isAsked).map((visual) => ({ page, visual })),
  );
  const model = readdirSync(project).find((name) => name.endsWith(".SemanticModel"));
  const request = {
    definition: join(project, model, "definition"),
    data: folder,
    visuals: asked.map(({ page, visual }) => ({
      columns: visual.columns.map(keyOf),
      measures: visual.measures,
      filters: {
        ...page.kept,
        ...visual.kept,
        ...(visual.type === "slicer" ? {} : chosenOn(page, chosen)),
      },
      only: visual.only,
      // Rows behind a figure are found by the date that it counts by, which may not be the table's.
      apart: page.opens.some((field) => keyOf(field) === "Date.Month")
        ? ["Date.Academic year"]
        : [],
      rows: roomOf(visual),
    })),
  };
  const { status, stdout } = spawnSync(python, [EVALUATE], {
    input: JSON.stringify(request),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) return { why: "the engine ended with an error", values: new Map() };
  const { visuals } = JSON.parse(stdout);
  return { why: null, values: new Map(asked.map(({ visual }, i) => [visual.name, visuals[i]])) };
}
