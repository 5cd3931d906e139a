import {
  dax,
  fault,
  inner,
  model,
  report,
  text,
  visual,
  type Json,
  type WrittenFault,
} from "./make";

/** Faults of what an expression gives, where nothing is written wrongly. */
export const ofValues: readonly WrittenFault[] = [
  fault(
    "dax-naked",
    "a column of which no row is chosen",
    dax("IF ( 'Board figures'[Value] > 1, 1 )"),
  ),
  fault("dax-naked", "a measure that is a column", dax("'Board figures'[Value]")),
  fault(
    "dax-naked",
    "a column of no row in a variable",
    dax("VAR _A = 'Board figures'[Value]\nRETURN\n    _A + 1"),
  ),
  fault(
    "dax-gives-table",
    "a measure that is a table",
    dax("FILTER ( 'Board figures', 'Board figures'[Value] > 1 )"),
  ),
  fault(
    "dax-gives-table",
    "a table where RETURN wants a value",
    dax("VAR _A = 1\nRETURN\n    ALL ( Area )"),
  ),
  fault("dax-wants", "a sum of a measure", dax("SUM ( [Value] )")),
  fault("dax-wants", "rows of a column counted", dax("COUNTROWS ( 'Board figures'[Value] )")),
  fault("dax-wants", "values of a measure", dax("COUNTROWS ( VALUES ( [Value] ) )")),
  fault("dax-wants", "an iterator over a measure", dax("SUMX ( [Value], 1 )")),
  fault(
    "dax-wants",
    "a filter of a column's values",
    dax("COUNTROWS ( FILTER ( 'Board figures'[Value], TRUE () ) )"),
  ),
  fault(
    "dax-filters",
    "a true/false filter of two tables",
    dax('CALCULATE ( [Value], Area[Area code] = "839" || Indicator[Unit] = "percent" )'),
  ),
  fault(
    "dax-relationship",
    "a relationship that is not there",
    dax("CALCULATE ( [Value], USERELATIONSHIP ( 'EHC requests'[Decision date], 'Date'[Date] ) )"),
  ),
  fault("dax-texts", "a number added to a text", dax('[Value] + "%"')),
  fault(
    "role-open",
    "a filter that is always true",
    model(
      "roles/School reader",
      "tablePermission 'EHC requests' = FALSE ()",
      "tablePermission 'EHC requests' = TRUE ()",
    ),
  ),
  fault(
    "role-open",
    "a filter that is always true, by numbers",
    model(
      "roles/School reader",
      "tablePermission 'EHC requests' = FALSE ()",
      "tablePermission 'EHC requests' = 1 = 1",
    ),
  ),
  fault(
    "role-reader",
    "a role that does not ask who reads",
    model(
      "roles/Area reader",
      /tablePermission Area =[\s\S]*?\n\n/,
      'tablePermission Area = Area[Area code] = "839"\n\n',
    ),
  ),
  fault(
    "role-permission",
    "a role that may change the model",
    model("roles/Area reader", "modelPermission: read", "modelPermission: administrator"),
  ),
  fault(
    "role-permission",
    "a role that may read nothing",
    model("roles/Area reader", "\tmodelPermission: read\n", ""),
  ),
];

/** Faults of Power Query that only a refresh would show. */
export const ofRefresh: readonly WrittenFault[] = [
  fault(
    "m-steps",
    "a step that is not there",
    model("tables/Area", "Table.SelectColumns(Source", "Table.SelectColumns(Sourse"),
  ),
  fault(
    "m-steps",
    "a result that is no step",
    model("tables/Area", /(\n\t+in\n\t+ +)\w+/, "$1Done"),
  ),
  fault("m-steps", "a step twice", model("tables/Area", "Selected = Table", "Source = Table")),
  fault(
    "m-steps",
    "a parameter that is gone",
    model("expressions", "expression DataFolder", "expression Folder"),
  ),
  fault(
    "m-steps",
    "a comma between steps that is missing",
    model("tables/Area", /null\]\),(\n)/, "null])$1"),
  ),
  fault(
    "m-types",
    "a type for a column that is not there",
    model("tables/Area", '{"area_name", type text}', '{"area_nmae", type text}'),
  ),
  fault(
    "m-types",
    "a type that is not the column's",
    model("tables/Area", '{"area_name", type text}', '{"area_name", type number}'),
  ),
  fault(
    "m-types",
    "a column of another type than its query gives",
    model("tables/Board figures", /(column Value\n\t\tdataType: )double/, "$1int64"),
  ),
  fault(
    "m-names",
    "a type that Power Query does not have",
    model("tables/Board figures", "Int64.Type", "Int46.Type"),
  ),
  fault(
    "m-mode",
    "a partition of a mode that a file has not",
    model("tables/Area", "mode: import", "mode: directQuery"),
  ),
];

/** Faults of the model's own properties. */
export const ofProperties: readonly WrittenFault[] = [
  fault(
    "compatibility",
    "a level that knows no formats by DAX",
    text(/database\.tmdl$/, /compatibilityLevel: \d+/, "compatibilityLevel: 1500"),
  ),
  fault(
    "levels",
    "a level twice",
    model("tables/Area", /(\t\tlevel Authority\n)([\s\S]*?column: )Authority/, "$1$2Region"),
  ),
  fault(
    "relationship-ways",
    "a filter that goes both ways",
    model(
      "relationships",
      /(\n\ttoColumn: Area.'Area code'\n)/,
      "$1\tcrossFilteringBehavior: bothDirections\n",
    ),
  ),
  fault(
    "relationship-ways",
    "a relationship of many to many",
    model("relationships", /(\n\ttoColumn: Area.'Area code'\n)/, "$1\ttoCardinality: many\n"),
  ),
  fault("refs-once", "a table named twice", model("model", /(ref table Area\n)/, "$1$1")),
  fault(
    "summed",
    "a key that is added up",
    model(
      "tables/EHC requests",
      /(column 'Person key'\n(?:\t\t.*\n)*?\t\tsummarizeBy: )none/,
      "$1sum",
    ),
  ),
  fault(
    "role-once",
    "a table twice in a role",
    model(
      "roles/Area reader",
      "\ttablePermission Access = FALSE ()",
      "\ttablePermission Access = FALSE ()\n\n\ttablePermission Access = FALSE ()",
    ),
  ),
  fault(
    "perspective-columns",
    "a perspective of a column that is not there",
    model(
      "perspectives/Board",
      /(\tperspectiveTable 'Key measures'\n)/,
      "$1\n\t\tperspectiveColumn Nothing\n",
    ),
  ),
];

/** Faults of what pages and visuals hold together. */
export const ofTogether: readonly WrittenFault[] = [
  fault(
    "well-kind",
    "a measure that a slicer lists",
    visual('"slicer"', (content) => {
      const state = inner(content, "visual", "query", "queryState", "Values") as unknown as {
        projections: Json[];
      };
      state.projections = [
        {
          field: {
            Measure: { Expression: { SourceRef: { Entity: "Key measures" } }, Property: "Value" },
          },
          queryRef: "Key measures.Value",
          nativeQueryRef: "Value",
        },
      ];
    }),
  ),
  fault(
    "well-kind",
    "a column for the height of bars",
    visual('"clusteredBarChart"', (content) => {
      const state = inner(content, "visual", "query", "queryState") as unknown as Record<
        string,
        { projections: Json[] }
      >;
      state.Y.projections = state.Category.projections;
    }),
  ),
  fault(
    "well-kind",
    "a measure where our visual groups",
    visual('"statusWords"', (content) => {
      const state = inner(content, "visual", "query", "queryState") as unknown as Record<
        string,
        { projections: Json[] }
      >;
      state.period.projections = state.value.projections;
    }),
  ),
  fault(
    "query-name",
    "two fields of one query name",
    visual('"tableEx"', (content) => {
      const { projections } = inner(
        content,
        "visual",
        "query",
        "queryState",
        "Values",
      ) as unknown as { projections: Json[] };
      projections[1].queryRef = projections[0].queryRef;
    }),
  ),
  fault(
    "selector",
    "a colour of a field that the visual does not show",
    visual('"dataViewWildcard"', (content) => {
      const value = JSON.stringify(content).replace(
        /"metadata":"[^"]*"/,
        '"metadata":"Key measures.Staus"',
      );
      Object.assign(content, JSON.parse(value));
    }),
  ),
  fault(
    "filters-once",
    "two filters of one name",
    report(/page\.json$/, '"Drillthrough"', (content) => {
      const filters = (content.filterConfig as Json).filters as Json[];
      filters.push({ ...filters[0] });
    }),
  ),
  fault(
    "page-name",
    "a page whose name is not its folder's",
    report(/page\.json$/, '"Definitions"', (content) => {
      content.name = "other";
    }),
  ),
  fault(
    "page-titles",
    "two pages of one title",
    report(/page\.json$/, '"Definitions"', (content) => {
      content.displayName = "Scorecard";
    }),
  ),
  fault(
    "active-page",
    "a report that opens at a hidden page",
    report(/pages\.json$/, "pageOrder", (content) => {
      content.activePageName = (content.pageOrder as string[]).at(-1);
    }),
  ),
  fault(
    "bookmark-visuals",
    "a bookmark of a visual that is gone",
    report(/bookmark\.json$/, "sections", (content) => {
      const sections = inner(content, "explorationState", "sections") as Record<string, Json>;
      Object.values(sections)[0].visualContainers = { gone: {} };
    }),
  ),
  fault(
    "sync",
    "slicers that move together and choose different things",
    visual('"groupName": "Indicator Lens"', (content) => {
      const value = JSON.stringify(content).replaceAll('"Property":"Lens"', '"Property":"Section"');
      Object.assign(content, JSON.parse(value));
    }),
  ),
  fault("tooltip", "a tooltip that is no tooltip page", (files) => {
    const other = [...files]
      .find(
        ([path, content]) =>
          path.endsWith("page.json") && String(content).includes('"Definitions"'),
      )![0]
      .split("/")
      .at(-2)!;
    visual('"visualTooltip"', (content) => {
      const [tip] = inner(content, "visual", "visualContainerObjects").visualTooltip as Json[];
      inner(tip, "properties", "section", "expr", "Literal").Value = `'${other}'`;
    })(files);
  }),
  fault(
    "phone",
    "a visual beside the phone's page",
    report(/mobile\.json$/, "position", (content) => {
      inner(content, "position").width = 900;
    }),
  ),
  fault(
    "size",
    "a visual without a size",
    visual('"tableEx"', (content) => {
      inner(content, "position").height = 0;
    }),
  ),
  fault(
    "overlap",
    "a visual that lies on another",
    visual('"clusteredBarChart"', (content) => {
      Object.assign(inner(content, "position"), { x: 16, y: 132, width: 1248, height: 572 });
    }),
  ),
  fault(
    "item-ids",
    "an item without an id",
    report(/\.platform$/, "logicalId", (content) => {
      (content.config as Json).logicalId = "00000000-0000-0000-0000-000000000000";
    }),
  ),
  fault("item-ids", "two items of one id", (files) => {
    const [one, other] = [...files.keys()].filter((path) => path.endsWith(".platform"));
    const id = (path: string): string =>
      (JSON.parse(files.get(path) as string) as { config: { logicalId: string } }).config.logicalId;
    files.set(other, (files.get(other) as string).replace(id(other), id(one)));
  }),
  fault("project-file", "a project that names no report", (files) => {
    const path = [...files.keys()].find((name) => name.endsWith(".pbip"))!;
    files.set(path, (files.get(path) as string).replace("SEND.Report", "Sent.Report"));
  }),
];
