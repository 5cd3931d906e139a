import type { Measure } from "../model/model";
import { CHANGE_FORMAT, DATE, FIGURE_FORMAT, WHOLE } from "./formats";
import { polarityDax } from "./chosen-board";
import { ofFigure } from "./slice";

type Form = Pick<Measure, "format" | "formatDax" | "text">;
const figure: Form = { formatDax: FIGURE_FORMAT };
const text: Form = { text: true };

/**
 * What a column of the figures says (the one of the measure's name unless `of` names another), read
 * as the reading measures choose.
 */
const column = (
  name: string,
  folder: string,
  description: string,
  { of = name, ...form }: Form & { readonly of?: string },
): Read => ({ of, measure: { name, description, folder, ...form } });

/** A measure without its DAX, and the column that it reads. */
interface Read {
  readonly of: string;
  readonly measure: Omit<Measure, "dax">;
}

const readColumns: readonly Read[] = [
  column(
    "Value",
    "Value",
    "The figure of the latest period in view. Percentages run from 0 to 100. Blank is never zero.",
    figure,
  ),
  column("Numerator", "Value", "What was counted.", { format: WHOLE }),
  column("Denominator", "Value", "Out of what.", { format: WHOLE }),
  column("Secondary value", "Value", "A second figure printed beside the first.", {
    format: "#,0.0",
  }),
  column("Text value", "Value", "A KPI that is a sentence.", text),
  column("Period shown", "Period", "The period of the figure, in words.", {
    of: "Period",
    ...text,
  }),
  column("As at", "Period", "The date of the figure.", { format: DATE }),
  column("Next due", "Period", "When the next figure is due.", { format: DATE }),
  column("Comparability", "Value", "comparable, caution or not_comparable.", text),
  column("Comparability note", "Value", "Why the figure should be read with care.", text),
  column("Target", "Target", "The target of the period.", figure),
  column(
    "Target in words",
    "Target",
    "The target as it is printed, with the sign of one that itself does not do: < 5.",
    text,
  ),
  column("End target in words", "Target", "The last of dated targets as it is printed.", text),
  column("Lower bound", "Target", "Lower bound of the near-target band.", figure),
  column("Upper bound", "Target", "Upper bound of the near-target band.", figure),
  column(
    "Lower confidence limit",
    "Value",
    "Lower end of the 95% confidence interval; blank where none is known.",
    figure,
  ),
  column(
    "Upper confidence limit",
    "Value",
    "Upper end of the 95% confidence interval; blank where none is known.",
    figure,
  ),
  column("Given gap", "Reading", "Gap as the data preparation rated it.", {
    of: "Gap to target",
    ...figure,
  }),
  column("Given rating", "Reading", "Rating as the data preparation gave it.", {
    of: "Rating",
    ...text,
  }),
  column("Rating reason", "Target", "Why the figure is not rated.", text),
  column("Rating profile", "Target", "Name of the rule that the figure is rated by.", text),
  column("End target", "Target", "The last of dated targets.", figure),
  column("End target by", "Target", "The day from which the last of dated targets holds.", {
    format: DATE,
  }),
  column(
    "Rating against the end",
    "Target",
    "met, near, missed or not_rated: the figure against the last of dated targets.",
    text,
  ),
  column(
    "Origin",
    "Value",
    "Whether the figure is counted, published or of a board's sheet.",
    text,
  ),
  column(
    "Given previous",
    "Reading",
    "Figure of the comparable period before, as the data preparation chose it.",
    { of: "Previous value", ...figure },
  ),
  column("Given movement", "Reading", "Movement as the data preparation gave it.", {
    of: "Movement",
    ...text,
  }),
  column("Given judgement", "Reading", "Judgement as the data preparation gave it.", {
    of: "Judgement",
    ...text,
  }),
  column("Given status", "Reading", "Whether there is a figure, as a code.", {
    of: "Status",
    ...text,
  }),
  column(
    "Given status words",
    "Reading",
    "The source's own words about a figure that is not there.",
    { of: "Status words", ...text },
  ),
];

/**
 * The figure and what stands beside it, ready from the data preparation. `isRatedByBoards` says
 * whether boards rate figures by themselves.
 */
export const figureMeasures = (isRatedByBoards: boolean): readonly Measure[] =>
  readColumns.map(({ of, measure }) => ({
    ...measure,
    dax: ofFigure(of, isRatedByBoards),
    ...(measure.folder === "Reading" ? { hidden: true } : {}),
  }));

/** Change since the comparable period before. */
export const changeMeasures = (isOfBoards: boolean): readonly Measure[] => [
  {
    name: "Previous value",
    folder: "Change",
    description:
      "The figure of the comparable period before: as the data preparation chose it, else the one of the period before with a figure.",
    dax: "COALESCE ( [Given previous], [Value of previous period] )",
    ...figure,
  },
  {
    name: "Change",
    folder: "Change",
    description: "The figure less the one before; percentage points for percentages.",
    formatDax: CHANGE_FORMAT,
    dax: `VAR _Now = [Value]
VAR _Before = [Previous value]
RETURN
    IF ( NOT ISBLANK ( _Now ) && NOT ISBLANK ( _Before ), _Now - _Before )`,
  },
  {
    name: "Movement",
    folder: "Change",
    description: "up, down or same: what moved, not whether that is good.",
    text: true,
    dax: `VAR _Given = [Given movement]
VAR _Change = [Change]
RETURN
    SWITCH (
        TRUE (),
        NOT ISBLANK ( _Given ), _Given,
        ISBLANK ( _Change ), BLANK (),
        _Change > 0, "up",
        _Change < 0, "down",
        "same"
    )`,
  },
  {
    name: "Judgement",
    folder: "Change",
    description: "improving, worsening or steady, by which way is better; blank where neither is.",
    text: true,
    dax: `VAR _Given = [Given judgement]
VAR _Change = [Change]
VAR _Polarity = ${polarityDax(isOfBoards)}
RETURN
    SWITCH (
        TRUE (),
        NOT ISBLANK ( _Given ), _Given,
        ISBLANK ( _Change ), BLANK (),
        _Change = 0, "steady",
        _Polarity = "higher", IF ( _Change > 0, "improving", "worsening" ),
        _Polarity = "lower", IF ( _Change < 0, "improving", "worsening" )
    )`,
  },
  {
    name: "Direction",
    folder: "Change",
    description: "Arrow for what moved, word for whether that is good.",
    text: true,
    dax: `VAR _Arrow = SWITCH ( [Movement], "up", "▲", "down", "▼", "same", "►" )
VAR _Word = [Judgement]
RETURN
    IF ( NOT ISBLANK ( _Arrow ), _Arrow & IF ( NOT ISBLANK ( _Word ), " " & _Word ) )`,
  },
];
