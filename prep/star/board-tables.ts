import type { StarColumn, StarTable } from "./declaration";
import { indicatorDimension } from "./dimensions";
import { kpiBoard } from "./kpi-tables";

const text = (name: string, label: string, description: string): StarColumn => ({
  name,
  type: "text",
  label,
  description,
});
const indicatorId: StarColumn = {
  ...text("indicator_id", "Indicator id", "Stable id of the indicator."),
  references: "indicator.indicator_id",
};
const board = text("board", "Board", "Name of the board; blank for the only one.");

/** Columns of the indicator that a board may have otherwise, by their names. */
const AS_THE_INDICATOR: ReadonlySet<string> = new Set([
  ...["lens", "unit", "polarity", "frequency", "cumulative"],
  ...["numerator_definition", "definition_note", "collection"],
  ...["commentary", "action", "action_due", "progress", "baseline", "baseline_date"],
]);
const asTheIndicator = indicatorDimension.columns.filter(({ name }) => AS_THE_INDICATOR.has(name));

/** Columns of a figure that depend on who rates it. */
const RATED: ReadonlySet<string> = new Set([
  ...["target", "target_words", "lower", "upper", "rating", "rating_reason", "gap", "judgement"],
  ...["rating_profile", "end_target", "end_target_words", "end_target_from", "end_rating"],
]);

/** Labels of those columns. */
export const RATED_LABELS: ReadonlySet<string> = new Set(
  kpiBoard.columns.filter(({ name }) => RATED.has(name)).map(({ label }) => label),
);

/** Which KPIs each board has, in its order, and what it calls them. */
export const boardKpi: StarTable = {
  name: "board_kpi",
  kind: "fact",
  label: "Board KPI",
  description:
    "KPIs of each board in its order, with all that its board file says of them. The indicator table holds those of the first board that has a KPI.",
  grain: "One KPI of one board",
  key: ["indicator_id", "board"],
  columns: [
    indicatorId,
    board,
    {
      name: "board_number",
      type: "int64",
      label: "Board number",
      description: "Place of the board among the boards, from 1.",
    },
    {
      name: "board_order",
      type: "int64",
      label: "Order on the board",
      description: "Place of the KPI on its board, from 1.",
    },
    text("printed_name", "Printed name", "What the board calls the KPI, once on a board."),
    text("number", "Number", "Number of the KPI in the papers of the board."),
    text("section", "Section on the board", "Heading above the KPI."),
    text("subsection", "Sub-section on the board", "Second heading, below the section."),
    text("priority", "Priority on the board", "Priority of the board."),
    {
      name: "headline",
      type: "boolean",
      label: "Headline of the board",
      description: "One of the headline KPIs of the board.",
    },
    text("owner", "Owner on the board", "Post that answers for the KPI."),
    text("lead", "Lead on the board", "Post or team that does the work."),
    ...asTheIndicator,
  ],
};

/**
 * What a board wants of a KPI that an earlier board wants otherwise: the figures as it rates them.
 */
export const boardRating: StarTable = {
  name: "board_rating",
  kind: "fact",
  label: "Board rating",
  description:
    "Own figures of everybody as a board rates them, where an earlier board has the KPI and rates it otherwise; the figures themselves and the first board's ratings are in kpi_board.",
  grain: "One figure of kpi_board for one board",
  key: [...kpiBoard.key, "board"],
  columns: [
    board,
    ...kpiBoard.columns.filter(({ name }) => kpiBoard.key.includes(name)),
    ...kpiBoard.columns.filter(
      ({ name }) => !kpiBoard.key.includes(name) && (RATED.has(name) || name === "is_shown"),
    ),
  ],
};

/** What is said of KPIs, kept over time. */
export const kpiNote: StarTable = {
  name: "kpi_note",
  kind: "fact",
  label: "KPI note",
  description:
    "Commentary, action, due date and progress of KPIs by period, as board files have them. The indicator table holds the latest.",
  grain: "One note of one KPI of one board for one period",
  key: ["indicator_id", "board", "period_start", "period_end"],
  columns: [
    indicatorId,
    board,
    {
      name: "period_start",
      type: "date",
      label: "Period start",
      description: "First day of the period that the note is of.",
    },
    {
      name: "period_end",
      type: "date",
      label: "Period end",
      description: "Last day of the period that the note is of.",
    },
    text("period_label", "Period", "The period in words."),
    text("commentary", "Commentary", "The board's words about the KPI."),
    text("action", "Action", "What is being done about it."),
    {
      name: "action_due",
      type: "date",
      label: "Due date",
      description: "When the action is to be done.",
    },
    text("progress", "Progress", "How the action goes."),
  ],
};
