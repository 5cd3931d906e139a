import { dax, fault, inner, MEASURES, model, report, visual } from "./make";
import type { Json, Texts, WrittenFault } from "./make";

const FILES = "SEND.SemanticModel/definition/";
const GONE = "f".repeat(20);

/** Columns that somebody calculates in the table of needs, by name. */
const calculated = (columns: Readonly<Record<string, string>>) =>
  model(
    "tables/Need",
    "\tpartition Need = m",
    `${Object.entries(columns)
      .map(
        ([name, expression], i) =>
          `\t/// Added by hand.\n\tcolumn ${name} = ${expression}\n\t\tdataType: string\n\t\tlineageTag: 00000000-0000-8000-a000-00000000001${i}\n\t\tsummarizeBy: none\n\n`,
      )
      .join("")}\tpartition Need = m`,
  );

const twice = (pattern: RegExp, change: (block: string) => string) => (files: Texts) => {
  const path = `${FILES}tables/Area.tmdl`;
  const text = files.get(path) as string;
  const [block] = pattern.exec(text)!;
  files.set(
    path,
    text.replace(block, () => block + change(block)),
  );
};

/** Changes that an analyst makes in Power BI Desktop or in the text, and what breaks with them. */
export const ofEdits: readonly WrittenFault[] = [
  fault(
    "field",
    "a measure that was renamed, and visuals that show it",
    model(MEASURES, "measure 'Plans issued' =", "measure 'All plans issued' ="),
  ),
  fault(
    "dax",
    "a column that was deleted, and measures that need it",
    model("tables/Area", /\tcolumn 'Area code'[\s\S]*?(?=\tcolumn)/, ""),
  ),
  fault(
    "slicer",
    "a relationship that was turned round",
    model(
      "relationships",
      /fromColumn: 'EHC requests'\.'Request received'\n\ttoColumn: ('Date received'\.'Date received')/,
      "fromColumn: $1\n\ttoColumn: 'EHC requests'.'Request received'",
    ),
  ),
  fault(
    "dax-circles",
    "a calculated column that comes back to itself",
    calculated({ Twice: 'Need[Twice] & "x"' }),
  ),
  fault(
    "dax-circles",
    "two calculated columns that need each other",
    calculated({ One: '[Two] & "x"', Two: '[One] & "x"' }),
  ),
  fault("dax-circles", "a calculated column of a measure over it", (files) => {
    calculated({ One: '[Past due] & "x"' })(files);
    dax("MAX ( Need[One] )")(files);
  }),
  fault(
    "dax-empty",
    "a filter of a role that was emptied",
    model("roles/Area reader", /tablePermission Area =[\s\S]*?\n\n/, "tablePermission Area =\n\n"),
  ),
  fault("role-open", "a role of which nothing is left", (files) =>
    files.set(`${FILES}roles/Area reader.tmdl`, "role 'Area reader'\n\tmodelPermission: read\n\n"),
  ),
  fault("roles-once", "a role that was copied", (files) =>
    files.set(`${FILES}roles/Copy.tmdl`, files.get(`${FILES}roles/Area reader.tmdl`)!),
  ),
  fault(
    "page-missing",
    "a bookmark that opens a deleted page",
    report(/\.bookmark\.json$/, "activeSection", (content) => {
      inner(content, "explorationState").activeSection = GONE;
    }),
  ),
  fault(
    "page-missing",
    "a bookmark with the state of a deleted page",
    report(/\.bookmark\.json$/, "activeSection", (content) => {
      inner(content, "explorationState").sections = { [GONE]: { visualContainers: {} } };
    }),
  ),
  fault(
    "page-order",
    "a page twice in the order",
    report(/pages\.json$/, "pageOrder", (content) => {
      (content.pageOrder as string[]).push((content.pageOrder as string[])[0]);
    }),
  ),
  fault(
    "formats",
    "a slip in the format of a number",
    model(MEASURES, "formatString: #,0.0", "formatString: #,o.0"),
  ),
  fault(
    "formats",
    "a slip in the format of a date",
    model("tables/Date", "formatString: dd/mm/yyyy", "formatString: dd/mmm/yyy0"),
  ),
  fault(
    "m-letters",
    "a function of Power Query in other letters",
    model("tables/Area", "Table.SelectColumns", "table.selectColumns"),
  ),
  fault(
    "m-letters",
    "a type that Power Query does not have",
    model("tables/Area", "type text", "type string"),
  ),
  fault(
    "m-steps",
    "a query that ends with a step that it does not have",
    model("tables/Area", /(\n\t*in\s+)Typed/, "$1Typd"),
  ),
  fault(
    "m-folder",
    "a folder with a separator at its end",
    model("expressions", /(expression DataFolder = ".*?)" meta/, '$1\\" meta'),
  ),
  fault(
    "m-folder",
    "a folder without its drive",
    model(
      "expressions",
      /expression DataFolder = ".*" meta/,
      'expression DataFolder = "data" meta',
    ),
  ),
  fault(
    "parameter",
    "a parameter that nobody can edit",
    model("expressions", "IsParameterQuery=true, ", ""),
  ),
  fault(
    "culture",
    "the country UK, whose code is GB",
    model("model", "\tculture: en-GB", "\tculture: en-UK"),
  ),
  fault(
    "culture",
    "queries read in a culture with another sign",
    model("model", "sourceQueryCulture: en-GB", "sourceQueryCulture: en_GB"),
  ),
  fault(
    "filter-values",
    "a filter of yes or no by a word",
    report(/page\.json$/, '"Value": "true"', (content) => {
      const text = JSON.stringify(content).replace('"Value":"true"', `"Value":"'yes'"`);
      Object.assign(content, JSON.parse(text));
    }),
  ),
  fault(
    "relationship-used",
    "a relationship that is switched off, and no measure switches on",
    model("relationships", /(relationship 'EHC requests to Need[^\n]*\n)/, "$1\tisActive: false\n"),
  ),
  fault(
    "once",
    "a partition twice",
    twice(/\tpartition Area = m[\s\S]*?\n\n/, (block) => block),
  ),
  fault(
    "once",
    "two partitions of the same rows",
    twice(/\tpartition Area = m[\s\S]*?\n\n/, (block) =>
      block.replace("partition Area", "partition Areas"),
    ),
  ),
  fault(
    "once",
    "an annotation twice",
    twice(/\tannotation PBI_ResultType = Table\n/, (block) => `\n${block}`),
  ),
  fault(
    "words",
    "a property that is misspelt",
    model("tables/Area", "summarizeBy: none", "sumarizeBy: none"),
  ),
  fault(
    "words",
    "a way of adding up that does not exist",
    model("tables/Area", "summarizeBy: none", "summarizeBy: nothing"),
  ),
  fault(
    "words",
    "a property that is neither true nor false",
    model("tables/Person", "\tisHidden\n", "\tisHidden: yes\n"),
  ),
  fault(
    "sync",
    "slicers of a group without a name",
    visual('"syncGroup"', (content) => {
      delete inner(content, "visual", "syncGroup").groupName;
    }),
  ),
  fault(
    "opened-page",
    "a page of drill-through among the tabs",
    report(/page\.json$/, '"Drillthrough"', (content) => {
      delete content.visibility;
    }),
  ),
  fault(
    "theme",
    "a theme that no package holds",
    report(/report\.json$/, "customTheme", (content) => {
      (inner(content, "themeCollection").customTheme as Json).name = "Other.json";
    }),
  ),
  fault("dax-texts", "a division by a text", dax('DIVIDE ( [Value], "two" )')),
  fault("dax-unused", "a variable that nothing uses", dax("VAR _A = 1\nRETURN\n    [Value] + 1")),
  fault(
    "dax-switch",
    "SWITCH over a value with tests",
    dax("SWITCH ( [Value], [Value] > 1, 1, 0 )"),
  ),
  fault("dax-row", "EARLIER where no row is gone through", dax("EARLIER ( Area[Area code] )")),
  fault("dax-row", "RELATED where no row is gone through", dax("RELATED ( Area[Area code] )")),
  fault(
    "dax-row",
    "RELATED without a relationship",
    dax("COUNTROWS ( FILTER ( Need, RELATED ( Area[Area code] ) = BLANK () ) )"),
  ),
  fault(
    "dax-dates",
    "the year so far by the date of a fact",
    dax("TOTALYTD ( [Value], 'EHC requests'[Decision date] )"),
  ),
  fault(
    "dax-dates",
    "the year so far by months",
    dax("CALCULATE ( [Value], DATESYTD ( 'Date'[Month] ) )"),
  ),
  fault(
    "dax-treatas",
    "TREATAS with a column too many",
    dax('CALCULATE ( [Value], TREATAS ( { "a" }, Area[Area code], Area[Area name] ) )'),
  ),
  fault(
    "dax-treatas",
    "TREATAS of a number as a text",
    dax("CALCULATE ( [Value], TREATAS ( { 839 }, Area[Area code] ) )"),
  ),
];
