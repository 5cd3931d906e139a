import type { StarColumn, StarTable } from "./declaration";

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

/** Which KPIs each board has, in its order, and what it calls them. */
export const boardKpi: StarTable = {
  name: "board_kpi",
  kind: "fact",
  label: "Board KPI",
  description:
    "KPIs of each board in its order, as its board file has them. The indicator table holds those of the first board that has a KPI.",
  grain: "One KPI of one board",
  key: ["indicator_id", "board"],
  columns: [
    indicatorId,
    board,
    {
      name: "board_order",
      type: "int64",
      label: "Order on the board",
      description: "Place of the KPI on its board, from 1.",
    },
    text("printed_name", "Printed name", "What the board calls the KPI."),
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
