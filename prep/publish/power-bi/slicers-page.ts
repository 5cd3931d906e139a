import type { SemanticModel } from "./model/model";
import { KEY_MEASURES } from "./model/key-measures";
import { reachOf } from "./model/reach";
import { makeReport } from "./report/make-report";
import type { Field } from "./report/report";

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)];
}

/** Tables that a filter goes out from, with something for authors to choose. */
const dimensionsOf = ({ tables, relationships }: SemanticModel): string[] =>
  tables
    .filter(
      ({ name, hidden, columns }) =>
        !hidden &&
        columns.some((column) => !column.hidden) &&
        relationships.some(({ active, to }) => active && to.table === name),
    )
    .map(({ name }) => name);

/** Measures that the same dimensions change, by the words of their folder. */
function matrix(model: SemanticModel): string[] {
  const dimensions = dimensionsOf(model);
  const reach = reachOf(model.tables, model.relationships);
  const measures = model.tables.flatMap((one) => one.measures).filter(({ hidden }) => !hidden);
  const groups = new Map<string, { folder: string; names: string[]; marks: string[] }>();
  for (const { name, folder } of measures) {
    const field: Field = { kind: "Measure", table: KEY_MEASURES, name };
    const marks = dimensions.map((dimension) => (reach(dimension, field) ? "●" : ""));
    const key = [folder, ...marks].join("\n");
    const group = groups.get(key) ?? { folder, names: [], marks };
    group.names.push(name);
    groups.set(key, group);
  }
  return table(
    ["Folder", "Measures", ...dimensions],
    [...groups.values()].map(({ folder, names, marks }) => [
      folder.replaceAll("\\", " ▸ "),
      names.join(", "),
      ...marks,
    ]),
  );
}

/** What each page lets its reader choose, and what a choice leaves as it is. */
function pages(model: SemanticModel, indicators: ReadonlyMap<string, string>): string[] {
  const rows = makeReport(model, null, { indicators }).pages.map(
    ({ name, visuals, cutOff = [] }) => {
      const slicers = visuals.filter(({ type }) => type === "slicer");
      const titleOf = (id: string): string => visuals.find((visual) => visual.id === id)!.title;
      return [
        name,
        slicers.map(({ title }) => title).join(", "),
        [...new Set(cutOff.map(({ visual }) => titleOf(visual)))].join("; "),
      ];
    },
  );
  return table(["Page", "Slicers", "Visuals that a slicer does not change, by their title"], rows);
}

/**
 * The page of the docs that says which slicer changes which measure, made from the model;
 * `indicators` are those that measures over rows agree with.
 */
export const slicersPage = (
  model: SemanticModel,
  indicators: ReadonlyMap<string, string>,
): string =>
  [
    "# What a slicer changes",
    "",
    "Made from the model by `npm run docs`: a dimension changes a measure (●) where a filter on it reaches the rows that the measure reads. In your own pages use the",
    "columns of those dimensions alone: others would do nothing, without a word. `send-scorecard power-bi check` finds slicers that do.",
    "",
    ...matrix(model),
    "",
    "The pages that we write offer what the matrix allows: a slicer that would change nothing on a page is left out of it. Where one changes some visuals of a page and not",
    "others, the others are cut off from it (*Format ▸ Edit interactions ▸ None*), and their titles say so.",
    "",
    ...pages(model, indicators),
    "",
  ].join("\n");
