import type { Measure } from "../model/model";
import { DATE } from "./formats";
import { NOBODY, NOBODY_IN_GROUP, overPeriods, SLICE } from "./slice";

/** The value that is chosen of a column, itself or by its name in words. */
const chosen = (column: string, otherwise: string, name?: string): string =>
  `IF ( ${[column, ...(name ? [name] : [])].map((one) => `ISFILTERED ( ${one} )`).join(" || ")}, SELECTEDVALUE ( ${column} ), ${otherwise} )`;

const hidden = (name: string, description: string, dax: string): Measure => ({
  name,
  description,
  dax,
  folder: "Reading",
  hidden: true,
});

/** Takes off the filters that tie the rows to one period. */
const ANY_PERIOD = `REMOVEFILTERS ( 'Date' ),
        REMOVEFILTERS ( 'KPI period' ),
        REMOVEFILTERS ( 'Board figures'[Period], 'Board figures'[Period start], 'Board figures'[Period end], 'Board figures'[Comparability], 'Board figures'[Cohort], 'Board figures'[Footprint] )`;

/** The one value of a column in the board's figures of any period, with more filters. */
const oneOf = (column: string, ...filters: readonly string[]): string => `CALCULATE (
        SELECTEDVALUE ( 'Board figures'[${column}] ),
        ${[ANY_PERIOD, ...filters.map((filter) => `KEEPFILTERS ( ${filter} )`)].join(",\n        ")}
    )`;

const BREAKDOWN = "'Breakdown figures'[Breakdown]";
const GROUP = "'Breakdown figures'[Breakdown value]";
const BREAKDOWN_NAME = "'Breakdown figures'[Breakdown name]";
const GROUP_NAME = "'Breakdown figures'[Group name]";

/** Whether a group that has no figure of its own is known to hold nobody. */
export const nobodyMeasure: Measure = hidden(
  NOBODY,
  "0 where a group has no figure because nobody is in it. The figure of everybody is known then. It is 0, or other groups are given, and none of them is unknown or in doubt.",
  NOBODY_IN_GROUP,
);

/** The measure that slicers of years are kept to. */
export const HAS_FIGURES = "Has figures";

/** Tells by 1 that only comparators may have a figure of the period that an axis draws. */
export const BEFORE_OR_AFTER = "Period of comparators alone";

/** Which figure the other measures read: its frequency, service, area, group and period. */
export const readingMeasures: readonly Measure[] = [
  hidden(
    HAS_FIGURES,
    "1 where the board's figures have rows in view: slicers of years offer no others.",
    "IF ( NOT ISEMPTY ( 'Board figures' ), 1 )",
  ),
  hidden(
    "Reading frequency",
    "Frequency chosen, else the one that the indicator's figures are read at.",
    chosen(
      "'Board figures'[Frequency]",
      "COALESCE ( SELECTEDVALUE ( Indicator[Frequency of figures] ), SELECTEDVALUE ( 'Board figures'[Frequency] ) )",
      "'Board figures'[Frequency in words]",
    ),
  ),
  hidden(
    "Reading breakdown",
    "Breakdown chosen or drawn, else all.",
    chosen(
      BREAKDOWN,
      `IF ( ISFILTERED ( ${GROUP} ) || ISFILTERED ( ${GROUP_NAME} ), SELECTEDVALUE ( ${BREAKDOWN} ), "all" )`,
      BREAKDOWN_NAME,
    ),
  ),
  hidden("Reading group", "Group chosen or drawn, else all.", chosen(GROUP, `"all"`, GROUP_NAME)),
  hidden(
    "Reading service",
    "Service chosen, else all.",
    chosen("'Board figures'[Service]", `"all"`),
  ),
  hidden(
    "Reading area",
    "The area whose figures are read: the one in view; where several are, the authority's, if it is one.",
    `COALESCE (
    ${oneOf("Area code")},
    ${oneOf("Area code", 'Area[Area level] = "authority"')}
)`,
  ),
  hidden(
    BEFORE_OR_AFTER,
    "1 where a period of a trend is in view that the KPI has no row of: its comparators may have a figure.",
    `IF (
    HASONEVALUE ( Indicator[Indicator id] )
        && ( ISFILTERED ( 'KPI period'[Period] ) || ISFILTERED ( 'KPI period'[Period end] ) )
        && ISBLANK ( [Period end] ),
    1
)`,
  ),
  {
    name: "Period end",
    description:
      "Last day of the period that the measures cover: the latest in view with a figure, else the latest with words.",
    folder: "Period",
    format: DATE,
    dax: `${SLICE}
VAR _WithFigure =
    ${overPeriods("MAX ( 'Board figures'[Period end] )", `'Board figures'[Status] = "ok"`)}
VAR _Any =
    ${overPeriods("MAX ( 'Board figures'[Period end] )")}
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
        ${ANY_PERIOD}
    )`,
  },
  {
    name: "Previous period end",
    description: "Last day of the period with a figure before the one that the measures cover.",
    folder: "Period",
    format: DATE,
    dax: `VAR _End = [Period end]
RETURN
    CALCULATE (
        [Period end],
        ${ANY_PERIOD},
        'Board figures'[Period end] < _End,
        'Board figures'[Status] = "ok"
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
        ${ANY_PERIOD},
        'Board figures'[Period end] = _Previous
    )`,
  },
];
