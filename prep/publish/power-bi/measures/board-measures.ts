import type { Measure } from "../model/model";
import { DATE, FIGURE_FORMAT } from "./formats";

/** What a board says of the KPI in view; blank where there are no rows of it. */
const ofBoard = (
  name: string,
  column: string,
  description: string,
  form: Partial<Measure>,
): Measure => ({
  name,
  folder: "Board",
  description,
  dax: `IF ( NOT ISBLANK ( [Given status] ), SELECTEDVALUE ( Indicator[${column}] ) )`,
  ...form,
});

/** Measures of what people write about KPIs; they are not published. */
export const boardMeasures: readonly Measure[] = [
  ofBoard("Commentary shown", "Commentary", "The board's words about the KPI.", { text: true }),
  ofBoard("Action shown", "Action", "What is being done about the KPI.", { text: true }),
  ofBoard("Due date shown", "Due date", "When the action is to be done.", { format: DATE }),
  ofBoard("Progress shown", "Progress", "How the action goes.", { text: true }),
  ofBoard("Baseline shown", "Baseline", "The figure that the board began with.", {
    formatDax: FIGURE_FORMAT,
  }),
  ofBoard("Baseline date shown", "Baseline date", "The day that the baseline is of.", {
    format: DATE,
  }),
];
