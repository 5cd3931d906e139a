import { model, fault, MEASURES, type WrittenFault } from "./make";

/** Faults in the text of tables, translations and formats. */
export const ofText: readonly WrittenFault[] = [
  fault(
    "readable",
    "a comment",
    model("tables/Area", "\tcolumn 'Area name'", "\t// name\n\tcolumn 'Area name'"),
  ),
  fault(
    "readable",
    "a name with a quote that is not doubled",
    model("tables/Area", "column 'Area name'", "column 'Area's name'"),
  ),
  fault(
    "readable",
    "a property that stands too deep",
    model("tables/Area", "\t\tdataType: string", "\t\t\t\tdataType: string"),
  ),
  fault(
    "data-type",
    "a data type that does not exist",
    model("tables/Area", "dataType: string", "dataType: text"),
  ),
  fault(
    "data-type",
    "a column without a data type",
    model("tables/Area", "\t\tdataType: string\n", ""),
  ),
  fault(
    "lineage",
    "a lineage tag twice",
    model(
      "tables/Need",
      /lineageTag: .*/,
      "lineageTag: 00000000-0000-8000-a000-000000000000\n\tannotation Some = 1\n\n\thierarchy Other\n\t\tlineageTag: 00000000-0000-8000-a000-000000000000",
    ),
  ),
  fault(
    "lineage",
    "a column without a lineage tag",
    model("tables/Area", /(column 'Area name'\n\t\tdataType: string\n)\t\tlineageTag: .*\n/, "$1"),
  ),
  fault(
    "lineage",
    "a lineage tag that is no UUID",
    model("tables/Area", /lineageTag: \w{8}/, "lineageTag: area"),
  ),
  fault(
    "culture",
    "a language that does not exist",
    model("model", "culture: en-GB", "culture: qx-GB"),
  ),
  fault(
    "culture",
    "a country that does not exist",
    model("cultures/cy-GB", "cultureInfo cy-GB", "cultureInfo cy-GX"),
  ),
  fault("culture", "a model without a culture", model("model", "\tculture: en-GB\n", "")),
  fault("refs", "a table that has no file", model("model", "ref table Area", "ref table Areas")),
  fault(
    "refs",
    "a role that has no file",
    model("model", "ref role 'Area reader'", "ref role Reader"),
  ),
  fault(
    "translations",
    "a translation of nothing",
    model("cultures/cy-GB", "table Area", "table Areas"),
  ),
  fault(
    "sorts",
    "months sorted by days",
    model("tables/Date", "sortByColumn: 'Month start'", "sortByColumn: Date"),
  ),
  fault(
    "sorts",
    "a sort order in a circle",
    model(
      "tables/Date",
      /(column 'Month start'[\s\S]*?sourceColumn: month_start)/,
      "$1\n\t\tsortByColumn: Month",
    ),
  ),
  fault(
    "columns-named",
    "a sort order by nothing",
    model("tables/Date", "sortByColumn: 'Month start'", "sortByColumn: 'Month order'"),
  ),
  fault(
    "columns-named",
    "a level over nothing",
    model("tables/Area", "column: Region", "column: Continent"),
  ),
  fault(
    "formats",
    "a date with a format of numbers",
    model("tables/Date", "formatString: dd/mm/yyyy", "formatString: #,0"),
  ),
  fault(
    "formats",
    "a number with letters in its format",
    model("tables/Need", "formatString: 0", "formatString: 0 persons"),
  ),
  fault(
    "formats",
    "a text in a format without its end",
    model(MEASURES, "formatString: #,0", 'formatString: #,0 "plans'),
  ),
  fault(
    "formats",
    "a percentage that prints as a number",
    model(
      MEASURES,
      /(measure 'Plans issued within 20 weeks \(%\)'[\s\S]*?formatString: ).*/,
      "$1#,0.0",
    ),
  ),
  fault(
    "described",
    "a column that nothing explains",
    model("tables/Area", /\t\/\/\/ Name of the area\.\n/, ""),
  ),
  fault(
    "query",
    "a table that nothing fills",
    model("tables/Area", /\tpartition Area = m[\s\S]*?\n\n/, ""),
  ),
  fault(
    "source-column",
    "a column without a source",
    model("tables/Area", "\t\tsourceColumn: area_name\n", ""),
  ),
  fault(
    "measure-names-once",
    "a measure of the same name in another table",
    model(
      "tables/Area",
      "\thierarchy",
      "\tmeasure Value = 1\n\t\tlineageTag: 00000000-0000-8000-a000-000000000001\n\n\thierarchy",
    ),
  ),
  fault(
    "clean-names",
    "a name that ends with a space",
    model("tables/Area", "hierarchy Geography", "hierarchy 'Geography '"),
  ),
];

/** Faults in relationships, roles and perspectives. */
export const ofRelationships: readonly WrittenFault[] = [
  fault(
    "relationship-ends",
    "a relationship to a column that is not there",
    model("relationships", "toColumn: Date.Date", "toColumn: Date.Day"),
  ),
  fault(
    "relationship-types",
    "a relationship of a number with a date",
    model("relationships", "toColumn: Need.Need", "toColumn: Date.Date"),
  ),
  fault(
    "relationships-once",
    "a relationship twice",
    model("relationships", /^(relationship .*)(\n[\s\S]*?\n\n)/, "$1$2relationship Again$2"),
  ),
  fault(
    "one-path",
    "a second way for a filter to go",
    model(
      "relationships",
      /^/,
      "relationship Again\n\tfromColumn: 'EHC requests'.'Decision date'\n\ttoColumn: Date.Date\n\n",
    ),
  ),
  fault(
    "role-open",
    "a relationship that a role relies on",
    model("relationships", /relationship 'EHC caseload to Setting by [^\n]*\n[\s\S]*?\n\n/, ""),
  ),
  fault(
    "role-open",
    "a table of people that a role leaves open",
    model("roles/School reader", /\ttablePermission 'EHC requests' = FALSE \(\)\n\n/, ""),
  ),
  fault("role-open", "no role at all for tables of people", (files) => {
    for (const path of [...files.keys()]) if (path.includes("/roles/")) files.delete(path);
  }),
  fault(
    "role-access",
    "readers who see the list of readers",
    model(
      "roles/Area reader",
      "tablePermission Access = FALSE ()",
      "tablePermission Access = TRUE ()",
    ),
  ),
  fault(
    "role-tables",
    "a role over a table that is not there",
    model("roles/Area reader", "tablePermission Area =", "tablePermission Areas ="),
  ),
  fault(
    "perspectives",
    "a perspective of a measure that is not there",
    model("perspectives/Board", "perspectiveMeasure Value", "perspectiveMeasure Valeu"),
  ),
];
