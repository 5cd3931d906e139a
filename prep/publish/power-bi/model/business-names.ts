import type { StarColumn, StarTable } from "../../../star/declaration";
import type { Hierarchy } from "./model";

/** Names of facts that have no plural, or are one. */
const isPlural = (label: string): boolean =>
  /s$|\b(?:caseload|attendance|absence)$|\bplans\b/i.test(label);

/** Name of the model's table of a star table: its label, for facts in the plural. */
export const tableName = ({ kind, label }: StarTable): string =>
  kind === "dimension" || isPlural(label) ? label : `${label}s`;

/**
 * Star tables that stay out of the model: aliases serve the linkage of later extracts, and the
 * figures of `kpi_value` come by the tables of the board, of breakdowns and of comparators.
 */
export const leftOut: ReadonlySet<string> = new Set(["person_alias", "kpi_value"]);

/**
 * Facts that measures alone read, with the columns that authors see nevertheless: a slicer on
 * another column would not reach the measures.
 */
export const forMeasures: Readonly<Record<string, readonly string[]>> = {
  kpi_breakdown: ["breakdown", "breakdown_value", "breakdown_name", "group_name"],
  kpi_comparator: [],
  board_rating: [],
};

/** Columns of codes that measures alone read: measures say in words what they hold. */
export const codesForMeasures: Readonly<Record<string, readonly string[]>> = {
  kpi_board: [
    "frequency",
    "status",
    "method",
    "origin",
    "comparability",
    "rating",
    "rating_reason",
    "rating_profile",
    "printed_rating",
    "end_rating",
    "movement",
    "judgement",
    "interval_method",
    "england_difference",
  ],
  kpi_period: ["frequency"],
  // The names of region and authority stand beside it.
  area: ["parent_code"],
  // No public list of what its codes are called was found.
  mh_referral: ["close_reason"],
};

/** Star columns that the model's table of a dimension is sorted by, by star table and column. */
const sorts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  date: { month_label: "month_start" },
  indicator: { indicator_name: "sort_order", lens: "lens_order", section: "section_order" },
  board_kpi: { board: "board_number" },
  need: { need: "sort_order", need_label: "sort_order" },
  setting_group: { setting_group: "sort_order", setting_group_label: "sort_order" },
  age_band: { age_band: "sort_order", age_band_words: "sort_order" },
};

/** Label of the column that a column is sorted by, where there is one. */
export function sortColumn(table: StarTable, { name }: StarColumn): string | undefined {
  const by = sorts[table.name]?.[name];
  return table.columns.find((column) => column.name === by)?.label;
}

/** Hierarchies by star table; the levels are labels of its columns. */
export const hierarchies: Readonly<Record<string, readonly Hierarchy[]>> = {
  indicator: [
    {
      name: "Scorecard",
      description: "Lens, section, indicator.",
      levels: ["Lens", "Section", "Indicator"],
    },
  ],
  date: [
    {
      name: "Academic calendar",
      description: "Academic year, term, month.",
      levels: ["Academic year", "Term", "Month"],
    },
    {
      name: "Financial calendar",
      description: "Financial year, month.",
      levels: ["Financial year", "Month"],
    },
    {
      name: "Calendar",
      description: "Calendar year, quarter, month, day.",
      levels: ["Year", "Quarter", "Month", "Date"],
    },
  ],
  need: [
    {
      name: "Needs",
      description: "Area of need, type of need.",
      levels: ["Area of need", "Need name"],
    },
  ],
  setting_group: [
    {
      name: "Kinds of setting",
      description: "Kind of setting, placement group.",
      levels: ["Kind of setting", "Setting group name"],
    },
  ],
  setting: [
    {
      name: "Settings",
      description: "Phase, type, setting.",
      levels: ["Phase", "Establishment type", "Setting name"],
    },
  ],
  area: [
    {
      name: "Geography",
      description: "Region, authority, area.",
      levels: ["Region", "Authority", "Area name"],
    },
  ],
};
