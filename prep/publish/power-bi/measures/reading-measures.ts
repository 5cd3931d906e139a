import type { Measure } from "../model/model";
import { DATE } from "./formats";
import { overPeriods, SLICE } from "./slice";

const chosen = (column: string, otherwise: string): string =>
  `IF ( ISFILTERED ( 'KPI values'[${column}] ), SELECTEDVALUE ( 'KPI values'[${column}] ), ${otherwise} )`;

const hidden = (name: string, description: string, dax: string): Measure => ({
  name,
  description,
  dax,
  folder: "Reading",
  hidden: true,
});

/** Takes off the filters that tie the rows to one period. */
const BEFORE = `REMOVEFILTERS ( 'Date' ),
        REMOVEFILTERS ( 'KPI values'[Period], 'KPI values'[Period start], 'KPI values'[Period end], 'KPI values'[Comparability], 'KPI values'[Cohort], 'KPI values'[Footprint] )`;

/** Which figure the other measures read: its frequency, breakdown, service, method and period. */
export const readingMeasures: readonly Measure[] = [
  hidden(
    "Reading frequency",
    "Frequency chosen, else the one that the indicator's figures are read at.",
    chosen(
      "Frequency",
      "COALESCE ( SELECTEDVALUE ( Indicator[Frequency of figures] ), SELECTEDVALUE ( 'KPI values'[Frequency] ) )",
    ),
  ),
  hidden(
    "Reading breakdown",
    "Breakdown chosen or drawn, else all.",
    chosen(
      "Breakdown",
      `IF ( ISFILTERED ( 'KPI values'[Breakdown value] ), SELECTEDVALUE ( 'KPI values'[Breakdown] ), "all" )`,
    ),
  ),
  hidden("Reading group", "Group chosen or drawn, else all.", chosen("Breakdown value", `"all"`)),
  hidden("Reading service", "Service chosen, else all.", chosen("Service", `"all"`)),
  hidden(
    "Reading method",
    "Method chosen, else our own figure before the published one.",
    chosen(
      "Method",
      `COALESCE ( CALCULATE ( MIN ( 'KPI values'[Method] ), KEEPFILTERS ( 'KPI values'[Method] <> "published" ) ), "published" )`,
    ),
  ),
  {
    name: "Period end",
    description:
      "Last day of the period that the measures speak of: the latest in view with a figure, else the latest with words.",
    folder: "Period",
    format: DATE,
    dax: `${SLICE}
VAR _WithFigure =
    ${overPeriods("MAX ( 'KPI values'[Period end] )", `'KPI values'[Status] = "ok"`)}
VAR _Any =
    ${overPeriods("MAX ( 'KPI values'[Period end] )")}
RETURN
    IF ( HASONEVALUE ( Indicator[Indicator id] ), COALESCE ( _WithFigure, _Any ) )`,
  },
  {
    name: "Latest period end",
    description: "Last day of the latest period with a figure, whatever dates are chosen.",
    folder: "Period",
    format: DATE,
    dax: `CALCULATE (
        [Period end],
        ${BEFORE}
    )`,
  },
  {
    name: "Previous period end",
    description: "Last day of the period with a figure before the one that the measures speak of.",
    folder: "Period",
    format: DATE,
    dax: `VAR _End = [Period end]
RETURN
    CALCULATE (
        [Period end],
        ${BEFORE},
        'KPI values'[Period end] < _End,
        'KPI values'[Status] = "ok"
    )`,
  },
  {
    name: "Value of previous period",
    description: "The figure of the period before, read from the figures themselves.",
    folder: "Reading",
    hidden: true,
    dax: `VAR _Previous = [Previous period end]
RETURN
    CALCULATE (
        [Value],
        ${BEFORE},
        'KPI values'[Period end] = _Previous
    )`,
  },
];
