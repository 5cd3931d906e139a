import type { Measure } from "../model/model";
import { ratedByBoard } from "./slice";

const hidden = (name: string, description: string, dax: string): Measure => ({
  name,
  description,
  dax,
  folder: "Reading",
  hidden: true,
});

/** DAX that gives which way is better: as the board in view wants it, else as the indicator has it. */
export const polarityDax = (isOfBoards: boolean): string =>
  isOfBoards ? "[Reading polarity]" : "SELECTEDVALUE ( Indicator[Polarity] )";

/** Which of several boards is read; `isRated` where some rate figures by themselves. */
export const chosenBoardMeasures = (isRated: boolean): readonly Measure[] => [
  hidden(
    "Reading board",
    "The board in view; where several are, the first of them; blank for a KPI on none.",
    `VAR _First = MIN ( 'Board KPIs'[Board number] )
RETURN
    CALCULATE (
        SELECTEDVALUE ( 'Board KPIs'[Board] ),
        KEEPFILTERS ( 'Board KPIs'[Board number] = _First )
    )`,
  ),
  hidden(
    "Reading polarity",
    "Which way is better: as the board in view wants it, else as the indicator has it.",
    `VAR _Board = [Reading board]
VAR _Polarity =
    CALCULATE (
        SELECTEDVALUE ( 'Board KPIs'[Polarity] ),
        KEEPFILTERS ( 'Board KPIs'[Board] = _Board )
    )
RETURN
    COALESCE ( _Polarity, SELECTEDVALUE ( Indicator[Polarity] ) )`,
  ),
  ...(isRated
    ? [
        hidden(
          "Rated by the board",
          "1 where the board in view rates the figure otherwise than the first board that has it.",
          ratedByBoard,
        ),
      ]
    : []),
];
