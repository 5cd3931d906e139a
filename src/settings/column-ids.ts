/**
 * The columns that a scorecard can show, in their usual order; the indicator itself is always
 * there.
 */
export const columnIds = [
  "number",
  "priority",
  "indicator",
  "value",
  "direction",
  "previous",
  "target",
  "status",
  "ownStatus",
  "ownDirection",
  "trend",
  "months",
  "england",
  "region",
  "neighbours",
  "gap",
  "spc",
  "asAt",
  "owner",
  "commentary",
] as const;

export type ColumnId = (typeof columnIds)[number];
