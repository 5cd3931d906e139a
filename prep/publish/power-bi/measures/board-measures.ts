import type { Measure } from "../model/model";
import { DATE, FIGURE_FORMAT, WHOLE } from "./formats";

/** What a board says of a KPI. */
const ofBoard = (
  name: string,
  column: string,
  description: string,
  form: Partial<Measure>,
): Said => ({ column, measure: { name, folder: "Board", description, ...form } });

/** A measure without its DAX, and the column that it reads. */
interface Said {
  readonly column: string;
  readonly measure: Omit<Measure, "dax">;
}

const said: readonly Said[] = [
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

const ofIndicator = (column: string): string =>
  `IF ( NOT ISBLANK ( [Given status] ), SELECTEDVALUE ( Indicator[${column}] ) )`;

/** What the board in view says; of a KPI on no board what the indicator says. */
const ofBoardInView = (column: string): string => `VAR _Board = [Reading board]
VAR _Said =
    CALCULATE (
        SELECTEDVALUE ( 'Board KPIs'[${column}] ),
        KEEPFILTERS ( 'Board KPIs'[Board] = _Board )
    )
RETURN
    IF (
        NOT ISBLANK ( [Given status] ),
        IF ( ISBLANK ( _Board ), SELECTEDVALUE ( Indicator[${column}] ), _Said )
    )`;

/**
 * Measures of what people write about the KPI in view, blank where there are no rows of it; they are
 * not published. Of several boards they are the words of the one in view.
 */
export const boardMeasures = (isOfBoards: boolean): readonly Measure[] =>
  said.map(({ column, measure }) => ({
    ...measure,
    dax: isOfBoards ? ofBoardInView(column) : ofIndicator(column),
  }));

/** Where the KPI in view stands on the board in view. */
export const orderMeasure = (isOfBoards: boolean): Measure => ({
  name: "Order of KPIs",
  folder: "Board",
  description: "Place of the KPI on its board, by which lists are sorted.",
  format: WHOLE,
  dax: isOfBoards
    ? `VAR _Board = [Reading board]
VAR _Order =
    CALCULATE (
        MIN ( 'Board KPIs'[Order on the board] ),
        KEEPFILTERS ( 'Board KPIs'[Board] = _Board )
    )
RETURN
    IF ( NOT ISBLANK ( [Given status] ), _Order )`
    : "IF ( NOT ISBLANK ( [Given status] ), MIN ( Indicator[Order] ) )",
});
