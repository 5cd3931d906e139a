import type { StarColumn, StarTable } from "./declaration";
import { kpiValue } from "./kpi-value";
import { withWordsBeside } from "./words-of-codes";

/** Columns of `kpi_value` that say the same in every own figure, or stand in the area dimension. */
const SAME_IN_OWN: readonly string[] = [
  "area_code_type",
  "area_role",
  "for_area_code",
  "area_count",
  "neighbour_model",
];
/** Columns that only figures of everybody have: what a board's sheet says, and what is rated. */
const OF_BOARD: readonly string[] = [
  "secondary_value",
  "text_value",
  "next_due",
  "target",
  "target_words",
  "lower",
  "upper",
  "rating",
  "rating_reason",
  "gap",
  "printed_rating",
  "rating_profile",
  "end_target",
  "end_target_words",
  "end_target_from",
  "end_rating",
];
/** Columns that say how well an own figure was counted. */
const OF_COUNTING: readonly string[] = ["rows_eligible", "rows_left_out", "left_out_reason"];
/** Columns that tell a group. */
const OF_GROUP: readonly string[] = ["breakdown", "breakdown_value"];

const columnsWithout = (...names: readonly string[]): StarColumn[] =>
  kpiValue.columns.filter(({ name }) => !names.includes(name));
const keyOf = (columns: readonly StarColumn[]): string[] =>
  kpiValue.key.filter((key) => columns.some(({ name }) => name === key));

const withArea = (columns: readonly StarColumn[]): StarColumn[] =>
  columns.map((column) =>
    column.name === "area_code" ? { ...column, references: "area.area_code" } : column,
  );

const periodKey: StarColumn = {
  name: "period_key",
  type: "int64",
  label: "Period key",
  description: "Which period, by its label, days and frequency.",
  hidden: true,
};

const PERIOD: readonly string[] = ["period_label", "frequency", "period_start", "period_end"];

const periodColumns: readonly StarColumn[] = [
  periodKey,
  ...kpiValue.columns
    .filter(({ name }) => PERIOD.includes(name))
    .map(({ name, type, label, description }) => ({ name, type, label, description })),
];

/**
 * Periods that a KPI is drawn over. It points to no date: days chosen would reach figures on two
 * ways.
 */
export const kpiPeriod: StarTable = withWordsBeside(
  { frequency: "frequency" },
  {
    name: "kpi_period",
    kind: "dimension",
    label: "KPI period",
    description:
      "Periods of the board's figures and of England, regions and averages of neighbours: the axis of a trend, which has those that the authority has no figure of.",
    grain: "One period by its label, days and frequency",
    key: ["period_key"],
    columns: periodColumns,
  },
);

const boardColumns = [
  { ...periodKey, references: "kpi_period.period_key" },
  ...withArea(columnsWithout(...SAME_IN_OWN, ...OF_GROUP)),
];

/** The own figures of everybody: what a board reads. */
export const kpiBoard: StarTable = withWordsBeside(
  { frequency: "frequency" },
  {
    name: "kpi_board",
    kind: "fact",
    label: "Board figure",
    description:
      "Own figures of everybody, with target, rating and direction: the rows of kpi_value that a board reads.",
    grain: "One indicator, area, period, service, method and origin",
    key: keyOf(boardColumns),
    columns: boardColumns,
  },
);

/** What a group is called, behind its ids. */
const namesOfGroup: readonly StarColumn[] = [
  {
    name: "breakdown_name",
    type: "text",
    label: "Breakdown name",
    description: "The breakdown in words.",
  },
  {
    name: "group_name",
    type: "text",
    label: "Group name",
    description: "The group in words; no two groups of a breakdown have one name.",
  },
];
const breakdownColumns = withArea(columnsWithout(...SAME_IN_OWN, ...OF_BOARD)).flatMap((column) =>
  column.name === "breakdown_value" ? [column, ...namesOfGroup] : [column],
);

/** The own figures of groups. */
export const kpiBreakdown: StarTable = {
  name: "kpi_breakdown",
  kind: "fact",
  label: "Breakdown figure",
  description:
    "Own figures of groups, such as an area of need: the other own rows of kpi_value. " +
    "Counted groups without anybody are left out of an internal build: where the figure of everybody is ok or not_applicable, and is itself 0 or has another group of the breakdown in that period, and no group of the breakdown is unknown there (not_available) or caution where the figure of everybody is not, an absent count is 0, and an absent share, rate or average is of nobody. Elsewhere absence says nothing. A group that fell to 0 has its row. A build for publishing has every row.",
  grain: "One indicator, area, period, breakdown, group, service, method and origin",
  key: keyOf(breakdownColumns),
  columns: breakdownColumns,
};

const comparedKey: StarColumn = {
  name: "compared_key",
  type: "int64",
  label: "Compared key",
  description: "Who is compared with which authority, by which method.",
  hidden: true,
};

const comparatorColumns = columnsWithout(
  "area_code_type",
  "rank",
  "rank_of",
  "quartile",
  "is_shown",
  ...OF_BOARD,
  ...OF_COUNTING,
);

/**
 * Figures of other areas. Their area code points to no area: row-level security would hide England
 * from a reader of one authority.
 */
export const kpiComparator: StarTable = {
  name: "kpi_comparator",
  kind: "fact",
  label: "Comparator figure",
  description:
    "Figures of England, regions, neighbours and their averages, each for the authority it is compared with: the rows of kpi_value that are not own.",
  grain:
    "One indicator, area, compared authority, period, breakdown, group, service, method and origin",
  key: keyOf(comparatorColumns),
  columns: [{ ...comparedKey, references: "compared_area.compared_key" }, ...comparatorColumns],
};

/** Who figures are compared with. */
export const comparedArea: StarTable = withWordsBeside(
  { area_role: "area_role", method: "method" },
  {
    name: "compared_area",
    kind: "dimension",
    label: "Compared area",
    description:
      "Who figures are compared with: the own area, England, region, neighbours and their averages.",
    grain: "One area in one role for one authority, by one method",
    key: ["compared_key"],
    columns: [
      comparedKey,
      {
        name: "compared_name",
        type: "text",
        label: "Compared area",
        description: "Name of the area or of the average.",
      },
      {
        name: "area_role",
        type: "text",
        label: "Compared role",
        description: "own, neighbour, neighbour_average, region, england or other.",
      },
      {
        name: "for_area_code",
        type: "text",
        label: "For authority",
        description: "The authority that it is a comparator for.",
      },
      {
        name: "method",
        type: "text",
        label: "Compared method",
        description:
          "How an average was worked out: mean, median, pooled or published; blank for the own area.",
      },
      {
        name: "neighbour_model",
        type: "text",
        label: "Compared neighbour model",
        description: "Version of the statistical neighbour model.",
      },
    ],
  },
);
