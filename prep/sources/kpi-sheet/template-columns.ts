import type { SheetRow } from "./sheet";
import { UNIT_NAMES } from "../../../src/kpi/unit";

export interface TemplateColumn {
  readonly heading: string;
  /** Shown beside the cell when it is chosen. */
  readonly note: string;
  /** Values to choose from. */
  readonly list?: readonly string[];
  /** The same column of the two worked rows. */
  readonly examples: readonly [string, string];
  readonly width: number;
}

const units = Object.values(UNIT_NAMES);

/**
 * The columns of the long template: one row is one figure of one KPI. The reader finds them by
 * these headings.
 */
export const templateColumns: readonly TemplateColumn[] = [
  {
    heading: "Indicator",
    note: "Name of the KPI. The same words every time: they make it the same KPI.",
    examples: ["New plans issued within 20 weeks", "Cases waiting over 20 weeks"],
    width: 44,
  },
  {
    heading: "Section",
    note: "Heading above the KPI.",
    examples: ["Timeliness", "Timeliness"],
    width: 18,
  },
  {
    heading: "Priority",
    note: "Priority of your improvement plan, in your own words or numbers.",
    examples: ["1", "1"],
    width: 10,
  },
  {
    heading: "Better when",
    note: "Which way is better. A neutral KPI is shown and never judged.",
    list: ["higher", "lower", "neutral"],
    examples: ["higher", "lower"],
    width: 12,
  },
  {
    heading: "Unit",
    note: "What the value is measured in. For per cent write 67 or 67%, not 0.67.",
    list: units,
    examples: ["per cent", "number"],
    width: 16,
  },
  {
    heading: "Frequency",
    note: "How often a new figure is made.",
    list: [
      "monthly",
      "quarterly",
      "half-termly",
      "termly",
      "academic year",
      "financial year",
      "calendar year",
      "rolling 12 months",
    ],
    examples: ["monthly", "monthly"],
    width: 16,
  },
  {
    heading: "Cumulative from",
    note: "Where the figure runs on from the start of a year: the month it starts in. Empty otherwise.",
    list: ["January", "April", "September"],
    examples: ["", ""],
    width: 16,
  },
  {
    heading: "Period",
    note: "Period of the value: Mar 25, Autumn 24, HT3 24/25, Q1 25/26, 2024/25 or 2024.",
    examples: ["Mar 25", "Mar 25"],
    width: 14,
  },
  {
    heading: "Value",
    note: "The figure, or words: awaiting data, being scoped, not available, n/a. A second figure goes in brackets: 7 (0.03).",
    examples: ["67%", "110"],
    width: 12,
  },
  {
    heading: "Target",
    note: "A number, TBC, or a comparator such as below national. Empty for none.",
    examples: ["95%", "0"],
    width: 16,
  },
  {
    heading: "Tolerance",
    note: "How far off still counts as near: 5, 5 points, 10% of target, or bounds such as 90 to 95. Empty for none.",
    examples: ["5 points", "20"],
    width: 16,
  },
  {
    heading: "England",
    note: "England's figure, its period in brackets: 46.4% (2024).",
    examples: ["46.4% (2024)", "n/a"],
    width: 16,
  },
  {
    heading: "Region",
    note: "The region's figure, its period in brackets.",
    examples: ["42.3% (2024)", "n/a"],
    width: 16,
  },
  {
    heading: "Statistical neighbours",
    note: "The neighbours' average, its period in brackets. Say in the commentary how it was averaged.",
    examples: ["40.6% (2024)", "n/a"],
    width: 20,
  },
  {
    heading: "Owner",
    note: "Post that answers for the KPI: no names of people.",
    examples: ["Head of SEND", "Head of SEND"],
    width: 18,
  },
  {
    heading: "Commentary",
    note: "What the board should know.",
    examples: ["Two case officers joined in January.", ""],
    width: 40,
  },
  {
    heading: "Action",
    note: "What is being done, by which post, and by when. No names of people.",
    examples: ["Second weekly panel from May: service manager.", ""],
    width: 40,
  },
  {
    heading: "Footprint",
    note: "Area that the figure covers, where it is not the authority.",
    examples: ["", ""],
    width: 14,
  },
  {
    heading: "Who is counted",
    note: "The children and young people that are counted.",
    examples: ["Exceptions included", "Exceptions included"],
    width: 24,
  },
  {
    heading: "As at",
    note: "Date of the figure, where it is not the end of the period: 31/03/2025.",
    examples: ["", ""],
    width: 12,
  },
  {
    heading: "Next due",
    note: "Date of the next figure: 30/04/2025.",
    examples: ["30/04/2025", "30/04/2025"],
    width: 12,
  },
  {
    heading: "Headline",
    note: "yes for the few KPIs that are shown first, as cards.",
    list: ["yes", "no"],
    examples: ["yes", "no"],
    width: 10,
  },
  {
    heading: "Lens",
    note: "Which of the three views of local areas the KPI belongs to.",
    list: ["local profile", "governance and assurance", "outcomes"],
    examples: ["governance and assurance", "governance and assurance"],
    width: 24,
  },
  {
    heading: "Correction",
    note: "A correction of what is printed in this row, such as polarity: higher.",
    examples: ["", ""],
    width: 20,
  },
  {
    heading: "Reason for correction",
    note: "Why; without a reason it is not applied.",
    examples: ["", ""],
    width: 24,
  },
];

/** Whether a row is one of the two worked rows as we wrote them: they are no figures of anybody. */
export const isWorkedExample = (cells: SheetRow): boolean =>
  [0, 1].some((n) =>
    templateColumns.every(({ examples }, i) => String(cells[i] ?? "").trim() === examples[n]),
  );
