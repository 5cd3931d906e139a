/** What a column of a KPI sheet holds, in our words. */
export const sheetFields = [
  "board",
  "section",
  "number",
  "priority",
  "polarity",
  "name",
  "metric",
  "good",
  "current",
  "current_period",
  "arrow",
  "previous",
  "previous_period",
  "target",
  "tolerance",
  "prior_year",
  "england",
  "region",
  "neighbours",
  "updated",
  "year",
  "frequency",
  "cumulative",
  "unit",
  "owner",
  "commentary",
  "action",
  "footprint",
  "cohort",
  "as_at",
  "next_due",
  "headline",
  "lens",
  "correction",
  "correction_reason",
] as const;

export type SheetField = (typeof sheetFields)[number];

/** One of the twelve month columns, April first. */
export type SheetColumn = SheetField | { readonly month: number; readonly year: number | null };

export interface Layout {
  readonly id: "twelve_months" | "board_paper" | "long" | "custom";
  readonly name: string;
  /** Folded heading to field. */
  readonly headings: Readonly<Record<string, SheetField>>;
}

/** Compares headings as people type them. */
export const foldHeading = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, " ")
    .trim();

/**
 * Layouts that are known by their headings. A sheet belongs to the one that names most of its
 * columns.
 */
const layouts: readonly Layout[] = [
  {
    id: "twelve_months",
    name: "Twelve months, April to March",
    headings: {
      section: "section",
      "indicator name": "name",
      indicator: "name",
      metric: "metric",
      "what does good performance look like": "good",
      "measure updated": "updated",
      "reporting period": "year",
      "reporting frequency": "frequency",
      "england average": "england",
      "target plan": "target",
      target: "target",
      "previous position": "previous",
      "latest position": "current",
      direction: "arrow",
      tolerance: "tolerance",
      headline: "headline",
      unit: "unit",
      lens: "lens",
      footprint: "footprint",
      owner: "owner",
      commentary: "commentary",
      action: "action",
    },
  },
  {
    id: "board_paper",
    name: "Board paper with current and previous figures",
    headings: {
      board: "board",
      section: "section",
      "kpi no": "number",
      priority: "priority",
      "required direction": "polarity",
      kpi: "name",
      "current value text": "current",
      "current period": "current_period",
      "actual direction": "arrow",
      "previous value text": "previous",
      "previous period": "previous_period",
      "target text": "target",
      "prior year text": "prior_year",
      "national text": "england",
      "region text": "region",
      "neighbours text": "neighbours",
      tolerance: "tolerance",
      headline: "headline",
      unit: "unit",
      lens: "lens",
      footprint: "footprint",
      owner: "owner",
      commentary: "commentary",
      action: "action",
    },
  },
  {
    id: "long",
    name: "SEND Scorecard template, one row a figure",
    headings: {
      indicator: "name",
      section: "section",
      priority: "priority",
      "better when": "polarity",
      unit: "unit",
      frequency: "frequency",
      "cumulative from": "cumulative",
      period: "current_period",
      value: "current",
      target: "target",
      tolerance: "tolerance",
      england: "england",
      region: "region",
      "statistical neighbours": "neighbours",
      owner: "owner",
      commentary: "commentary",
      action: "action",
      footprint: "footprint",
      "who is counted": "cohort",
      "as at": "as_at",
      "next due": "next_due",
      headline: "headline",
      lens: "lens",
      correction: "correction",
      "reason for correction": "correction_reason",
    },
  },
];

/**
 * The layouts that a sheet may be in: with a council's own headings, its column map, those alone,
 * and the built-in ones with them added.
 */
export function layoutsWith(map: Readonly<Record<string, SheetField>>): readonly Layout[] {
  if (Object.keys(map).length === 0) return layouts;
  const own = customLayout(map);
  return [
    own,
    ...layouts.map((layout) => ({ ...layout, headings: { ...layout.headings, ...own.headings } })),
  ];
}

function customLayout(map: Readonly<Record<string, SheetField>>): Layout {
  return {
    id: "custom",
    name: "Own headings",
    headings: Object.fromEntries(
      Object.entries(map)
        .filter(([heading]) => !heading.includes("*"))
        .map(([heading, field]) => [foldHeading(heading), field]),
    ),
  };
}
