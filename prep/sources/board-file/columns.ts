import { UNIT_NAMES } from "../../../src/kpi/unit";
import { ratingProfiles } from "../../../src/kpi/rating-profile";
import { foldHeading } from "../kpi-sheet/layout";

/** A column of a board file. */
export interface BoardColumn<Field extends string = string> {
  readonly field: Field;
  readonly heading: string;
  /** Other headings that are read as this one. */
  readonly also?: readonly string[];
  /** What to type; shown beside the cell, and in the finding of a cell that is not understood. */
  readonly type: string;
  /** Values to choose from. */
  readonly list?: readonly string[];
  /** In characters. */
  readonly width: number;
}

/** Words for "higher is better" and the like, as they are offered. */
const POLARITY_WORDS = ["higher", "lower", "neutral"] as const;
export const LENS_WORDS = ["local profile", "governance and assurance", "outcomes"] as const;
const YES_NO = ["yes", "no"] as const;

const column = <Field extends string>(
  field: Field,
  heading: string,
  type: string,
  more: {
    readonly width?: number;
    readonly list?: readonly string[];
    also?: readonly string[];
  } = {},
): BoardColumn<Field> => ({ field, heading, type, width: 16, ...more });

/** The columns of a board but its targets, in their order. Those of `RESULT` are ours to fill. */
export const kpiColumns = [
  column("board", "Board", "Name of the board, where the file has several; else leave it empty."),
  column("kpi", "KPI", "A KPI of the list, or a name of your own.", { width: 50 }),
  column("printed_name", "Printed name", "The name as your board prints it.", { width: 40 }),
  column("number", "Number", "Number of the KPI in your papers, such as A12.", {
    width: 10,
    also: ["No", "KPI no", "Reference"],
  }),
  column("section", "Section", "Heading above the KPI.", { width: 24 }),
  column("subsection", "Sub-section", "Second heading below the section.", {
    width: 20,
    also: ["Subsection"],
  }),
  column("priority", "Priority", "Priority of your improvement plan, in words or a number.", {
    width: 10,
  }),
  column("lens", "Lens", `One of: ${LENS_WORDS.join(", ")}.`, { width: 24, list: LENS_WORDS }),
  column("headline", "Headline", "yes for the few KPIs that are shown first, as cards; else no.", {
    width: 10,
    list: YES_NO,
  }),
  column("polarity", "Better when", "higher, lower or neutral.", {
    width: 12,
    list: POLARITY_WORDS,
    also: ["Required direction", "Polarity"],
  }),
  column(
    "polarity_reason",
    "Reason for direction",
    "Why the board wants it the other way than the catalogue.",
    { width: 24 },
  ),
  column("unit", "Unit", "A unit of the list, such as per cent or number.", {
    list: Object.values(UNIT_NAMES),
  }),
  column("decimals", "Decimals", "A whole number from 0 to 4.", { width: 10 }),
  column(
    "tolerance",
    "Tolerance",
    "5, 5 points, 5%, 10% of target, or bounds such as 90 to 95.",
    {},
  ),
  column(
    "rating_rule",
    "Rating rule",
    `One of: ${ratingProfiles.map(({ id }) => id).join(", ")}.`,
    {
      width: 20,
      list: ratingProfiles.map(({ id }) => id),
    },
  ),
  column("baseline", "Baseline", "The figure that the board began with, such as 41%.", {
    width: 12,
  }),
  column("baseline_date", "Baseline date", "A date or period, such as 31/03/2023 or 2022/23."),
  column("owner", "Owner", "Post that answers for the KPI: no names of people.", { width: 24 }),
  column("lead", "Lead", "Post or team that does the work: no names of people.", { width: 24 }),
  column("footprint", "Footprint", "Area that the figure covers, where it is not the authority."),
  column("cumulative", "Cumulative", "yes where the figure runs on from the start of a year.", {
    width: 12,
    list: YES_NO,
  }),
  column("next_due", "Next due", "Date of the next figure, such as 30/04/2026.", { width: 12 }),
  column("definition", "Definition", "What is counted, out of what.", { width: 40 }),
  column("words", "Words instead of a figure", "Words such as awaiting data, or a sentence.", {
    width: 40,
    also: ["Words"],
  }),
] as const;

/** Where the targets stand in the order of a written board. */
export const TARGETS_BEFORE = "tolerance";

export type KpiField = (typeof kpiColumns)[number]["field"];

/** What a build fills in; nobody's to type, and not read. */
export const resultColumns = [
  column("latest", "Latest figure", "Filled in by the build.", { width: 14 }),
  column("latest_period", "Latest period", "Filled in by the build.", { width: 14 }),
  column("latest_rating", "Latest rating", "Filled in by the build.", { width: 14 }),
  column("matched", "Matched to", "Filled in by the build or by board suggest.", { width: 36 }),
] as const;

export type ResultField = (typeof resultColumns)[number]["field"];

/** The columns of the notes, in their order: what is said of a KPI, period by period. */
export const noteColumns = [
  column("board", "Board", "Name of the board, where the file has several; else leave it empty."),
  column("kpi", "KPI", "The KPI as the board names it: its name, printed name or number.", {
    width: 50,
  }),
  column("period", "Period", "Period that the words are of, such as Mar 26, Q1 25/26 or 2025/26.", {
    width: 14,
  }),
  column("commentary", "Commentary", "What the board should know.", { width: 60 }),
  column("action", "Action", "What is being done, by which post. No names of people.", {
    width: 60,
  }),
  column("due", "Due date", "Date by which the action is to be done, such as 30/06/2026.", {
    width: 12,
  }),
  column("progress", "Progress", "How the action goes, such as on track.", { width: 24 }),
] as const;

export type NoteField = (typeof noteColumns)[number]["field"];

/** First heading of the sheet of KPIs to choose from, which holds nothing to read. */
export const CHOICES_HEADING = "KPIs to choose from";

/** Headings of the nth target and of the day that it holds from; the first has no number. */
export const targetHeadings = (place: number): readonly [target: string, from: string] => {
  const name = place === 1 ? "Target" : `Target ${place}`;
  return [name, `${name} from`];
};
export const TARGET_TYPE = "A number such as 95%, TBC, or a comparator such as below national.";
export const FROM_TYPE = "First day that the target holds, such as 01/04/2026 or Apr 2026.";

const namesOf = <Field extends string>(
  columns: readonly BoardColumn<Field>[],
): ReadonlyMap<string, Field> =>
  new Map(
    columns.flatMap(({ field, heading, also = [] }) =>
      [heading, ...also].map((name): [string, Field] => [foldHeading(name), field]),
    ),
  );

/** Folded heading to field. */
export const kpiHeadings = namesOf<KpiField>(kpiColumns);
export const noteHeadings = namesOf<NoteField>(noteColumns);
export const resultHeadings: ReadonlySet<string> = new Set(
  resultColumns.map(({ heading }) => foldHeading(heading)),
);
