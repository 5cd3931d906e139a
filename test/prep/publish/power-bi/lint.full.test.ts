import { expect } from "chai";
import { lintProject } from "../../../../prep/publish/power-bi/lint/lint-project";
import type {
  Measure,
  ModelColumn,
  ModelTable,
  SemanticModel,
} from "../../../../prep/publish/power-bi/model/model";
import { PROJECT } from "../../../../prep/publish/power-bi/project";
import type { Project } from "../../../../prep/publish/power-bi/project";
import { modelFiles } from "../../../../prep/publish/power-bi/tmdl/model-files";
import { sampleProject } from "./some-project";
import { GUID, someVisual } from "./some-visual";

type Change = (model: SemanticModel) => SemanticModel;

const inTable =
  (name: string, change: (table: ModelTable) => ModelTable): Change =>
  (model) => ({
    ...model,
    tables: model.tables.map((table) => (table.name === name ? change(table) : table)),
  });
const measureIs = (change: Partial<Measure>, name = "Change"): Change =>
  inTable("Key measures", (table) => ({
    ...table,
    measures: table.measures.map((measure) =>
      measure.name === name ? { ...measure, ...change } : measure,
    ),
  }));
const columnIs = (table: string, name: string, change: Partial<ModelColumn>): Change =>
  inTable(table, (all) => ({
    ...all,
    columns: all.columns.map((column) =>
      column.name === name ? { ...column, ...change } : column,
    ),
  }));
const related =
  (from: [string, string], to: [string, string], active = true): Change =>
  (model) => ({
    ...model,
    relationships: [
      ...model.relationships,
      { from: { table: from[0], column: from[1] }, to: { table: to[0], column: to[1] }, active },
    ],
  });
const more = (table: string, measure: Measure): Change =>
  inTable(table, (all) => ({ ...all, measures: [...all.measures, measure] }));

const some: Measure = {
  name: "Some measure",
  description: "Some.",
  dax: "1 + 1",
  folder: "Some",
  format: "0",
};
const dax = (text: string): Change => measureIs({ dax: text });

/** Faults made by hand in the model, each with the rule that has to find it. */
const modelFaults: readonly (readonly [what: string, rule: string, change: Change])[] = [
  [
    "a measure of the same name in another table",
    "measure-names-once",
    more("Area", { ...some, name: "change" }),
  ],
  [
    "a measure named as a column of its table",
    "names-in-table-once",
    more("Area", { ...some, name: "Area name" }),
  ],
  [
    "a table named as a query",
    "table-names-once",
    inTable("Person", (table) => ({ ...table, name: "DataFolder" })),
  ],
  [
    "a column twice",
    "names-in-table-once",
    inTable("Area", (table) => ({ ...table, columns: [...table.columns, table.columns[0]] })),
  ],
  [
    "a name that ends with a space",
    "clean-names",
    inTable("Area", (table) => ({
      ...table,
      hierarchies: [{ ...table.hierarchies[0], name: "Geography " }],
    })),
  ],
  [
    "a relationship to a column that is not there",
    "relationship-ends",
    related(["Board figures", "Period start"], ["Date", "Day"]),
  ],
  [
    "a relationship of a date with a number",
    "relationship-types",
    columnIs("Date", "Date", { type: "int64" }),
  ],
  [
    "a relationship twice",
    "relationships-once",
    related(["Board figures", "Area code"], ["Area", "Area code"]),
  ],
  [
    "two active relationships between two tables",
    "one-path",
    related(["EHC requests", "Decision date"], ["Date", "Date"]),
  ],
  [
    "a circle of relationships",
    "one-path",
    related(["Area", "Area code"], ["Board figures", "Area code"]),
  ],
  [
    "a table that nothing fills",
    "query",
    inTable("Area", (table) => ({ ...table, source: { m: "" } })),
  ],
  [
    "a column without a source",
    "source-column",
    columnIs("Area", "Area name", { from: { source: "" } }),
  ],
  ["two keys", "one-key", columnIs("Date", "Month start", { key: true })],
  ["no date table", "date-table", inTable("Date", (table) => ({ ...table, dates: false }))],
  [
    "a sort order by a column that is not there",
    "columns-named",
    columnIs("Date", "Month", { sortBy: "Month order" }),
  ],
  [
    "a hierarchy over a column that is not there",
    "columns-named",
    inTable("Area", (table) => ({
      ...table,
      hierarchies: [{ name: "Some", description: "Some.", levels: ["Continent"] }],
    })),
  ],
  [
    "a role over a table that is not there",
    "role-tables",
    (model) => ({ ...model, roles: [{ ...model.roles[0], filters: { Areas: "TRUE ()" } }] }),
  ],
  [
    "a perspective of a table that is not there",
    "perspectives",
    (model) => ({ ...model, perspectives: [{ name: "Some", tables: ["Areas"], measures: {} }] }),
  ],
  [
    "a perspective of a measure that is not there",
    "perspectives",
    (model) => ({
      ...model,
      perspectives: [{ name: "Some", tables: ["Area"], measures: { "Key measures": ["Nothing"] } }],
    }),
  ],
  [
    "an empty perspective",
    "perspectives",
    (model) => ({ ...model, perspectives: [{ name: "Some", tables: [], measures: {} }] }),
  ],
  ["DAX over a column that is not there", "dax", dax("SUM ( 'Board figures'[Valeu] )")],
  ["DAX over a table that is not there", "dax", dax("COUNTROWS ( 'KPI figures' )")],
  ["DAX over a measure that is not there", "dax", dax("[Valeu] + 1")],
  [
    "DAX that puts a table before a measure",
    "dax",
    inTable("Key measures", (table) => ({
      ...table,
      measures: [...table.measures, { ...some, dax: "'Key measures'[Value] + 1" }],
    })),
  ],
  ["DAX with a bracket too few", "dax", dax("SUM ( 'Board figures'[Value]")],
  ["DAX with a bracket too many", "dax", dax("SUM ( 'Board figures'[Value] ) )")],
  ["DAX with a text without its end", "dax", dax(`IF ( [Value] > 1, "more )`)],
  ["DAX with a function that does not exist", "dax", dax("SUMM ( 'Board figures'[Value] )")],
  ["DAX with a variable that is not defined", "dax", dax("VAR _A = 1\nRETURN\n    _B")],
  [
    "DAX of a format with a column that is not there",
    "dax",
    measureIs({ formatDax: "SELECTEDVALUE ( Indicator[Units] )" }),
  ],
  [
    "DAX of a calculated column that refers to nothing",
    "dax",
    columnIs("Area", "Area level", { from: { dax: "Area[Continent]" } }),
  ],
  [
    "DAX of a role that refers to nothing",
    "dax",
    (model) => ({
      ...model,
      roles: [{ ...model.roles[0], filters: { Area: "Area[Continent] = 1" } }],
    }),
  ],
  ["a measure without a description", "described", measureIs({ description: "" })],
  [
    "a column without a description",
    "described",
    columnIs("Area", "Area name", { description: "" }),
  ],
  [
    "a foreign key in view",
    "keys-hidden",
    columnIs("Board figures", "Area code", { hidden: false }),
  ],
  [
    "a snowflake",
    "no-snowflake",
    related(["Setting", "Authority of setting"], ["Area", "Area code"]),
  ],
  [
    "months that sort by the alphabet",
    "months-sorted",
    columnIs("Date", "Month", { sortBy: undefined }),
  ],
  ["a division that fails for zero", "divide", dax("[Value] / [Target]")],
  ["an error hidden", "no-iferror", dax("IFERROR ( [Value], 0 )")],
  [
    "two measures that say the same",
    "measures-differ",
    more("Key measures", { ...some, dax: "[Value] + 1" }),
  ],
  ["a measure that is another's name", "not-an-alias", dax("[Value]")],
  [
    "a fact that nothing relates",
    "tables-related",
    (model) => ({
      ...model,
      relationships: model.relationships.filter(({ from }) => from.table !== "EHC plans"),
    }),
  ],
];

describe("our linter of Power BI projects", function () {
  const visual = someVisual();
  let project: Project;
  before(async () => (project = await sampleProject(visual)));

  /** The rules that find something in the project, its model as it is written. */
  const rulesFor = ({ model, files }: Pick<Project, "model" | "files">): string[] => {
    const folder = `${PROJECT}.SemanticModel/definition`;
    const others = [...files].filter(([path]) => !path.startsWith(`${folder}/`));
    const written = [...modelFiles(model)].map(
      ([path, text]) => [`${folder}/${path}`, text] as const,
    );
    return [...new Set(lintProject(new Map([...others, ...written])).map(({ rule }) => rule))];
  };

  for (const [what, rule, change] of modelFaults) {
    it(`finds ${what}`, () => {
      const model =
        rule === "measures-differ"
          ? more("Key measures", { ...some, name: "Other measure", dax: "[Value]+1" })(
              change(project.model),
            )
          : change(project.model);
      expect(rulesFor({ ...project, model })).to.include(rule);
    });
  }

  type Files = Map<string, string | Uint8Array>;
  const folder = `${PROJECT}.Report`;
  const visualWith = (files: Files, text: string): string =>
    [...files].find(
      ([path, content]) =>
        path.endsWith("/visual.json") && typeof content === "string" && content.includes(text),
    )![0];
  const edit =
    (find: string | ((files: Files) => string), from: string, to: string) =>
    (files: Files): void => {
      const path = typeof find === "string" ? `${folder}/${find}` : find(files);
      const content = files.get(path) as string;
      expect(content, path).to.include(from);
      files.set(path, content.replace(from, to));
    };
  const ours = (files: Files): string => visualWith(files, GUID);
  const native = (files: Files): string => visualWith(files, '"tableEx"');
  const pages = "definition/pages/pages.json";
  const anyPage = (files: Files): string =>
    [...files.keys()].find((path) => path.endsWith("/page.json"))!;

  /** Faults made by hand in the report's files. */
  const reportFaults: readonly (readonly [
    what: string,
    rule: string,
    change: (files: Files) => void,
  ])[] = [
    [
      "a measure that the model does not have",
      "field",
      edit(ours, '"Property": "Value"', '"Property": "Valeu"'),
    ],
    ["a measure taken for a column", "field", edit(native, '"Measure": {', '"Column": {')],
    [
      "a filter on a measure that the model does not have",
      "field",
      edit(
        (files) => visualWith(files, '"Source": "m"'),
        '"Entity": "Key measures",\n              "Type"',
        '"Entity": "Key figures",\n              "Type"',
      ),
    ],
    [
      "a field well that the visual does not have",
      "role",
      edit(ours, '"statusWords": {', '"statusWord": {'),
    ],
    ["a setting that the visual does not have", "setting", edit(ours, '"view": {', '"sight": {')],
    [
      "a visual that nobody knows",
      "visual-type",
      edit(native, '"visualType": "tableEx"', '"visualType": "tabelEx"'),
    ],
    ["a name that is not the folder's", "visual-name", edit(native, '"name": "', '"name": "0')],
    [
      "a schema that nobody has published",
      "schema-version",
      edit(pages, "pagesMetadata", "pageMetadata"),
    ],
    ["a file that is not JSON", "json", edit(pages, "{", "[")],
    ["a page that is missing", "page-missing", (files) => void files.delete(anyPage(files))],
    [
      "a page that pages.json leaves out",
      "page-order",
      (files) =>
        void files.set(`${folder}/definition/pages/some/page.json`, files.get(anyPage(files))!),
    ],
    [
      "a tooltip page that is missing",
      "page-missing",
      edit(
        (files) => visualWith(files, "visualTooltip"),
        `"section": {\n              "expr": {\n                "Literal": {\n                  "Value": "'`,
        `"section": {\n              "expr": {\n                "Literal": {\n                  "Value": "'0`,
      ),
    ],
    [
      "a bookmark of a page that is missing",
      "page-missing",
      (files) =>
        edit(
          [...files.keys()]
            .find((path) => path.endsWith(".bookmark.json"))!
            .slice(folder.length + 1),
          '"activeSection": "',
          '"activeSection": "0',
        )(files),
    ],
    [
      "a required file that is missing",
      "file-missing",
      (files) => void files.delete(`${folder}/definition/version.json`),
    ],
    [
      "a model that is not where the report looks",
      "model-missing",
      edit("definition.pbir", "../SEND.", "../Sent."),
    ],
    [
      "a visual's bundle that is missing",
      "resource-missing",
      (files) => void files.delete(`${folder}/CustomVisuals/${GUID}/resources/${GUID}.pbiviz.json`),
    ],
    [
      "a visual's package file that is missing",
      "resource-missing",
      (files) => void files.delete(`${folder}/CustomVisuals/${GUID}/package.json`),
    ],
    [
      "a theme that is missing",
      "resource-missing",
      (files) =>
        void files.delete(`${folder}/StaticResources/RegisteredResources/SendScorecard.json`),
    ],
  ];

  for (const [what, rule, change] of reportFaults) {
    it(`finds ${what}`, () => {
      const files = new Map(project.files);
      change(files);
      expect(rulesFor({ ...project, files })).to.include(rule);
    });
  }
});
