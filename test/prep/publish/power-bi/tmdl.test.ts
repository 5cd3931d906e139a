import { expect } from "chai";
import type { ModelTable, SemanticModel } from "../../../../prep/publish/power-bi/model/model";
import { writtenModel } from "../../../../prep/publish/power-bi/read/written-model";
import { sampleProject } from "./some-project";
import { modelFiles } from "../../../../prep/publish/power-bi/tmdl/model-files";
import { stableUuid } from "../../../../prep/publish/power-bi/stable-id";

const table: ModelTable = {
  name: "Tom's table",
  description: "Two\n  lines.",
  columns: [
    {
      name: "Month",
      type: "string",
      description: "In words.",
      from: { source: "month_label" },
      sortBy: "Month start",
    },
    {
      name: "Month start",
      type: "dateTime",
      description: "First day.",
      from: { source: "month_start" },
      hidden: true,
      format: "dd/mm/yyyy",
      folder: "Dates",
    },
    { name: "Key", type: "int64", description: "", from: { source: "key" }, hidden: true },
    {
      name: "Twice",
      type: "int64",
      description: "",
      from: { dax: "2 *\n    'Tom''s table'[Key]" },
    },
  ],
  measures: [
    {
      name: "Sum (%)",
      description: "A sum.",
      dax: "VAR _A = 1\nRETURN\n    _A",
      folder: "Rows\\Some",
      formatDax: '"0"',
    },
  ],
  hierarchies: [{ name: "Some", description: "Some.", levels: ["Month"] }],
  source: { m: "let\n    Source = 1\nin\n    Source" },
};

const model: SemanticModel = {
  tables: [table],
  relationships: [
    {
      from: { table: "Tom's table", column: "Key" },
      to: { table: "Area", column: "Area.code" },
      active: false,
    },
  ],
  roles: [{ name: "Reader", description: "Reads.", filters: { Area: "FALSE ()" } }],
  perspectives: [{ name: "Board", tables: ["Area"], measures: { "Tom's table": ["Sum (%)"] } }],
  queries: [
    {
      name: "DataFolder",
      description: "Where.",
      m: '"C:\\Data" meta [IsParameterQuery=true]',
      result: "Text",
    },
  ],
  translations: [
    {
      culture: "cy-GB",
      note: "Draft.",
      captions: new Map([
        ["Tom's table", "Bwrdd"],
        ["Tom's table/Month", "Mis"],
      ]),
    },
  ],
};

const files = modelFiles(model);
const tag = (path: string): string => `lineageTag: ${stableUuid(path)}`;

describe("TMDL files", () => {
  it("hold tables as Microsoft's object model writes them", () => {
    expect(files.get("tables/Tom's table.tmdl")!.split("\n")).to.deep.equal([
      "/// Two lines.",
      "table 'Tom''s table'",
      `\t${tag("table/Tom's table")}`,
      "",
      "\t/// A sum.",
      "\tmeasure 'Sum (%)' =",
      "\t\t\tVAR _A = 1",
      "\t\t\tRETURN",
      "\t\t\t    _A",
      "\t\tdisplayFolder: Rows\\Some",
      `\t\t${tag("table/Tom's table/measure/Sum (%)")}`,
      "",
      '\t\tformatStringDefinition = "0"',
      "",
      "\t/// In words.",
      "\tcolumn Month",
      "\t\tdataType: string",
      `\t\t${tag("table/Tom's table/column/Month")}`,
      "\t\tsummarizeBy: none",
      "\t\tsourceColumn: month_label",
      "\t\tsortByColumn: 'Month start'",
      "",
      "\t\tannotation SummarizationSetBy = Automatic",
      "",
      "\t/// First day.",
      "\tcolumn 'Month start'",
      "\t\tdataType: dateTime",
      "\t\tisHidden",
      "\t\tformatString: dd/mm/yyyy",
      "\t\tdisplayFolder: Dates",
      `\t\t${tag("table/Tom's table/column/Month start")}`,
      "\t\tsummarizeBy: none",
      "\t\tsourceColumn: month_start",
      "",
      "\t\tannotation SummarizationSetBy = Automatic",
      "",
      "\t\tannotation UnderlyingDateTimeDataType = Date",
      "",
      "\tcolumn Key",
      "\t\tdataType: int64",
      "\t\tisHidden",
      "\t\tisAvailableInMdx: false",
      `\t\t${tag("table/Tom's table/column/Key")}`,
      "\t\tsummarizeBy: none",
      "\t\tsourceColumn: key",
      "",
      "\t\tannotation SummarizationSetBy = Automatic",
      "",
      "\tcolumn Twice =",
      "\t\t\t2 *",
      "\t\t\t    'Tom''s table'[Key]",
      "\t\tdataType: int64",
      `\t\t${tag("table/Tom's table/column/Twice")}`,
      "\t\tsummarizeBy: none",
      "",
      "\t\tannotation SummarizationSetBy = Automatic",
      "",
      "\t/// Some.",
      "\thierarchy Some",
      `\t\t${tag("table/Tom's table/hierarchy/Some")}`,
      "",
      "\t\tlevel Month",
      `\t\t\t${tag("table/Tom's table/hierarchy/Some/Month")}`,
      "\t\t\tcolumn: Month",
      "",
      "\tpartition 'Tom''s table' = m",
      "\t\tmode: import",
      "\t\tsource =",
      "\t\t\t\tlet",
      "\t\t\t\t    Source = 1",
      "\t\t\t\tin",
      "\t\t\t\t    Source",
      "",
      "\tannotation PBI_ResultType = Table",
      "",
      "",
    ]);
  });

  it("hold relationships, parameters, roles, perspectives and translations", () => {
    expect(files.get("relationships.tmdl")).to.equal(
      "relationship 'Tom''s table to Area by Key'\n\tisActive: false\n\tfromColumn: 'Tom''s table'.Key\n\ttoColumn: Area.'Area.code'\n\n",
    );
    expect(files.get("expressions.tmdl")).to.equal(
      `/// Where.\nexpression DataFolder = "C:\\Data" meta [IsParameterQuery=true]\n\t${tag("expression/DataFolder")}\n\n\tannotation PBI_ResultType = Text\n\n`,
    );
    expect(files.get("roles/Reader.tmdl")).to.equal(
      "/// Reads.\nrole Reader\n\tmodelPermission: read\n\n\ttablePermission Area = FALSE ()\n\n",
    );
    expect(files.get("perspectives/Board.tmdl")).to.equal(
      "perspective Board\n\n\tperspectiveTable Area\n\t\tincludeAll\n\n\tperspectiveTable 'Tom''s table'\n\n\t\tperspectiveMeasure 'Sum (%)'\n\n",
    );
    expect(files.get("cultures/cy-GB.tmdl")).to.equal(
      "cultureInfo cy-GB\n\ttranslations\n\t\tmodel Model\n\t\t\ttable 'Tom''s table'\n\t\t\t\tcaption: Bwrdd\n\t\t\t\tcolumn Month\n\t\t\t\t\tcaption: Mis\n\n\tannotation SendScorecard_Note = Draft.\n\n",
    );
    expect(files.get("model.tmdl"))
      .to.include("\nref table 'Tom''s table'\n")
      .and.to.include("\nref cultureInfo en-GB\nref cultureInfo cy-GB\n");
  });

  it("are read again as they were written", async () => {
    const written = (await sampleProject(null)).model;
    const read = writtenModel(modelFiles(written));
    expect(read.unreadable).to.deep.equal([]);
    const plain = ({ tables, relationships, roles, perspectives, queries }: SemanticModel) => ({
      tables: tables.map(({ measures, ...table }) => ({
        ...table,
        // What a measure gives is not in the file.
        measures: measures.map((measure) => ({ ...measure, text: undefined })),
      })),
      relationships,
      roles,
      perspectives,
      queries,
    });
    expect(JSON.parse(JSON.stringify(plain(read)))).to.deep.equal(
      JSON.parse(JSON.stringify(plain(written))),
    );
  });

  it("have no comment lines but descriptions, for TMDL knows none", () => {
    for (const [path, text] of files)
      for (const line of text.split("\n"))
        expect(/^\s*\/\/(?!\/)/.test(line), `${path}: ${line}`).to.equal(false);
  });
});
