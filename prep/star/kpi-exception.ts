import type { StarTable } from "./declaration";
import { withWords } from "./words-of-codes";

/**
 * How far and how long the KPIs that are missed or worsening are so, by their current figure; the
 * figure itself is in `kpi_value`.
 */
export const kpiException: StarTable = withWords(
  { kind: "kind_of_exception", distance_measure: "distance_measure" },
  {
    name: "kpi_exception",
    kind: "fact",
    label: "KPI exception",
    description:
      "KPIs that miss their target or are worsening: how far and for how long. Not for publishing.",
    grain: "One KPI of one area on one board, by its current figure",
    key: ["indicator_id", "area_code", "service", "board"],
    columns: [
      {
        name: "board",
        type: "text",
        label: "Board",
        description:
          "The board that rates it so, where there are several; blank for KPIs on none of them.",
      },
      {
        name: "board_turn",
        type: "int64",
        label: "Turn of the board",
        description: "1 for the first board that has the KPI.",
        hidden: true,
      },
      {
        name: "exception_order",
        type: "int64",
        label: "Order of severity",
        description:
          "1 is the most severe of its board: missed first, the furthest from its target first, then the longest.",
      },
      {
        name: "indicator_id",
        type: "text",
        label: "Indicator id",
        description: "Stable id of the indicator.",
        references: "indicator.indicator_id",
      },
      {
        name: "area_code",
        type: "text",
        label: "Area code",
        description: "The own area.",
        references: "area.area_code",
      },
      {
        name: "service",
        type: "text",
        label: "Service",
        description: "The service, where the KPI is by service.",
      },
      {
        name: "period_end",
        type: "date",
        label: "Period end",
        description: "Last day of the period of the current figure.",
      },
      {
        name: "kind",
        type: "text",
        label: "Kind of exception",
        description:
          "missed, missed_and_worsening, worsening (rated met or near), or worsening_not_rated, which is no exception.",
      },
      {
        name: "distance",
        type: "double",
        label: "Distance",
        description:
          "How far on the wrong side of the target; negative on the right side. Blank where it has no scale.",
      },
      {
        name: "distance_measure",
        type: "text",
        label: "Measure of distance",
        description: "tolerances; percent_of_target where the KPI has no tolerance.",
      },
      {
        name: "distance_words",
        type: "text",
        label: "Distance in words",
        description: "The distance with its measure.",
      },
      {
        name: "missed_periods",
        type: "int64",
        label: "Periods missed",
        description:
          "Figures in a row that missed the target, up to the current one; never over a period without a figure.",
      },
      {
        name: "missed_since",
        type: "date",
        label: "Missed since",
        description: "First day of the first of them.",
      },
      {
        name: "worsening_periods",
        type: "int64",
        label: "Periods worsening",
        description: "Figures in a row that are worse than their comparable period.",
      },
      {
        name: "worsening_since",
        type: "date",
        label: "Worsening since",
        description: "First day of the first of them.",
      },
      {
        name: "length_words",
        type: "text",
        label: "How long",
        description: "How long in words, and why it may be longer than is known.",
      },
    ],
  },
);
