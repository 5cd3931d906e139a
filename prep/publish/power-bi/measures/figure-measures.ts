import type { Measure } from "../model/model";
import { CHANGE_FORMAT, DATE, FIGURE_FORMAT, WHOLE } from "./formats";
import { ofFigure } from "./slice";

type Form = Pick<Measure, "format" | "formatDax" | "text">;
const figure: Form = { formatDax: FIGURE_FORMAT };
const text: Form = { text: true };

/** What a column of the figures says, read as the reading measures choose. */
const column = (
  name: string,
  of: string,
  folder: string,
  form: Form,
  description: string,
): Measure => ({ name, description, folder, dax: ofFigure(of), ...form });

/** The figure and what stands beside it, ready from the data preparation. */
export const figureMeasures: readonly Measure[] = [
  column(
    "Value",
    "Value",
    "Value",
    figure,
    "The figure of the latest period in view. Percentages run from 0 to 100. Blank is never zero.",
  ),
  column("Numerator", "Numerator", "Value", { format: WHOLE }, "What was counted."),
  column("Denominator", "Denominator", "Value", { format: WHOLE }, "Out of what."),
  column(
    "Secondary value",
    "Secondary value",
    "Value",
    { format: "#,0.0" },
    "A second figure printed beside the first.",
  ),
  column("Text value", "Text value", "Value", text, "A KPI that is a sentence."),
  column(
    "Period shown",
    "Period",
    "Period",
    text,
    "The period that the figure speaks of, in words.",
  ),
  column("As at", "As at", "Period", { format: DATE }, "The date that the figure speaks of."),
  column("Next due", "Next due", "Period", { format: DATE }, "When the next figure is due."),
  column(
    "Comparability note",
    "Comparability note",
    "Value",
    text,
    "Why the figure should be read with care.",
  ),
  column("Target", "Target", "Target", figure, "The target of the period."),
  column("Lower bound", "Lower bound", "Target", figure, "Lower bound of the near-target band."),
  column("Upper bound", "Upper bound", "Target", figure, "Upper bound of the near-target band."),
  column("Given gap", "Gap to target", "Reading", figure, "Gap as the data preparation rated it."),
  column("Given rating", "Rating", "Reading", text, "Rating as the data preparation gave it."),
  column("Rating reason", "Rating reason", "Target", text, "Why the figure is not rated."),
  column(
    "Given previous",
    "Previous value",
    "Reading",
    figure,
    "Figure of the comparable period before, as the data preparation chose it.",
  ),
  column(
    "Given movement",
    "Movement",
    "Reading",
    text,
    "Movement as the data preparation gave it.",
  ),
  column(
    "Given judgement",
    "Judgement",
    "Reading",
    text,
    "Judgement as the data preparation gave it.",
  ),
  column("Given status", "Status", "Reading", text, "Whether there is a figure, as a code."),
  column(
    "Given status words",
    "Status words",
    "Reading",
    text,
    "The source's own words about a figure that is not there.",
  ),
].map((measure) => (measure.folder === "Reading" ? { ...measure, hidden: true } : measure));

/** Change since the comparable period before. */
export const changeMeasures: readonly Measure[] = [
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
VAR _Polarity = SELECTEDVALUE ( Indicator[Polarity] )
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
