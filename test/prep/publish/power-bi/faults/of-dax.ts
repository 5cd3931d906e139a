import { model, fault, MEASURES, dax, type WrittenFault } from "./make";

/** Faults in DAX. */
export const ofDax: readonly WrittenFault[] = [
  fault("dax-shape", "VAR without RETURN", dax("VAR _A = [Value]\n_A")),
  fault("dax-shape", "VAR without a name", dax("VAR = [Value]\nRETURN\n    1")),
  fault("dax-shape", "a variable twice", dax("VAR _A = 1\nVAR _A = 2\nRETURN\n    _A")),
  fault("dax-shape", "RETURN without VAR", dax("RETURN\n    [Value]")),
  fault("dax-shape", "nothing after RETURN", dax("VAR _A = 1\nRETURN")),
  fault("dax-shape", "a comma that is missing", dax("IF ( [Value] > 1 [Target] )")),
  fault("dax-shape", "an operator without a value", dax("[Value] +")),
  fault("dax-arguments", "an argument too many", dax("DIVIDE ( [Value], [Target], 0, 1 )")),
  fault("dax-arguments", "an argument too few", dax('SUBSTITUTE ( [Status], "a" )')),
  fault("dax-arguments", "an empty argument", dax("COALESCE ( [Value], , 0 )")),
  fault(
    "dax-filters",
    "a measure in a filter",
    dax("CALCULATE ( [Value], 'Board figures'[Value] > [Target] )"),
  ),
  fault(
    "dax-filters",
    "a table in a true/false filter",
    dax("CALCULATE ( [Value], 'Board figures'[Area code] IN VALUES ( Area[Area code] ) )"),
  ),
  fault(
    "dax-filters",
    "CALCULATETABLE in KEEPFILTERS",
    dax(
      "CALCULATE ( [Value], KEEPFILTERS ( Area[Area code] IN CALCULATETABLE ( VALUES ( Area[Area code] ) ) ) )",
    ),
  ),
  fault("dax-types", "a sum of texts", dax("SUM ( 'Board figures'[Status] )")),
  fault(
    "dax-types",
    "a number compared with a text",
    dax("CALCULATE ( [Value], 'Board figures'[Rank] = \"1\" )"),
  ),
  fault(
    "dax-types",
    "a text compared with numbers",
    dax("CALCULATE ( [Value], Area[Area code] IN { 839, 840 } )"),
  ),
  fault(
    "dax-types",
    "a sum of a column that became a text",
    model("tables/EHC requests", /(column Received\n\t\tdataType: )int64/, "$1string"),
  ),
  fault("dax-circles", "a measure that comes back to itself", dax("[Past due] + 1")),
  fault(
    "dax-circles",
    "two measures that need each other",
    model(MEASURES, /(\tmeasure Rating = )/, "$1[Status] & "),
  ),
  fault("dax-empty", "a measure that says nothing", dax("")),
  fault("dax", "a column that is not there", dax("SUM ( 'Board figures'[Valeu] )")),
  fault("dax", "a table that is not there", dax("COUNTROWS ( 'KPI figures' )")),
  fault("dax", "a measure that is not there", dax("[Valeu] + 1")),
  fault("dax", "a function that does not exist", dax("SUMM ( 'Board figures'[Value] )")),
  fault("dax", "a bracket too few", dax("SUM ( 'Board figures'[Value]")),
  fault("dax", "a text without its end", dax('IF ( [Value] > 1, "more )')),
  fault(
    "dax",
    "a column in a role that is not there",
    model("roles/Area reader", "Area[Area code]", "Area[Area]"),
  ),
  fault("divide", "a division that fails for zero", dax("[Value] / [Target]")),
  fault("no-iferror", "an error that is hidden", dax("IFERROR ( [Value], 0 )")),
  fault("not-an-alias", "a measure that is another's name", dax("[Value]")),
];

/** Faults in Power Query. */
export const ofQueries: readonly WrittenFault[] = [
  fault(
    "m-names",
    "a function that Power Query does not have",
    model("tables/Area", "Table.SelectColumns", "Table.SelectColumn"),
  ),
  fault(
    "m-brackets",
    "a bracket that is not closed",
    model("tables/Area", "MaxDepth=null])", "MaxDepth=null]"),
  ),
  fault(
    "m-columns",
    "a column that the query no longer picks",
    model("tables/Area", '"area_name", ', ""),
  ),
  fault(
    "m-source",
    "a path that a function makes up",
    model(
      "expressions",
      "expression DataFolder",
      "expression Load = (path as text) => File.Contents(DataFolder & path)\n\tlineageTag: 00000000-0000-8000-a000-000000000002\n\nexpression DataFolder",
    ),
  ),
  fault(
    "table-names-once",
    "a query of a table's name",
    model("expressions", "expression DataFolder", "expression Area"),
  ),
];
