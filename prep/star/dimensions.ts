import type { StarTable } from "./declaration";
import { key, orderOf, text } from "./dimension-columns";
import { inPlace, withWords, withWordsBeside } from "./words-of-codes";

export const dateDimension: StarTable = {
  name: "date",
  kind: "dimension",
  label: "Date",
  description: "Every day that the facts cover, with the years that councils and schools work in.",
  grain: "One day",
  key: ["date"],
  columns: [
    { name: "date", type: "date", label: "Date", description: "The day." },
    { name: "year", type: "int64", label: "Year", description: "Calendar year." },
    {
      name: "quarter",
      type: "int64",
      label: "Quarter",
      description: "Quarter of the calendar year, 1 to 4.",
    },
    {
      name: "month",
      type: "int64",
      label: "Month number",
      description: "Month of the calendar year, 1 to 12.",
    },
    {
      name: "month_start",
      type: "date",
      label: "Month start",
      description: "First day of the month.",
    },
    text("month_label", "Month", "Month and year, such as Apr 2024."),
    text("academic_year", "Academic year", "September to August, such as 2023/24."),
    {
      name: "academic_month",
      type: "int64",
      label: "Month of academic year",
      description: "1 is September.",
    },
    text("financial_year", "Financial year", "April to March, such as 2023-24."),
    {
      name: "financial_month",
      type: "int64",
      label: "Month of financial year",
      description: "1 is April.",
    },
    text(
      "term",
      "Term",
      "Autumn (1 August to 31 December), spring (to Easter Sunday) or summer (to 31 July), as the school census has them.",
    ),
    {
      name: "half_term",
      type: "int64",
      label: "Half-term",
      description:
        "1 to 6 by the calendar, not by local term dates: to 31 October 1, to 31 December 2, to 14 February 3, to 31 March 4, to 31 May 5, then 6.",
    },
  ],
};

export const areaDimension: StarTable = withWordsBeside(
  { area_code_type: "area_code_type", area_level: "area_level" },
  {
    name: "area",
    kind: "dimension",
    label: "Area",
    description:
      "Authorities, regions and England. With a postcode directory also wards and lower layer super output areas (LSOA), with a look-up the council's localities.",
    grain: "One area",
    key: ["area_code"],
    columns: [
      text(
        "area_code",
        "Area code",
        "Three-digit authority number, GSS code, ODS code, or name of a locality.",
      ),
      text("area_code_type", "Area code type", "authority, gss, ods, or local for localities."),
      text("area_name", "Area name", "Name of the area."),
      text("area_level", "Area level", "authority, icb, region, country, locality, ward or lsoa."),
      text("parent_code", "Parent area", "Code of the area it lies in."),
      text("region", "Region", "Name of the region that it is or lies in."),
      text("authority", "Authority", "Name of the authority that it is or lies in."),
    ],
  },
);

export const indicatorDimension: StarTable = withWordsBeside(
  { unit: "unit", polarity: "polarity", frequency: "frequency", figure_frequency: "frequency" },
  {
    name: "indicator",
    kind: "dimension",
    label: "Indicator",
    description:
      "What each figure is: where it is on the scorecard, its unit, which way is better, and how it is counted.",
    grain: "One indicator",
    key: ["indicator_id"],
    columns: [
      text("indicator_id", "Indicator id", "Stable id."),
      text("indicator_name", "Indicator", "Name of the indicator."),
      text("lens", "Lens", "local profile, governance and assurance, or outcomes."),
      text("section", "Section", "Section of the scorecard."),
      text("subsection", "Sub-section", "Second heading, below the section."),
      text("board", "Board", "The board whose sheet it is in."),
      text(
        "sheet_reference",
        "Sheet reference",
        "Board letter and number in the KPI sheet, such as A29.",
      ),
      text("priority", "Priority", "Priority of the board."),
      text("unit", "Unit", "count, percent, weeks, days, …"),
      {
        name: "decimals",
        type: "int64",
        label: "Decimals",
        description: "Decimals that the figure is printed with.",
      },
      text("polarity", "Polarity", "higher, lower or neutral is better."),
      text("frequency", "Frequency", "How often it is meant to be read."),
      text(
        "figure_frequency",
        "Frequency of figures",
        "The frequency of the figures that it is read by: its own, else that of the latest figure. A termly KPI can be in the monthly columns of a sheet.",
      ),
      {
        name: "cumulative",
        type: "boolean",
        label: "Cumulative",
        description: "Runs on from the start of a year.",
      },
      text("numerator_definition", "Numerator", "What is counted."),
      text("denominator_definition", "Denominator", "Out of what."),
      text("definition_note", "Note", "What to know when reading it."),
      text("collection", "Collection", "Where it comes from."),
      ...inPlace(
        text(
          "published_as",
          "Published as",
          "Published data sets that have the same or a like figure.",
        ),
        "published_dataset",
      ),
      text("owner", "Owner", "Who answers for it."),
      text("lead", "Lead", "Who does the work."),
      text("commentary", "Commentary", "The board's words about it."),
      text("action", "Action", "What is being done about it, in the board's words."),
      {
        name: "action_due",
        type: "date",
        label: "Due date",
        description: "When it is to be done.",
      },
      text("progress", "Progress", "How the action goes, in the board's words."),
      {
        name: "baseline",
        type: "double",
        label: "Baseline",
        description: "The figure that the board began with.",
      },
      {
        name: "baseline_date",
        type: "date",
        label: "Baseline date",
        description: "The day that the baseline is of.",
      },
      {
        name: "headline",
        type: "boolean",
        label: "Headline",
        description: "One of the board's headline KPIs.",
      },
      {
        name: "on_board",
        type: "boolean",
        label: "On a board",
        description: "A board file has it; true of all where there is no board file.",
      },
      orderOf("sort_order", "indicator_name", "Order"),
      orderOf("lens_order", "lens", "Order of lens"),
      orderOf("section_order", "section", "Order of section"),
    ],
  },
);

export const kpiTarget: StarTable = withWords(
  { polarity: "polarity" },
  {
    name: "kpi_target",
    kind: "fact",
    label: "KPI target",
    description: "Targets of the board: of its board file, of KPI sheets and of the settings.",
    grain: "One target of one indicator from one day on",
    key: ["indicator_id", "valid_from", "origin"],
    columns: [
      {
        name: "indicator_id",
        type: "text",
        label: "Indicator id",
        description: "Stable id of the indicator.",
        references: "indicator.indicator_id",
      },
      {
        name: "valid_from",
        type: "date",
        label: "Valid from",
        description: "First day that it holds; blank from the beginning.",
      },
      {
        name: "target",
        type: "double",
        label: "Target",
        description:
          "The target as a number; blank where it points at a comparator or is to be confirmed.",
      },
      text("target_words", "Target in words", "The target as it was written."),
      text("tolerance_words", "Tolerance", "How far off is still near, in words."),
      text(
        "polarity",
        "Polarity",
        "Which way the board wants it, where it differs from the indicator's own.",
      ),
      text("origin", "Origin", "Board file, KPI sheet or settings."),
    ],
  },
);

export const sourceDimension: StarTable = {
  name: "source",
  kind: "dimension",
  label: "Source",
  description: "The extracts that were loaded: which collection, which year, which vintage.",
  grain: "One loaded extract",
  key: ["source_key"],
  columns: [
    key("source_key", "Source key"),
    text("collection", "Collection", "SEN2, school census, MHSDS, …"),
    text("form", "Form", "The form it came in: XML, COLLECT export, workbook."),
    text("files", "Files", "Names of the files, without folders."),
    {
      name: "collection_year",
      type: "int64",
      label: "Collection year",
      description: "Year of the collection.",
    },
    {
      name: "period_start",
      type: "date",
      label: "Period start",
      description: "First day it covers.",
    },
    {
      name: "period_end",
      type: "date",
      label: "Period end",
      description: "Last day it covers.",
    },
    {
      name: "reference_date",
      type: "date",
      label: "Reference date",
      description: "Census date of a return, extract date of an in-year extract.",
    },
  ],
};
