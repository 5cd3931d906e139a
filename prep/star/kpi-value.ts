import type { StarTable } from "./declaration";

/**
 * The contract between the data-prep package, the model and the visual: one row for every figure.
 */
export const kpiValue: StarTable = {
  name: "kpi_value",
  kind: "fact",
  label: "KPI value",
  description:
    "Every figure: an indicator for an area, a period and a breakdown, with its numerator and denominator, its source and its method. Everybody (all) has a row for each period that is known of, zeros included; groups of nobody are left out as kpi_breakdown says.",
  grain: "One indicator, area, compared authority, period, breakdown, service, method and origin",
  key: [
    "indicator_id",
    "area_code",
    "for_area_code",
    "period_end",
    "frequency",
    "breakdown",
    "breakdown_value",
    "service",
    "method",
    "origin",
  ],
  columns: [
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
      description: "Three-digit authority number, GSS or ODS code of the area the figure is of.",
    },
    {
      name: "area_code_type",
      type: "text",
      label: "Area code type",
      description: "authority, gss or ods; group for the neighbours of another model.",
    },
    {
      name: "area_role",
      type: "text",
      label: "Area role",
      description: "own, neighbour, neighbour_average, region, england or other.",
    },
    {
      name: "for_area_code",
      type: "text",
      label: "Compared authority",
      description:
        "The authority that this row is a comparator for; the same as the area code where the role is own.",
    },
    {
      name: "period_start",
      type: "date",
      label: "Period start",
      description: "First day of the period.",
    },
    {
      name: "period_end",
      type: "date",
      label: "Period end",
      description: "Last day of the period; for a snapshot, the day it is of.",
      references: "date.date",
    },
    {
      name: "period_label",
      type: "text",
      label: "Period",
      description: "The period in words, such as Apr 2024 or 2023/24.",
    },
    {
      name: "frequency",
      type: "text",
      label: "Frequency",
      description:
        "day, week, month, census, quarter, term, half_term, calendar_year, academic_year, financial_year, year_to_date or rolling_12_months.",
    },
    {
      name: "breakdown",
      type: "text",
      label: "Breakdown",
      description: "all, or the name of the breakdown such as primary_need.",
    },
    {
      name: "breakdown_value",
      type: "text",
      label: "Breakdown value",
      description: "all, or the group such as ASD.",
    },
    {
      name: "service",
      type: "text",
      label: "Service",
      description: "The service, where the KPI is by service.",
    },
    { name: "numerator", type: "double", label: "Numerator", description: "What was counted." },
    {
      name: "denominator",
      type: "double",
      label: "Denominator",
      description: "Out of what; blank for a plain count.",
    },
    {
      name: "value",
      type: "double",
      label: "Value",
      description:
        "The figure, unrounded. Percentages run from 0 to 100; rates are already multiplied. Blank is never zero.",
    },
    {
      name: "secondary_value",
      type: "double",
      label: "Secondary value",
      description: "A second figure printed beside the first, such as a count behind a percentage.",
    },
    {
      name: "status",
      type: "text",
      label: "Status",
      description:
        "ok, awaiting, being_scoped, not_available, not_applicable, missing or suppressed.",
    },
    {
      name: "status_text",
      type: "text",
      label: "Status words",
      description: "The source's own words about a figure that is not there.",
    },
    {
      name: "text_value",
      type: "text",
      label: "Text value",
      description: "A KPI that is a sentence.",
    },
    { name: "as_at", type: "date", label: "As at", description: "The date of the figure." },
    {
      name: "next_due",
      type: "date",
      label: "Next due",
      description: "When the next figure is due.",
    },
    {
      name: "method",
      type: "text",
      label: "Method",
      description:
        "How it was worked out: counted; for averages pooled, mean, median or published.",
    },
    {
      name: "origin",
      type: "text",
      label: "Origin",
      description:
        "Where the figure comes from: counted from extracts, published statistics, or a KPI sheet (sheet).",
    },
    {
      name: "area_count",
      type: "int64",
      label: "Areas in average",
      description: "How many areas had a value, for averages.",
    },
    {
      name: "neighbour_model",
      type: "text",
      label: "Neighbour model",
      description: "Version of the statistical neighbour model.",
    },
    {
      name: "source_key",
      type: "int64",
      label: "Source key",
      description: "Which source, which vintage.",
      hidden: true,
      references: "source.source_key",
    },
    {
      name: "comparability",
      type: "text",
      label: "Comparability",
      description: "comparable, caution or not_comparable.",
    },
    {
      name: "comparability_note",
      type: "text",
      label: "Comparability note",
      description: "Why, where the figure should be read with care.",
    },
    {
      name: "rows_eligible",
      type: "int64",
      label: "Rows eligible",
      description:
        "How many rows or people should have been counted; blank where that is not known.",
      hidden: true,
    },
    {
      name: "rows_left_out",
      type: "int64",
      label: "Rows left out",
      description: "How many of them could not be counted.",
      hidden: true,
    },
    {
      name: "left_out_reason",
      type: "text",
      label: "Left out because",
      description: "Why rows could not be counted, or what was read only in part.",
    },
    { name: "cohort_note", type: "text", label: "Cohort", description: "Who is counted." },
    { name: "footprint", type: "text", label: "Footprint", description: "Which area is covered." },
    { name: "target", type: "double", label: "Target", description: "The target of the period." },
    {
      name: "target_words",
      type: "text",
      label: "Target in words",
      description:
        "The target as it is printed: 95%; with the sign of one that itself does not do: < 5, > 95%.",
    },
    {
      name: "lower",
      type: "double",
      label: "Lower bound",
      description: "Lower bound of the near-target band.",
    },
    {
      name: "upper",
      type: "double",
      label: "Upper bound",
      description: "Upper bound of the near-target band.",
    },
    {
      name: "previous",
      type: "double",
      label: "Previous value",
      description: "The value of the previous comparable period.",
    },
    {
      name: "rating",
      type: "text",
      label: "Rating",
      description: "met, near, missed or not_rated.",
    },
    {
      name: "rating_reason",
      type: "text",
      label: "Rating reason",
      description: "Why it is not rated.",
    },
    {
      name: "gap",
      type: "double",
      label: "Gap to target",
      description: "Distance from the target; positive is better than the target.",
    },
    {
      name: "movement",
      type: "text",
      label: "Movement",
      description: "up, down or same, against the previous comparable period.",
    },
    {
      name: "judgement",
      type: "text",
      label: "Judgement",
      description:
        "improving, worsening or steady: by special cause (SPC) from 12 figures on, else by the last two figures.",
    },
    {
      name: "rank",
      type: "int64",
      label: "Rank",
      description: "Rank among the areas compared, 1 is best.",
    },
    {
      name: "rank_of",
      type: "int64",
      label: "Rank of",
      description: "How many areas were ranked.",
    },
    { name: "quartile", type: "int64", label: "Quartile band", description: "1 (best) to 4." },
    {
      name: "interval_lower",
      type: "double",
      label: "Lower confidence limit",
      description: "Lower end of the 95% confidence interval, where it is known.",
    },
    {
      name: "interval_upper",
      type: "double",
      label: "Upper confidence limit",
      description: "Upper end of the 95% confidence interval, where it is known.",
    },
    {
      name: "interval_method",
      type: "text",
      label: "Confidence interval by",
      description: "wilson (of a share) or byar (of a rate; exact below ten events).",
    },
    {
      name: "england_difference",
      type: "text",
      label: "Compared with England",
      description:
        "better, worse, higher, lower or not_different: whether the confidence interval holds England's figure of the same period and group. Blank where they may not be compared.",
    },
    {
      name: "printed_rating",
      type: "text",
      label: "Printed rating",
      description: "The rating as the board's sheet gives it; the column rating is worked out.",
    },
    {
      name: "rating_profile",
      type: "text",
      label: "Rating profile",
      description:
        "Name of the rule that the figure is rated by: default, none, points_5, percent_5, percent_10 or within_10_or_improved.",
    },
    {
      name: "end_target",
      type: "double",
      label: "End target",
      description: "The last target of a trajectory; blank where the targets have no days.",
    },
    {
      name: "end_target_words",
      type: "text",
      label: "End target in words",
      description: "The last target as it is printed, with its sign.",
    },
    {
      name: "end_target_from",
      type: "date",
      label: "End target by",
      description: "The day from which the last target holds: by which it is to be reached.",
    },
    {
      name: "end_rating",
      type: "text",
      label: "Rating against the end",
      description: "The rating of the figure against the end target, by the same rule.",
    },
    {
      name: "is_shown",
      type: "int64",
      label: "Shown",
      description:
        "1 for the own figure that a board shows for its period: printed, else counted, else published (or as the settings say); 0 for those of other origins beside it.",
      hidden: true,
    },
  ],
};
